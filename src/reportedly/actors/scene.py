"""All that is read of an article before anybody is told from anybody else."""

from collections.abc import Sequence

import msgspec

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
    found = find_names(tokens, titles, shouted)
    by_place = {mention.name: number for number, mention in enumerate(found)}
    spans = sorted({s.speaker for s in statements if s.speaker is not None})
    spoken = []
    for span in spans:
        places = between(tokens, span)
        if places:
            spoken.append(Spoken(span, places, read_speaker(tokens, places, by_place, found, titles)))
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


def _without_doubtful(spoken: Spoken, gathered: Chains) -> Spoken:
    """Return a speaker as one without a name where the only word of it may open a sentence ("Fans said")."""
    if not isinstance(spoken.reading, Named):
        return spoken
    fitting = gathered.candidates[spoken.reading.mention]
    is_word = len(fitting) == 1 and gathered.chains[fitting[0]].doubtful
    return msgspec.structs.replace(spoken, reading=None) if is_word else spoken
