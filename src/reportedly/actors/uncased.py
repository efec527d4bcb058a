"""Who is meant where a script has no capital letters: read from the speakers' own words only."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.speakers import pronoun_kind
from reportedly.actors.tokens import Token, between, read_tokens
from reportedly.actors.uncased_words import Words, introduced, offices_of, read_words
from reportedly.language import Titles
from reportedly.records import Article, Naming, Span, Statement

_FULL, _SHORT, _TITLE, _PRONOUN = 0.85, 0.85, 0.75, 0.65  # confidence; no capitals, so less sure


class _Person(msgspec.Struct, frozen=True):
    """A name read from a speaker's words: its words, its titles, and where both stand; if a body's."""

    keys: tuple[str, ...]
    titles: frozenset[str]
    name: Span
    named_at: Span
    is_body: bool = False


def name_uncased(article: Article, statements: Sequence[Statement], titles: Titles) -> tuple[Naming, ...]:
    """Return who is meant by each speaker span of an article in a script without capitals.

    A speaker's words without its titles are its name; a shorter one that ends or opens a longer one
    is the same person, a bare title its last holder, a pronoun the speaker before.
    """
    tokens = read_tokens(article, titles)
    spans = sorted({s.speaker for s in statements if s.speaker is not None})
    speakers = [(span, between(tokens, span)) for span in spans]
    people = [_person(tokens, places, titles) for _, places in speakers]
    told = (
        _read(tokens, found, range(found.stop, found.stop + 1), titles)
        for found in introduced(tokens, titles)
    )
    known = sorted((*(p for p in people if p), *told), key=lambda p: -len(p.keys))
    namings: list[Naming] = []
    last: _Person | None = None
    before: list[_Person] = []
    for (span, places), own in zip(speakers, people, strict=True):
        meant = _meant(tokens, places, own, known, before, last, titles)
        last = meant[0] if meant else None
        if meant:
            before.append(meant[0])
            namings.append(_naming(article.text, span, *meant))
    return tuple(namings)


def _meant(
    tokens: Sequence[Token],
    places: range,
    own: _Person | None,
    known: Sequence[_Person],
    before: Sequence[_Person],
    last: _Person | None,
    titles: Titles,
) -> tuple[_Person, str, float] | None:
    """Return whom a speaker means, why and how sure."""
    if own and own.is_body:
        return own, "organisation", _FULL
    if own:
        full = next((p for p in known if _opens_or_ends(own.keys, p.keys)), own)
        return (full, "full-name", _FULL) if len(full.keys) == len(own.keys) else (full, "short-name", _SHORT)
    words = {tokens[place].low for place in places}
    if len(places) == 1 and pronoun_kind(tokens[places[0]].low, titles) in ("he", "she", "either"):
        return (last, "pronoun", _PRONOUN) if last else None
    asked = words & offices_of(titles)
    holder = next((p for p in reversed(before) if asked & p.titles), None)
    holder = holder or next((p for p in known if asked & p.titles), None)
    return (holder, "title", _TITLE) if holder else None


def _person(tokens: Sequence[Token], places: range, titles: Titles) -> _Person | None:
    """Return the name in a speaker's words with the titles before it; None without one."""
    found = read_words(tokens, places, titles)
    return None if found is None else _read(tokens, found, places, titles)


def _read(tokens: Sequence[Token], found: Words, places: range, titles: Titles) -> _Person:
    keys = tuple(tokens[place].key for place in range(found.start, found.stop))
    beside = (p for p in (*range(found.first, found.start), *places) if not found.start <= p < found.stop)
    held = frozenset(tokens[p].low for p in beside) & offices_of(titles)
    span = Span(tokens[found.start].start, tokens[found.stop - 1].end)
    return _Person(keys, held, span, Span(tokens[found.first].start, span.end), found.is_body)


def _opens_or_ends(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    size = len(short)
    return full[-size:] == short or full[:size] == short


def _naming(text: str, span: Span, person: _Person, reason: str, confidence: float) -> Naming:
    return Naming(
        mention=span,
        name=" ".join(person.name.of(text).split()),
        named_at=person.named_at,
        reason=reason,
        confidence=confidence,
    )
