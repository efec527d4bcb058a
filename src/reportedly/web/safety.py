"""What keeps other sites and oversized uploads away from the desk: plain ASGI middleware."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.web.trouble import Trouble, TroublePages

UPLOAD_BYTES = 32 * 1024 * 1024
"""The largest request body taken, in bytes: the largest saved news pages measured stay under a tenth."""

DRAIN_BYTES = 8 * UPLOAD_BYTES
"""How much of an oversized upload is read and thrown away, so that the browser shows our answer and
not a broken connection."""

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_FETCHES = frozenset({"same-origin", "none"})
_HEADERS = (
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    # Not `no-referrer`: browsers then send `Origin: null` with our own forms too.
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
)


class SafeHeaders:
    """Adds the safety headers to every answer that does not carry stricter ones of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers on the way back."""

        async def safe_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS:
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, safe_send)


class OwnFormsOnly:
    """Refuses with 403 what another site's page makes a browser send here.

    A request without `Origin` and `Sec-Fetch-Site` comes from a program, which could send anything
    anyway, and is let through.
    """

    def __init__(self, app: ASGIApp, pages: TroublePages) -> None:
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403."""
        if scope["type"] != "http" or scope["method"] in _SAFE_METHODS or _is_own(Headers(scope=scope)):
            await self._app(scope, receive, send)
            return
        trouble = Trouble(
            what="Another site's page tried to add something to this record; nothing was read.",
            next_step="Use the form on this desk's own pages.",
        )
        await self._pages.answer(scope["path"], 403, trouble)(scope, receive, send)


class UploadLimit:
    """Refuses with 413 a request body over `UPLOAD_BYTES`, whether or not it says its length."""

    def __init__(self, app: ASGIApp, pages: TroublePages) -> None:
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what comes in."""
        stated = Headers(scope=scope).get("content-length", "0") if scope["type"] == "http" else "0"
        if stated.isdecimal() and int(stated) > UPLOAD_BYTES:
            await _drain(receive)
            answer = self._pages.answer(scope["path"], 413, _too_large())
            await answer(scope, receive, send)
            return
        await self._app(scope, _counted(receive), send)


def _counted(receive: Receive) -> Receive:
    """Return `receive`, stopping with 413 once more than the limit has come in."""
    taken = 0

    async def counted_receive() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > UPLOAD_BYTES:
            await _drain(receive)
            raise HTTPException(413, _too_large().what)
        return message

    return counted_receive


async def _drain(receive: Receive) -> None:
    """Read on and keep nothing, until the body ends or is past all patience."""
    dropped, more = 0, True
    while more and dropped < DRAIN_BYTES:
        message = await receive()
        dropped += len(message.get("body", b""))
        more = message["type"] == "http.request" and message.get("more_body", False)


def _too_large() -> Trouble:
    return Trouble(
        what=f"This is larger than {UPLOAD_BYTES // 1024 // 1024} MB, the most the page takes at once.",
        next_step="Save the page without its images, or read the file with the command line.",
    )


def _is_own(headers: Headers) -> bool:
    """Return whether the browser says the request came from this desk's own pages."""
    fetch_site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if fetch_site is not None:
        return fetch_site in _OWN_FETCHES
    return origin is None or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()
