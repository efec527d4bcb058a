"""The headline is chosen among the wordings a page gives, and is a span where its words are shown."""

import html as html_escapes
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from reportedly.records import Article

SITE = "The Lindmark Ledger"
SHOWN = "Night ferry stays after a long debate"
STORY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The council of Lindmark voted to keep the night ferry after a debate that lasted until dawn.",
        "Mayor Ana Torv said the harbour would stay open for as long as there were boats to enter it.",
        "Fishermen had feared that the pier would close before the herring came back in the spring.",
    )
)


def page(shown: str = f"<h1>{SHOWN}</h1>", *, head: str = "", linked: dict[str, str] | None = None) -> bytes:
    """Return a page with a heading, a story, and what its markup says."""
    if linked is not None:
        head += f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | linked)}</script>'
    head += f'<meta property="og:site_name" content="{SITE}">'
    body = f"<body>{shown}<article>{STORY}</article></body>"
    return f"<!doctype html><html lang=en><head>{head}</head>{body}</html>".encode()


def headline(body: bytes) -> str:
    """Return the headline of a page; where it has a span, the span's words are the headline."""
    article = reportedly.read(body)
    field = article.headline
    assert field is not None
    assert field.span is None or field.span.of(article.text) == field.value
    assert 0 <= field.confidence <= 1
    return field.value


def og(title: str) -> str:
    """Return the element that gives the shared title."""
    return f'<meta property="og:title" content="{html_escapes.escape(title)}">'


def test_the_shown_heading_is_the_headline_where_all_agree() -> None:
    body = page(head=og(SHOWN) + f"<title>{SHOWN} | {SITE}</title>", linked={"headline": SHOWN})
    field = reportedly.read(body).headline
    assert field is not None
    assert (field.value, field.markup) == (SHOWN, None)
    assert field.span is not None


def test_a_kicker_inside_the_heading_goes_where_the_markup_leaves_it_out() -> None:
    shown = f"<h1><span>Harbour news</span> <span>{SHOWN}</span></h1>"
    body = page(shown, head=og(SHOWN), linked={"headline": SHOWN})
    article = reportedly.read(body)
    assert headline(body) == SHOWN
    assert article.headline is not None
    assert article.headline.span is not None


@pytest.mark.parametrize("mark", [" | ", " - ", " – ", " — "])
def test_the_sites_name_behind_a_title_is_no_headline(mark: str) -> None:
    assert headline(page("", head=f"<title>{SHOWN}{mark}{SITE}</title>")) == SHOWN


def test_a_masthead_set_as_heading_is_no_headline() -> None:
    shown = f"<h1>{SITE}</h1><h2>{SHOWN}</h2>"
    article = reportedly.read(page(shown, head=f"<title>{SHOWN} | {SITE}</title>{og(SHOWN)}"))
    assert article.headline is not None
    assert article.headline.value == SHOWN
    assert article.headline.span is not None


def test_a_headline_that_only_linked_data_gives_names_its_markup() -> None:
    field = reportedly.read(page("", linked={"headline": SHOWN})).headline
    assert field is not None
    assert (field.value, field.markup, field.span) == (SHOWN, "json-ld:headline", None)


def test_straight_quotation_marks_in_markup_are_found_as_the_curly_ones_shown() -> None:
    shown = "<h1>Mayor: “the ferry stays” in Lindmark</h1>"
    body = page(shown, head=og('Mayor: "the ferry stays" in Lindmark'))
    assert headline(body) == "Mayor: “the ferry stays” in Lindmark"


def test_characters_written_as_entities_in_linked_data_are_read() -> None:
    assert headline(page("", linked={"headline": "Fish &amp; ships in the harbour"})) == (
        "Fish & ships in the harbour"
    )


def test_a_page_without_any_title_has_no_headline() -> None:
    assert reportedly.read(page("")).headline is None


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_the_titles_hold_a_span_gives_the_headline_again(
    shown: str, shared: str, title: str
) -> None:
    escaped = html_escapes.escape(shown)
    body = page(
        f"<h1>{escaped}</h1>", head=og(shared) + f"<title>{html_escapes.escape(title)}</title>"
    ).decode()
    article = reportedly.read(body.encode("utf-8", "replace"))
    assert isinstance(article, Article)
    if article.headline is not None and article.headline.span is not None:
        assert article.headline.span.of(article.text) == article.headline.value


@pytest.mark.parametrize("order", [f"{SHOWN} | Notes from the pier", f"Notes from the pier » {SHOWN}"])
def test_a_masthead_that_is_one_end_of_the_title_gives_way_to_the_heading_that_is_the_other(
    order: str,
) -> None:
    body = page(f"<h1>Notes from the pier</h1><h3>{SHOWN}</h3>", head=f"<title>{order}</title>")
    assert headline(body) == SHOWN


def test_a_longer_name_of_the_site_beside_the_heading_is_no_headline() -> None:
    site = "The Lindmark Ledger and Harbour Gazette"
    named = f'<meta property="og:site_name" content="{site}">'
    body = page(
        f"<h1>Night ferry stays</h1><h2>{site}</h2>", head=f"{named}<title>Night ferry stays | {site}</title>"
    )
    assert headline(body) == "Night ferry stays"


def test_a_heading_that_opens_the_body_shows_the_headline_where_the_markup_says_so() -> None:
    story = f"<article><h2>{SHOWN}</h2>{STORY}</article>"
    html = f"<!doctype html><html lang=en><head>{og(SHOWN)}</head><body>{story}</body></html>"
    article = reportedly.read(html.encode())
    assert article.headline is not None
    assert article.headline.value == SHOWN
    assert article.headline.span is not None


def test_a_wording_that_linked_data_and_the_shared_title_agree_on_is_not_cut() -> None:
    whole = "The council that counted the ferry's passengers - until now"
    body = page(
        f"<h1>{whole}</h1>", head=og(whole) + f"<title>{whole} | {SITE}</title>", linked={"headline": whole}
    )
    assert headline(body) == whole
