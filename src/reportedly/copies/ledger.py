"""The quotation ledger: every statement of an origin against one who carries it."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.copies.aligning import align
from reportedly.copies.editing import passages_between
from reportedly.copies.prints import Printed
from reportedly.copies.speakers import same_speaker
from reportedly.records import Fate, LedgerLine, Passage, Span, SpokenBy, Statement
from reportedly.text import WordCodes, quotations

# A statement of which fewer words are left was cut, and one of which fewer were there was added.
_LEAST_LEFT = 0.3


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """An origin and one who carries it, with which word of one is which of the other (-1: none)."""

    origin: Printed
    carrier: Printed
    in_carrier: NDArray[np.int64]
    in_origin: NDArray[np.int64]
    passages: tuple[Passage, ...]


def ledger(
    origin: Printed, said: Sequence[SpokenBy], carrier: Printed, carried: Sequence[SpokenBy]
) -> tuple[LedgerLine, ...]:
    """Return a line for every statement of an origin, and for those that only the carrier has, in order.

    `said` are the statements of the origin, `carried` those of the carrier; both with their speakers'
    names. Statements in headlines and captions are left out: these are nobody's words but the desk's.
    """
    pair = _pair(origin, carrier)
    told = [each for each in said if _words(origin.words, each.statement).size]
    here = [each for each in carried if _words(carrier.words, each.statement).size]
    lines = [_line(pair, each, here) for each in told]
    return (*lines, *_added(pair, here))


def _pair(origin: Printed, carrier: Printed) -> Pair:
    in_carrier = np.full(len(origin.words), -1, np.int64)
    in_origin = np.full(len(carrier.words), -1, np.int64)
    for block in align(carrier.words.codes, origin.words.codes):
        for i, j, length in block.runs:
            in_carrier[j : j + length] = np.arange(i, i + length)
            in_origin[i : i + length] = np.arange(j, j + length)
    return Pair(
        origin=origin,
        carrier=carrier,
        in_carrier=in_carrier,
        in_origin=in_origin,
        passages=passages_between(carrier, origin),
    )


def _words(words: WordCodes, statement: Statement) -> NDArray[np.int64]:
    """Return the numbers of the words of a statement's content."""
    if statement.found_in != "text":
        return np.zeros(0, np.int64)
    return _in_spans(words, statement.content)


def _in_spans(words: WordCodes, spans: Sequence[Span]) -> NDArray[np.int64]:
    bounds = [np.searchsorted(words.starts, (span.start, span.end)) for span in spans]
    return np.concatenate([np.zeros(0, np.int64), *(np.arange(first, end) for first, end in bounds)])


def _line(pair: Pair, said: SpokenBy, carried: Sequence[SpokenBy]) -> LedgerLine:
    numbers = _words(pair.origin.words, said.statement)
    left = pair.in_carrier[numbers]
    left = left[left >= 0]
    if left.size < _LEAST_LEFT * numbers.size:
        return LedgerLine(there=said, here=None, fates=("cut",))
    here = _counterpart(pair, left, carried)
    first, last = int(left.min()), int(left.max())
    words = pair.carrier.words
    span = Span(int(words.starts[first]), int(words.ends[last]))
    changes = tuple(_changes(pair, said.statement, here.statement if here else None, span))
    lost = tuple(_lost(pair, said.statement, here))
    fates = tuple(_fates(pair, said, here, span, changes, lost))
    return LedgerLine(
        there=said, here=here, here_at=span, fates=fates or ("same",), changes=changes, lost=lost
    )


def _counterpart(pair: Pair, left: NDArray[np.int64], carried: Sequence[SpokenBy]) -> SpokenBy | None:
    """Return the carrier's statement that has most of the words, the tightest of several."""
    wanted = set(left.tolist())

    def fit(each: SpokenBy) -> tuple[int, int]:
        numbers = set(_words(pair.carrier.words, each.statement).tolist())
        return len(numbers & wanted), -len(numbers)

    best = max(carried, key=fit, default=None)
    return best if best is not None and 2 * fit(best)[0] >= len(wanted) else None


def _changes(pair: Pair, there: Statement, here: Statement | None, span: Span) -> Iterator[Passage]:
    """Yield the words of a statement that were cut, put in the place of others, or put between them."""
    within = here.content if here else (span,)
    for passage in pair.passages:
        if passage.handling in ("kept", "moved"):
            continue
        in_origin = passage.there is not None and any(passage.there.overlaps(each) for each in there.content)
        in_carrier = passage.here is not None and any(each.contains(passage.here) for each in within)
        if in_origin or (in_carrier and passage.there is None):
            yield passage


def _lost(pair: Pair, there: Statement, here: SpokenBy | None) -> Iterator[Span]:
    """Yield what said who says so and is gone: who passes it on; speaker and cue where no other is named."""
    chain = len(here.statement.chain) if here else 0
    for relay in there.chain[chain:] if here else there.chain:
        if not _is_left(pair, relay.source):
            yield relay.source
    named = here is not None and here.statement.speaker is not None
    for span in (there.speaker, there.cue):
        if not named and span is not None and not _is_left(pair, span):
            yield span


def _is_left(pair: Pair, span: Span) -> bool:
    numbers = _in_spans(pair.origin.words, (span,))
    return bool(numbers.size == 0 or (pair.in_carrier[numbers] >= 0).any())


def _fates(
    pair: Pair,
    there: SpokenBy,
    here: SpokenBy | None,
    span: Span,
    changes: Sequence[Passage],
    lost: Sequence[Span],
) -> Iterator[Fate]:
    if any(passage.handling == "cut" for passage in changes):
        yield "shortened"
    if any(passage.handling in ("reworded", "added") for passage in changes):
        yield "reworded"
    if here and there.speaker and here.speaker and not same_speaker(there.speaker, here.speaker):
        yield "other-speaker"
    was_direct, is_direct = there.statement.kind != "indirect", _is_direct(pair.carrier, here, span)
    if was_direct and not is_direct:
        yield "lost-marks"
    if not was_direct and here is not None and here.statement.kind == "direct":
        yield "gained-marks"
    if lost:
        yield "lost-attribution"


def _is_direct(carrier: Printed, here: SpokenBy | None, span: Span) -> bool:
    """Return whether words stand in quotation marks, wholly or in part."""
    if here is not None:
        return here.statement.kind != "indirect"
    article = carrier.article
    found = quotations(article.text, article.paragraphs)
    return any(part.overlaps(span) for quotation in found for part in quotation.parts)


def _added(pair: Pair, carried: Sequence[SpokenBy]) -> Iterator[LedgerLine]:
    for each in carried:
        numbers = _words(pair.carrier.words, each.statement)
        if (pair.in_origin[numbers] >= 0).sum() < _LEAST_LEFT * numbers.size:
            words = pair.carrier.words
            span = Span(int(words.starts[numbers[0]]), int(words.ends[numbers[-1]]))
            yield LedgerLine(there=None, here=each, here_at=span, fates=("added",))
