"""All that is read of an article before anybody is told from anybody else."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.bodies_named import body_speaking
from reportedly.actors.chains import Chain, Chains, gather_chains
from reportedly.actors.mentions import NameMention
from reportedly.actors.names import find_names
from reportedly.actors.speakers import Named, Pronoun, read_speaker
from reportedly.actors.titles import Office
from reportedly.actors.tokens import Token, between, read_tokens, shouted_sentences
from reportedly.language import Titles
from reportedly.records import Article, Span, Statement


class Spoken(msgspec.Struct, frozen=True):
    """A statement's speaker: where it stands and what kind of mention it is."""

    span: Span
    places: range
    reading: Pronoun | Named | Office | None


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """All that is read of an article before anybody is told from anybody else."""

    text: str
    tokens: tuple[Token, ...]
    titles: Titles
    shouted: frozenset[int]
    mentions: tuple[NameMention, ...]
    gathered: Chains
    spoken: tuple[Spoken, ...]
    chains: tuple[Chain, ...] = ()


def set_scene(article: Article, statements: Sequence[Statement], titles: Titles) -> Scene:
    """Return what is read of an article before the walk: its words, names, chains and speakers."""
    tokens = read_tokens(article, titles)
    shouted = shouted_sentences(tokens, article.headline.span if article.headline else None)
    spans = sorted({s.speaker for s in statements if s.speaker is not None})
    speakers = [(span, places) for span in spans if (places := between(tokens, span))]
    bodies = [body for _, places in speakers if (body := body_speaking(tokens, places, titles))]
    found = _with_bodies(find_names(tokens, titles, shouted), bodies)
    by_place = {mention.name: number for number, mention in enumerate(found)}
    spoken = [
        Spoken(span, places, read_speaker(tokens, places, by_place, found, titles))
        for span, places in speakers
    ]
    gathered = gather_chains(found, tokens, titles)
    return Scene(
        text=article.text,
        tokens=tokens,
        titles=titles,
        shouted=shouted,
        mentions=found,
        gathered=gathered,
        spoken=tuple(_without_doubtful(s, gathered) for s in spoken),
    )


def _with_bodies(found: Sequence[NameMention], bodies: Sequence[NameMention]) -> tuple[NameMention, ...]:
    """Return the names with the organisations that speak, instead of what stands within their words."""
    within = {place for body in bodies for place in range(body.first, body.stop)}
    kept = (one for one in found if within.isdisjoint(range(one.name, one.stop)))
    return tuple(sorted((*kept, *bodies), key=lambda one: one.first))


def _without_doubtful(spoken: Spoken, gathered: Chains) -> Spoken:
    """Return a speaker as one without a name where the only word of it may open a sentence ("Fans said")."""
    if not isinstance(spoken.reading, Named):
        return spoken
    fitting = gathered.candidates[spoken.reading.mention]
    is_word = len(fitting) == 1 and gathered.chains[fitting[0]].doubtful
    return msgspec.structs.replace(spoken, reading=None) if is_word else spoken
