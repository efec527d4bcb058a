"""What a reader sees when something went wrong: the sentence, the next step, and the same frame."""

import logging

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reportedly.records import BadRequest, NotInRecord, PageError, ReportedlyError, StoreError
from reportedly.web.frame import Frame

_LOG = logging.getLogger(__name__)


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """What went wrong, the next step for the reader, and what it is about."""

    what: str
    next_step: str
    about: str | None = None


_NOTHING_HERE = Trouble(what="There is nothing at this address.", next_step="Search the record instead.")
_BROKEN = Trouble(
    what="Reportedly could not make this page.",
    next_step="The record is untouched; the log of the server says what happened.",
)


class TroublePages:
    """Every error as a page of the site, or as JSON under /api/."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def answer(self, path: str, status: int, trouble: Trouble) -> Response:
        """Return the trouble in the form the asker reads."""
        if path.startswith("/api/"):
            body = msgspec.json.encode(trouble)
            return Response(body, status_code=status, media_type="application/json")
        return self._frame.page("trouble.html", status=status, here="", code=status, trouble=trouble)

    def of_ours(self, request: Request, error: Exception) -> Response:
        """Return the page of an error that Reportedly raised on purpose."""
        if not isinstance(error, ReportedlyError):
            raise error
        trouble = Trouble(what=error.what, next_step=error.next_step, about=error.about)
        return self.answer(request.url.path, _status(error), trouble)

    def of_http(self, request: Request, error: Exception) -> Response:
        """Return the page of a refused or unknown address."""
        if not isinstance(error, HTTPException):
            raise error
        known = error.status_code == 404
        trouble = _NOTHING_HERE if known else Trouble(what=error.detail, next_step="Go back and try again.")
        response = self.answer(request.url.path, error.status_code, trouble)
        response.headers.update(error.headers or {})
        return response

    def of_the_unexpected(self, path: str) -> Response:
        """Return the page of an error nobody foresaw."""
        return self.answer(path, 500, _BROKEN)


class LastResort:
    """Answers with a page when one request fails, so that the next ones still find a server."""

    def __init__(self, app: ASGIApp, pages: TroublePages) -> None:
        self._app = app
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the traceback of what nobody foresaw goes to the log."""
        started = False

        async def noted_send(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, noted_send)
        except Exception:
            _LOG.exception("a request failed: %s", scope.get("path"))
            if started:
                raise
            await self._pages.of_the_unexpected(scope["path"])(scope, receive, send)


def _status(error: ReportedlyError) -> int:
    """Return the HTTP status that says the same as the error's place in the tree."""
    if isinstance(error, NotInRecord):
        return 404
    if isinstance(error, BadRequest):
        return 400
    if isinstance(error, PageError):
        return 422
    return 503 if isinstance(error, StoreError) else 500
