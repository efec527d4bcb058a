"""Answers to labelled questions, for the scorers.

    python -m benchmarks.predict {pages|quotes|dates|roots|stories|copies} IN OUT

IN and OUT are JSON lines (IN may be gzipped) in the forms that the scorers describe at their heads.
Only the input fields of IN are read, never the gold. A task whose room is not built yet exits with 3.
"""

import datetime
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from reportedly.dates import find_moments
from reportedly.flow import statements_in
from reportedly.language import Language, detect_language, load_language
from reportedly.read import read_page
from reportedly.records import Article, Page, Refusal, Span, Statement
from reportedly.text import paragraphs_of

_ONE_A_CUE = "en"
# Characters before content in which the word for "that" is looked for.
_LONGEST_THAT = 16

Row = dict[str, Any]  # one line of JSON, in the scorers' form


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the lines of a JSON lines file; offsets hold because line ends are left alone."""
    with path.open("rb") as raw, gzip.open(raw) if path.suffix == ".gz" else raw as lines:
        for line in lines:
            yield json.loads(line)


def pages(row: Row) -> Row:
    """Return the fields of one page and the CPU milliseconds that reading it took."""
    body = row["html"].encode("utf-8", "surrogatepass")
    page = Page(body=body, url=row.get("url"), fetched_at=datetime.datetime.now(datetime.UTC))
    start = time.process_time()
    article = read_page(page)
    cpu_ms = (time.process_time() - start) * 1000
    fields = _fields(article) if isinstance(article, Article) else _stated(article)
    return {"id": row["id"], "cpu_ms": cpu_ms} | fields


def _fields(article: Article) -> Row:
    return {
        "headline": article.headline.value if article.headline else None,
        "lead": article.lead.value if article.lead else None,
        "body": "\n".join(span.of(article.text) for span in article.body),
        "published": article.published.value.isoformat() if article.published else None,
        "authors": [author.value for author in article.authors],
    }


def _stated(refusal: Refusal) -> Row:
    """Return what a page without an article says of itself all the same."""
    return {
        "headline": refusal.headline.value if refusal.headline else None,
        "published": refusal.published.value.isoformat() if refusal.published else None,
    }


def quotes(row: Row) -> Row:
    """Return the statements of one running text in the form of the labels, as spans of it."""
    text = row["text"]
    return {"id": row["id"], "quotes": quotes_in(text, detect_language(text) or "en")}


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


def dates(row: Row) -> Row:
    """Return the dates and times of day that one text names, in the normal form of TIMEX3."""
    text = row["text"]
    anchor = datetime.date.fromisoformat(row["published"][:10])
    language = load_language(detect_language(text) or "en")
    found = find_moments(text, paragraphs_of(text), language, anchor).moments
    named = [moment for moment in found if moment.kind in ("date", "time")]
    return {
        "id": row["id"],
        "expressions": [
            {"start": moment.words.start, "end": moment.words.end, "value": moment.value} for moment in named
        ],
    }


def _with_that(text: str, start: int, language: Language) -> int:
    """Return where the word for "that" right before a place begins, else the place."""
    before = text[max(0, start - _LONGEST_THAT) : start].rstrip(' ,"“‘')
    words = before.rsplit(None, 1)
    is_that = bool(words) and words[-1].lower() in language.cues.that
    return start - min(start, _LONGEST_THAT) + len(before) - len(words[-1]) if is_that else start


def _places(*spans: Span | None) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span]


TASKS: dict[str, Callable[[Row], Row] | None] = {
    "pages": pages,
    "quotes": quotes,
    "dates": dates,
    "roots": None,
    "stories": None,
    "copies": None,
}


def main(arguments: list[str]) -> int:
    """Predict one task's answers for every line of IN; return the exit status."""
    if len(arguments) != 3 or arguments[0] not in TASKS:
        print(__doc__, file=sys.stderr)
        return 2
    answer = TASKS[arguments[0]]
    if answer is None:
        built = ", ".join(name for name, known in TASKS.items() if known)
        print(f"The room for {arguments[0]!r} is not built yet; built are: {built}.", file=sys.stderr)
        return 3
    with Path(arguments[2]).open("w", encoding="utf8") as out:
        for row in read_rows(Path(arguments[1])):
            out.write(json.dumps(answer(row), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
