"""Speakers whom an article does not name: an office of a country, a capital, a country."""

from collections.abc import Iterator, Sequence

from reportedly.actors.candidates import ANY_DAY, Weighing
from reportedly.actors.people import UNNAMED, chains_of
from reportedly.actors.who import who
from reportedly.actors.world import actor_of, meant_by
from reportedly.language import Language
from reportedly.records import Actor, Identified, Naming, Resolution, Span, Statement, Weighed

# An unsure answer is kept with its candidates where it says that somebody holds the office.
_DOUBTS = frozenset({"several-fit", "last-known", "long-unseen", "former"})
_MOST = 5


def resolve_bare(
    statements: Sequence[Statement], namings: Sequence[Naming], weighing: Weighing, language: Language
) -> tuple[tuple[Resolution, ...], tuple[Actor, ...]]:
    """Return who is meant by the words of those who have a part in a statement and whom nobody names.

    Words that mean nobody who is known ("a dock worker") have no resolution.
    """
    resolutions: list[Resolution] = []
    actors: list[Actor] = []
    for named_at, mentions in _bare(statements, namings):
        answer = _answer(named_at, weighing, language)
        if answer is None or not answer.candidates:
            continue
        actor = meant_by(answer, weighing.known)
        resolutions.append(_resolution(named_at, mentions, answer, actor, weighing))
        actors += [actor] if actor else []
    return tuple(resolutions), tuple(actors)


def _bare(
    statements: Sequence[Statement], namings: Sequence[Naming]
) -> Iterator[tuple[Span, tuple[Span, ...]]]:
    """Yield the words that stand for somebody unnamed, with all mentions of the same one."""
    for chain in chains_of(naming for naming in namings if naming.reason == UNNAMED):
        yield chain[0].named_at, tuple(sorted(naming.mention for naming in chain))
    spans = {
        span
        for said in statements
        for span in (said.speaker, said.on_behalf_of, said.addressee)
        if span is not None and not any(span.overlaps(naming.mention) for naming in namings)
    }
    for span in sorted(spans):
        yield span, (span,)


def _answer(span: Span, weighing: Weighing, language: Language) -> Identified | None:
    words, day = span.of(weighing.text), weighing.scene.day
    if day is None:
        return _at_any_time(words, weighing, language)
    answer = who(words, day, language.code, weighing.known)
    is_country = answer.reason == "country" and not answer.unsure
    if answer.reason == "surname" and not language.titles.has_capitals:
        return None  # without capitals any word may sound like somebody's: "الصيادون"
    if is_country and answer.candidates and not _is_name(words, answer):
        return None
    return answer if not answer.unsure or answer.reason in _DOUBTS else None


def _at_any_time(words: str, weighing: Weighing, language: Language) -> Identified | None:
    """Return the country or organisation that words mean, which have no terms of office."""
    answer = who(words, ANY_DAY, language.code, weighing.known)
    if not answer.candidates or answer.unsure or answer.candidates[0].kind == "person":
        return None
    return answer if _is_name(words, answer) else None


def _is_name(words: str, answer: Identified) -> bool:
    """Return whether the words are a country's name as a whole, and not "Cuban fishermen"."""
    return len(words.split()) <= len(answer.candidates[0].name.split()) + 1


def _resolution(
    span: Span, mentions: tuple[Span, ...], answer: Identified, actor: Actor | None, weighing: Weighing
) -> Resolution:
    weighed = tuple(
        Weighed(
            actor_id=actor_of(candidate, weighing.known).id,
            name=candidate.name,
            score=candidate.confidence,
            why=(answer.reason,),
        )
        for candidate in answer.candidates[:_MOST]
    )
    words = " ".join(span.of(weighing.text).split())
    return Resolution(
        name=words,
        named_at=span,
        mentions=mentions,
        kind=actor.kind if actor else answer.candidates[0].kind,
        reason=answer.reason,
        actor_id=actor.id if actor else None,
        score=answer.candidates[0].confidence if actor else 0.0,
        candidates=weighed,
        titles=(words,) if actor and actor.kind == "person" else (),
        country=answer.country.code if answer.country else None,
        is_named=False,
    )
