"""Every field of the seed page is right, as text and as HTML in five layouts."""

from typing import Any

import pytest

import reportedly
from fixtures.layouts import SURROUNDINGS, layouts, parts_of_pasted
from reportedly.records import Article
from seed_page import seed_expected, seed_text

LAYOUTS = ("tables", "linked_data", "hashed_blocks", "semantic", "line_breaks")


def fields(article: Article) -> dict[str, Any]:
    """Return an article's fields with the names of the expected file."""
    body = "\n".join(span.of(article.text) for span in article.body)
    return {
        "publish_date": article.published and article.published.value.isoformat(),
        "timezone": article.published and article.published.value.utc_offset_minutes,
        "story_code": article.story_code and article.story_code.value,
        "outlet": article.outlet and article.outlet.value,
        "desk": article.desk and article.desk.value,
        "credit": [credit.value for credit in article.credits],
        "language": article.language and article.language.value,
        "headline": article.headline and article.headline.value,
        "lead": article.lead and article.lead.value,
        "body_begins": body[: len(seed_expected()["page"]["body_begins"])],
        "body_ends": body[-len(seed_expected()["page"]["body_ends"]) :],
        "comments": list(article.comments),
    }


def expected_fields() -> dict[str, Any]:
    """Return the expected fields without those that are offsets into the pasted text."""
    skipped = ("publish_date_words", "credit_words", "not_content")
    return {name: value for name, value in seed_expected()["page"].items() if name not in skipped}


def test_every_field_of_the_pasted_page_is_right() -> None:
    assert fields(reportedly.read(seed_text())) == expected_fields()


def test_the_pasted_page_says_where_its_date_and_credit_stand() -> None:
    article, page = reportedly.read(seed_text()), seed_expected()["page"]
    assert article.published is not None
    places = [article.published.span, article.credits[0].span]
    assert [[p.start, p.end] for p in places if p] == [page["publish_date_words"], page["credit_words"]]


def test_nothing_of_the_comment_form_is_article_text() -> None:
    article = reportedly.read(seed_text())
    body = "\n".join(span.of(article.text) for span in article.paragraphs)
    assert [label for label in seed_expected()["page"]["not_content"] if label in body] == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_field_is_right_in_other_layouts(layout: str) -> None:
    page = layouts(parts_of_pasted(seed_text()))[layout]
    assert fields(reportedly.read(page)) == expected_fields()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_surroundings_get_into_the_article(layout: str) -> None:
    article = reportedly.read(layouts(parts_of_pasted(seed_text()))[layout])
    body = "\n".join(span.of(article.text) for span in article.paragraphs)
    kept_out = (*SURROUNDINGS, *seed_expected()["page"]["not_content"])
    assert [words for words in kept_out if words in body] == []
