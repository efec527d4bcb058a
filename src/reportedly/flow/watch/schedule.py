"""What a watcher has to do and when: the sources and pages it knows of, on the agenda."""

import datetime
import secrets

import msgspec

from reportedly.flow.watch.keeping_time import Timekeeper
from reportedly.flow.watch.outcomes import PageAnswer, SourceAnswer
from reportedly.records import WatchedPage, WatchedSource
from reportedly.sources.agenda import LOOK_BACK_RANK, RANKS, Agenda, Job
from reportedly.sources.asking import is_to_be_whole
from reportedly.sources.hubs import RENEW_SECONDS, callback_of, subscription
from reportedly.sources.pace import SHORTEST_SECONDS, Chance, back_off
from reportedly.sources.robots import PAUSE_SECONDS
from reportedly.store import HubPromise, Store
from reportedly.text import fold


class WatchSettings(msgspec.Struct, frozen=True, kw_only=True):
    """How a watcher works: pauses and moments in seconds.

    `most_visits` are under way at once, over all hosts. Answers are written every `write_seconds`, or
    once there are `write_answers`. Changes by other hands are seen every `refresh_seconds`, pages that
    fall due in `due_seconds` are taken into memory. `callback` is where hubs reach the desk, empty where
    they cannot.
    """

    pause_seconds: float = PAUSE_SECONDS
    most_visits: int = 100
    write_seconds: float = 1.0
    write_answers: int = 200
    refresh_seconds: float = 5.0
    due_seconds: float = 300.0
    callback: str = ""
    retry_seconds: float = 10.0


class Schedule:
    """The sources and the pages that fall due, as the record has them and as they became since."""

    def __init__(self, store: Store, settings: WatchSettings, clock: Timekeeper) -> None:
        self.agenda = Agenda()
        self.sources: dict[int, WatchedSource] = {}
        self.pages: dict[int, WatchedPage] = {}
        self._store = store
        self._settings = settings
        self._clock = clock
        self._refreshed_at: datetime.datetime | None = None
        self._looked_ahead_at: datetime.datetime | None = None

    def refresh(self, now: datetime.datetime) -> None:
        """See what people changed, and which pages fall due soon."""
        if self._refreshed_at is None or _since(self._refreshed_at, now) >= self._settings.refresh_seconds:
            for source in self._store.watching.changed_since(self._refreshed_at):
                known = self.sources.get(source.seq)
                if known is None or _is_changed(known, source):
                    self.put_source(source)
            self._refreshed_at = now
        ahead = self._settings.due_seconds / 2
        if self._looked_ahead_at is None or _since(self._looked_ahead_at, now) >= ahead:
            self._looked_ahead_at = now
            self._ask_hubs(now)
            for page in self._store.watching.due(
                now + datetime.timedelta(seconds=self._settings.due_seconds)
            ):
                self.put_page(page)

    def put_source(self, source: WatchedSource) -> None:
        """Have a source asked when it is due; a paused one is taken off."""
        self.sources[source.seq] = source
        job = Job(
            kind="source",
            seq=source.seq,
            address=source.watch.moved_to or source.declared.address,
            due_at=source.watch.next_at,
            rank=RANKS["source"],
        )
        if source.paused_at is None:
            self.agenda.add(job)
        else:
            self.agenda.drop(job.key)

    def put_page(self, page: WatchedPage) -> None:
        """Have a page asked for when it is due, unless its source is paused."""
        if page.due_at is None or page.seq in self.pages:
            return
        source = self.sources.get(page.source_seq)
        if source is not None and source.paused_at is not None:
            return
        self.pages[page.seq] = page
        rank = RANKS["page"] if page.page_id is None else LOOK_BACK_RANK
        self.agenda.add(Job(kind="page", seq=page.seq, address=page.address, due_at=page.due_at, rank=rank))

    def put_off(self, answer: SourceAnswer | PageAnswer, now: datetime.datetime, chance: Chance) -> None:
        """Have asked for again what answered with something that could not be written; later each time."""
        if isinstance(answer, SourceAnswer):
            source = self.sources.get(answer.source.seq, answer.source)
            failures = source.watch.failures + 1
            next_at = now + datetime.timedelta(seconds=back_off(failures, chance))
            watch = msgspec.structs.replace(source.watch, failures=failures, next_at=next_at)
            self.put_source(msgspec.structs.replace(source, watch=watch))
        else:
            page = self.pages.pop(answer.page.seq, answer.page)
            due_at = now + datetime.timedelta(seconds=back_off(page.tries + 1, chance))
            self.put_page(msgspec.structs.replace(page, tries=page.tries + 1, due_at=due_at))

    def conditions(self, job: Job) -> tuple[str | None, str | None]:
        """Return the validators of what is known already, for a conditional request."""
        if job.kind == "source" and job.seq in self.sources:
            watch = self.sources[job.seq].watch
            is_whole = is_to_be_whole(watch, self._clock.now())
            return (None, None) if is_whole else (watch.etag, watch.last_modified)
        if job.kind == "page" and job.seq in self.pages and self.pages[job.seq].page_id:
            page = self.pages[job.seq]
            return page.etag, page.last_modified
        return None, None

    def follows(self, source_seq: int) -> bool:
        """Return whether a source's credits are followed."""
        source = self.sources.get(source_seq)
        return source is None or source.declared.follow_credits

    def credited_soon(self, names: frozenset[str]) -> None:
        """Ask the sources soon whose titles are credited, for the original may be new there, too."""
        now = self._clock.now()
        for source in tuple(self.sources.values()):
            asked_at = source.watch.asked_at
            is_due = asked_at is None or _since(asked_at, now) >= SHORTEST_SECONDS
            if fold(source.declared.title) in names and is_due and source.watch.next_at > now:
                soon = msgspec.structs.replace(source.watch, next_at=now)
                self.put_source(msgspec.structs.replace(source, watch=soon))

    def _ask_hubs(self, now: datetime.datetime) -> None:
        """Ask the hubs of sources to tell of their news, where they can reach this desk."""
        if not self._settings.callback:
            return
        lately = now - datetime.timedelta(seconds=RENEW_SECONDS)
        for source in self._store.sources.without_hub(
            now + datetime.timedelta(seconds=RENEW_SECONDS), lately
        ):
            topic = source.watch.moved_to or source.declared.address
            promise = HubPromise(
                token=secrets.token_urlsafe(24), secret=secrets.token_urlsafe(32), topic=topic,
                hub=source.watch.hubs[0],
            )  # fmt: skip
            self._store.sources.ask_hub(source.seq, promise, now=now)
            callback = callback_of(self._settings.callback, promise.token)
            form = tuple(subscription(topic, callback, promise.secret).items())
            self.agenda.add(
                Job(kind="hub", seq=source.seq, address=promise.hub, due_at=now, rank=RANKS["hub"], form=form)
            )


def _is_changed(known: WatchedSource, now: WatchedSource) -> bool:
    """Return whether a person changed a source: what it declares, its pause, or that it is asked sooner."""
    is_sooner = now.watch.next_at < known.watch.next_at
    return known.declared != now.declared or known.paused_at != now.paused_at or is_sooner


def _since(moment: datetime.datetime, now: datetime.datetime) -> float:
    return (now - moment).total_seconds()
