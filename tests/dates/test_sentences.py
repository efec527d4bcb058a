"""Sentences of news in seven languages, with the days they mean."""

import datetime
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.dates import find_moments
from reportedly.language import load_language
from reportedly.text import paragraphs_of

_FOLDER = Path(__file__).parent / "sentences"
TUESDAY = datetime.date(2023, 12, 5)


def _sentences() -> Iterator[tuple[str, str, str, str]]:
    for file in sorted(_FOLDER.glob("*.toml")):
        halves = tomllib.loads(file.read_text("utf8"))
        for half in ("open", "held"):
            for sentence, first, last in halves[half]:
                yield file.stem, sentence, first, last


@pytest.mark.parametrize(("language", "sentence", "first", "last"), list(_sentences()))
def test_a_sentence_says_when(language: str, sentence: str, first: str, last: str) -> None:
    found = find_moments(sentence, paragraphs_of(sentence), load_language(language), TUESDAY).moments
    assert (first, last) in [(str(moment.first), str(moment.last)) for moment in found]
