"""Who took a report from whom, in a batch of reports."""

import datetime
from collections.abc import Iterable, Iterator

from benchmarks.predict.rows import Row
from reportedly.copies import Printed, Shelf, find_links, printed
from reportedly.records import Article, CopyLink, Field, Span, Timestamp

_MARKUP = "given"


def copies(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield every pair of reports of which one took words from the other, and which words those are.

    All reports are known before the first is asked for: house words show as such only once an outlet
    was seen often enough.
    """
    reports = [_printed(row) for row in rows]
    shelf = Shelf(reports)
    for number, report in enumerate(reports):
        yield from map(_row, find_links(report, shelf, before=number))


def _printed(row: Row) -> Printed:
    text, published = row["text"], datetime.datetime.fromisoformat(row["published"])
    article = Article(
        page_sha256="",
        text=text,
        outlet=Field(value=row["outlet"], markup=_MARKUP),
        published=Field(value=Timestamp.of(published), markup=_MARKUP),
        body=(Span(0, len(text)),),
    )
    return printed(row["id"], article)


def _row(link: CopyLink) -> Row:
    spans = [[passage.here.start, passage.here.end] for passage in link.carried if passage.here]
    return {"copy": link.copy, "origin": link.origin, "spans": spans, "kind": link.kind, "score": link.score}
