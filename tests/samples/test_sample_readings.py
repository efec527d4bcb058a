"""The rooms read the sample world as the person did who wrote its expected readings."""

import datetime
from typing import Any

import pytest

from reportedly import flow
from reportedly.records import Page
from reportedly.samples import SamplePage, sample_pages
from reportedly.store import Reading
from samples.expected_readings import Expected, expected

NOW = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)
ARTICLES = [page for page in sample_pages() if expected(page).is_article]
# The share of the statements written down by hand that the rules of today find with words, cue and speaker.
LEAST_FOUND = 0.6
LEAST_DIRECT_FOUND = 0.8


def reading(sample: SamplePage) -> Reading:
    """Return what the rooms make of a sample page."""
    return flow.read_page(Page(body=sample.body, url=sample.url, fetched_at=NOW, is_pasted=sample.is_pasted))


def named(page: SamplePage) -> str:
    """Return a sample's name, for the tests' names."""
    return page.name


def fields(sample: SamplePage) -> dict[str, Any]:
    """Return the fields that the rooms read, with the names of the expected files."""
    article = reading(sample).article
    assert article is not None
    one = ("headline", "lead", "outlet", "desk", "dateline", "story_code", "language")
    values = {name: field.value if (field := getattr(article, name)) else None for name in one}
    for name in ("published", "updated"):
        stamp = getattr(article, name)
        values[name] = stamp.value.isoformat() if stamp else None
    values["authors"] = tuple(author.value for author in article.authors)
    values["credits"] = tuple(credit.value for credit in article.credits)
    return values


@pytest.mark.parametrize("sample", ARTICLES, ids=named)
def test_every_field_of_a_sample_page_is_right(sample: SamplePage) -> None:
    found = fields(sample)
    wanted = expected(sample)
    assert found == {name: getattr(wanted, name) for name in found}


@pytest.mark.parametrize("sample", ARTICLES, ids=named)
def test_the_body_of_a_sample_page_is_the_article_and_nothing_else(sample: SamplePage) -> None:
    article = reading(sample).article
    assert article is not None
    body = "\n".join(span.of(article.text) for span in article.body)
    wanted = expected(sample)
    assert body.startswith(wanted.body_begins or "")
    assert body.endswith(wanted.body_ends or "")
    assert [words for words in wanted.not_content if words in body] == []


@pytest.mark.parametrize("sample", ARTICLES, ids=named)
def test_readers_comments_are_read_one_by_one(sample: SamplePage) -> None:
    article = reading(sample).article
    assert article is not None
    found = [
        (
            comment.author.of(article.text) if comment.author else None,
            comment.posted.value.isoformat() if comment.posted else None,
        )
        for comment in article.comments
    ]
    wanted = expected(sample).comments
    assert found == [(comment.author, comment.posted) for comment in wanted]
    words = [comment.words.of(article.text) for comment in article.comments]
    assert all(said.startswith(c.words_begin) for said, c in zip(words, wanted, strict=True))


def test_the_section_front_is_refused() -> None:
    (front,) = [page for page in sample_pages() if not expected(page).is_article]
    found = reading(front)
    assert found.article is None
    assert found.refusal is not None
    assert found.refusal.reason == "section-front"


def found_statements(sample: SamplePage) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Return (speaker mention, cue, kind, content words) of every statement the rooms find."""
    made = reading(sample)
    assert made.article is not None
    text = made.article.text
    return {
        (
            s.speaker.of(text) if s.speaker else "",
            s.cue.of(text) if s.cue else "",
            s.kind,
            tuple(bare(span.of(text)) for span in s.content),
        )
        for s in made.statements
    }


def bare(words: str) -> str:
    """Return words without the marks and stops at their edges, which decide nothing."""
    return words.strip(" .,;:!?\"'“”„«»‘’…")


def wanted_statements(wanted: Expected) -> set[tuple[str, str, str, tuple[str, ...]]]:
    """Return the statements written down by hand in the same form."""
    return {
        (s.speaker_mention, s.cue, s.kind, tuple(bare(part) for part in s.parts)) for s in wanted.statements
    }


@pytest.mark.parametrize(
    ("kinds", "least"), [(("direct",), LEAST_DIRECT_FOUND), (("direct", "indirect", "mixed"), LEAST_FOUND)]
)
def test_most_statements_written_down_by_hand_are_found(kinds: tuple[str, ...], least: float) -> None:
    hits = total = 0
    for sample in ARTICLES:
        wanted = {s for s in wanted_statements(expected(sample)) if s[2] in kinds}
        hits += len(wanted & found_statements(sample))
        total += len(wanted)
    assert hits / total >= least
