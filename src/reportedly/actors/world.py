"""Those whom the knowledge base knows, as actors of the desk."""

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from reportedly.actors.base import SOURCES_OF_OFFICES
from reportedly.actors.known import KnownActors
from reportedly.records import Actor, ActorName, ActorSeen, Candidate, Country, Holder, Identified, OfficeHeld
from reportedly.text import fold

# A name of one word fits many; so many of them are weighed.
_MOST: Final = 8
_DAY = datetime.timedelta(days=1)


def actor_id(*parts: str) -> str:
    """Return the permanent identifier of an actor: 16 hexadecimal digits of where it first came from."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def country_actor(country: Country) -> Actor:
    """Return a country as an actor."""
    return Actor(
        id=actor_id("country", country.code),
        name=country.name,
        kind="country",
        origin="base",
        source="countries",
        country=country.code,
        names=(ActorName(name=country.name, source="countries"),),
    )


def holders_called(name: str, known: KnownActors) -> tuple[ActorSeen, ...]:
    """Return the holders of office who go by a name, each person once with every term under that name."""
    people: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for holder in known.called(name):
        people[holder.country, holder.name].append(holder)
    return tuple(seen_as(_holder(terms)) for terms in list(people.values())[:_MOST])


def actor_of(candidate: Candidate, known: KnownActors) -> Actor:
    """Return the candidate of an answer of `who` as an actor."""
    if candidate.source in SOURCES_OF_OFFICES:
        terms = [h for h in known.called(candidate.name) if _is_term_of(h, candidate)]
        return _holder(terms) if terms else _listed(candidate)
    if candidate.kind == "country" and candidate.source == "countries":
        country = known.country(candidate.country)
        return country_actor(country) if country else _listed(candidate)
    return _listed(candidate)


def meant_by(answer: Identified | None, known: KnownActors) -> Actor | None:
    """Return the one whom words mean as an actor, None where that is unsure or nobody is known."""
    if answer is None or answer.unsure or not answer.candidates:
        return None
    return actor_of(answer.candidates[0], known)


def seen_as(actor: Actor) -> ActorSeen:
    """Return an actor of whom no article has spoken, as the room weighs one."""
    return ActorSeen(
        actor=actor,
        called=tuple(dict.fromkeys(name.name for name in actor.names)),
        countries=frozenset({actor.country} if actor.country else ()),
    )


def _is_term_of(holder: Holder, candidate: Candidate) -> bool:
    return holder.name == candidate.name and holder.country == candidate.country


def _holder(terms: list[Holder]) -> Actor:
    first = terms[0]
    spelled = dict.fromkeys((first.name, *(each for term in terms for each in term.spellings)))
    return Actor(
        id=actor_id("factbook", first.country, fold(first.name)),
        name=first.name,
        kind="person",
        origin="base",
        source="factbook",
        country=first.country,
        names=tuple(ActorName(name=each, source="factbook") for each in spelled),
        offices=tuple(_office(term) for term in terms),
    )


def _office(term: Holder) -> OfficeHeld:
    """Return a term as an office; one that the source stopped showing ends with its last sight."""
    return OfficeHeld(
        title=term.title or term.office,
        source=term.source,
        roles=term.roles,
        country=term.country,
        since=term.since,
        precision=term.precision,
        until=term.until or (None if term.is_open else term.last_seen),
    )


def _listed(candidate: Candidate) -> Actor:
    name = _shown(candidate.name)
    return Actor(
        id=actor_id(candidate.source, candidate.country or "", fold(candidate.name)),
        name=name,
        kind=candidate.kind,
        origin="base",
        source=candidate.source,
        country=candidate.country,
        names=(ActorName(name=name, source=candidate.source),),
    )


def _shown(name: str) -> str:
    """Return a name of the dictionary, which writes capitals throughout, as a text would."""
    return name.title() if name.isupper() and " " in name else name


def of_ids(actors: Iterable[Actor], wanted: frozenset[str]) -> tuple[Actor, ...]:
    """Return the actors with these identifiers, each once, in order of identifier."""
    return tuple(sorted({a.id: a for a in actors if a.id in wanted}.values(), key=lambda a: a.id))
