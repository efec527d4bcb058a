"""One page from an address."""

import asyncio
import datetime
import ipaddress
import socket

import aiohttp
from yarl import URL

from reportedly.records import GonePage, Page, UnreachablePage

# Past these a page is not worth waiting for; both are an order above what news sites take.
FETCH_SECONDS = 30.0
MOST_BYTES = 32 * 1024 * 1024
_MOST_REDIRECTS = 10
_CHUNK_BYTES = 64 * 1024
USER_AGENT = "Reportedly/0.1 (a news desk's reader; one page at a person's request)"


class _GoneError(Exception):
    """Nothing is there."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def fetch_page(url: str, *, fetched_at: datetime.datetime, allow_private: bool = False) -> Page:
    """Return the page at an http: or https: address, with the address it was found at last.

    Addresses of private, loopback and link-local networks are refused, after redirects too and by the
    address that is really connected to, unless `allow_private`. Raises UnreachablePage with the reason,
    GonePage where nothing is there.
    """
    try:
        return asyncio.run(_fetch(url, fetched_at, allow_private=allow_private))
    except _GoneError as gone:
        raise GonePage(
            f"There is nothing at {url}: the site answered {gone.status}.",
            next_step="Check the address; what was kept of it before stays.",
            about=url,
            status=gone.status,
        ) from gone
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
        reason = str(error) or "it took too long to answer"
        raise UnreachablePage(
            f"{url} could not be fetched: {reason}.",
            next_step="Check the address, or save the page and read the file.",
            about=url,
        ) from error


async def _fetch(url: str, fetched_at: datetime.datetime, *, allow_private: bool) -> Page:
    connector = aiohttp.TCPConnector(resolver=_Resolver(allow_private=allow_private))
    timeout = aiohttp.ClientTimeout(total=FETCH_SECONDS)
    headers = {"User-Agent": USER_AGENT, "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8"}
    async with aiohttp.ClientSession(connector=connector, timeout=timeout, headers=headers) as session:
        address = URL(url)
        for _ in range(_MOST_REDIRECTS):
            _refuse_address(address, allow_private=allow_private)
            async with session.get(address, allow_redirects=False) as response:
                target = response.headers.get("Location")
                if response.status in (301, 302, 303, 307, 308) and target:
                    address = address.join(URL(target))
                    continue
                return await _page(response, str(address), fetched_at)
    raise ValueError("it redirects in a circle")


async def _page(response: aiohttp.ClientResponse, url: str, fetched_at: datetime.datetime) -> Page:
    """Return the page of a response; an error status is trouble, not a page."""
    if response.status in (404, 410):
        raise _GoneError(response.status)
    if response.status >= 400:
        raise ValueError(f"the site answered {response.status} {response.reason}")
    body = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK_BYTES):
        body += chunk
        if len(body) > MOST_BYTES:
            raise ValueError(f"it is larger than {MOST_BYTES // 2**20} MB")
    return Page(
        body=bytes(body),
        url=url,
        fetched_at=fetched_at,
        status=response.status,
        headers=headers_of(response),
        request=request_of(response),
    )


def headers_of(response: aiohttp.ClientResponse) -> tuple[tuple[str, str], ...]:
    """Return the headers of a response in order; one that is no UTF-8 is read as Latin-1, as HTTP has it."""
    return tuple((_whole(name), _whole(value)) for name, value in response.headers.items())


def _whole(text: str) -> str:
    """Return a text without the half characters that stand in it for bytes that are no UTF-8."""
    if text.isascii():
        return str(text)
    given = text.encode("utf-8", "surrogateescape")
    try:
        return given.decode()
    except UnicodeDecodeError:
        return given.decode("latin-1")


def request_of(response: aiohttp.ClientResponse) -> tuple[tuple[str, str], ...]:
    """Return what was sent to get a response: the request line under an empty name, then the headers."""
    asked = response.request_info
    line = f"{asked.method} {asked.url.raw_path_qs} HTTP/1.1"
    return (("", line), *((name, value) for name, value in asked.headers.items()))


def _refuse_address(address: URL, *, allow_private: bool) -> None:
    if address.scheme not in ("http", "https") or not address.host:
        raise ValueError("only http: and https: addresses are fetched")
    try:
        literal = ipaddress.ip_address(address.host)
    except ValueError:
        return
    _refuse_private(literal, allow_private=allow_private)


def _refuse_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address, *, allow_private: bool) -> None:
    if not allow_private and not address.is_global:
        raise ValueError(f"{address} is an address inside a private network")


class _Resolver(aiohttp.ThreadedResolver):
    """Looks names up and refuses private addresses, so that a name cannot stand for one."""

    def __init__(self, *, allow_private: bool) -> None:
        super().__init__()
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[aiohttp.abc.ResolveResult]:
        """Return where a host name leads."""
        found = await super().resolve(host, port, family)
        for result in found:
            _refuse_private(ipaddress.ip_address(result["host"]), allow_private=self._allow_private)
        return found
