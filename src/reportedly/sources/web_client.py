"""The polite reader's hands: one request, no redirects, within limits; trouble comes back as a value."""

import asyncio
import datetime
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Final, Self

import aiohttp
from yarl import URL

from reportedly.sources.addresses import whole_address
from reportedly.sources.fetching import headers_of, request_of
from reportedly.sources.networks import Lookup, Network, OpenNetwork, PrivateAddress, look_up, refuse_literal
from reportedly.sources.reply import Hitch, Reply
from reportedly.sources.unpacking import ENCODINGS, Garbled, TooLarge, Unpacking

TOTAL_SECONDS: Final = 60.0
"""A whole answer. A page of 1 MB takes that at 17 KB a second; slower is a server that never ends."""

SILENT_SECONDS: Final = 20.0
"""Between two pieces of an answer, and until somebody picks up."""

MOST_BYTES: Final = 32 * 2**20
"""An answer once it is unpacked; the largest news pages measured stay under a tenth."""

_ACCEPT: Final = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"

Clock = Callable[[], datetime.datetime]


def user_agent(contact: str) -> str:
    """Return how the reader calls itself, with where its owner is reached."""
    bare = "".join(letter for letter in contact if letter.isprintable()).strip()
    return f"Reportedly/0.1 (news desk's reader; {bare})" if bare else "Reportedly/0.1 (news desk's reader)"


class WebClient:
    """Asks for addresses, one connection a host; used as `async with`."""

    def __init__(
        self,
        *,
        clock: Clock,
        contact: str = "",
        allowed: Sequence[Network] = (),
        lookup: Lookup = look_up,
        total_seconds: float = TOTAL_SECONDS,
        silent_seconds: float = SILENT_SECONDS,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._clock = clock
        self._allowed = allowed
        self._lookup = lookup
        self._limits = aiohttp.ClientTimeout(
            total=total_seconds, sock_connect=silent_seconds, sock_read=silent_seconds
        )
        self._most_bytes = most_bytes
        self._headers = {"User-Agent": user_agent(contact), "Accept": _ACCEPT, "Accept-Encoding": ENCODINGS}
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        connector = aiohttp.TCPConnector(
            limit=0, limit_per_host=1, resolver=OpenNetwork(self._allowed, self._lookup), ttl_dns_cache=60
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            timeout=self._limits,
            headers=self._headers,
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def ask(self, address: str, *, etag: str | None = None, since: str | None = None) -> Reply:
        """Return the answer of an address; with `etag` or `since` only if it has changed (304 otherwise)."""
        began = time.monotonic()
        conditions = {"If-None-Match": etag, "If-Modified-Since": since}
        headers = {name: value for name, value in conditions.items() if value and value.isprintable()}
        try:
            reply = await self._answer(address, headers)
        except (aiohttp.ClientError, OSError, ValueError) as error:  # TimeoutError is an OSError
            hitch = hitch_of(error)
            reply = self._none(address, hitch, _told(error, hitch))
        return _timed(reply, time.monotonic() - began)

    async def post(self, address: str, fields: dict[str, str]) -> Reply:
        """Return the answer to a form; for hubs, which are asked to tell of news."""
        try:
            url = self._url(address)
            async with self._open().post(url, data=fields, allow_redirects=False) as response:
                return await self._reply(address, response)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            hitch = hitch_of(error)
            return self._none(address, hitch, _told(error, hitch))

    async def _answer(self, address: str, headers: dict[str, str]) -> Reply:
        url = self._url(address)
        async with self._open().get(url, headers=headers, allow_redirects=False) as response:
            return await self._reply(address, response)

    async def _reply(self, address: str, response: aiohttp.ClientResponse) -> Reply:
        body = b""
        if response.status not in (204, 304):
            unpacking = Unpacking(response.headers.get("Content-Encoding", ""), self._most_bytes)
            async for piece in response.content.iter_any():
                unpacking.take(piece)
            body = unpacking.finish()
        return Reply(
            address=address,
            came_at=self._clock(),
            status=response.status,
            headers=headers_of(response),
            body=body,
            request=request_of(response),
        )

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("the client is used outside its `async with` block")
        return self._session

    def _url(self, address: str) -> URL:
        """Return an address ready to be asked; raises PrivateAddress or ValueError."""
        whole = whole_address(address)
        if whole is None:
            raise ValueError("only http: and https: addresses are fetched")
        url = URL(whole)
        refuse_literal(url.host or "", self._allowed)
        return url

    def _none(self, address: str, hitch: Hitch, words: str) -> Reply:
        return Reply(address=address, came_at=self._clock(), hitch=hitch, words=words)


def hitch_of(error: Exception) -> Hitch:
    """Return which hitch an error of a request is."""
    if isinstance(error, PrivateAddress) or isinstance(error.__cause__, PrivateAddress):
        return "refused"
    if isinstance(error, TooLarge):
        return "large"
    if isinstance(error, (asyncio.TimeoutError, TimeoutError)):
        return "slow"
    if isinstance(error, (Garbled, aiohttp.ClientPayloadError, aiohttp.ClientResponseError)):
        return "broken"
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientOSError | ConnectionError):
        return "unreachable"
    return "refused" if isinstance(error, ValueError) else "unreachable"


def _told(error: Exception, hitch: Hitch) -> str:
    """Return a hitch in a sentence for a reader."""
    inner = error.__cause__ if isinstance(error.__cause__, PrivateAddress) else error
    # aiohttp quotes garbled bytes as half characters, which no record can hold
    detail = " ".join(str(inner).encode("utf-8", "replace").decode().split())[:200]
    if hitch == "slow":
        return "The site took too long to answer."
    if hitch == "large":
        return f"The answer was not taken: {detail}."
    if hitch == "broken":
        return f"The answer broke off or was garbled ({detail or type(error).__name__})."
    if hitch == "refused":
        return f"It is not asked: {detail}."
    return f"Nobody answers there ({detail or type(error).__name__})."


def _timed(reply: Reply, seconds: float) -> Reply:
    return Reply(
        address=reply.address,
        came_at=reply.came_at,
        status=reply.status,
        headers=reply.headers,
        body=reply.body,
        took_seconds=seconds,
        hitch=reply.hitch,
        words=reply.words,
        request=reply.request,
    )
