"""Who is meant by each mention of an article."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from reportedly.actors.scene import Scene, Spoken, set_scene
from reportedly.actors.speakers import Named, Pronoun
from reportedly.actors.titles import Office, names_body, office_head, read_office
from reportedly.actors.tokens import Token
from reportedly.actors.uncased import name_uncased
from reportedly.actors.walk import Meant, Walk
from reportedly.language import Language
from reportedly.records import Article, Maker, Naming, Span, Statement

MAKER = Maker(room="actors", version="3", maker="rules")

_OPENS_NAME, _CLOSES_NAME = re.compile(r"[«„“\"]"), re.compile(r"[»“”\"]")
_HEADLINE = 0.9  # confidence of a name matched by its letters alone
_LONGEST_HEADLINE_NAME = 5  # words of a name looked for in a headline, where capitals say nothing


class _Found(msgspec.Struct, frozen=True):
    """A mention, whom it means, and whether it is the speaker of a statement."""

    span: Span
    meant: Meant
    is_speaker: bool


def name_mentions(
    article: Article, statements: Sequence[Statement], language: Language
) -> tuple[Naming, ...]:
    """Return who is meant by each speaker and by the other mentions of the same people, in text order.

    A speaker's naming has exactly the span of `Statement.speaker`; namings never overlap. A mention
    that nobody in the article fits has no naming: no name is made up, and an unnamed source stays so.
    Names are those the article itself gives, without titles. The method is rules over the language's
    `titles.toml`; reasons are `full-name`, `short-name`, `title`, `pronoun`, `acronym`, `organisation`.
    """
    if not language.titles.has_capitals:
        return name_uncased(article, statements, language.titles)
    scene = set_scene(article, statements, language.titles)
    if not scene.tokens:
        return ()
    walk = Walk(scene.tokens, scene.titles, scene.mentions, scene.gathered)
    found = _walk_through(scene, walk)
    scene = msgspec.structs.replace(scene, chains=tuple(walk.chains))
    return _without_overlaps(scene, found)


def _walk_through(scene: Scene, walk: Walk) -> list[_Found]:
    """Return what each mention means, read in text order; before an equal place the speaker first."""
    named = {s.reading.mention: s for s in scene.spoken if isinstance(s.reading, Named)}
    certain = (scene.gathered.candidates[number] for number in named)
    speaking = frozenset(fitting[0] for fitting in certain if len(fitting) == 1)
    taken = {place for s in scene.spoken for place in s.places}
    items: list[tuple[int, int, Spoken | Office | int]] = []
    items += [(s.places[0], 0, s) for s in scene.spoken if not isinstance(s.reading, Named)]
    items += [(m.first, 1, number) for number, m in enumerate(scene.mentions)]
    items += [(office.first, 2, office) for office in _title_phrases(scene, taken)]
    found: list[_Found] = []
    for _, _, item in sorted(items, key=lambda entry: entry[:2]):
        if isinstance(item, Spoken):
            meant, span = _meet_speaker(scene, walk, item, speaking), item.span
        elif isinstance(item, Office):
            meant, span = walk.meet_title(item), _span(scene.tokens, item.first, item.stop)
        else:
            found.append(_meet_name(scene, walk, item, named.get(item)))
            continue
        found += [_Found(span, meant, isinstance(item, Spoken))] if meant else []
    return found


def _meet_name(scene: Scene, walk: Walk, number: int, speaker: Spoken | None) -> _Found:
    """Return whom a name means; its span is the speaker's where it is the head of one."""
    mention = scene.mentions[number]
    span = speaker.span if speaker else _span(scene.tokens, mention.first, mention.stop)
    return _Found(span, walk.meet_name(number, is_speaker=speaker is not None), speaker is not None)


def _meet_speaker(scene: Scene, walk: Walk, spoken: Spoken, speaking: frozenset[int]) -> Meant | None:
    """Return whom a speaker without a name in its words means."""
    if isinstance(spoken.reading, Pronoun):
        besides: frozenset[int] = frozenset()
        if scene.tokens[spoken.reading.place].quoted:
            besides = _quoted_by(scene, walk, spoken, speaking)
        return walk.meet_pronoun(spoken.reading, speaking, besides)
    if isinstance(spoken.reading, Office):
        return walk.meet_speaking_title(spoken.reading, spoken.places, speaking)
    if scene.tokens[spoken.places[0]].sentence not in scene.shouted:  # names of headlines are looked up later
        walk.meet_unnamed(spoken.places)
    return None


def _quoted_by(scene: Scene, walk: Walk, inner: Spoken, speaking: frozenset[int]) -> frozenset[int]:
    """Return the chain of whoever is quoted with a speaker's words: nobody calls himself "she".

    It is the next speaker of the paragraph outside quotation marks, else the last one before.
    """
    tokens = scene.tokens
    here = tokens[inner.places[0]]
    outer = [
        s
        for s in scene.spoken
        if tokens[s.places[0]].paragraph == here.paragraph and not tokens[s.places[0]].quoted
    ]
    behind = [s for s in outer if s.places[0] > inner.places[0]]
    quoting = behind[0] if behind else outer[-1] if outer else None
    reading = quoting.reading if quoting else None
    if isinstance(reading, Named):
        return frozenset(scene.gathered.candidates[reading.mention])
    if isinstance(reading, Office):
        meant = walk.whom_titled(reading)
    elif isinstance(reading, Pronoun):
        meant = walk.whom_pronoun(reading, speaking)
    else:
        meant = None
    return frozenset({meant.chain}) if meant else frozenset()


def _title_phrases(scene: Scene, taken: set[int]) -> Iterable[Office]:
    """Yield the titles without a name ("the Cuban president") outside headline and speaker spans."""
    heads = {office.head for chain in scene.gathered.chains for office in chain.offices}
    named = {place for m in scene.mentions for place in range(m.first, m.stop + 1)}
    for place, token in enumerate(scene.tokens):
        if token.low not in heads or place in taken or place == 0:
            continue
        known = names_body(token.low, scene.titles) or office_head(token.low, scene.titles)
        if not known or (
            place + 1 in named and place + 1 < len(scene.tokens) and scene.tokens[place + 1].glued
        ):
            continue
        office = read_office(scene.tokens, place, scene.titles, right=True)
        opener = office.first - 1
        is_definite = opener >= 0 and scene.tokens[opener].low in scene.titles.articles
        if is_definite and taken.isdisjoint(range(opener, office.stop)):
            yield msgspec.structs.replace(office, first=opener)


def _without_overlaps(scene: Scene, found: Sequence[_Found]) -> tuple[Naming, ...]:
    """Return the namings in text order: speakers first of all, then of those that overlap the longest."""
    known = _actors(scene, found)
    found = [*found, *_in_headline(scene, known)]
    ranked = sorted(found, key=lambda f: (not f.is_speaker, f.span.start - f.span.end, f.span.start))
    covered: set[int] = set()
    kept: list[Naming] = []
    for one in ranked:
        inside = range(one.span.start, one.span.end)
        if one.meant.chain not in known or (not one.is_speaker and not covered.isdisjoint(inside)):
            continue
        covered.update(inside)
        kept.append(_naming(scene, one.span, one.meant))
    return tuple(sorted(kept, key=lambda naming: naming.mention))


def _actors(scene: Scene, found: Sequence[_Found]) -> set[int]:
    """Return the chains that are somebody: speakers, people by some sign, organisations."""
    chains = scene.chains
    named = (n for n, chain in enumerate(chains) if not chain.described)
    somebody = {n for n in named if chains[n].person or (chains[n].organisation and not chains[n].by_build)}
    speaking = {one.meant.chain for one in found if one.is_speaker and not chains[one.meant.chain].doubtful}
    if scene.titles.capital_nouns:  # one capital word may be any noun: "Anwohner"
        speaking = {n for n in speaking if len(chains[n].fullest.keys) > 1}
    return somebody | speaking


def _in_headline(scene: Scene, known: set[int]) -> Iterable[_Found]:
    """Yield the names of the article's people in headlines, where every word may have a capital."""
    forms: dict[tuple[str, ...], set[int]] = {}
    for number in (n for n in known if not scene.chains[n].described):
        keys = scene.chains[number].fullest.keys
        for form in {keys, keys[-1:]} if not scene.chains[number].organisation else {keys}:
            forms.setdefault(form, set()).add(number)
    places = [place for place, token in enumerate(scene.tokens) if token.sentence in scene.shouted]
    for start in places:
        for stop in range(min(len(scene.tokens), start + _LONGEST_HEADLINE_NAME), start, -1):
            fitting = forms.get(tuple(token.key for token in scene.tokens[start:stop]), set())
            if len(fitting) == 1 and scene.tokens[start].capital:
                number = next(iter(fitting))
                is_full = stop - start == len(scene.chains[number].fullest.keys)
                reason = "full-name" if is_full else "short-name"
                span = _span(scene.tokens, start, stop)
                yield _Found(span, Meant(number, reason, _HEADLINE), is_speaker=False)
                break


def _naming(scene: Scene, span: Span, meant: Meant) -> Naming:
    full = scene.chains[meant.chain].fullest
    name = _span(scene.tokens, full.name, full.stop)
    low = scene.tokens[full.stop - 1].low
    if ("." in low or low in scene.titles.generations) and scene.text[name.end : name.end + 1] == ".":
        name = Span(name.start, name.end + 1)  # "the E.U." ends in its own full stop
    if _CLOSES_NAME.match(scene.text, name.end) and _OPENS_NAME.search(name.of(scene.text)):
        name = Span(name.start, name.end + 1)  # "Компания «Торф»" ends in its own mark
    return Naming(
        mention=span,
        name=" ".join(name.of(scene.text).split()),
        named_at=_span(scene.tokens, full.first, full.stop),
        reason="unnamed" if scene.chains[meant.chain].described else meant.reason,
        confidence=meant.confidence,
    )


def _span(tokens: Sequence[Token], first: int, stop: int) -> Span:
    return Span(tokens[first].start, tokens[stop - 1].end)
