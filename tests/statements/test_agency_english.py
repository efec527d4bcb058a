"""English as agencies write it: how much of it the room reads."""

from .agency_english import attribution, reports

# What the tagger reached when it first saw them, less five points.
LEAST_F1 = 0.89


def test_reports_in_the_manner_of_agencies_are_read() -> None:
    assert attribution()[0] >= LEAST_F1


def test_there_are_twelve_with_quotes_that_have_words() -> None:
    found = list(reports())
    assert len(found) == 12
    assert all(quote.content for _, quotes in found for quote in quotes)
