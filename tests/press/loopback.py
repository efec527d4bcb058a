"""Web servers on the loopback: any number of names on one port, with a log and every fault a network has."""

import asyncio
import datetime
import gzip
import random
from collections.abc import Callable, Sequence
from typing import NamedTuple

Clock = Callable[[], datetime.datetime]


class Request(NamedTuple):
    """What was asked: the name in `Host` without its port, the path and query, headers in lower case."""

    host: str
    path: str
    headers: dict[str, str]
    method: str = "GET"
    body: bytes = b""


class Answer(NamedTuple):
    """What is answered."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)


class Line(NamedTuple):
    """One line of the servers' log: when a request came and was answered, for whom, and how."""

    came_at: datetime.datetime
    host: str
    path: str
    status: int
    agent: str


Site = Callable[[Request], Answer]
Shape = Callable[[Request], str]
"""How an answer is sent: `length` (plain, with its length), `gzip`, `chunked`, or `closed`: until the end."""

Fault = Callable[[Request, random.Random], str | None]
"""Which fault befalls a request: `drop`, `reset`, `truncate`, `corrupt`, `delay`, `endless`, or None."""


class Servers:
    """One listening socket behind which all names live; `async with` starts it."""

    def __init__(
        self,
        site: Site,
        clock: Clock,
        *,
        fault: Fault | None = None,
        seed: int = 6,
        shape: Shape = lambda _request: "length",
    ) -> None:
        self.site = site
        self.shape = shape
        self.clock = clock
        self.fault = fault
        self.chance = random.Random(seed)
        self.log: list[Line] = []
        self.open: dict[str, int] = {}
        self.most_open = 0
        self.port = 0
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> "Servers":
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "0.0.0.0", 0, backlog=2048)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    def address(self, host: str, path: str = "/") -> str:
        """Return the address of a path of a host."""
        return f"http://{host}:{self.port}{path}"


async def address_of(host: str) -> Sequence[str]:
    """Return where a made-up name lives on the loopback: one of 16 million addresses of 127.0.0.0/8."""
    number = sum(ord(letter) * 257**place for place, letter in enumerate(host[:16])) % (2**24 - 4) + 2
    return [f"127.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"]


class _Connection(asyncio.Protocol):
    def __init__(self, servers: Servers) -> None:
        self._servers = servers
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._host = ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]  # TCP gives a Transport

    def connection_lost(self, _error: Exception | None) -> None:
        if self._host:
            self._servers.open[self._host] -= 1

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while True:
            head, mark, rest = self._buffer.partition(b"\r\n\r\n")
            if not mark:
                return
            lines = head.decode("latin-1").split("\r\n")
            method, path, _ = lines[0].split(" ", 2)
            headers = {k.lower(): v.strip() for k, _, v in (line.partition(":") for line in lines[1:])}
            length = int(headers.get("content-length", "0"))
            if len(rest) < length:
                return
            self._buffer = rest[length:]
            host = headers.get("host", "").partition(":")[0]
            self._count(host)
            self._answer(Request(host, path, headers, method, rest[:length]))

    def _count(self, host: str) -> None:
        if not self._host:
            self._host = host
            self._servers.open[host] = self._servers.open.get(host, 0) + 1
            self._servers.most_open = max(self._servers.most_open, self._servers.open[host])

    def _answer(self, request: Request) -> None:
        servers = self._servers
        answer = servers.site(request)
        servers.log.append(
            Line(
                servers.clock(),
                request.host,
                request.path,
                answer.status,
                request.headers.get("user-agent", ""),
            )
        )
        fault = servers.fault(request, servers.chance) if servers.fault else None
        if self._transport is None or self._transport.is_closing():
            return
        shape = servers.shape(request) if answer.body else "length"
        _send(self._transport, _shaped(answer, shape), fault, servers.chance)
        if shape == "closed":
            self._transport.close()


def _shaped(answer: Answer, shape: str) -> Answer:
    """Return an answer with the bytes and the headers that its shape gives it."""
    body = gzip.compress(answer.body, 1) if shape == "gzip" else answer.body
    if shape == "chunked":
        half = len(body) // 2
        body = b"%x\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (half, body[:half], len(body) - half, body[half:])
    added = {
        "gzip": (("Content-Encoding", "gzip"), ("Content-Length", str(len(body)))),
        "chunked": (("Transfer-Encoding", "chunked"),),
        "closed": (("Connection", "close"),),
    }.get(shape, (("Content-Length", str(len(body))),))
    return answer._replace(body=body, headers=(*answer.headers, *added))


def _send(transport: asyncio.Transport, answer: Answer, fault: str | None, chance: random.Random) -> None:
    """Send an answer, or what a fault leaves of it."""
    head = "".join(f"{name}: {value}\r\n" for name, value in answer.headers)
    body = answer.body
    if fault == "corrupt" and body:
        garbled = bytearray(body)
        for _ in range(1 + len(body) // 200):
            garbled[chance.randrange(len(garbled))] = chance.randrange(256)
        body = bytes(garbled)
    sent = f"HTTP/1.1 {answer.status} X\r\n{head}\r\n".encode("latin-1") + body
    if fault == "drop":
        transport.close()
    elif fault == "reset":
        transport.abort()
    elif fault == "truncate":
        transport.write(sent[: chance.randrange(1, len(sent))])
        transport.close()
    elif fault == "delay":
        asyncio.get_running_loop().call_later(chance.random() * 0.2, transport.write, sent)
    elif fault == "endless":
        transport.write(sent[: len(sent) // 2])
    else:
        transport.write(sent)
