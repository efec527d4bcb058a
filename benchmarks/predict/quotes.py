"""Statements in running texts, in the form of the labels."""

from collections.abc import Iterator, Sequence

import msgspec

from benchmarks.predict.rows import Row
from reportedly.flow import statements_in
from reportedly.language import Language, detect_language, load_language
from reportedly.records import Span, Statement
from reportedly.text import paragraphs_of, quotations

_ONE_A_CUE = "en"
# In the German labels a quotation inside what somebody reports is a quote of its own, besides the report.
_QUOTATIONS_TOO = "de"
# Characters: the two marks around a quotation, and what stands beside them.
_MARKS = 6
# Characters before content in which the word for "that" is looked for.
_LONGEST_THAT = 16


def quotes(row: Row) -> Row:
    """Return the statements of one running text in the form of the labels, as spans of it."""
    text = row["text"]
    code = detect_language(text) or "en"
    found = quotes_in(text, code)
    more = _quoted(text, found) if code == _QUOTATIONS_TOO else ()
    return {"id": row["id"], "quotes": [*found, *more]}


def quotes_in(text: str, code: str) -> list[Row]:
    """Return the statements in a text of a language as the labels have them.

    In PolNeAR's, which are English, what one cue reports is one quote even where a clause and a
    quotation stand side by side, the word for "that" belongs to the content, and of a report inside a
    report only the outer one is a quote, with the inner speaker and cue in its content.
    """
    language = load_language(code)
    grouped: dict[object, list[Statement]] = {}
    statements: Sequence[Statement] = statements_in(text, paragraphs_of(text), language).statements
    if language.code == _ONE_A_CUE:
        statements = [outer for each in statements for outer in _outermost(text, each, statements, language)]
    for statement in statements:
        one = statement.cue if language.code == _ONE_A_CUE else None
        grouped.setdefault(one or statement.content, []).append(statement)
    return [
        {
            "source": _places(group[0].speaker),
            "cue": _places(group[0].cue),
            "content": [
                [_with_that(text, span.start, language), span.end]
                for statement in group
                for span in statement.content
            ],
        }
        for group in grouped.values()
    ]


def _quoted(text: str, quotes: Sequence[Row]) -> Iterator[Row]:
    """Yield the quotations that stand inside a longer stretch of what was said, with its source and cue."""
    parts = [part for each in quotations(text, paragraphs_of(text)) for part in each.parts]
    for quote in quotes:
        for start, end in quote["content"]:
            for part in parts:
                longer = end - start > part.end - part.start + _MARKS
                if longer and start <= part.start and part.end <= end:
                    yield quote | {"content": _places(part)}


def _outermost(
    text: str, statement: Statement, others: Sequence[Statement], language: Language
) -> Iterator[Statement]:
    """Yield a statement as whoever passes it on reports it; a source that is cited is a quote of its own.

    Nothing where the outer report stands among the statements too; itself where nobody passes it on.
    """
    if not statement.chain:
        yield statement
        return
    link = statement.chain[0]
    if any(each.cue == link.cue and not each.chain for each in others):
        return
    spans = [span for span in (*statement.content, statement.speaker, statement.cue) if span]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    is_cited = len(statement.chain) == 1 and statement.cue is not None and _is_cited(statement)
    outer = statement.content if is_cited else (Span(first, last),)
    if link.cue is not None and first < link.cue.start < last and not is_cited:
        yield statement
        return
    yield msgspec.structs.replace(statement, speaker=link.source, cue=link.cue, content=outer)
    according = statement.cue is not None and statement.cue.of(text).lower() in language.cues.according
    if is_cited and statement.speaker and not according:
        yield msgspec.structs.replace(statement, speaker=link.source, content=(statement.speaker,))


def _is_cited(statement: Statement) -> bool:
    """Return whether a cue stands right before its speaker and away from what was said ("citing AVA")."""
    if statement.cue is None or statement.speaker is None:
        return False
    return 0 <= statement.speaker.start - statement.cue.end <= 1


def _with_that(text: str, start: int, language: Language) -> int:
    """Return where the word for "that" right before a place begins, else the place."""
    before = text[max(0, start - _LONGEST_THAT) : start].rstrip(' ,"“‘')
    words = before.rsplit(None, 1)
    is_that = bool(words) and words[-1].lower() in language.cues.that
    return start - min(start, _LONGEST_THAT) + len(before) - len(words[-1]) if is_that else start


def _places(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span]
