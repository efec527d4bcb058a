"""Who may be meant by the people of an article: those of the desk and of the world, weighed."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from reportedly.actors.base import SOURCES_OF_OFFICES
from reportedly.actors.desk_actors import DeskActors
from reportedly.actors.identifying import identify_speaker
from reportedly.actors.known import KnownActors
from reportedly.actors.people import Person
from reportedly.actors.weighing import Scene, weigh
from reportedly.actors.who import who
from reportedly.actors.world import actor_of, holders_called, meant_by, seen_as
from reportedly.records import Actor, ActorSeen, Identified, NameRuling, Weighed
from reportedly.text import fold

# What the world's sure answer counts for beside the name: the office, country and day are in it.
_SURE_ANSWER = 0.35
_CERTAIN = 0.95
# A page that does not say its day is asked about countries and organisations alone, which have no terms.
ANY_DAY = datetime.date(2000, 1, 1)


class Candidates(msgspec.Struct, frozen=True, kw_only=True):
    """Those who may be meant by one of an article, the best first; `settled` is the reason of a sure one."""

    weighed: tuple[Weighed, ...] = ()
    settled: str | None = None
    is_person: bool = True


class Weighing:
    """One article's questions to the desk and to the world, each actor known once."""

    def __init__(self, text: str, scene: Scene, desk: DeskActors, known: KnownActors) -> None:
        self.text = text
        self.scene = scene
        self.known = known
        self.desk = desk
        self.at_desk: frozenset[str] = frozenset()
        self._seen: dict[str, ActorSeen] = {}
        self._rulings: tuple[NameRuling, ...] = ()

    def ask_desk(self, names: Sequence[str]) -> None:
        """Ask once for all names of the article who is known by them, and what was ruled about them."""
        found = self.desk.called(names, self.scene.outlet) if names else ()
        self.at_desk = frozenset(seen.actor.id for seen in found)
        self._seen = {seen.actor.id: seen for seen in found}
        self._rulings = self.desk.rulings(names) if names else ()

    def add(self, seen: ActorSeen) -> ActorSeen:
        """Return an actor of the world with what the desk has seen of them."""
        own = self._seen.get(seen.actor.id)
        if own is None:
            self._seen[seen.actor.id] = seen
            return seen
        offices = own.actor.offices or seen.actor.offices
        called = tuple(dict.fromkeys((*own.called, *seen.called)))
        actor = msgspec.structs.replace(own.actor, offices=offices)
        joined = msgspec.structs.replace(own, actor=actor, called=called)
        self._seen[seen.actor.id] = joined
        return joined

    def seen(self) -> tuple[ActorSeen, ...]:
        """Return everybody who is known by a name of the article."""
        return tuple(self._seen.values())

    def actors(self) -> Iterable[Actor]:
        """Return them as actors."""
        return (seen.actor for seen in self._seen.values())

    def rulings_on(self, name: str) -> tuple[NameRuling, ...]:
        """Return what was ruled about whose a name is."""
        folded = fold(name)
        return tuple(ruling for ruling in self._rulings if ruling.name == folded)


def weigh_people(people: Sequence[Person], weighing: Weighing) -> tuple[Candidates, ...]:
    """Return who may be meant by each person of an article."""
    weighing.ask_desk(tuple(dict.fromkeys(person.name for person in people)))
    return tuple(_candidates(person, weighing) for person in people)


def _candidates(person: Person, weighing: Weighing) -> Candidates:
    """Return who may be meant by a person: countries and listed organisations at once, people by weight."""
    answer = _answer(person, weighing)
    sure = meant_by(answer, weighing.known)
    if sure is not None and sure.kind != "person" and not weighing.rulings_on(person.name):
        seen = weighing.add(seen_as(sure))
        one = Weighed(actor_id=seen.actor.id, name=seen.actor.name, score=_CERTAIN, why=(_reason(answer),))
        return Candidates(weighed=(one,), settled=_reason(answer), is_person=False)
    if person.kind == "person":
        for seen in holders_called(person.name, weighing.known):
            weighing.add(seen)
        if sure is not None:
            weighing.add(seen_as(sure))
        for listed in _listed(person, weighing):
            weighing.add(seen_as(listed))
    rulings = weighing.rulings_on(person.name)
    found = [weigh(person, seen, weighing.scene, rulings) for seen in weighing.seen()]
    weighed = [_with_answer(one, sure, answer) for one in found if one is not None]
    ranked = sorted(weighed, key=lambda one: (-one.score, one.actor_id))
    return Candidates(weighed=tuple(ranked), is_person=person.kind == "person")


def _answer(person: Person, weighing: Weighing) -> Identified | None:
    """Return whom the world knows by a person's words; of countries and lists, whatever the day."""
    language, day = weighing.scene.language, weighing.scene.day or ANY_DAY
    if person.kind == "country":
        return who(person.name, day, language, weighing.known)
    if weighing.scene.day is None and person.kind == "person":
        answer = who(person.name, day, language, weighing.known)
        return None if answer.candidates and answer.candidates[0].kind == "person" else answer
    naming = person.naming
    return identify_speaker(weighing.text, naming.mention, naming, day, language, weighing.known)


def _listed(person: Person, weighing: Weighing) -> Iterable[Actor]:
    """Yield the people whom a list of names has under a name, without their terms of office."""
    if not weighing.known.listed(person.name):
        return
    answer = who(person.name, weighing.scene.day or ANY_DAY, weighing.scene.language, weighing.known)
    for candidate in answer.candidates:
        if candidate.kind == "person" and candidate.source not in SOURCES_OF_OFFICES:
            yield actor_of(candidate, weighing.known)


def _with_answer(one: Weighed, sure: Actor | None, answer: Identified | None) -> Weighed:
    """Return a candidate with the points for being the world's sure answer to the person's words."""
    if sure is None or one.actor_id != sure.id:
        return one
    score = round(one.score + _SURE_ANSWER, 3)
    return msgspec.structs.replace(one, score=score, why=(*one.why, _reason(answer)))


def _reason(answer: Identified | None) -> str:
    return answer.reason if answer is not None else "name"
