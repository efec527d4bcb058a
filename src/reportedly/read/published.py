"""When the article was published and last updated."""

import datetime
import itertools
from collections.abc import Iterable, Sequence

import msgspec

from reportedly.read.date_candidates import Candidate, marked_candidates
from reportedly.read.date_order import in_page_order
from reportedly.read.date_zones import before_fetching, in_local_zone, is_exact, moment_of, most_exact
from reportedly.read.mastheads import masthead_candidates
from reportedly.read.printed_dates import (
    SURE_BESIDE,
    SURE_DATE_LINE,
    far_candidates,
    printed_candidates,
)
from reportedly.read.printed_moments import yearless
from reportedly.read.sight import Sight
from reportedly.records import Field, Timestamp

# Between the days of one moment in two zones lies a day at most; more is another moment.
_NEXT_DAY = datetime.timedelta(days=1)
# A date beside the headline that is earlier than the markup's outvotes all of it: the markup then
# tells when the page was built or moved. On 812 labelled pages it decided 5 times, rightly.
_EARLIER_SHOWN = 2.5
# What a page shows or says of a "date" on the day of its last update counts for little.
_OF_UPDATE = 0.3
# An address keeps the day on which a draft was begun: beside markup it only decides between equals.
_ADDRESS_BESIDE = 0.04
# The day under which an outlet publishes an old article anew outvotes all that tells of the first time.
# Of 8 such pages the labels followed the outlet on 7; with a label or a time beside it they did not.
_NEW_DAY = 4.0
_LONG_AFTER = datetime.timedelta(days=30)
# A printed date less sure than this stands far from the article.
_SEEN_FROM = 0.4
# The day that an outlet both prints and puts in its address is its own, whatever UTC says.
_LOCAL_DAY = 2.0
_SURE_FROM_CREATED = 0.4
_SURE_FROM_UPDATED = 0.3
# So sure a candidate is, no label elsewhere on the page can teach us more.
_SURE_ENOUGH = 0.5
# Beyond so many printed dates a page is a calendar, and comparing all with all takes too long.
_MOST_PRINTED = 100
_STRONG = ("json-ld", "meta", "microdata", "attribute")
# Beside what these say, a moment "as of" which a page holds can be an update.
_TELLING = ("json-ld", "meta", "plain-meta", "microdata", "attribute", "label", "shown")
_LABELLED = ("label", "as-of")
# What speaks of a page as a whole, not of one of the things on it.
_OF_PAGE = ("meta", "plain-meta", "address", *_LABELLED)
_SHOWN = ("shown", "label", "as-of")


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """The publish time and the time of the last update, None where the page does not say."""

    published: Field[Timestamp] | None = None
    updated: Field[Timestamp] | None = None


def find_times(sight: Sight, fetched_at: datetime.datetime | None = None) -> Times:
    """Return when the article was published and updated.

    What the markup says, what stands in the address and what is printed around the article are
    candidates; `choose_times` chooses. Nothing later than `fetched_at` is believed.
    """
    candidates = [*marked_candidates(sight), *itertools.islice(printed_candidates(sight), _MOST_PRINTED)]
    if not any(c.role == "published" and c.sure >= _SURE_ENOUGH for c in candidates):
        candidates += itertools.islice(far_candidates(sight), _MOST_PRINTED)
    if candidates and all(c.stamp.time is None for c in candidates):
        days = list(dict.fromkeys(c.stamp.date for c in candidates))
        candidates += [found for i in sight.near() for found in yearless(sight, i, days)]
    return choose_times(in_page_order(sight, candidates, fetched_at), fetched_at)


def find_stated_times(sight: Sight, fetched_at: datetime.datetime | None, *, is_printed: bool) -> Times:
    """Return when a page that is no article was published and updated, by what speaks of the whole page.

    That are its meta tags, its address and, where `is_printed`, the one day it prints with a label or
    alone in its masthead: schema.org data and other dates are those of what it lists.
    """
    candidates = marked_candidates(sight)
    if is_printed:
        printed = list(itertools.islice(far_candidates(sight), _MOST_PRINTED))
        labelled = [c for c in printed if c.source in _LABELLED]
        mastheads = list(itertools.islice(masthead_candidates(sight), _MOST_PRINTED))
        for alike in (labelled, mastheads):
            if len({c.stamp.date for c in alike}) == 1:
                candidates += alike
                break
    return choose_times([c for c in candidates if c.source in (*_OF_PAGE, "shown")], fetched_at)


def choose_times(candidates: Iterable[Candidate], fetched_at: datetime.datetime | None = None) -> Times:
    """Return the publish and update time that the candidates speak for.

    Days are voted on: every kind of source has one vote of its weight. The original outweighs the
    day of the update, a date beside the headline a later one in the markup. On the day chosen the
    most exact time wins. Where only a making or an update is known, it stands in with little confidence.
    """
    told = (before_fetching(c, fetched_at) if fetched_at else c for c in candidates)
    known = _resolved([c for c in told if c is not None])
    published = _published(_of(known, "published"), _of(known, "updated"))
    if published is None:
        return _stand_in(known, _updated(known))
    first = published.stamp
    updated = _updated([c for c in known if c.role != "updated" or _is_later(c.stamp, first)])
    if updated is not None and not _is_later(updated.stamp, first):
        updated = None
    return Times(published=published.field(), updated=updated.field() if updated else None)


def _resolved(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates with those "as of" a moment as updates where something earlier is known."""
    others = [c.stamp for c in candidates if c.role == "published" and c.source in _TELLING]
    return [
        msgspec.structs.replace(c, role="updated", source="label")
        if c.source == "as-of" and any(_is_before(s, c.stamp) for s in others)
        else c
        for c in candidates
    ]


def _is_before(one: Timestamp, other: Timestamp) -> bool:
    """Return whether a moment is surely before another: on an earlier day, or by clocks of one zone."""
    if one.time is None or other.time is None or one.date != other.date:
        return one.date < other.date
    zones = {one.utc_offset_minutes, other.utc_offset_minutes}
    # An outlet prints its own clock, whose zone its markup names; UTC may be another clock.
    return (len(zones) == 1 or (None in zones and 0 not in zones)) and one.time < other.time


def _of(candidates: Sequence[Candidate], role: str) -> list[Candidate]:
    return [c for c in candidates if c.role == role]


def _updated(known: list[Candidate]) -> Candidate | None:
    """Return the surest update, in the outlet's zone and as exact as the others of its day make it."""
    local = [in_local_zone(c, known) for c in _of(known, "updated")]
    best = max(local, key=lambda c: c.sure, default=None)
    return most_exact([c for c in local if best and c.stamp.date == best.stamp.date])


def _stand_in(known: list[Candidate], updated: Candidate | None) -> Times:
    """Return what is known of an article whose publishing nothing names."""
    created = max(_of(known, "created"), key=lambda c: c.sure, default=None)
    later = updated.field() if updated else None
    source, sure = (created, _SURE_FROM_CREATED) if created else (updated, _SURE_FROM_UPDATED)
    if source is None:
        return Times()
    return Times(published=msgspec.structs.replace(source.field(), confidence=sure), updated=later)


def _is_later(updated: Timestamp, published: Timestamp) -> bool:
    """Return whether an update tells of something after the publishing.

    The same moment in another zone is none; without zones the days decide.
    """
    moments = [moment_of(stamp) for stamp in (updated, published)]
    if moments[0] and moments[1]:
        return moments[0] > moments[1]
    return updated.date >= published.date and updated != published


def _published(candidates: list[Candidate], updates: list[Candidate]) -> Candidate | None:
    """Return the candidate for the publish time with the most votes for its day, made most exact."""
    if not candidates:
        return None
    local = [in_local_zone(c, candidates) for c in candidates]
    votes: dict[datetime.date, dict[str, float]] = {}
    for candidate in local:
        day = _day_meant(candidate, local)
        kinds = votes.setdefault(day, {})
        vote = _vote(candidate, local, updates)
        kinds[candidate.source] = max(vote, kinds.get(candidate.source, 0.0))
    # Ties go to the candidate named first, which is the surest.
    best = max(votes, key=lambda day: sum(votes[day].values()))
    return most_exact([c for c in local if c.stamp.date == best])


def _vote(candidate: Candidate, known: list[Candidate], updates: list[Candidate]) -> float:
    """Return the weight of a candidate's vote for its day."""
    day = candidate.stamp.date
    others = [c.stamp.date for c in known if c.source in _STRONG and c is not candidate]
    if not others:
        return candidate.sure
    if _is_new_day(candidate, known, updates):
        return _NEW_DAY
    is_weak = candidate.source in ("shown", "plain-meta") or candidate.stamp.time is None
    if is_weak and min(others) < day - _NEXT_DAY and any(c.stamp.date == day for c in updates):
        return candidate.sure * _OF_UPDATE
    if _is_local_day(day, known, [c.stamp for c in known if c.source in _STRONG]):
        return _LOCAL_DAY
    if candidate.source == "address":
        return _ADDRESS_BESIDE
    rest = [other for other in others if other != day]
    is_shown = candidate.source in _SHOWN and candidate.sure >= SURE_DATE_LINE
    if is_shown and rest and day < min(rest) - _NEXT_DAY:
        borne_out = any(c.stamp.date in rest for c in known if c.source in ("address", "shown"))
        return candidate.sure if borne_out else _EARLIER_SHOWN
    return candidate.sure


def _is_new_day(candidate: Candidate, known: list[Candidate], updates: list[Candidate]) -> bool:
    """Return whether an outlet has dated an old article anew.

    The one day it prints, without a label or a time, is that of the last change in the markup, and
    long after the first publishing there. With a time or a label it only tells of the change.
    """
    day = candidate.stamp.date
    if candidate.source != "shown" or candidate.sure < SURE_BESIDE or candidate.stamp.time:
        return False
    printed = {c.stamp.date for c in (*known, *updates) if c.source in _SHOWN and c.sure >= _SEEN_FROM}
    first = max(c.stamp.date for c in known if c.source in _STRONG)
    changed = any(c.stamp.date == day for c in updates if c.source in _STRONG)
    return changed and printed == {day} and day - first >= _LONG_AFTER


def _day_meant(candidate: Candidate, known: list[Candidate]) -> datetime.date:
    """Return the day a candidate votes for: a bare day next to an exact time in the markup votes for it.

    A printed issue can be dated a day ahead. Where a day is printed and stands in the address too, it
    is the outlet's own day, and the time in the markup is that of another zone.
    """
    day = candidate.stamp.date
    if candidate.stamp.time is not None or candidate.source in _STRONG:
        return day
    if any(c.stamp.date == day and (c.stamp.time or c.source in _STRONG) for c in known):
        return day
    exact = [c.stamp for c in known if c.source in _STRONG and is_exact(c.stamp)]
    if _is_local_day(day, known, exact):
        return day
    return next((s.date for s in exact if abs(s.date - day) == _NEXT_DAY), day)


def _is_local_day(day: datetime.date, known: list[Candidate], exact: list[Timestamp]) -> bool:
    """Return whether a day is both printed and in the address, against markup in UTC only."""
    kinds = {c.source for c in known if c.stamp.date == day}
    return "address" in kinds and bool(kinds & set(_SHOWN)) and all(s.utc_offset_minutes == 0 for s in exact)
