"""What is done by a statement, and what negates and hedges it, on sentences written for it."""

import pytest

from .acts.marked import shares

# Shares of sentences: act, negations, hedges. On the held half, whose misses nobody had seen while the
# rules were made, the first look gave .973, .993 and 1.000 of 149; on the other half .993, 1.000, 1.000.
_SEEN, _HELD = (0.97, 0.98, 0.98), (0.95, 0.97, 0.97)


@pytest.mark.parametrize(("name", "least"), [("en_seen", _SEEN), ("en_held", _HELD)])
def test_acts_negations_and_hedges_are_told_as_a_person_does(
    name: str, least: tuple[float, float, float]
) -> None:
    assert all(share >= floor for share, floor in zip(shares(name), least, strict=True))


@pytest.mark.parametrize("language", ["ar", "de", "es", "fa", "fr", "ru"])
def test_acts_are_told_in_other_languages(language: str) -> None:
    acts, negations, hedges = shares(f"{language}_seen")
    assert acts == 1.0
    assert negations >= 0.9
    assert hedges == 1.0
