"""The annotated articles: where each statement's speaker stands, and whom a careful reader takes it for.

`written.toml` holds articles that were written for this; `polnear.json` holds places in articles of
PolNeAR by their ids, and the texts are read from ../shared, where they are there.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.predict.rows import read_rows
from reportedly.records import Span

_HERE = Path(__file__).parent
_QUOTES = _HERE.parents[2] / "shared" / "data" / "quotes"
# Where the places of each file are: those of the first two halves, and a third part annotated later.
_POLNEAR = {"polnear.json": "polnear_dev.jsonl.gz", "polnear_third.json": "polnear_train.jsonl.gz"}
_MARK = re.compile(r"\[([^\]=]*)=([^\]]*)\]")


class Speaker(NamedTuple):
    """One speaker as written, and the fullest mentions of whom it may mean; its own span for itself."""

    at: Span
    means: tuple[Span, ...]


class Annotated(NamedTuple):
    """One annotated article."""

    id: str
    half: str
    text: str
    speakers: tuple[Speaker, ...]


def annotated() -> Iterator[Annotated]:
    """Yield the annotated articles: those written for it, then PolNeAR's where its texts are at hand."""
    for number, row in enumerate(tomllib.loads((_HERE / "written.toml").read_text("utf8"))["article"]):
        yield _unmarked(f"written-{number + 1}", row["half"], row["text"].strip())
    for places, texts in _POLNEAR.items():
        yield from _of_polnear(_HERE / places, _QUOTES / texts)


def _of_polnear(places: Path, file: Path) -> Iterator[Annotated]:
    texts = {row["id"]: row["text"] for row in read_rows(file)} if file.is_file() else {}
    for row in json.loads(places.read_text("utf8")):
        if row["id"] in texts:
            speakers = [
                Speaker(Span(*s["at"]), tuple(Span(*place) for place in s["means"])) for s in row["speakers"]
            ]
            yield Annotated(row["id"], row["half"], texts[row["id"]], tuple(speakers))


def _unmarked(name: str, half: str, marked: str) -> Annotated:
    """Return an article without its marks; names are looked up in what is left."""
    text, found, reached = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[reached : match.start()]
        found.append((Span(len(text), len(text) + len(match[1])), match[2].split("|")))
        text += match[1]
        reached = match.end()
    text += marked[reached:]
    speakers = [Speaker(at, tuple(_place(text, at, name) for name in names)) for at, names in found]
    return Annotated(name, half, text, tuple(speakers))


def _place(text: str, at: Span, name: str) -> Span:
    start = text.index(name) if name else at.start
    return Span(start, start + len(name)) if name else at
