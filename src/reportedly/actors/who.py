"""Who is meant by words on a day, with the candidates, the reason, and whether it is unsure."""

import datetime
from collections.abc import Sequence

from msgspec import structs

from reportedly.actors.answering import (
    MOST_CANDIDATES,
    Found,
    candidates_of,
    country_candidate,
    from_list,
    is_long_unseen,
)
from reportedly.actors.asking import Asked, read_mention
from reportedly.actors.countries import country_of, is_seat
from reportedly.actors.known import KnownActors, known_actors
from reportedly.actors.ministries import ministry_of
from reportedly.records import Country, Holder, Identified

# A surname alone may be that of somebody who holds no office.
_SURNAME_ALONE = 0.8
_SURNAME_OF_ANOTHER = 0.4  # of a full name whose given names are not the holder's


def who(words: str, day: datetime.date, language: str = "en", known: KnownActors | None = None) -> Identified:
    """Return whom words mean on a day: an office with its country, a name, a country, an organisation.

    Unsure is what several people fit, what the sources do not cover on that day, an office without its
    country, and an office whose holders nobody has listed; the answer then says so in `reason`, and
    `candidates` holds who comes next to it, if anybody.
    """
    known = known or known_actors()
    asked = read_mention(words, language, known)
    if _is_wholly_a_name(words, asked, known):
        asked = asked._replace(name=words, country=None)
    found = _whole(words, asked, day, language, known) or _by_parts(words, asked, day, known)
    return Identified(
        words=words,
        day=day,
        reason=found.reason,
        unsure=found.unsure,
        candidates=found.candidates,
        country=asked.country,
    )


def _is_wholly_a_name(words: str, asked: Asked, known: KnownActors) -> bool:
    """Return whether words that also name a country, or are read otherwise, are a name: Cécile La Grenade."""
    if asked.role or asked.is_former or " " not in words.strip():
        return False
    return bool((asked.country or not known.called(asked.name)) and known.called(words))


def _whole(words: str, asked: Asked, day: datetime.date, language: str, known: KnownActors) -> Found | None:
    """Return what the words mean as a whole, None where they have parts: a country, or a name on a list."""
    if asked.role or asked.not_listed or asked.is_former:
        return None
    if country := country_of(words, language, known):
        reason = "seat-of-government" if is_seat(words, known) else "country"
        return Found(reason, unsure=False, candidates=(country_candidate(country),))
    if ministry := ministry_of(words, language, known):
        return Found("ministry", unsure=False, candidates=(ministry,))
    if known.called(asked.name):
        return None
    listed = known.listed(words)
    return from_list(listed, day) if listed else None


def _by_parts(words: str, asked: Asked, day: datetime.date, known: KnownActors) -> Found:
    """Return who fits the office, the country and the name that the words give."""
    if asked.name:
        named = _by_name(asked, day, known)
        listed = named or _by_list(words, asked, day, known)
        return _by_surname(asked, day, known) or listed if not listed.candidates else listed
    if asked.not_listed:
        return Found("office-not-listed", unsure=True)
    if asked.country is None:
        return Found("no-country" if asked.role else "unknown-name", unsure=True)
    if asked.role is None:
        return Found("country", unsure=asked.is_former, candidates=(country_candidate(asked.country),))
    return _by_office(asked.country, asked.role, asked, day, known)


def _by_list(words: str, asked: Asked, day: datetime.date, known: KnownActors) -> Found:
    """Return whom the dictionary knows by the name; words in small letters are no name."""
    listed = known.listed(asked.name) or known.listed(words)
    if asked.country:
        listed = tuple(one for one in listed if one.country == asked.country.code)
    if asked.not_listed and not any(one.kind == "person" for one in listed):
        return Found("office-not-listed", unsure=True)
    if asked.country and not listed and asked.name.islower():
        return Found("country", unsure=True, candidates=(country_candidate(asked.country),))
    return from_list(listed, day)


def _heads(country: str, known: KnownActors) -> tuple[Holder, ...]:
    return known.ever_held(country, "chief of state") + known.ever_held(country, "head of government")


def _by_office(country: Country, role: str, asked: Asked, day: datetime.date, known: KnownActors) -> Found:
    """Return the holders of an office on a day; a `leader` without that title is either head."""
    ever = _ever(country.code, role, known)
    if role == "leader" and not any(holder.held_on(day) for holder in ever):
        ever = _heads(country.code, known)
    if not ever:
        return Found("no-such-office", unsure=True)
    if asked.is_former:
        before = [h for h in ever if (h.until or h.last_seen) < day]
        return Found("former", unsure=True, candidates=candidates_of(before[::-1][:MOST_CANDIDATES], day))
    held = [h for h in ever if h.held_on(day)]
    if held:
        held = list({h.name: h for h in reversed(held)}.values())[::-1]
        people = {h.name for h in held}
        is_unseen = all(is_long_unseen(h, day) for h in held)
        is_behind = all(h.is_open and h.last_seen < day for h in held)
        reason = "last-known" if is_behind else "long-unseen" if is_unseen else "office-on-day"
        reason = "several-fit" if len(people) > 1 else reason
        return Found(reason, unsure=reason != "office-on-day", candidates=candidates_of(held, day))
    near = [h for h in ever if (h.since or h.first_seen) <= day and h.until is None][-1:]
    return Found("day-not-covered", unsure=True, candidates=candidates_of(near, day))


def _ever(country: str, role: str, known: KnownActors) -> tuple[Holder, ...]:
    """Return who ever held an office by the word for it; Spain's prime minister is titled a president."""
    if role.startswith("deputy "):
        heads = ("President",) if role == "deputy president" else ("Minister", "Premier", "Chancellor")
        deputies = known.ever_held(country, "deputy")
        return tuple(h for h in deputies if not h.title or any(head in h.title for head in heads))
    held = known.ever_held(country, role)
    if role == "president" and not held:
        held = known.ever_held(country, "prime minister")
        return tuple(holder for holder in held if holder.title.startswith("President"))
    return held


def _by_name(asked: Asked, day: datetime.date, known: KnownActors) -> Found | None:
    """Return the holders who go by a name, cut down by office and country where the words give them."""
    called = [h for h in known.called(asked.name) if _fits(h, asked, known)]
    held = [h for h in called if h.held_on(day)]
    if held and not asked.is_former:
        return _named(held, asked, day)
    if not called:
        return None
    people = {(h.country, h.name) for h in called}
    is_past = all((h.until or h.last_seen) < day for h in called)
    reason = "former" if asked.is_former else "not-in-office"
    unsure = not (asked.is_former and is_past and len(people) == 1)
    return Found(reason, unsure=unsure, candidates=candidates_of(called[:MOST_CANDIDATES], day))


def _by_surname(asked: Asked, day: datetime.date, known: KnownActors) -> Found | None:
    """Return who held office under the surname of a full name that nobody goes by, always unsure."""
    held = [h for h in known.of_surname(asked.name) if h.held_on(day) and _fits(h, asked, known)]
    if not held:
        return None
    told = (
        structs.replace(each, confidence=_SURNAME_OF_ANOTHER)
        for each in candidates_of(held, day)[:MOST_CANDIDATES]
    )
    return Found("surname-alone", unsure=True, candidates=tuple(told))


def _named(held: Sequence[Holder], asked: Asked, day: datetime.date) -> Found:
    """Return the holders of a name on a day; a surname alone is told with less confidence."""
    people = {(h.country, h.name) for h in held}
    if len(people) > 1:
        return Found("several-fit", unsure=True, candidates=candidates_of(held, day))
    if all(h.is_open and h.last_seen < day for h in held):
        return Found("last-known", unsure=True, candidates=candidates_of(held, day))
    if asked.role or asked.country:
        return Found(
            "name-and-office" if asked.role else "name",
            unsure=False,
            candidates=candidates_of(held, day),
        )
    is_short = len(asked.name.split()) == 1
    scale = _SURNAME_ALONE if is_short else 1.0
    told = tuple(
        structs.replace(c, confidence=round(c.confidence * scale, 2)) for c in candidates_of(held, day)
    )
    return Found("surname" if is_short else "name", unsure=False, candidates=told)


def _fits(holder: Holder, asked: Asked, known: KnownActors) -> bool:
    if asked.country and holder.country != asked.country.code:
        return False
    if asked.role is None:
        return True
    fitting = _ever(holder.country, asked.role, known)
    return holder in fitting or (asked.role == "leader" and holder in _heads(holder.country, known))
