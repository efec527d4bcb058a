"""What a refused page says of itself all the same."""

import datetime

import pytest

from reportedly.read import read_page
from reportedly.records import Page, Refusal

FETCHED_AT = datetime.datetime(2024, 6, 1, tzinfo=datetime.UTC)
META = '<meta property="article:published_time" content="2023-12-05T15:26:00+01:00">'
PICTURES = "".join(f"<figure><img src=q{i}.jpg><figcaption>Quay {i}</figcaption></figure>" for i in range(9))
TEASERS = "".join(
    f"<article><h2><a href=/news/{i}>Ferry number {i} stopped by the ice in the bay</a></h2>"
    f"<time>{i} November 2023</time></article>"
    for i in range(1, 25)
)


def refused(html: str, url: str) -> Refusal:
    found = read_page(Page(body=html.encode(), url=url, fetched_at=FETCHED_AT))
    assert isinstance(found, Refusal)
    return found


def day(refusal: Refusal) -> str | None:
    return refusal.published.value.isoformat() if refusal.published else None


def test_pictures_without_a_text_keep_their_headline_and_publish_time() -> None:
    html = f"<html><head>{META}<title>The quays</title></head><body><h1>The quays under ice</h1>{PICTURES}"
    found = refused(html, "https://kestrel.example/pictures/the-quays-under-ice-12345")
    assert found.headline is not None
    assert found.headline.value == "The quays under ice"
    assert day(found) == "2023-12-05T15:26:00+01:00"


def test_a_shell_keeps_what_its_markup_says_of_the_article() -> None:
    html = f"<html><head>{META}<meta property=og:title content='Harbour shut'></head><body><div id=app></div>"
    found = refused(html, "https://kestrel.example/harbour-shut-by-ice-12345")
    assert found.headline is not None
    assert found.headline.value == "Harbour shut"
    assert day(found) == "2023-12-05T15:26:00+01:00"


@pytest.mark.parametrize(
    ("footer", "told"),
    [("Last updated 9 October 2023, 01:40", "2023-10-09T01:40:00"), ("Kestrel Post", None)],
)
def test_a_list_has_the_day_it_names_for_itself_and_none_of_those_it_lists(
    footer: str, told: str | None
) -> None:
    html = f"<html><body><h1>Kestrel Post</h1>{TEASERS}<footer><p>{footer}</p></footer>"
    found = refused(html, "https://kestrel.example/")
    assert found.reason == "front-page"
    assert day(found) == told


def test_an_error_page_has_no_headline_of_an_article() -> None:
    html = "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1><p>Gone.</p>"
    found = refused(html, "https://kestrel.example/harbour-shut")
    assert (found.reason, found.headline, found.published) == ("error-page", None, None)


def test_bytes_that_are_no_page_say_nothing() -> None:
    found = read_page(Page(body=b"  ", url=None, fetched_at=FETCHED_AT))
    assert isinstance(found, Refusal)
    assert (found.headline, found.published) == (None, None)
