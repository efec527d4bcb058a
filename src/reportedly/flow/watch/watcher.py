"""The watcher: one loop that visits, writes and reads, and can be killed at any moment.

All it knows that is not in the record can be found out again: an answer that was not written is asked
for again, and what was written was written whole.
"""

import asyncio
import datetime
import json
import logging
from typing import Final

import msgspec

from reportedly.flow.watch.keeping_time import Timekeeper
from reportedly.flow.watch.outcomes import PageAnswer, SourceAnswer, look_at
from reportedly.flow.watch.reading import Reader, Rooms
from reportedly.flow.watch.schedule import Schedule, WatchSettings
from reportedly.flow.watch.tally import Tally
from reportedly.flow.watch.visiting import Hosts, Visit, Visitor
from reportedly.flow.watch.writing import Writing, Written
from reportedly.records import StoreError, Watch, WatchedSource
from reportedly.sources.addresses import whole_address
from reportedly.sources.agenda import RANKS, Job, host_of_job
from reportedly.sources.pace import Chance
from reportedly.sources.reply import Reply
from reportedly.sources.web_client import WebClient
from reportedly.store import Store

MOST_HOPS: Final = 10
"""Redirects that are followed; browsers stop at 20, and no news site measured needs more than 4."""

_Answer = SourceAnswer | PageAnswer

_log = logging.getLogger("reportedly.watch")


class Watcher:
    """Watches the sources of one record until it is stopped."""

    def __init__(
        self,
        store: Store,
        client: WebClient,
        *,
        clock: Timekeeper,
        chance: Chance,
        settings: WatchSettings | None = None,
        rooms: Rooms | None = None,
    ) -> None:
        """Watch with these; `rooms` read each kept page; None leaves that to others."""
        self.settings = settings or WatchSettings()
        self.tally = Tally()
        self._store = store
        self._clock = clock
        self._chance = chance
        self._schedule = Schedule(store, self.settings, clock)
        self._hosts = Hosts(self.settings.pause_seconds, chance)
        self._visitor = Visitor(client, self._hosts)
        self._reader = rooms and Reader(
            store,
            rooms,
            clock=clock,
            tally=self.tally,
            follows=self._schedule.follows,
            credited=self._schedule.credited_soon,
        )
        self._arrived: list[Visit] = []
        self._answers: list[_Answer] = []
        self._answered_at: datetime.datetime | None = None
        self._held_until: datetime.datetime | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()
        self._under_way = 0
        self._stopped = False

    @property
    def reader(self) -> Reader | None:
        """Return what reads the kept pages, None where nobody does here."""
        return self._reader

    def stop(self) -> None:
        """End the watch once what is under way has come in and is written."""
        self._stopped = True
        self._woken.set()

    async def run(self) -> None:
        """Watch until `stop`."""
        _tell("watch began", sources=len(self._store.sources.all()))
        reading = asyncio.create_task(self._reader.run()) if self._reader else None
        try:
            while not self._stopped:
                await self._turn()
            await self._finish()
        finally:
            for task in (*self._tasks, *((reading,) if reading else ())):
                task.cancel()
            await asyncio.gather(*self._tasks, *((reading,) if reading else ()), return_exceptions=True)
            _tell("watch ended", **self.tally.counts)

    async def _turn(self) -> None:
        """Do all that can be done now, then rest until there is more."""
        now = self._clock.now()
        self._woken.clear()
        self._take_in()
        self._schedule.refresh(now)
        self._write(now)
        self._set_out(now)
        self.tally.turned_at, self.tally.jobs = now, len(self._schedule.agenda)
        self.tally.visits, self.tally.unwritten = self._under_way, len(self._answers)
        if not self._arrived:
            await self._clock.rest(self._next_turn(now), self._woken, is_busy=self._under_way > 0)

    def _next_turn(self, now: datetime.datetime) -> datetime.datetime:
        moments = [now + datetime.timedelta(seconds=self.settings.refresh_seconds)]
        next_visit = self._schedule.agenda.next_at()
        if next_visit is not None and self._may_set_out():
            moments.append(next_visit)
        if self._answered_at is not None:
            moments.append(self._answered_at + datetime.timedelta(seconds=self.settings.write_seconds))
        if self._held_until is not None:
            return max(min(moments), self._held_until) if self._answers else self._held_until
        return min(moments)

    def _may_set_out(self) -> bool:
        return self._under_way < self.settings.most_visits and self._held_until is None

    async def _finish(self) -> None:
        """Wait for what is under way, and write it."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=10.0)
        self._take_in()
        self._write(self._clock.now(), at_once=True)

    # visits

    def _set_out(self, now: datetime.datetime) -> None:
        while self._may_set_out():
            job = self._schedule.agenda.take(now)
            if job is None:
                return
            self._under_way += 1
            task = asyncio.create_task(self._visit(job, now))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _visit(self, job: Job, now: datetime.datetime) -> None:
        etag, since = self._schedule.conditions(job)
        try:
            visit = await self._visitor.visit(job, etag=etag, since=since, now=now)
        except Exception as error:  # noqa: BLE001  # one visit must not end the watch; what happened is told
            _log.exception("a visit to %s failed", job.address)
            words = f"Reportedly failed on this answer ({type(error).__name__}); please report it."
            reply = Reply(address=job.address, came_at=now, hitch="broken", words=words)
            visit = Visit(job=job, reply=reply)
        self._arrived.append(visit)
        self._woken.set()

    def _take_in(self) -> None:
        """Turn the visits that have ended into answers, redirects into further visits."""
        arrived, self._arrived = self._arrived, []
        self._under_way -= len(arrived)
        for visit in arrived:
            self.tally.counts["requests"] += 1
            self.tally.counts["bytes"] += len(visit.reply.body)
            self._schedule.agenda.leave(host_of_job(visit.job), self._hosts.free_at(visit))
            if visit.job.kind == "hub":
                _tell("hub asked", hub=visit.job.address, answer=visit.reply.told())
            elif visit.is_rules:
                self._after_rules(visit)
            elif not self._redirected(visit):
                self._answered(visit)

    def _after_rules(self, visit: Visit) -> None:
        """Put the job back that a look at the rules came before; a source's trouble with them is its own."""
        if visit.is_trouble and visit.job.kind == "source":
            self._answered(visit)
        else:
            wait = datetime.timedelta(seconds=self._hosts.wait_seconds(visit) if visit.is_trouble else 0.0)
            self._schedule.agenda.add(msgspec.structs.replace(visit.job, due_at=visit.reply.came_at + wait))

    def _redirected(self, visit: Visit) -> bool:
        """Return whether a visit was sent on; the next hop waits its turn at its host."""
        job, target = visit.job, visit.reply.redirects_to
        if target is None:
            return False
        address = whole_address(target, job.address)
        if address is None or job.hops >= MOST_HOPS:
            reply = msgspec.structs.replace(
                visit.reply, hitch="broken", words=f"It redirects {MOST_HOPS} times, or to no web address."
            )
            self._answered(msgspec.structs.replace(visit, reply=reply))
            return True
        began_at = job.began_at or job.address
        hop = msgspec.structs.replace(job, address=address, hops=job.hops + 1, began_at=began_at)
        self._schedule.agenda.add(msgspec.structs.replace(hop, due_at=visit.reply.came_at))
        return True

    def _answered(self, visit: Visit) -> None:
        answer = self._answer(visit)
        if answer is not None:
            self._answers.append(answer)
            self._answered_at = self._answered_at or self._clock.now()

    def _answer(self, visit: Visit) -> _Answer | None:
        job, reply = visit.job, visit.reply
        if job.kind == "page":
            page = self._schedule.pages.get(job.seq)
            is_forbidden = visit.is_forbidden
            return None if page is None else PageAnswer(page=page, reply=reply, is_forbidden=is_forbidden)
        source = self._schedule.sources.get(job.seq)
        if source is None:
            return None
        looked, items = (None, ()) if visit.is_trouble else look_at(_as_part(source, job), reply)
        moved = job.address if job.hops and visit.is_moved else None
        return SourceAnswer(
            source=source, reply=reply, looked=looked, items=items, moved_to=moved, is_part=job.kind == "list"
        )

    # the record

    def _write(self, now: datetime.datetime, *, at_once: bool = False) -> None:
        """Write the answers, if it is time; where the record cannot be written they are held."""
        if not self._answers or self._answered_at is None:
            return
        waited = (now - self._answered_at).total_seconds() >= self.settings.write_seconds
        if not (at_once or waited or len(self._answers) >= self.settings.write_answers):
            return
        if self._held_until is not None and now < self._held_until and not at_once:
            return
        answers = self._latest()
        try:
            done = self._written(answers, now)
        except StoreError as error:
            self._hold(now, error)
            return
        self._answers, self._answered_at, self._held_until = [], None, None
        self.tally.store_trouble, self.tally.written_at = None, now
        for some, written in done:
            self._after_writing(some, written)

    def _written(self, answers: list[_Answer], now: datetime.datetime) -> list[tuple[list[_Answer], Written]]:
        """Write all answers at once; where one of them cannot be made sense of, each by itself without it."""
        try:
            with self._store.watching.round() as round_:
                writing = Writing(round_, now=now, chance=self._chance, body_of=self._store.watching.body_of)
                return [(answers, writing.write(answers))]
        except StoreError:
            raise
        except Exception:  # noqa: BLE001  # one answer must not end the watch; what happened is told
            if len(answers) == 1:
                _log.exception("an answer cannot be written and is put off: %s", answers[0].reply.address)
                self.tally.counts["answers_failed"] += 1
                self._schedule.put_off(answers[0], now, self._chance)
                return []
        return [done for answer in answers for done in self._written([answer], now)]

    def _latest(self) -> list[_Answer]:
        """Return the answers, each with its source as it is known now: a person may have changed it."""
        return [
            msgspec.structs.replace(each, source=self._schedule.sources.get(each.source.seq, each.source))
            if isinstance(each, SourceAnswer)
            else each
            for each in self._answers
        ]

    def _hold(self, now: datetime.datetime, error: StoreError) -> None:
        """Set out no more until the record can be written again; what has come in is kept in memory."""
        self._held_until = now + datetime.timedelta(seconds=self.settings.retry_seconds)
        if self.tally.store_trouble is None:
            _tell("record cannot be written", trouble=str(error))
        self.tally.store_trouble = str(error)

    def _after_writing(self, answers: list[_Answer], written: Written) -> None:
        self.tally.counts.update(
            pages_found=written.fresh, pages_kept=written.kept, pages_gone=written.removed
        )
        for answer in answers:
            if isinstance(answer, PageAnswer):
                self._schedule.pages.pop(answer.page.seq, None)
        for seq in written.dropped:
            self._schedule.pages.pop(seq, None)
            self._schedule.agenda.drop(("page", seq, ""))
        for source, watch in written.sources:
            self._told_of(source, watch)
            self._schedule.put_source(msgspec.structs.replace(source, watch=watch))
        horizon = self._clock.now() + datetime.timedelta(seconds=self.settings.due_seconds)
        for page in written.pages:
            if page.due_at is not None and page.due_at <= horizon:
                self._schedule.put_page(page)
        for source, item in written.parts:
            self._schedule.agenda.add(
                Job(
                    kind="list", seq=source.seq, address=item.address, due_at=self._clock.now(),
                    rank=RANKS["list"],
                )
            )  # fmt: skip
        if self._reader is not None and written.kept:
            self._reader.wake()

    def _told_of(self, source: WatchedSource, watch: Watch) -> None:
        if watch.trouble is not None:
            self.tally.counts["source_failures"] += 1
            _tell("source failed", source=source.declared.name, failures=watch.failures, why=watch.trouble)
        elif source.watch.trouble is not None:
            _tell("source recovered", source=source.declared.name)


def _as_part(source: WatchedSource, job: Job) -> WatchedSource:
    """Return a source, or for a list of it one of which nothing is known: its kind may be another."""
    if job.kind == "source":
        return source
    blank = Watch(next_at=source.watch.next_at)
    declared = msgspec.structs.replace(source.declared, kind="", address=job.address)
    return msgspec.structs.replace(source, declared=declared, watch=blank)


def _tell(event: str, **fields: object) -> None:
    """Write a line of the structured log: JSON with the event and its fields."""
    _log.info(json.dumps({"event": event, **fields}, ensure_ascii=False, default=str))
