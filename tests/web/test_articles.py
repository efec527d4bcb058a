"""The list of articles and one article."""

import msgspec
from selectolax.lexbor import LexborHTMLParser

from reportedly.records import Field
from reportedly.web import create_app

from .fake_desk import HARBOUR, READ_AT, FakeDesk
from .visitor import Visitor


def test_the_list_shows_outlet_time_credit_and_number_of_statements(visitor: Visitor) -> None:
    item = LexborHTMLParser(visitor.get("/").text).css_first("li.item")
    assert item is not None
    shown = item.text()
    for words in ("Harbour of Lindholm", "Lindholm Courier", "9 April 2031, 15:26", "4 statements"):
        assert words in shown
    assert "from Northern Wire" in shown


def test_the_list_is_paged_when_it_is_long() -> None:
    visitor = Visitor(create_app(FakeDesk(extra_articles=60)))
    assert "1–50 of 63" in visitor.get("/").text
    assert "51–63 of 63" in visitor.get("/?page=2").text
    assert "The list ends before this page" in visitor.get("/?page=999999999").text


def test_a_page_number_that_is_none_is_the_first(visitor: Visitor) -> None:
    assert "Harbour of Lindholm" in visitor.get("/?page=-3").text
    assert "Harbour of Lindholm" in visitor.get("/?page=²").text


def test_an_article_shows_all_it_says_of_itself(visitor: Visitor) -> None:
    page = visitor.get("/articles/harbour").text
    for words in ("Tove Aspen", "LINDHOLM", "City desk", "LC-4471", "15:26 (time zone not stated)"):
        assert words in page
    assert "I never liked that pier." in page
    assert "Nobody is said to have said this." in page
    assert 'href="/articles/harbour-0"' in page


def test_each_mark_and_its_line_in_the_list_point_at_each_other(visitor: Visitor) -> None:
    tree = LexborHTMLParser(visitor.get("/articles/harbour").text)
    for number in (1, 2, 3, 4):
        assert tree.css_first(f"#said-{number}") is not None
        assert tree.css_first(f".body a[href='#statement-{number}']") is not None
        assert tree.css_first(f"#statement-{number} a[href='#said-{number}']") is not None


def test_the_text_of_a_paragraph_is_written_whole_and_escaped(visitor: Visitor) -> None:
    page = visitor.get("/articles/harbour").text
    tree = LexborHTMLParser(page)
    for note in tree.css("a.note"):
        note.decompose()
    shown = [paragraph.text() for paragraph in tree.css(".body p")]
    assert "said that the mayor had promised “not one lost day” and asked <who> would pay." in shown[1]
    assert "<who>" not in page


def test_a_persian_article_runs_from_right_to_left_in_its_language(visitor: Visitor) -> None:
    story = LexborHTMLParser(visitor.get("/articles/reservoir").text).css_first("article.story")
    assert story is not None
    assert (story.attributes["lang"], story.attributes["dir"]) == ("fa", "rtl")


def test_a_withdrawn_statement_keeps_its_number_and_leaves_the_text(desk: FakeDesk, visitor: Visitor) -> None:
    kept = desk.kept["harbour"]
    first = msgspec.structs.replace(kept.statements[0], withdrawn_at=READ_AT)
    desk.kept["harbour"] = msgspec.structs.replace(kept, statements=(first, *kept.statements[1:]))
    tree = LexborHTMLParser(visitor.get("/articles/harbour").text)
    assert tree.css_first("#said-1") is None
    line = tree.css_first("#statement-1")
    assert line is not None
    assert "withdrawn" in line.text()


def test_an_address_that_is_no_web_address_is_not_a_link(desk: FakeDesk, visitor: Visitor) -> None:
    kept = desk.kept["harbour"]
    article = msgspec.structs.replace(
        kept.article, url="javascript:alert(1)", headline=Field(value="<b>x", markup="h1")
    )
    desk.kept["harbour"] = msgspec.structs.replace(kept, article=article)
    page = visitor.get("/articles/harbour").text
    assert 'href="javascript' not in page
    assert "<b>x" not in page


def test_broken_evidence_is_told_at_the_head_of_the_article(desk: FakeDesk, visitor: Visitor) -> None:
    assert "Evidence broken" not in visitor.get("/articles/harbour").text
    desk.break_first_statement()
    assert "Evidence broken" in visitor.get("/articles/harbour").text


def below(visitor: Visitor, title: str) -> str:
    """Return the words of the section with this title under the article, blanks folded."""
    section = LexborHTMLParser(visitor.get("/articles/harbour").text).css_first(
        f"section[aria-labelledby='{title}']"
    )
    assert section is not None
    return " ".join(section.text(separator=" ").split())


def test_captions_stand_under_the_article_with_their_place(visitor: Visitor) -> None:
    start = HARBOUR.index("The pier at low water")
    shown = below(visitor, "captions-title")
    assert "1 caption" in shown
    assert f"The pier at low water. Photo: Runa Holm at {start}–{start + 39}" in shown


def test_entries_of_a_ticker_show_their_time_and_how_sure_it_is(visitor: Visitor) -> None:
    shown = below(visitor, "ticker-title")
    assert "2 entries of the live ticker" in shown
    assert "9 April 2031, 15:40" in shown
    assert "how sure: 60%" in shown
    assert "Boats leave The last boats left the harbour." in shown
    assert "time not stated" in shown


def test_a_related_story_is_a_link_with_what_introduces_it(visitor: Visitor) -> None:
    shown = below(visitor, "related-title")
    assert "introduced by “ Read also ”" in shown
    assert "how sure: 95%" in shown
    page = visitor.get("/articles/harbour").text
    assert 'href="https://lindholm-courier.example/tram"' in page
    assert 'href="javascript:alert(2)"' not in page


def test_every_field_says_where_it_stands_and_how_sure_it_is(visitor: Visitor) -> None:
    fields = LexborHTMLParser(visitor.get("/articles/harbour").text).css_first("details.fields")
    assert fields is not None
    shown = " ".join(fields.text(separator=" ").split())
    for line in (
        "headline Harbour of Lindholm to close for a year at 0–39; how sure: 100%",
        "published 2031-04-09T15:26:00 by time ; how sure: 100%",
        "author Tove Aspen by meta ; how sure: 100%",
        "related x: javascript:alert(2) by div named related ; how sure: 50%",
    ):
        assert line in shown


def entry(visitor: Visitor, number: int) -> str:
    """Return the words of one line of the list beside the article about the quay, blanks folded."""
    line = LexborHTMLParser(visitor.get("/articles/quay").text).css_first(f"#statement-{number}")
    assert line is not None
    return " ".join(line.text(separator=" ").split())


def test_a_statement_shows_who_passes_it_on_what_it_does_and_all_beside_it(visitor: Visitor) -> None:
    shown = entry(visitor, 2)
    assert "The Isle Press reported › citing Tide News › Runa Holm denies indirect it may close" in shown
    for words in ("spokesperson for the port", "to the council", "topic “ about the quay ”"):
        assert words in shown
    assert "negated by “ did not ”" in shown
    assert "hedged by “ may ”" in shown


def test_what_turns_a_report_round_or_weakens_it_is_marked_in_the_text(visitor: Visitor) -> None:
    body = LexborHTMLParser(visitor.get("/articles/quay").text).css_first(".body")
    assert body is not None
    assert [each.text() for each in body.css(".negation")] == ["did not"]
    assert [each.text() for each in body.css("mark.said.hedge")] == ["may"]


def test_a_statement_of_the_headline_is_marked_there_and_points_to_what_it_puts_in_short(
    visitor: Visitor,
) -> None:
    tree = LexborHTMLParser(visitor.get("/articles/quay").text)
    assert [mark.text() for mark in tree.css("h1 mark.said")] == ["Lindholm quay ", "may", " close"]
    assert tree.css_first("h1 #said-1") is not None
    assert "headline" in entry(visitor, 1)
    assert tree.css_first("#statement-1 a[href='#statement-2']") is not None


def test_a_statement_of_a_caption_is_marked_there(visitor: Visitor) -> None:
    tree = LexborHTMLParser(visitor.get("/articles/quay").text)
    assert [mark.text() for mark in tree.css(".caption mark.said")] == ["a treasure"]
    assert tree.css_first(".caption a[href='#statement-4']") is not None
    assert "praises direct caption" in entry(visitor, 4)


def test_a_headline_that_reads_otherwise_in_the_text_is_shown_without_marks(
    desk: FakeDesk, visitor: Visitor
) -> None:
    kept = desk.kept["quay"]
    shown = msgspec.structs.replace(kept.article, headline=Field(value="Quay to stay", markup="meta"))
    desk.kept["quay"] = msgspec.structs.replace(kept, article=shown)
    tree = LexborHTMLParser(visitor.get("/articles/quay").text)
    title = tree.css_first("h1")
    assert title is not None
    assert title.text() == "Quay to stay"
    assert tree.css_first("#statement-1 a[href='#said-1']") is None


def test_an_empty_record_says_how_to_begin(desk: FakeDesk, visitor: Visitor) -> None:
    desk.kept.clear()
    assert "The record is empty." in visitor.get("/").text


def test_an_unknown_article_is_a_page_in_the_frame(visitor: Visitor) -> None:
    answer = visitor.get("/articles/none")
    assert answer.status_code == 404
    assert "Nothing in the record has this name." in answer.text
    assert "Who said what, and who reported it" in answer.text
