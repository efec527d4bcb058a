"""The day on which the statements of a page were made."""

import datetime
from pathlib import Path

import pytest

from reportedly.flow import days_said, moments_in, read_page, said_on
from reportedly.records import Article, Field, Page, Span, Timestamp

_SEED = Path(__file__).parents[2].parent / "shared" / "pages" / "ava-281656.txt"
_PAGE = """<html><body><article><h1>Lindmark Dam Holds</h1><time datetime="2023-12-05">5 December 2023</time>
<p>Ana Torv, the mayor of Lindmark, said on Monday that the dam would hold until spring.</p>
<p>“Nobody has to leave the valley before the water falls again,” she said.</p>
</article></body></html>"""


def test_every_statement_of_a_page_has_its_day() -> None:
    reading = read_page(
        Page(body=_PAGE.encode(), fetched_at=datetime.datetime(2023, 12, 6, tzinfo=datetime.UTC))
    )
    article = reading.article
    assert isinstance(article, Article)
    assert reading.statements
    days = days_said(article, reading.statements)
    assert {day.value for day in days if day} == {"2023-12-04"}
    assert said_on(article, reading.statements[0]) == days[0]


def test_words_of_time_are_reckoned_from_the_day_of_the_dateline() -> None:
    text = "LINDMARK, Dec. 4 (KNA)\nThe dam held today."
    published = Field(value=Timestamp(date=datetime.date(2023, 12, 5)), markup="x")
    article = Article(
        page_sha256="0" * 64,
        text=text,
        language=Field(value="en", markup="x"),
        published=published,
        dateline=Field(value="LINDMARK, Dec. 4", span=Span(0, 16)),
        body=(Span(23, len(text)),),
    )
    assert [moment.value for moment in moments_in(article, article.body)] == ["2023-12-04"]


def test_both_meetings_of_the_seed_page_are_dated() -> None:
    if not _SEED.is_file():
        pytest.skip("the seed page is not beside this checkout")
    page = Page(body=_SEED.read_bytes(), fetched_at=datetime.datetime(2023, 12, 6, tzinfo=datetime.UTC))
    reading = read_page(page)
    article = reading.article
    assert isinstance(article, Article)
    named = {
        moment.words.of(article.text): moment.value for moment in moments_in(article, article.paragraphs)
    }
    assert named["Monday"] == "2023-12-04"
    assert named["22 years ago"] == "2001"
    assert {day.value for day in days_said(article, reading.statements) if day} == {"2023-12-04"}
