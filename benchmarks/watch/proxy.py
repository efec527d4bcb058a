"""A proxy between the watch and the servers that breaks some of the answers, as a bad network does."""

import asyncio
import datetime
import random
from collections.abc import Callable
from typing import Final, NamedTuple

KINDS: Final = ("drop", "delay", "truncate", "reset", "corrupt", "garble-head", "endless")
"""What befalls an answer: none comes; it comes late; it is cut; the connection is reset in the midst of it;
bytes of its body, or one of its head, are others; it stops and never ends."""

_LONGEST_DELAY: Final = 0.2  # seconds of real time; the watch waits 0.5 here
_BYTES_A_FAULT: Final = 200  # one byte in so many is another in a corrupted body, and one at least


class Passed(NamedTuple):
    """One answer as it was passed on: when it was asked for, of whom, what befell it ("" where nothing).

    `sent` is what a corrupted one became, empty for all others.
    """

    at: datetime.datetime
    host: str
    path: str
    fault: str
    sent: bytes = b""


class FaultProxy:
    """Passes every request to `upstream` and the answer back; `async with` starts it.

    Each answer is broken with a chance of `share()`, in one of the `kinds`.
    """

    def __init__(
        self,
        upstream: int,
        clock: Callable[[], datetime.datetime],
        *,
        share: Callable[[], float],
        seed: int,
        kinds: tuple[str, ...] = KINDS,
    ) -> None:
        self.upstream = upstream
        self.clock = clock
        self.share = share
        self.kinds = kinds
        self.chance = random.Random(seed)
        self.log: list[Passed] = []
        self.port = 0
        self._server: asyncio.Server | None = None

    async def __aenter__(self) -> "FaultProxy":
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Asker(self), "0.0.0.0", 0, backlog=2048)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.close()

    @property
    def broken(self) -> int:
        """Return how many answers were broken."""
        return sum(bool(passed.fault) for passed in self.log)

    def fault(self) -> str:
        """Return what befalls the next answer, empty for nothing."""
        return self.chance.choice(self.kinds) if self.chance.random() < self.share() else ""


class _Asker(asyncio.Protocol):
    """The side that asks; it holds a connection of its own to the servers."""

    def __init__(self, proxy: FaultProxy) -> None:
        self._proxy = proxy
        self._waiting = b""
        self._server: asyncio.Transport | None = None
        self._fault = ""
        self._number = 0  # in the proxy's log, of the request under way
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]  # TCP gives a Transport
        self._connecting = asyncio.get_running_loop().create_task(self._connect())

    async def _connect(self) -> None:
        loop = asyncio.get_running_loop()
        self._server, _ = await loop.create_connection(
            lambda: _Answerer(self), "127.0.0.1", self._proxy.upstream
        )
        self._pass_on()

    def data_received(self, data: bytes) -> None:
        self._waiting += data
        self._pass_on()

    def connection_lost(self, _error: Exception | None) -> None:
        if self._server is not None:
            self._server.close()

    def _pass_on(self) -> None:
        """Pass a whole request to the servers; requests here have no body."""
        if self._server is None or self.transport is None or not self._waiting.endswith(b"\r\n\r\n"):
            return
        request, self._waiting = self._waiting, b""
        path = request.split(b" ", 2)[1].decode()
        host = request.lower().partition(b"\r\nhost:")[2].partition(b"\r\n")[0].strip().decode()
        self._fault = self._proxy.fault()
        passed = Passed(self._proxy.clock(), host.partition(":")[0], path, self._fault)
        self._number = len(self._proxy.log)
        self._proxy.log.append(passed)
        if self._fault == "drop":
            self.transport.close()
        else:
            self._server.write(request)

    def answered(self, data: bytes) -> None:
        """Pass on a piece of the answer, or what the fault leaves of it."""
        fault, chance, to = self._fault, self._proxy.chance, self.transport
        if to is None or to.is_closing():
            return
        if fault in ("truncate", "reset", "endless"):
            to.write(data[: chance.randrange(1, len(data))])
            self._end(to, fault)
        elif fault == "delay":
            asyncio.get_running_loop().call_later(chance.random() * _LONGEST_DELAY, to.write, data)
        else:
            to.write(self._corrupted(data) if fault else data)

    def _end(self, to: asyncio.Transport, fault: str) -> None:
        if self._server is not None:
            self._server.abort()
        if fault == "truncate":
            to.close()
        elif fault == "reset":
            asyncio.get_running_loop().call_soon(to.abort)

    def _corrupted(self, data: bytes) -> bytes:
        chance, begin = self._proxy.chance, data.find(b"\r\n\r\n") + 4
        body = self._fault == "corrupt"
        first, last = (begin, len(data)) if body else (0, begin)
        garbled = bytearray(data)
        for _ in range((1 + (last - first) // _BYTES_A_FAULT) if body else 1):
            if first < last:
                garbled[chance.randrange(first, last)] = chance.randrange(256)
        log = self._proxy.log
        log[self._number] = log[self._number]._replace(sent=bytes(garbled))
        return bytes(garbled)

    def ended(self) -> None:
        """Have the connection end as the servers ended it."""
        if self.transport is not None and self._fault not in ("endless", "delay"):
            self.transport.close()


class _Answerer(asyncio.Protocol):
    """The side that answers."""

    def __init__(self, asker: _Asker) -> None:
        self._asker = asker

    def data_received(self, data: bytes) -> None:
        self._asker.answered(data)

    def connection_lost(self, _error: Exception | None) -> None:
        self._asker.ended()
