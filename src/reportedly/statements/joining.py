"""Reports made into statements: marks taken off, doubles dropped, kinds told."""

from collections.abc import Iterator, Sequence

from reportedly.records import Span, Statement, StatementKind
from reportedly.statements.reports import Report
from reportedly.text import Quotation

# Share of the content's length that stands in quotation marks from which on it counts as direct.
DIRECT_SHARE = 0.9
# Factor on the confidence of a statement whose quotation has no closing mark.
UNCLOSED_FACTOR = 0.6


def statements_of(
    text: str, reports: Sequence[Report], found: Sequence[Quotation]
) -> tuple[Statement, ...]:
    """Return the reports as statements in reading order, each content span once, without outer marks."""
    opening = {outer.start: quotation for quotation in found for outer in quotation.outer[:1]}
    statements: dict[tuple[Span, ...], Statement] = {}
    for report in reports:
        statement = _statement(text, report, opening, found)
        if statement is None:
            continue
        known = statements.get(statement.content)
        if known is None or known.confidence < statement.confidence:
            statements[statement.content] = statement
    return tuple(sorted(statements.values(), key=lambda each: each.content))


def _statement(
    text: str, report: Report, opening: dict[int, Quotation], found: Sequence[Quotation]
) -> Statement | None:
    """Return one report as a statement, None where nothing but marks is left of it."""
    content: list[Span] = []
    closed = True
    for span in report.content:
        quotation = opening.get(span.start)
        if quotation is not None and quotation.outer[0] == span:
            content.extend(quotation.parts)
            closed = closed and quotation.is_closed
        else:
            content.append(span)
    content = [span for span in content if any(c.isalnum() for c in span.of(text))]
    if not content:
        return None
    return Statement(
        content=tuple(content),
        kind=_kind(content, found),
        speaker=report.speaker,
        cue=report.cue,
        confidence=round(report.confidence * (1.0 if closed else UNCLOSED_FACTOR), 2),
    )


def _kind(content: Sequence[Span], found: Sequence[Quotation]) -> StatementKind:
    """Return whether the words stand in quotation marks wholly, in part or not at all."""
    total = sum(span.end - span.start for span in content)
    quoted = sum(_overlap(content, found))
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= DIRECT_SHARE * total else "mixed"


def _overlap(content: Sequence[Span], found: Sequence[Quotation]) -> Iterator[int]:
    """Yield how many code points of the content each quotation covers."""
    for span in content:
        for quotation in found:
            for part in quotation.parts:
                if part.overlaps(span):
                    yield min(part.end, span.end) - max(part.start, span.start)
