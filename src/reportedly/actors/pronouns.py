"""Whom a pronoun means: the last fitting speaker or subject before it."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.chains import Chain
from reportedly.actors.speakers import Pronoun

# Weights are in sentences: a speaker three sentences back counts as much as a passing mention in the
# sentence before. Measured on tests/actors/corpus and the seed page.
_SPEAKER = 3.0
_SUBJECT_WHO_SPEAKS = 3.0
_SUBJECT = 1.5
_SURE_GENDER = 0.5
_FARTHEST = 12  # events looked back upon; beyond them a reader has lost the thread, too
_SENTENCES_OF_IT = 2  # "it" and "they" mean things as well as speakers, so only the nearest counts
_PARAGRAPHS = 5  # paragraphs looked back upon
_SURE, _DISTANT, _DOUBTFUL = 0.9, 0.75, 0.6  # confidence: how often each holds in the corpus, rounded


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody outside quotation marks: who (None: a speaker without a name), where and in what part.

    `sentence` counts only sentences with words outside quotation marks.
    """

    chain: int | None
    place: int
    stop: int
    sentence: int
    paragraph: int
    is_speaker: bool = False
    is_subject: bool = False


class Antecedent(msgspec.Struct, frozen=True):
    """The chain a pronoun means and how sure that is, from 0 to 1."""

    chain: int
    confidence: float


def find_antecedent(
    pronoun: Pronoun, at: Event, events: Sequence[Event], chains: Sequence[Chain], speaking: frozenset[int]
) -> Antecedent | None:
    """Return whom a pronoun means, None where nobody fits or an unnamed speaker stands nearer.

    `events` are those before the pronoun in text order, `speaking` the chains that are named as the
    speaker of a statement anywhere in the article.
    """
    recent = [e for e in reversed(events[-_FARTHEST:]) if at.paragraph - e.paragraph <= _PARAGRAPHS]
    if pronoun.kind == "relative":
        return _relative(recent, at, chains, is_thing=pronoun.is_thing)
    if pronoun.kind in ("they", "it"):
        return _collective(recent, at, chains, is_plural=pronoun.kind == "they")
    fitting = [e for e in recent if _fits(e, pronoun, chains)]
    scored = [(_weight(e, at, pronoun, chains, speaking), -order, e) for order, e in enumerate(fitting)]
    if not scored:
        return None
    score, _, best = max(scored, key=lambda item: item[:2])
    if best.chain is None:
        return None
    others = [s for s, _, e in scored if e.chain != best.chain]
    if not others or score - max(others) > 1:
        return Antecedent(best.chain, _SURE if at.sentence - best.sentence <= 1 else _DISTANT)
    return Antecedent(best.chain, _DISTANT if score > max(others) else _DOUBTFUL)


def _relative(
    recent: Sequence[Event], at: Event, chains: Sequence[Chain], *, is_thing: bool
) -> Antecedent | None:
    """Return whom "who" means: the person named right before it; for "which" the last named at all.

    An organisation between the two belongs to the person's office ("X, the Border Guard's chief, who").
    """
    here = [e for e in recent if e.sentence == at.sentence and e.chain is not None]
    if is_thing:
        chain = here[0].chain if here else None
        return None if chain is None or chains[chain].person else Antecedent(chain, _DISTANT)
    near = next((e for e in here if not chains[e.chain or 0].organisation), None)
    return None if near is None or near.chain is None else Antecedent(near.chain, _SURE)


def _collective(
    recent: Sequence[Event], at: Event, chains: Sequence[Chain], *, is_plural: bool
) -> Antecedent | None:
    """Return the organisation, or for "they" the people, that spoke or acted last and not long ago."""
    for event in recent:
        if event.chain is None or not (event.is_speaker or event.is_subject):
            continue
        chain = chains[event.chain]
        if at.sentence - event.sentence > _SENTENCES_OF_IT:
            return None
        is_several = chain.plural or (not chain.person and event.is_speaker)
        is_body = not chain.person and not chain.plural and event.is_speaker
        if is_several if is_plural else is_body:
            return Antecedent(event.chain, _DISTANT)
    return None


def _fits(event: Event, pronoun: Pronoun, chains: Sequence[Chain]) -> bool:
    if event.chain is None:
        return event.is_speaker
    chain = chains[event.chain]
    if chain.organisation or chain.plural or not (chain.person or (event.is_speaker and not chain.definite)):
        return False
    return pronoun.kind == "either" or chain.gender in ("", pronoun.kind)


def _weight(
    event: Event, at: Event, pronoun: Pronoun, chains: Sequence[Chain], speaking: frozenset[int]
) -> float:
    """Return how much speaks for an event, in sentences of distance."""
    weight = 0.0
    if event.is_speaker:
        weight = _SPEAKER
    elif event.is_subject:
        weight = _SUBJECT_WHO_SPEAKS if event.chain in speaking else _SUBJECT
    if event.chain is not None and chains[event.chain].gender == pronoun.kind:
        weight += _SURE_GENDER
    return weight - (at.sentence - event.sentence)
