"""Who is meant, given those who may be: the rules that settle, join, leave open, or make somebody new."""

from collections.abc import Sequence
from typing import Final

import msgspec

from reportedly.actors.candidates import Candidates, Weighing
from reportedly.actors.people import Person
from reportedly.actors.weighing import ENOUGH, LEAD, NEAR, name_rank, with_company
from reportedly.actors.world import actor_id
from reportedly.language import Language
from reportedly.records import Actor, ActorName, Resolution, Weighed
from reportedly.text import fold

_KEPT_CANDIDATES: Final = 5  # so many are kept with a resolution; a person chooses among few
_CERTAIN: Final = 1.0
_NEW: Final = 0.7  # how sure it is that somebody named in full whom nobody comes near is new
_FULL_NAME: Final = 2  # words


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """Who is meant, with the reason and the candidates that were left."""

    actor_id: str | None
    reason: str
    score: float
    candidates: tuple[Weighed, ...]


def decide(
    people: Sequence[Person],
    found: Sequence[Candidates],
    parts: frozenset[int],
    weighing: Weighing,
    page_sha256: str,
    language: Language,
) -> tuple[tuple[Resolution, ...], tuple[Actor, ...]]:
    """Return who each person of an article is, in order, and the actors that are new.

    Those with the fullest and most alike names are decided first: two people whom one article names apart
    are never one actor. `parts` are the places of those who speak or are spoken for or to.
    """
    order = sorted(range(len(people)), key=lambda at: _first_decided(people[at], found[at]))
    taken: dict[str, int] = {}
    decided: dict[int, Decided] = {}
    made: list[Actor] = []
    for at in order:
        left = _left(people[at], found[at], taken, people)
        one = _settle(left, weighing, frozenset(taken))
        actor = _new_actor(people[at], page_sha256)
        is_new = one.actor_id is None and at in parts and _may_be_new(people[at], one, language)
        made += [actor] if is_new else []
        if is_new or one.actor_id == actor.id:  # or became one when the page was read before
            one = _as_new(one, actor.id)
        if one.actor_id is not None:
            taken.setdefault(one.actor_id, at)
        decided[at] = one
    return tuple(_resolution(people[at], decided[at], found[at]) for at in range(len(people))), tuple(made)


def _as_new(one: Decided, own: str) -> Decided:
    """Return the decision that somebody is an actor whom this page is the first to name."""
    others = tuple(each for each in one.candidates if each.actor_id != own)
    return msgspec.structs.replace(one, actor_id=own, reason="new", score=_NEW, candidates=others)


def _first_decided(person: Person, found: Candidates) -> tuple[int, int, float]:
    best = found.weighed[0] if found.weighed else None
    rank = name_rank(best) if best else len(person.name)
    return (-len(person.name.split()), rank, -(best.score if best else 0.0))


def _left(person: Person, found: Candidates, taken: dict[str, int], people: Sequence[Person]) -> Candidates:
    """Return the candidates without those whom the article names apart from this person in full."""
    if not found.is_person:
        return found
    own = fold(person.name)
    kept = tuple(
        one
        for one in found.weighed
        if one.actor_id not in taken
        or len(own.split()) < _FULL_NAME
        or fold(people[taken[one.actor_id]].name) == own
    )
    return msgspec.structs.replace(found, weighed=kept)


def _settle(found: Candidates, weighing: Weighing, others: frozenset[str]) -> Decided:
    """Return the candidate who has enough and leads; nobody where several do or none has enough."""
    if found.settled is not None:
        best = found.weighed[0]
        return _decided(best.actor_id, found.settled, best.score, found.weighed)
    ranked = _in_company(found.weighed, weighing, others)
    if not ranked:
        return _decided(None, "nobody-known", 0.0, ())
    best, lead = ranked[0], ranked[0].score - (ranked[1].score if len(ranked) > 1 else 0.0)
    if best.score >= ENOUGH and lead >= LEAD:
        return _decided(best.actor_id, _reason(best), best.score, ranked)
    reason = "several-fit" if best.score >= ENOUGH else "unsure" if best.score >= NEAR else "nobody-near"
    return _decided(None, reason, best.score, ranked)


def _in_company(
    weighed: Sequence[Weighed], weighing: Weighing, others: frozenset[str]
) -> tuple[Weighed, ...]:
    """Return the candidates with the points for their acquaintances in the article, where it is close."""
    near = [one for one in weighed if one.score >= NEAR - LEAD]
    is_close = len(near) > 1 or (near and near[0].score < ENOUGH)
    if not is_close or not others:
        return tuple(weighed)
    told = [
        with_company(one, len(weighing.desk.company(one.actor_id) & (others - {one.actor_id})))
        if one in near and one.actor_id in weighing.at_desk
        else one
        for one in weighed
    ]
    return tuple(sorted(told, key=lambda one: (-one.score, one.actor_id)))


def _reason(best: Weighed) -> str:
    """Return what decided, in one code: a ruling, an office, a country, or the name alone."""
    for code, reason in _DECIDES:
        if code in best.why:
            return reason
    return "name"


# What speaks for a candidate, and the reason it is told by; the first of them that holds.
_DECIDES: Final = (
    ("ruled-so", "ruled-name"),
    ("ruled-so-in-language", "ruled-name"),
    ("name-and-office", "name-and-office"),
    ("in-office", "name-and-office"),
    ("same-office", "name-and-office"),
    ("same-country", "name-and-country"),
    ("same-company", "name-and-company"),
)


def _decided(actor: str | None, reason: str, score: float, candidates: Sequence[Weighed]) -> Decided:
    return Decided(
        actor_id=actor,
        reason=reason,
        score=min(max(score, 0.0), _CERTAIN),
        candidates=tuple(candidates[:_KEPT_CANDIDATES]),
    )


def _may_be_new(person: Person, decided: Decided, language: Language) -> bool:
    """Return whether somebody whom nobody who is known comes near is worth an actor of their own."""
    if decided.reason not in ("nobody-known", "nobody-near"):
        return False
    words = fold(person.name).split()
    if person.kind == "person":
        return len(words) >= _FULL_NAME
    titles = language.titles
    plain = {fold(word) for word in titles.organisations | titles.articles | titles.of}
    own = [word for word in words if word not in plain and len(word) > 1]
    return bool(own) and (len(words) > 1 or not titles.organisations)


def _new_actor(person: Person, page_sha256: str) -> Actor:
    place = person.naming.named_at
    kind = "organisation" if person.kind == "country" else person.kind
    return Actor(
        id=actor_id("article", page_sha256, str(place.start), str(place.end), fold(person.name)),
        name=person.name,
        kind=kind,
        origin="article",
        source="articles",
        country=person.described.country,
        names=(ActorName(name=person.name, source="articles"),),
    )


def _resolution(person: Person, decided: Decided, found: Candidates) -> Resolution:
    return Resolution(
        name=person.name,
        named_at=person.naming.named_at,
        mentions=person.mentions,
        kind=person.kind if found.is_person == (person.kind == "person") else "organisation",
        reason=decided.reason,
        actor_id=decided.actor_id,
        score=decided.score,
        candidates=decided.candidates,
        titles=person.described.titles,
        country=person.described.country,
    )
