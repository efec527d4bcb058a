"""readability-lxml: headline and body."""

import lxml.html  # type: ignore[import-untyped]
import readability  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines

_BLOCKS = frozenset("p div li tr br h1 h2 h3 h4 h5 h6 blockquote section article figure table ul ol".split())


def read(row: Row) -> Row:
    """Return the short title and the text of the summary that readability-lxml cuts out of the page."""
    document = readability.Document(row["html"], url=row.get("url"))
    tree = lxml.html.fromstring(document.summary())
    for element in tree.iter():
        if element.tag in _BLOCKS:
            element.tail = "\n" + (element.tail or "")
    return {"headline": document.short_title(), "body": tree.text_content()}


if __name__ == "__main__":
    answer_lines(read)
