"""Who is visited next: one visit a host at a time, a pause between, sources before pages."""

import datetime
import heapq
import itertools
import re
from typing import Final, Literal
from urllib.parse import urlsplit

import msgspec

JobKind = Literal["source", "list", "page", "hub"]

RANKS: Final = {"source": 0, "hub": 0, "list": 1, "page": 2}
"""Which of a host's jobs comes first. Sources first: they are few, and tell what else there is to do."""

LOOK_BACK_RANK: Final = 3
"""The rank of a page that is in the record already."""


_HOST: Final = re.compile(r"https?://([a-zA-Z0-9.-]+)(?::\d*)?(?:[/?#]|$)")
"""A host as nearly all addresses write it; asked for at every step of every visit."""

_ALWAYS: Final = datetime.datetime.min.replace(tzinfo=datetime.UTC)


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One visit to make: what for, the number of the source or page, where, and from when on.

    `hops` counts the redirects that led here from `began_at`. A `list` is a part of the
    source `seq`, a `hub` is to tell of its news and is sent a `form`.
    """

    kind: JobKind
    seq: int
    address: str
    due_at: datetime.datetime
    rank: int
    hops: int = 0
    began_at: str = ""
    form: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[str, int, str]:
        """Return what the job is called: there is one of a name on the agenda."""
        return (self.kind, self.seq, self.address if self.kind == "list" else "")


class _Host(msgspec.Struct):
    free_at: datetime.datetime
    later: list[tuple[datetime.datetime, int, Job]] = []
    ready: list[tuple[int, int, Job]] = []
    is_visited: bool = False
    ticket: int = 0


class Agenda:
    """The jobs of all hosts. It keeps no time: `now` is handed in, and no moment goes backwards."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}
        self._turns: list[tuple[datetime.datetime, int, str]] = []
        self._count = itertools.count(1)
        self._known: dict[tuple[str, int, str], int] = {}

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, key: tuple[str, int, str]) -> bool:
        return key in self._known

    def add(self, job: Job) -> None:
        """Put a job on; one of the same name that waits already is replaced."""
        number = next(self._count)
        self._known[job.key] = number
        host = self._hosts.setdefault(host_of_job(job), _Host(free_at=_ALWAYS, later=[], ready=[]))
        heapq.heappush(host.later, (job.due_at, number, job))
        self._set_turn(host_of_job(job), host)

    def drop(self, key: tuple[str, int, str]) -> None:
        """Take a job off, where it is on."""
        self._known.pop(key, None)

    def take(self, now: datetime.datetime) -> Job | None:
        """Return a job whose host may be visited now, and take it off; None where there is none.

        Its host is then visited, and has no other visit until `leave`.
        """
        while self._turns and self._turns[0][0] <= now:
            _, ticket, name = heapq.heappop(self._turns)
            host = self._hosts.get(name)
            if host is None or host.ticket != ticket or host.is_visited:
                continue
            job = self._next_of(host, now)
            if job is not None:
                host.is_visited = True
                return job
            self._set_turn(name, host)
        return None

    def leave(self, name: str, free_at: datetime.datetime) -> None:
        """End a host's visit; the next one is `free_at` at the soonest."""
        host = self._hosts[name]
        host.is_visited = False
        host.free_at = max(host.free_at, free_at)
        self._set_turn(name, host)

    def next_at(self) -> datetime.datetime | None:
        """Return when the next visit may be made, as far as is known now; None where all is done."""
        while self._turns and self._hosts[self._turns[0][2]].ticket != self._turns[0][1]:
            heapq.heappop(self._turns)
        return self._turns[0][0] if self._turns else None

    def _next_of(self, host: _Host, now: datetime.datetime) -> Job | None:
        while host.later and host.later[0][0] <= now:
            _, number, job = heapq.heappop(host.later)
            heapq.heappush(host.ready, (job.rank, number, job))
        while host.ready:
            _, number, job = heapq.heappop(host.ready)
            if self._known.get(job.key) == number:
                del self._known[job.key]
                return job
        return None

    def _set_turn(self, name: str, host: _Host) -> None:
        """Have a host come up when it is free and a job of it is due."""
        if host.is_visited:
            return
        if not host.ready and not host.later:
            return
        when = host.free_at if host.ready else max(host.free_at, host.later[0][0])
        host.ticket = next(self._count)
        heapq.heappush(self._turns, (when, host.ticket, name))


def host_of_job(job: Job) -> str:
    """Return the host a job visits, whatever its port."""
    return host_of_address(job.address)


def host_of_address(address: str) -> str:
    """Return the host of an address, whatever its port."""
    found = _HOST.match(address)
    return found[1].lower() if found else (urlsplit(address).hostname or "").lower()
