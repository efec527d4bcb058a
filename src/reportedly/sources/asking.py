"""What to do once a source has answered: the state before and the answer give the state after."""

import datetime
from collections.abc import Sequence

import msgspec

from reportedly.records import Asking, Channel, Declared, Item, Watch
from reportedly.sources.pace import (
    KEPT_MOMENTS,
    LONGEST_SECONDS,
    Chance,
    after_quiet,
    back_off,
    early,
    interval,
)
from reportedly.sources.reply import Reply


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a source listed this time: what it says of itself, all items, and which were new to the record.

    `kind` is the name of the kind it turned out to be; `trouble` says why it could not be read as one.
    `is_damaged` says that some of it may be missing: it is asked for whole the next time.
    """

    kind: str = ""
    channel: Channel = Channel()
    listed: int = 0
    fresh: Sequence[Item] = ()
    digest: str | None = None
    trouble: str | None = None
    is_damaged: bool = False


def first_watch(now: datetime.datetime) -> Watch:
    """Return the state of a source that was just added: to be asked at once."""
    return Watch(next_at=now)


def after_asking(
    declared: Declared, watch: Watch, reply: Reply, looked: Looked | None, *, chance: Chance
) -> tuple[Watch, Asking]:
    """Return the state of a source after an answer, and the asking as it goes into its history.

    `looked` is what was listed, None where nothing was to be read: the answer was no news or trouble.
    """
    now = reply.came_at
    if reply.status == 304 or (looked is not None and looked.trouble is None):
        return _sound(declared, watch, reply, looked or Looked(digest=watch.digest), chance)
    words = looked.trouble if looked is not None and looked.trouble else reply.told()
    failures = watch.failures + 1
    wait = reply.retry_after_seconds
    seconds = back_off(failures, chance) if wait is None else max(wait, back_off(1, chance))
    if reply.status == 410:
        words, seconds = "The site says that it is gone for good (410).", 4 * LONGEST_SECONDS
    next_at = after_quiet(now + datetime.timedelta(seconds=seconds), declared.quiet)
    failed = msgspec.structs.replace(watch, next_at=next_at, asked_at=now, failures=failures, trouble=words)
    return failed, Asking(at=now, outcome="failed", status=reply.status, words=words)


def _sound(
    declared: Declared, watch: Watch, reply: Reply, looked: Looked, chance: Chance
) -> tuple[Watch, Asking]:
    now, fresh = reply.came_at, looked.fresh
    recent = (*watch.recent, *_appeared(fresh, now, is_first=watch.answered_at is None))
    recent = tuple(sorted(recent))[-KEPT_MOMENTS:]
    seconds = _seconds(declared, watch, looked, recent, now)
    moment = now + datetime.timedelta(seconds=early(seconds, chance))
    is_answer, is_whole = reply.status != 304, not looked.is_damaged
    etag, modified = (
        reply.header("etag") if is_whole else None,
        reply.header("last-modified") if is_whole else None,
    )
    after = msgspec.structs.replace(
        watch,
        next_at=after_quiet(moment, declared.quiet),
        interval_seconds=seconds,
        etag=etag if is_answer else watch.etag,
        last_modified=modified if is_answer else watch.last_modified,
        digest=looked.digest if is_whole else None,
        asked_at=now,
        answered_at=now,
        news_at=now if fresh else watch.news_at,
        failures=0,
        trouble=None,
        recent=recent,
        kind=looked.kind or watch.kind,
        hubs=looked.channel.hubs or watch.hubs,
    )
    return after, Asking(
        at=now,
        outcome="news" if fresh else "same",
        status=reply.status,
        listed=looked.listed,
        fresh=len(fresh),
    )


def _appeared(fresh: Sequence[Item], now: datetime.datetime, *, is_first: bool) -> list[datetime.datetime]:
    """Return when new items appeared: as they say, else now; undated ones of the first look say nothing."""
    moments = []
    for item in fresh:
        told = item.published or item.updated
        if told is not None and told <= now:
            moments.append(told)
        elif not is_first:
            moments.append(now)
    return moments


def _seconds(
    declared: Declared,
    watch: Watch,
    looked: Looked,
    recent: tuple[datetime.datetime, ...],
    now: datetime.datetime,
) -> float:
    """Return the interval: as declared, else by how often it publishes and how seldom it wants to be asked.

    Where half of what is listed was new, items are about to roll off the list: it is asked twice as often.
    """
    if declared.every_seconds is not None:
        return declared.every_seconds
    seconds = interval(recent, now)
    if watch.answered_at is not None and looked.listed >= 6 and 2 * len(looked.fresh) >= looked.listed:
        seconds = min(seconds, max(watch.interval_seconds / 2, 60.0))
    return max(seconds, min(looked.channel.every_seconds or 0.0, LONGEST_SECONDS))
