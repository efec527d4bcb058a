"""What the records promise."""

import datetime

import pytest

from reportedly.records import Page, ReportedlyError, Span, Statement, StoreError, StoreLocked, Timestamp

NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)


def test_a_span_gives_the_words_it_stands_for() -> None:
    assert Span(4, 9).of("The ferry sails") == "ferry"


@pytest.mark.parametrize("ends", [(-1, 3), (5, 4)])
def test_a_span_runs_forward_from_zero(ends: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="forward"):
        Span(*ends)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(0, 4).overlaps(Span(4, 8))
    assert Span(0, 5).overlaps(Span(4, 8))
    assert Span(0, 8).contains(Span(4, 8))


def test_a_timestamp_is_as_sure_as_the_page() -> None:
    day = datetime.date(2023, 12, 5)
    noon = datetime.time(12, 30)
    assert Timestamp(date=day).isoformat() == "2023-12-05"
    assert Timestamp(date=day, time=noon).isoformat() == "2023-12-05T12:30:00"
    zoned = Timestamp(date=day, time=noon, utc_offset_minutes=270)
    assert zoned.isoformat() == "2023-12-05T12:30:00+04:30"


def test_a_timestamp_of_a_datetime_keeps_its_offset() -> None:
    assert Timestamp.of(NOW).isoformat() == "2024-03-01T00:00:00+00:00"


def test_a_page_is_known_by_the_digest_of_its_bytes_and_its_headers_in_any_case() -> None:
    page = Page(body=b"", fetched_at=NOW, headers=(("Content-Type", "text/html"),))
    assert page.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert page.header("content-TYPE") == "text/html"
    assert page.header("etag") is None


def test_a_statement_split_by_its_cue_shows_the_split() -> None:
    text = '"Come," she said, "at noon."'
    statement = Statement(content=(Span(1, 6), Span(19, 27)), kind="direct", speaker=Span(8, 11))
    assert statement.words(text) == "Come, … at noon."


def test_a_statement_keeps_its_identifier_whatever_its_cue() -> None:
    one = Statement(content=(Span(1, 6),), kind="direct")
    other = Statement(content=(Span(1, 6),), kind="direct", cue=Span(8, 12), confidence=0.5)
    assert one.identifier("page") == other.identifier("page")
    assert one.identifier("page") != one.identifier("another page")


def test_an_error_tells_what_is_wrong_and_the_next_step() -> None:
    error = StoreLocked("Another process writes.", next_step="Wait.", about="desk.db")
    assert str(error) == "Another process writes. Wait."
    assert isinstance(error, StoreError)
    assert isinstance(error, ReportedlyError)
