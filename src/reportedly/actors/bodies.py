"""Which organisation "the company", "the party", "the paper" goes on from."""

from collections.abc import Iterable, Mapping, Sequence

from reportedly.actors.chains import Chain
from reportedly.actors.pronouns import Event
from reportedly.language import Titles

Kinds = Mapping[str, frozenset[str]]


def kinds_of_words(titles: Titles) -> Kinds:
    """Return of which kinds an organisation can be that a word names: "agency" is state, media, society."""
    kinds: dict[str, set[str]] = {}
    for kind, words in titles.kinds_of_bodies.items():
        for word in words:
            kinds.setdefault(word, set()).add(kind)
    return {word: frozenset(found) for word, found in kinds.items()}


def body_of_kind(
    asked: frozenset[str] | None,
    near: Iterable[Event],
    seen: Iterable[int],
    chains: Sequence[Chain],
    kinds: Kinds,
    *,
    is_said: bool = False,
) -> int | None:
    """Return the chain of the last organisation of a kind, None where none is.

    First of those that spoke or acted in the sentences before (`near`, the last first), where one whose
    name says nothing of its kind will do unless `is_said`; then of all that were named (`seen`), one whose
    name says it.
    """
    if asked is None:
        return None
    for event in near:
        chain = None if event.chain is None else chains[event.chain]
        fits = chain is not None and _may_be(event, chain, asked, kinds)
        if chain is not None and fits and (not is_said or _is_of_kind(chain, asked, kinds)):
            return event.chain
    return next((number for number in seen if _is_of_kind(chains[number], asked, kinds)), None)


def _may_be(event: Event, chain: Chain, asked: frozenset[str], kinds: Kinds) -> bool:
    if chain.person or chain.plural or not (chain.organisation or event.is_speaker):
        return False
    own = [kinds[key] for key in chain.fullest.keys if key in kinds]
    return not own or any(asked & each for each in own)


def _is_of_kind(chain: Chain, asked: frozenset[str], kinds: Kinds) -> bool:
    own = (kinds[key] for key in chain.fullest.keys if key in kinds)
    return chain.organisation and not chain.plural and any(asked & each for each in own)
