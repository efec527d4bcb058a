"""Twelve reports in the manner of agencies, annotated before the tagger saw them, and how it does on them.

`agency_english.txt` marks each quote by number: {1s:who}, {1c:the cue}, {1q:what was said}. A quote
without a source has that of the one before. `python -m statements.agency_english` prints the figure.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reportedly import flow
from reportedly.language import load_language
from reportedly.records import Span
from reportedly.text import paragraphs_of

FILE = Path(__file__).with_suffix(".txt")
_MARKED = re.compile(r"\{(\d+)([scq]):([^{}]*)\}")
_HALF = 0.5


class Quote(msgspec.Struct):
    """The letters of a source and of what was said, by their places."""

    source: frozenset[int] = frozenset()
    content: frozenset[int] = frozenset()


def reports() -> Iterator[tuple[str, list[Quote]]]:
    """Yield each report without its marks, with its quotes."""
    for marked in FILE.read_text(encoding="utf8").split("###\n"):
        text, after = "", 0
        quotes: dict[int, Quote] = {}
        for match in _MARKED.finditer(marked):
            text += marked[after : match.start()]
            place = frozenset(letters(match[3], len(text)))
            quote = quotes.setdefault(int(match[1]), Quote())
            if match[2] == "s":
                quote.source |= place
            elif match[2] == "q":
                quote.content |= place
            text, after = text + match[3], match.end()
        yield text + marked[after:], with_sources(quotes)


def with_sources(quotes: dict[int, Quote]) -> list[Quote]:
    """Return the quotes in order, each with its own source or with that of the one before."""
    found: list[Quote] = []
    for _, quote in sorted(quotes.items()):
        if not quote.source and found:
            quote.source = found[-1].source
        found.append(quote)
    return found


def letters(words: str, start: int) -> Iterator[int]:
    """Yield the places of the letters and figures of some words that begin at `start`."""
    return (start + i for i, character in enumerate(words) if character.isalnum())


def read(text: str) -> list[Quote]:
    """Return what the room finds; what one cue reports is one quote."""
    found: dict[Span | tuple[Span, ...], Quote] = {}
    for statement in flow.statements_in(text, paragraphs_of(text), load_language("en")).statements:
        quote = found.setdefault(statement.cue or statement.content, Quote())
        for span in statement.content:
            quote.content |= frozenset(letters(span.of(text), span.start))
        if statement.speaker:
            quote.source = frozenset(letters(statement.speaker.of(text), statement.speaker.start))
    return list(found.values())


def right(found: list[Quote], expected: list[Quote]) -> int:
    """Return how many finds have half of a quote's words and a word of its source, each quote once."""
    left, count = list(expected), 0
    for quote in found:
        for other in left:
            shared = len(quote.content & other.content) / max(1, len(quote.content | other.content))
            if shared >= _HALF and (quote.source & other.source or not (quote.source or other.source)):
                left.remove(other)
                count += 1
                break
    return count


def attribution() -> tuple[float, float, float]:
    """Return F1, precision and recall of attributions over all reports."""
    hits, given, wanted = 0, 0, 0
    for text, expected in reports():
        found = read(text)
        hits, given, wanted = hits + right(found, expected), given + len(found), wanted + len(expected)
    return 2 * hits / (given + wanted), hits / given, hits / wanted


if __name__ == "__main__":
    print("F1 {:.3f}, precision {:.3f}, recall {:.3f}".format(*attribution()))  # noqa: T201
