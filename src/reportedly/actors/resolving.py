"""Which actors the people of an article are: known ones, new ones, or nobody who could be told."""

from collections.abc import Sequence
from typing import Final

from reportedly.actors.bare import resolve_bare
from reportedly.actors.candidates import Weighing, weigh_people
from reportedly.actors.deciding import decide
from reportedly.actors.desk_actors import DeskActors
from reportedly.actors.known import KnownActors, known_actors
from reportedly.actors.people import Person, bodies_spoken_for, gather_people
from reportedly.actors.weighing import Scene
from reportedly.actors.world import of_ids
from reportedly.language import Language
from reportedly.records import (
    Actor,
    Article,
    Maker,
    Naming,
    Resolution,
    Resolved,
    Roles,
    Span,
    Statement,
)

RESOLVER: Final = Maker(room="actors", version="2", maker="rules")


def resolve_people(
    article: Article,
    statements: Sequence[Statement],
    namings: Sequence[Naming],
    language: Language,
    desk: DeskActors,
    known: KnownActors | None = None,
) -> Resolved:
    """Return which actors the people of an article are, and the part each has in its statements.

    Somebody is an actor who is known where the name and what the article says of them are evidence
    enough, and nobody else comes near. Who has a part in a statement and is named in full becomes a new
    actor where nobody who is known comes near. All others stay unresolved, with the candidates.
    """
    known = known or known_actors()
    scene = _scene(article, language)
    namings = (*namings, *bodies_spoken_for(article.text, statements, namings, language.titles))
    people = gather_people(article.text, namings, language, known)
    weighing = Weighing(article.text, scene, desk, known)
    weighed = weigh_people(people, weighing)
    parts = _parts_in(statements, people)
    resolutions, made = decide(people, weighed, parts, weighing, article.page_sha256, language)
    bare, more = resolve_bare(statements, namings, weighing, language)
    every = tuple(sorted((*resolutions, *bare), key=lambda each: (each.mentions[0], each.named_at)))
    wanted = frozenset(each.actor_id for each in every if each.actor_id)
    actors = of_ids((*made, *more, *weighing.actors()), wanted)
    return Resolved(resolutions=every, roles=_roles(statements, every), actors=_unknown(actors, weighing))


def _scene(article: Article, language: Language) -> Scene:
    published = article.published or article.updated
    return Scene(
        day=published.value.date if published else None,
        outlet=article.outlet.value if article.outlet else None,
        language=language.code,
        titles=language.titles,
    )


def _unknown(actors: Sequence[Actor], weighing: Weighing) -> tuple[Actor, ...]:
    """Return the actors whom the desk does not have yet."""
    return tuple(actor for actor in actors if actor.id not in weighing.at_desk)


def _parts_in(statements: Sequence[Statement], people: Sequence[Person]) -> frozenset[int]:
    """Return the places of those who speak, for whom somebody speaks, and to whom something is said."""
    spans = {
        span
        for said in statements
        for span in (said.speaker, said.on_behalf_of, said.addressee)
        if span is not None
    }
    return frozenset(
        place
        for place, person in enumerate(people)
        if any(span == mention or span.contains(mention) for span in spans for mention in person.mentions)
    )


def _roles(statements: Sequence[Statement], resolutions: Sequence[Resolution]) -> tuple[Roles, ...]:
    by_mention = {mention: place for place, each in enumerate(resolutions) for mention in each.mentions}
    return tuple(
        Roles(
            speaker=_at(said.speaker, by_mention, exactly=True),
            speaks_for=_at(said.on_behalf_of, by_mention),
            addressee=_at(said.addressee, by_mention),
        )
        for said in statements
    )


def _at(span: Span | None, by_mention: dict[Span, int], *, exactly: bool = False) -> int | None:
    """Return the place of the one whom a span's words mean: exactly these, or the only one in them."""
    if span is None:
        return None
    if span in by_mention or exactly:
        return by_mention.get(span)
    inside = {place for mention, place in by_mention.items() if span.contains(mention)}
    return inside.pop() if len(inside) == 1 else None
