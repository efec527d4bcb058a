"""Labelled articles as windows of word pieces with their labels and links."""

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from tokenizers import Tokenizer

from reportedly.models.decoding import ROLES
from reportedly.models.pieces import WINDOW, Pieces, Window, marks_of, paragraph_pieces, windows
from reportedly.text import paragraphs_of

Row = dict[str, Any]
Place = tuple[int, int]

# Of the windows of an article, this share begins with paragraphs before them.
_WITH_CONTEXT = 0.8
# An annotator's own habit is shown to the network this often; else it learns what all share.
_SHOWN_ANNOTATOR = 0.7
_SHORTEST_FIRST = 60
# The crawl of unlabelled articles sets blanks around marks.
_MENDED = (
    (re.compile(r" ([’']) ?(s|t|re|ve|ll|d|m|S)\b"), r"\1\2"),
    (re.compile(r" ([,.;:!?%)\]])"), r"\1"),
    (re.compile(r"([(\[$£€]) "), r"\1"),
    (re.compile(r"([“‘]) "), r"\1"),
    (re.compile(r" ([”’])"), r"\1"),
)


class Labelled(msgspec.Struct):
    """A window with a label for each piece, the stretches of each role, and who is linked to whom.

    `cue_of` holds for each content stretch the index of its cue, `source_of` for each cue that of its
    source; -1 stands for none. `annotator` is 0 where nobody's habit is shown.
    """

    pieces: Pieces
    labels: list[int]
    stretches: dict[str, list[Place]]
    cue_of: list[int]
    source_of: list[int]
    annotator: int


class Text(msgspec.Struct):
    """An article with its quotes, by paragraph; `annotator` is 0 for a machine's labels."""

    units: list[Pieces]
    marks: tuple[int, int]
    quotes: list[Row]
    annotator: int


class Polnear(NamedTuple):
    """PolNeAR's training articles: all, those to learn from, those held out with the development set's."""

    train: list[Row]
    learn: list[Row]
    held: list[Row]
    annotators: list[str]


def read_polnear(folder: Path) -> Polnear:
    """Return the labelled articles; those that several people annotated are not learnt from."""
    train = read_rows(folder / "polnear_train.jsonl.gz")
    learn = [row for row in train if not row["alternatives"]]
    held = [row for row in train if row["alternatives"]] + read_rows(folder / "polnear_dev.jsonl.gz")
    return Polnear(train, learn, held, sorted({row["annotator"] for row in learn}))


def read_rows(path: Path) -> list[Row]:
    """Return the lines of a JSON lines file, gzipped or not; offsets hold as line ends are left alone."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", newline="", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def running_text(words: str) -> str:
    """Return a crawled text without the blanks around its marks."""
    for pattern, mended in _MENDED:
        words = pattern.sub(mended, words)
    return words


def text_of(row: Row, tokenizer: Tokenizer, annotators: Sequence[str]) -> Text:
    """Return an article ready for cutting into windows."""
    units = paragraph_pieces(row["text"], paragraphs_of(row["text"]), tokenizer)
    name = row.get("annotator")
    return Text(
        units, marks_of(tokenizer), row["quotes"], 1 + annotators.index(name) if name in annotators else 0
    )


def cut(text: Text, rng: random.Random) -> Iterator[Labelled]:
    """Yield an article's windows, cut at other places each time."""
    first = rng.randint(_SHORTEST_FIRST, WINDOW - 2)
    context = 64 if rng.random() < _WITH_CONTEXT else 0
    for window in windows(text.units, text.marks, first, context):
        shown = text.annotator if rng.random() < _SHOWN_ANNOTATOR else 0
        yield labelled(window, text.quotes, shown)


def labelled(window: Window, quotes: Sequence[Row], annotator: int) -> Labelled:
    """Return a window with what its quotes say of its pieces."""
    places = window.pieces.places
    found: dict[str, dict[Place, Place]] = {role: {} for role in ROLES}
    labels = [0] * len(places)
    for quote in quotes:
        for number, role in enumerate(ROLES):
            for start, end in quote[role]:
                inside = [i for i, (a, b) in enumerate(places) if b > a and a < end and b > start]
                if inside and (start, end) not in found[role]:
                    found[role][start, end] = (inside[0], inside[-1])
                    for i in inside:
                        labels[i] = 2 + 2 * number if i > inside[0] else 1 + 2 * number
    stretches = {role: sorted(set(found[role].values())) for role in ROLES}
    cue_of, source_of = _links(quotes, found, stretches)
    return Labelled(window.pieces, labels, stretches, cue_of, source_of, annotator)


def _links(
    quotes: Sequence[Row], found: dict[str, dict[Place, Place]], stretches: dict[str, list[Place]]
) -> tuple[list[int], list[int]]:
    """Return the cue of each content stretch and the source of each cue, as indices."""
    cue_of, source_of = [-1] * len(stretches["content"]), [-1] * len(stretches["cue"])
    for quote in quotes:
        here = {role: [found[role][s, e] for s, e in quote[role] if (s, e) in found[role]] for role in ROLES}
        cue = stretches["cue"].index(here["cue"][0]) if here["cue"] else -1
        for content in here["content"]:
            cue_of[stretches["content"].index(content)] = cue
        if cue >= 0 and here["source"]:
            source_of[cue] = stretches["source"].index(here["source"][0])
    return cue_of, source_of
