"""Reports made into statements: marks taken off, doubles dropped, kinds told."""

import bisect
from collections.abc import Iterable, Iterator, Sequence

from reportedly.records import Span, Statement, StatementKind
from reportedly.statements.reports import Report
from reportedly.text import Quotation

# Share of the content's length that stands in quotation marks from which on it counts as direct.
DIRECT_SHARE = 0.9
# Factor on the confidence of a statement whose quotation has no closing mark.
UNCLOSED_FACTOR = 0.6


def statements_of(text: str, reports: Sequence[Report], found: Sequence[Quotation]) -> tuple[Statement, ...]:
    """Return the reports as statements in reading order, each content span once, without outer marks."""
    opening = {outer.start: quotation for quotation in found for outer in quotation.outer}
    quoted = [part for quotation in found for part in quotation.parts]
    statements: dict[tuple[Span, ...], Statement] = {}
    for report in reports:
        statement = _statement(text, report, opening, quoted)
        if statement is None:
            continue
        known = statements.get(statement.content)
        if known is None or known.confidence < statement.confidence:
            statements[statement.content] = statement
    return tuple(sorted(statements.values(), key=lambda each: each.content))


def _statement(
    text: str, report: Report, opening: dict[int, Quotation], quoted: Sequence[Span]
) -> Statement | None:
    """Return one report as a statement, None where nothing but marks is left of it."""
    content: list[Span] = []
    closed = True
    for span in report.content:
        quotation = opening.get(span.start)
        if quotation is not None and span in quotation.outer:
            content.extend(part for part in quotation.parts if part not in content)
            closed = closed and quotation.is_closed
        else:
            content.append(span)
    content = _apart(span for span in content if any(c.isalnum() for c in span.of(text)))
    if not content:
        return None
    return Statement(
        content=tuple(content),
        kind=kind_of(content, quoted),
        speaker=report.speaker,
        cue=report.cue,
        confidence=round(report.confidence * (1.0 if closed else UNCLOSED_FACTOR), 2),
    )


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, without those that run into one before them."""
    apart: list[Span] = []
    for span in sorted(spans):
        if not apart or apart[-1].end <= span.start:
            apart.append(span)
    return apart


def kind_of(content: Sequence[Span], quoted: Sequence[Span]) -> StatementKind:
    """Return whether the words stand in quotation marks wholly, in part or not at all."""
    total = sum(span.end - span.start for span in content)
    covered = sum(_covered(content, quoted))
    if covered == 0:
        return "indirect"
    return "direct" if covered >= DIRECT_SHARE * total else "mixed"


def _covered(content: Sequence[Span], quoted: Sequence[Span]) -> Iterator[int]:
    """Yield how many code points of the content each quoted stretch covers; `quoted` is in order."""
    for span in content:
        at = max(0, bisect.bisect_right(quoted, span) - 1)
        while at < len(quoted) and quoted[at].start < span.end:
            if quoted[at].overlaps(span):
                yield min(quoted[at].end, span.end) - max(quoted[at].start, span.start)
            at += 1
