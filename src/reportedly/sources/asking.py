"""What to do once a source has answered: the state before and the answer give the state after."""

import datetime
from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.records import Asking, Channel, Declared, Item, Watch
from reportedly.sources.pace import (
    KEPT_MOMENTS,
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Chance,
    after_quiet,
    back_off,
    early,
    interval,
)
from reportedly.sources.reply import Reply

WHOLE_SECONDS: Final = 86_400.0
"""After so long a source is asked for whole, whatever it says of being unchanged: a list that was garbled on
its way and still makes sense had the ETag of the sound one, and some servers' ETags never change."""

MOST_DAMAGED: Final = 3
"""Damaged lists in a row after which the next is asked for at once no more: that is how the source is."""


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
    damaged = watch.damaged + 1 if looked.is_damaged else 0
    if 0 < damaged <= MOST_DAMAGED:
        seconds = min(seconds, SHORTEST_SECONDS)
    moment = now + datetime.timedelta(seconds=early(seconds, chance))
    if reply.status != 304:
        watch = _whole(watch, reply, looked)
    after = msgspec.structs.replace(
        watch,
        next_at=after_quiet(moment, declared.quiet),
        interval_seconds=seconds,
        asked_at=now,
        answered_at=now,
        news_at=now if fresh else watch.news_at,
        failures=0,
        trouble=None,
        recent=recent,
        kind=looked.kind or watch.kind,
        hubs=looked.channel.hubs or watch.hubs,
        damaged=damaged,
    )
    return after, Asking(
        at=now,
        outcome="news" if fresh else "same",
        status=reply.status,
        listed=looked.listed,
        fresh=len(fresh),
    )


def _whole(watch: Watch, reply: Reply, looked: Looked) -> Watch:
    """Return what a source is known by after an answer with a list; a damaged one is not asked about again.

    The same bytes a second time are no damage: then that is the list.
    """
    is_sound = not looked.is_damaged
    return msgspec.structs.replace(
        watch,
        etag=reply.header("etag") if is_sound else None,
        last_modified=reply.header("last-modified") if is_sound else None,
        digest=looked.digest,
        whole_at=reply.came_at,
    )


def is_to_be_whole(watch: Watch, now: datetime.datetime) -> bool:
    """Return whether a source is to be asked for all it lists, and not only whether it has changed."""
    return watch.whole_at is None or (now - watch.whole_at).total_seconds() >= WHOLE_SECONDS


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
