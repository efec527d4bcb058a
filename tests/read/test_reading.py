"""A page becomes the article on it: each field, where it came from, and what is left out."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reportedly
from read.made_pages import read_made
from reportedly.read import page_text, read_page
from reportedly.records import Article, Page, Refusal

NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)
STORY = (
    "The council of Lindmark voted to keep the night ferry after a debate that lasted until dawn.",
    "Mayor Ana Torv said the harbour would stay open for as long as there were boats to enter it.",
    "Fishermen had feared that the pier would close before the herring came back in the spring.",
)


def html(
    *, head: str = "", above: str = "", story: tuple[str, ...] = STORY, below: str = "", lang: str = "en"
) -> bytes:
    """Return a page with a story in it."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return (
        f"<!doctype html><html lang={lang}><head>{head}</head><body>{above}"
        f"<article><h1>Night ferry stays</h1>{paragraphs}</article>{below}</body></html>"
    ).encode()


def body(article: Article) -> list[str]:
    """Return the paragraphs of an article."""
    return [span.of(article.text) for span in article.body]


def test_headline_and_paragraphs_are_spans_of_the_visible_text() -> None:
    article = reportedly.read(html())
    assert article.headline is not None
    assert article.headline.span is not None
    assert article.headline.span.of(article.text) == "Night ferry stays"
    assert body(article) == list(STORY)


def test_markup_names_where_a_field_came_from() -> None:
    head = '<meta property="og:site_name" content="The Lindmark Ledger">'
    article = reportedly.read(html(head=head))
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.markup) == (
        "The Lindmark Ledger",
        'meta[name="og:site_name"]',
    )


def test_broken_linked_data_is_mended_where_a_comma_is_at_fault() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-02-03T10:00:00Z",'
        '"author":[{"name":"Per Lund"},],}</script>'
    )
    article = reportedly.read(html(head=head))
    assert article.published is not None
    assert article.published.value.isoformat() == "2024-02-03T10:00:00+00:00"
    assert [author.value for author in article.authors] == ["Per Lund"]


def test_the_site_name_is_no_part_of_a_headline_that_only_the_title_gives() -> None:
    page = html(head="<title>Night ferry stays in the harbour - The Lindmark Ledger</title>").replace(
        b"<h1>Night ferry stays</h1>", b""
    )
    article = reportedly.read(page)
    assert article.headline is not None
    assert article.headline.value == "Night ferry stays in the harbour"


def test_dateline_and_agency_stand_before_the_report() -> None:
    story = ("LINDMARK, Feb. 3 (NNA) – " + STORY[0], *STORY[1:])
    article = reportedly.read(html(story=story))
    assert article.dateline is not None
    assert article.dateline.value == "LINDMARK, Feb. 3 (NNA)"
    assert [credit.value for credit in article.credits] == ["NNA"]
    assert body(article)[0] == STORY[0]


def test_a_credit_in_brackets_at_the_end_is_no_text() -> None:
    article = reportedly.read(html(story=(*STORY[:2], STORY[2] + " (Norland Press)")))
    assert [credit.value for credit in article.credits] == ["Norland Press"]
    assert body(article)[-1] == STORY[2]


def test_a_credit_line_below_the_report_is_no_text() -> None:
    article = reportedly.read(html(story=(*STORY, "Source: Norland Press")))
    assert [credit.value for credit in article.credits] == ["Norland Press"]
    assert body(article) == list(STORY)


def test_an_aside_in_brackets_is_no_credit() -> None:
    ending = "Fishermen had feared that the pier would close (it did not)."
    assert reportedly.read(html(story=(*STORY[:2], ending))).credits == ()


def test_an_outlet_is_not_credited_with_its_own_report() -> None:
    head = '<meta property="og:site_name" content="Norland News Agency">'
    article = reportedly.read(html(head=head, story=("LINDMARK (NNA) - " + STORY[0], *STORY[1:])))
    assert article.credits == ()


def test_a_repeated_pull_quote_form_and_related_stories_are_left_out() -> None:
    below = (
        "<div class='related'><p>Herring came back to the bay and nobody had been told in time.</p></div>"
        "<form><p>Write to us about what you think of the ferry and of everything else.</p></form>"
    )
    assert body(reportedly.read(html(below=below))) == list(STORY)


def test_published_and_updated_are_told_apart_by_their_labels() -> None:
    above = "<p>Published: 3 February 2024, 10:00 GMT</p><p>Updated: 3 February 2024, 12:30 GMT</p>"
    article = reportedly.read(html(above=above))
    assert article.published is not None
    assert article.updated is not None
    assert article.published.value.isoformat() == "2024-02-03T10:00:00+00:00"
    assert article.updated.value.isoformat() == "2024-02-03T12:30:00+00:00"


def test_a_date_that_the_story_tells_of_is_not_its_publish_date() -> None:
    story = (
        STORY[0],
        "The pier was built on 4 May 1995 by the grandfather of the mayor and his friends.",
        STORY[2],
    )
    assert reportedly.read(html(story=story)).published is None


def test_the_text_tells_the_language_where_the_page_declares_another() -> None:
    story = (
        "Der Rat der Stadt hat am Abend beschlossen, dass die Fähre auch in der Nacht fährt.",
        "Die Fischer haben sich über den Beschluss gefreut, und auch der Wirt hat nichts dagegen gesagt.",
        "Es ist das erste Mal, dass in der Stadt so lange und so laut über ein Schiff geredet wurde.",
    )
    article = reportedly.read(html(story=story, lang="en"))
    assert article.language is not None
    assert article.language.value == "de"


def test_a_feed_is_refused_as_a_list_of_articles() -> None:
    page = Page(body=b'<?xml version="1.0"?><rss><channel></channel></rss>', fetched_at=NOW)
    found = read_page(page)
    assert isinstance(found, Refusal)
    assert found.reason == "no-article"


def test_pasted_lines_without_a_headline_are_all_text() -> None:
    article = reportedly.read("\n".join(STORY))
    assert article.headline is None
    assert body(article) == list(STORY)


@settings(deadline=None)
@given(st.text(max_size=400), st.booleans())
def test_any_input_gives_an_article_of_true_spans_or_a_refusal(text: str, is_pasted: bool) -> None:  # noqa: FBT001
    page = Page(body=text.encode("utf-8", "surrogatepass"), fetched_at=NOW, is_pasted=is_pasted)
    found = read_page(page)
    if isinstance(found, Article):
        assert found.text == page_text(page)
        assert all(0 <= span.start < span.end <= len(found.text) for span in found.paragraphs)


@settings(deadline=None, max_examples=50)
@given(st.integers(min_value=0, max_value=2000))
def test_a_page_cut_anywhere_is_read_or_refused(end: int) -> None:
    page = Page(body=html(above="<nav>Home</nav>", below="<footer>Legal</footer>")[:end], fetched_at=NOW)
    assert read_page(page) == read_page(page)


@pytest.mark.parametrize(
    "notice",
    [
        "This article was amended after publication. An earlier version gave the wrong depth of the bay.",
        "* An earlier version of this story gave the wrong depth of the bay.",
    ],
)
def test_a_notice_of_what_was_changed_is_no_part_of_the_report(notice: str) -> None:
    article = read_made("en", closing=notice)
    assert notice not in [paragraph.of(article.text) for paragraph in article.body]
    assert len(article.body) == len(read_made("en").body)
