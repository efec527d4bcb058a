"""Statements in headlines and captions, and the statements of the text that they put in short."""

import pytest

from reportedly import flow
from reportedly.actors import name_mentions
from reportedly.language import load_language
from reportedly.records import Article, Field, Span, Statement
from reportedly.text import paragraphs_of

from .described import article_of

TEXT = 'Mayor Odile Tassin said that the quay would stay public. "We were not told a thing," she added.'


def briefs(headline: str, text: str = TEXT) -> tuple[Article, list[Statement]]:
    article = article_of(headline, text, "en")
    return article, [s for s in flow.statements_of(article).statements if s.found_in == "headline"]


@pytest.mark.parametrize(
    "headline",
    [
        "Talvern: New tram line opens",
        "Live: storm nears the coast",
        "Business brief: Quay sold",
        "The quay: 'Public' or private?",
        "Why the mayor says no",
        "Police report on crash",
        "Storm kills three",
        "Cracks found in Orlene dam; three villages moved",
        "Fare rise announced for night trams",
    ],
)
def test_a_headline_in_which_nobody_speaks_has_no_statement(headline: str) -> None:
    assert briefs(headline)[1] == []


def test_a_headline_is_joined_with_what_the_same_speaker_said() -> None:
    article, found = briefs("Tassin: Quay will stay public")
    assert [[span.of(article.text) for span in each.summarises] for each in found] == [
        ["the quay would stay public"]
    ]


def test_a_headline_is_not_joined_with_what_somebody_else_said() -> None:
    text = "Governor Ruta Halden said that the quay would stay public. The mayor, Odile Tassin, said nothing."
    _, found = briefs("Tassin: 'Quay will stay public'", text)
    assert [each.summarises for each in found] == [()]


def test_a_headline_is_not_joined_where_its_quotation_is_not_in_the_text() -> None:
    _, found = briefs("Tassin: 'A gift to the whole town'")
    assert [each.summarises for each in found] == [()]


def test_a_caption_is_read_and_joined() -> None:
    text = f"Odile Tassin said on Monday that the quay would stay public.\n{TEXT}"
    caption, *body = paragraphs_of(text)
    article = Article(
        page_sha256="0" * 64,
        text=text,
        language=Field(value="en", markup="test"),
        body=tuple(body),
        captions=(caption,),
    )
    found = [s for s in flow.statements_of(article).statements if s.found_in == "caption"]
    assert [" ".join(span.of(text) for span in each.summarises) for each in found] == [
        "the quay would stay public"
    ]


def test_a_headline_that_is_a_paragraph_too_is_read_once() -> None:
    article = Article(
        page_sha256="0" * 64,
        text=TEXT,
        language=Field(value="en", markup="test"),
        headline=Field(value=TEXT, span=Span(0, len(TEXT))),
        body=(Span(0, len(TEXT)),),
    )
    found = flow.statements_of(article).statements
    assert {each.found_in for each in found} == {"text"}


def test_a_headline_s_speaker_is_named_by_the_fuller_name_of_the_text() -> None:
    article, _ = briefs("Tassin: Quay will stay public")
    found = flow.statements_of(article).statements
    names = {n.mention: n.name for n in name_mentions(article, found, load_language("en"))}
    assert names[Span(0, 6)] == "Odile Tassin"
