"""Searching statements and articles."""

import datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from .fake_desk import FakeDesk
from .visitor import Visitor


def test_every_field_reaches_the_question(desk: FakeDesk, visitor: Visitor) -> None:
    visitor.get("/search?q=pier&speaker=ilse&kind=direct&since=2031-04-01&until=2031-04-30&page=2")
    query = desk.asked[-1]
    assert (query.words, query.speaker, query.kind) == ("pier*", "ilse", "direct")
    assert (query.since, query.until) == (datetime.date(2031, 4, 1), datetime.date(2031, 4, 30))
    assert (query.limit, query.offset) == (50, 50)


def test_act_source_and_place_reach_the_question(desk: FakeDesk, visitor: Visitor) -> None:
    visitor.get("/search?act=calls-for&source_kind=court&found_in=headline")
    query = desk.asked[-1]
    assert (query.act, query.source_kind, query.found_in) == ("calls-for", "court", "headline")
    assert not query.speech_only


def test_speech_alone_leaves_out_what_somebody_only_thinks(desk: FakeDesk, visitor: Visitor) -> None:
    assert "the old crane will outlive him" in visitor.get("/search").text
    page = visitor.get("/search?act=speech").text
    assert "the old crane will outlive him" not in page
    assert (desk.asked[-1].act, desk.asked[-1].speech_only) == (None, True)
    assert '<option value="speech" selected>speech only</option>' in page


def test_a_line_shows_who_passes_it_on_and_what_turns_it_round(visitor: Visitor) -> None:
    (line,) = LexborHTMLParser(visitor.get("/search?q=it+may+close").text).css("li.item")
    shown = " ".join(line.text(separator=" ").split())
    assert "The Isle Press reported › citing Tide News › Runa Holm denies indirect" in shown
    assert "negated by “ did not ”" in shown


def test_empty_fields_are_no_conditions(desk: FakeDesk, visitor: Visitor) -> None:
    visitor.get("/search?q=&speaker=&kind=&since=&until=")
    query = desk.asked[-1]
    assert (query.words, query.speaker, query.kind, query.since) == (None, None, None, None)


@pytest.mark.parametrize(
    ("typed", "asked"), [("old pier", "old pier*"), ('"pier"', '"pier"'), ("pier*", "pier*"), ("no", "no")]
)
def test_the_last_word_may_go_on_unless_it_is_quoted(
    desk: FakeDesk, visitor: Visitor, typed: str, asked: str
) -> None:
    visitor.get("/search", params={"q": typed})
    assert desk.asked[-1].words == asked


def test_the_words_searched_for_are_marked_in_what_was_found(visitor: Visitor) -> None:
    tree = LexborHTMLParser(visitor.get("/search?q=pier").text)
    assert [hit.text() for hit in tree.css("blockquote .hit")] == ["pier"]


def test_articles_can_be_searched_too(visitor: Visitor) -> None:
    page = visitor.get("/search?q=guild&in=articles").text
    assert "1 article<" in page
    assert 'href="/articles/harbour"' in page


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("since=31.4.2031", "since"),
        ("until=2031-02-30", "until"),
        ("since=2031-04-09&until=2031-04-08", "until"),
        ("kind=shouted", "kind"),
        ("act=shouts", "act"),
        ("source_kind=ghost", "source_kind"),
        ("found_in=margin", "found_in"),
        ("speaker=" + "a" * 501, "speaker"),
    ],
)
def test_a_field_that_makes_no_sense_is_told_beside_it(visitor: Visitor, query: str, field: str) -> None:
    answer = visitor.get(f"/search?q=pier&{query}")
    tree = LexborHTMLParser(answer.text)
    trouble = tree.css_first(f"#{field}-trouble")
    assert answer.status_code == 400
    assert trouble is not None
    assert trouble.text()


def test_what_was_typed_is_kept_beside_the_trouble(visitor: Visitor) -> None:
    tree = LexborHTMLParser(visitor.get("/search?q=pier&since=31.4.2031").text)
    since, words = tree.css_first("#since"), tree.css_first("#q")
    assert since is not None
    assert words is not None
    assert (since.attributes["value"], since.attributes["type"]) == ("31.4.2031", "text")
    assert words.attributes["value"] == "pier"


def test_a_question_the_desk_cannot_read_is_told_beside_the_words(visitor: Visitor) -> None:
    answer = visitor.get('/search?q="&in=articles')
    assert answer.status_code == 400
    assert "The quotation mark is not closed. Close it." in answer.text


def test_nothing_found_says_what_to_try(visitor: Visitor) -> None:
    assert "Nothing in the record matches." in visitor.get("/search?q=zeppelin").text
