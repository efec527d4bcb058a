"""How well an actor fits somebody an article names: points for and against, each with its reason."""

import datetime
from typing import Final

import msgspec

from reportedly.actors.likeness import LIKENESSES, Likeness, likeness
from reportedly.actors.people import Person
from reportedly.actors.titles import office_head
from reportedly.language import Titles
from reportedly.records import ActorSeen, NameRuling, Weighed
from reportedly.text import fold

# Points. An actor who has ENOUGH, and LEAD more than the next one, is meant; one between NEAR and ENOUGH may
# be. Set so that a full name alone is enough, a surname needs an office and a country or an office
# and the outlet, and another country undoes any name. Tried on the cases of tests/actors/test_resolving.py.
ENOUGH: Final = 0.6
NEAR: Final = 0.36
LEAD: Final = 0.15
_NAME: Final[dict[Likeness, float]] = {
    "same-name": 0.6,
    "sounds-alike": 0.55,
    "part-of-name": 0.5,
    "initials": 0.4,
    "same-consonants": 0.45,
    "one-word": 0.2,
}
_SAME_COUNTRY: Final = 0.25
_OTHER_COUNTRY: Final = -0.6
_SAME_OFFICE: Final = 0.25
_OTHER_OFFICE: Final = -0.3
_IN_OFFICE: Final = 0.3
_SAME_OUTLET: Final = 0.1
_SAME_COMPANY: Final = 0.1
_MOST_COMPANY: Final = 2  # so many shared acquaintances count
_LATELY: Final = 0.05
_LONG_AGO: Final = -0.2
# What a name counts for that a person ruled to be the actor's, in the same outlet or the same language.
_RULED: Final = {"ruled-so": 0.8, "ruled-so-in-language": 0.7}
_RULED_NOT: Final = -0.6
# Days: news of the same matter, and a working life after which a name alone says little.
_LATELY_DAYS: Final = 400
_LONG_AGO_DAYS: Final = 20 * 366


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the article around a name: its day, outlet and language."""

    day: datetime.date | None = None
    outlet: str | None = None
    language: str = "und"
    titles: Titles = Titles()


def weigh(person: Person, seen: ActorSeen, scene: Scene, rulings: tuple[NameRuling, ...]) -> Weighed | None:
    """Return how well an actor fits a person of an article, None where the name and the kind do not.

    A person's ruling that the name is the actor's, in this outlet or language, stands in for the name.
    """
    actor = seen.actor
    is_person = person.kind == "person"
    if is_person != (actor.kind == "person"):
        return None
    ruled = _ruled(actor.id, scene, rulings)
    like = likeness(person.name, _names(seen), is_person=is_person)
    if like is None and ruled not in _RULED:
        return None
    why: list[tuple[str, float]] = [(like, _NAME[like])] if like else []
    if ruled is not None:
        own = _NAME[like] if like else 0.0
        why.append((ruled, max(_RULED[ruled] - own, 0.0) if ruled in _RULED else _RULED_NOT))
    why += [*_country(person, seen), *_office(person, seen, scene), *_time(seen, scene)]
    why += [("same-outlet", _SAME_OUTLET)] if seen.in_outlet else []
    score = round(sum(points for _, points in why), 3)
    return Weighed(actor_id=actor.id, name=actor.name, score=score, why=tuple(reason for reason, _ in why))


def _names(seen: ActorSeen) -> tuple[str, ...]:
    """Return the names to compare with: of a person, a surname that articles once used alone is none."""
    whole = tuple(name for name in seen.called if seen.actor.kind != "person" or " " in name.strip())
    return tuple(dict.fromkeys((seen.actor.name, *whole)))


def with_company(weighed: Weighed, shared: int) -> Weighed:
    """Return a candidate with the points for acquaintances who stand in the article too."""
    if not shared:
        return weighed
    score = round(weighed.score + _SAME_COMPANY * min(shared, _MOST_COMPANY), 3)
    return msgspec.structs.replace(weighed, score=score, why=(*weighed.why, "same-company"))


def name_rank(weighed: Weighed) -> int:
    """Return how much the likeness of the names says, 0 for the most."""
    places = [LIKENESSES.index(like) for like in LIKENESSES if like in weighed.why]
    return min(places, default=len(LIKENESSES))


def _ruled(actor_id: str, scene: Scene, rulings: tuple[NameRuling, ...]) -> str | None:
    """Return whether a person said whose the name is, where the outlet or the language is the same."""
    about = [
        ruling
        for ruling in rulings
        if ruling.actor_id == actor_id
        and ((ruling.outlet and ruling.outlet == scene.outlet) or ruling.language == scene.language)
    ]
    if not about:
        return None
    here = [ruling for ruling in about if ruling.outlet and ruling.outlet == scene.outlet]
    last = (here or about)[-1]
    if not last.is_so:
        return "ruled-not"
    return "ruled-so" if here else "ruled-so-in-language"


def _country(person: Person, seen: ActorSeen) -> list[tuple[str, float]]:
    own = person.described.country
    known = seen.countries | ({seen.actor.country} if seen.actor.country else frozenset())
    if own is None or not known:
        return []
    return [("same-country", _SAME_COUNTRY)] if own in known else [("other-country", _OTHER_COUNTRY)]


def _office(person: Person, seen: ActorSeen, scene: Scene) -> list[tuple[str, float]]:
    """Return the points for offices: held on the day, the same words, or others than were ever known."""
    described = person.described
    if not described.heads:
        return []
    for office in seen.actor.offices:
        if described.roles & {*office.roles} and (scene.day is None or office.held_on(scene.day)):
            return [("in-office", _IN_OFFICE)]
    known = {word for title in seen.titles for word in title.split()}
    known |= {word for office in seen.actor.offices for word in fold(office.title).split()}
    known |= {role for office in seen.actor.offices for role in office.roles}
    if described.heads & known or described.roles & known:
        return [("same-office", _SAME_OFFICE)]
    heads = {head for word in known if (head := office_head(word, scene.titles))}
    if described.heads & heads:  # "shaikh" is "sheikh"
        return [("same-office", _SAME_OFFICE)]
    return [("other-office", _OTHER_OFFICE)] if heads else []  # of words of this language alone


def _time(seen: ActorSeen, scene: Scene) -> list[tuple[str, float]]:
    """Return the points for how far the article lies from what is known of the actor."""
    if scene.day is None:
        return []
    days = [day for day in (seen.first_on, seen.last_on) if day]
    days += [day for office in seen.actor.offices for day in (office.since, office.until) if day]
    if any(office.since and office.held_on(scene.day) for office in seen.actor.offices):
        return [("lately", _LATELY)]
    if not days or min(days) <= scene.day <= max(days):
        return [("lately", _LATELY)] if days else []
    apart = min(abs((scene.day - day).days) for day in days)
    if apart <= _LATELY_DAYS:
        return [("lately", _LATELY)]
    return [("long-ago", _LONG_AGO)] if apart > _LONG_AGO_DAYS else []
