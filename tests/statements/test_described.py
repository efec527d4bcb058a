"""What is said of statements beside their words, on annotated sentences: no less than when measured."""

from pathlib import Path

import pytest

from .described import scores

# F1 of each field on the cases written to be held out, as first seen, less three points.
FIRST_SEEN = {
    "found": 0.95,
    "kind": 0.96,
    "to": 0.94,
    "about": 0.89,
    "for": 0.97,
    "chain": 0.9,
    "headline": 0.95,
    "joins": 0.95,
}


@pytest.mark.parametrize(
    "file", ["described_en_first.txt", "described_en_later.txt", "described_en_third.txt"]
)
def test_what_stands_beside_the_words_is_found_in_english(file: str) -> None:
    found = scores(Path(__file__).with_name(file), "en")
    poor = {field: found[field].f1 for field, least in FIRST_SEEN.items() if found[field].f1 < least}
    assert poor == {}


# F1 over the 15 cases of each other language when last measured, less five points.
LEAST_ELSEWHERE = {"kind": 0.87, "to": 0.6, "headline": 0.95, "joins": 0.95}


@pytest.mark.parametrize("language", ["ar", "de", "es", "fa", "fr", "ru"])
def test_what_stands_beside_the_words_is_found_in_other_languages(language: str) -> None:
    found = scores(Path(__file__).with_name(f"described_{language}.txt"), language)
    poor = {field: found[field].f1 for field, least in LEAST_ELSEWHERE.items() if found[field].f1 < least}
    assert poor == {}
