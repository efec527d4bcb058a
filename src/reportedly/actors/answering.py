"""What `who` tells of holders of office, of the rows of a dictionary, and of countries, as candidates."""

import datetime
from collections.abc import Sequence
from typing import Final, NamedTuple

from reportedly.records import Candidate, Country, Holder, Listed

MOST_CANDIDATES: Final = 8
"""So many people at most are told who fit, but not on that day."""
# Behind the last sight of a holder whose successor is known later, the answer is unsure after so long:
# somebody may have come between (in Peru two presidents did from 2017 to 2020, while nobody looked).
_UNSEEN = datetime.timedelta(days=366)
_SEEN, _BETWEEN, _LONG_UNSEEN, _NOT_THEN = 0.95, 0.85, 0.5, 0.3
_LISTED, _LISTED_THEN = 0.6, 0.8
# The dictionary knows of no change after this day: what it leaves open may have ended since.
_CLOSED_SOURCE = "phoenix"
_CLOSED = datetime.date(2014, 1, 30)


class Found(NamedTuple):
    """An answer before it is told: the reason, whether it is unsure, and the candidates."""

    reason: str
    unsure: bool
    candidates: tuple[Candidate, ...] = ()


def from_list(listed: Sequence[Listed], day: datetime.date) -> Found:
    """Return what the dictionary has under a name: codes that apply on the day first, each actor once."""
    if not listed:
        return Found("unknown-name", unsure=True)
    people = [one for one in listed if one.kind == "person"]
    then = [one for one in people if one.holds_on(day) and (one.last or (one.first and day <= _CLOSED))]
    chosen = then or people or list(listed)
    told = {_actor(one): _listed(one, is_then=one in then) for one in reversed(chosen)}
    unsure = len(told) > 1 or bool(people and not then)
    if not people and all(one.source != _CLOSED_SOURCE for one in listed):
        return Found("organisation", unsure=unsure, candidates=tuple(told.values())[:MOST_CANDIDATES])
    return Found("listed-name", unsure=unsure, candidates=tuple(told.values())[:MOST_CANDIDATES])


def _actor(one: Listed) -> tuple[str, str | None]:
    """Return what makes two rows of the dictionary one actor: people's names, the codes of all else."""
    return (one.name if one.kind == "person" else one.code, one.country)


def _listed(one: Listed, *, is_then: bool) -> Candidate:
    return Candidate(
        name=one.name,
        kind=one.kind,
        country=one.country,
        title=None,
        office=one.code,
        since=one.first,
        until=one.last,
        source=one.source,
        confidence=_LISTED_THEN if is_then or one.kind != "person" else _LISTED,
    )


def candidates_of(holders: Sequence[Holder], day: datetime.date) -> tuple[Candidate, ...]:
    """Return the holders as candidates; who is head of state and of government comes once."""
    once = {(h.country, h.name, h.title, h.until): h for h in reversed(holders)}
    return tuple(_candidate(holder, day) for holder in list(once.values())[::-1])


def is_long_unseen(holder: Holder, day: datetime.date) -> bool:
    """Return whether a holder was last seen so long before a day that somebody may have come between."""
    return day - holder.last_seen > _UNSEEN


def _candidate(holder: Holder, day: datetime.date) -> Candidate:
    """Return a holder as a candidate; the confidence says how the day lies to the sights."""
    if not holder.held_on(day):
        confidence = _NOT_THEN
    elif holder.seen_on(day):
        confidence = _SEEN
    else:
        is_weak = (holder.is_open and holder.last_seen < day) or is_long_unseen(holder, day)
        confidence = _LONG_UNSEEN if is_weak else _BETWEEN
    return Candidate(
        name=holder.name,
        kind="person",
        country=holder.country,
        title=holder.title or None,
        office="deputy" if holder.is_deputy else holder.office,
        since=holder.since,
        precision=holder.precision,
        until=holder.until,
        last_seen=holder.last_seen,
        source=holder.source,
        confidence=confidence,
    )


def country_candidate(country: Country) -> Candidate:
    """Return a country as a candidate."""
    return Candidate(
        name=country.name, kind="country", country=country.code, source="countries", confidence=_SEEN
    )
