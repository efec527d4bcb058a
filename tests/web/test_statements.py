"""One statement at its permanent address."""

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from reportedly.web.statements import statement_view

from .fake_desk import HARBOUR, READ_AT, FakeDesk, kept_statement, said
from .visitor import Visitor


def address(desk: FakeDesk, number: int, article: str = "harbour") -> str:
    return f"/statements/{desk.kept[article].statements[number].id}"


def test_it_shows_the_name_the_mention_and_why_it_is_that_name(desk: FakeDesk, visitor: Visitor) -> None:
    page = LexborHTMLParser(visitor.get(address(desk, 3)).text).text()
    assert "Ilse Brandvik" in page
    assert "written “She”; a pronoun for somebody named before, “Mayor Ilse Brandvik” (how sure: 80%)" in page


def test_the_words_stand_in_a_blockquote_part_by_part(desk: FakeDesk, visitor: Visitor) -> None:
    tree = LexborHTMLParser(visitor.get(address(desk, 0)).text)
    parts = [part.text() for part in tree.css("blockquote.statement p")]
    assert parts == ["We have waited too long,", "The pier moves when a tram goes by."]


def test_the_evidence_is_the_sentence_around_the_words(desk: FakeDesk, visitor: Visitor) -> None:
    around = LexborHTMLParser(visitor.get(address(desk, 1)).text).css_first("p.around")
    assert around is not None
    assert around.text().startswith("Oskar Renn, who leads their guild")
    assert around.text() in HARBOUR


def test_the_evidence_is_said_to_hold_or_to_be_broken(desk: FakeDesk, visitor: Visitor) -> None:
    assert "holds" in _verdict(visitor, address(desk, 0))
    desk.break_first_statement()
    assert "broken" in _verdict(visitor, address(desk, 0))
    assert "We have waited too song," in visitor.get(address(desk, 0)).text
    assert "holds" in _verdict(visitor, address(desk, 1))


def test_the_citation_names_source_address_digest_and_offsets(desk: FakeDesk, visitor: Visitor) -> None:
    citation = LexborHTMLParser(visitor.get(address(desk, 2)).text).css_first("#citation")
    assert citation is not None
    words = citation.text()
    start = HARBOUR.index("not one lost day")
    for part in (
        "“not one lost day”",
        "Lindholm Courier",
        desk.pages["harbour"].sha256,
        f"{start}–{start + 16}",
    ):
        assert part in words
    assert f"http://127.0.0.1{address(desk, 2)}" in words


def test_all_that_stands_beside_a_statement_has_a_line(desk: FakeDesk, visitor: Visitor) -> None:
    tree = LexborHTMLParser(visitor.get(address(desk, 1, "quay")).text)
    record = tree.css_first("dl.record")
    assert record is not None
    shown = " ".join(record.text(separator=" ").split())
    for line in (
        "Source spokesperson",
        "On behalf of the port",
        "Act denies: says that it is not so",
        "Negated by “ did not ”",
        "Hedged by “ may ”",
        "Passed on by The Isle Press (“ reported ”)",
        "then Tide News (“ citing ”); the outermost first",
        "Said to the council",
        "Topic “ about the quay ”",
        "In short in the headline: Lindholm quay may close",
    ):
        assert line in shown


def test_a_statement_of_a_headline_leads_to_the_one_it_puts_in_short(
    desk: FakeDesk, visitor: Visitor
) -> None:
    tree = LexborHTMLParser(visitor.get(address(desk, 0, "quay")).text)
    assert tree.css_first(f"dl.record a[href='{address(desk, 1, 'quay')}']") is not None
    around = tree.css_first("p.around")
    assert around is not None
    assert around.text() == "Port denies that Lindholm quay may close"


def test_the_citation_says_what_turns_the_words_round(desk: FakeDesk, visitor: Visitor) -> None:
    citation = LexborHTMLParser(visitor.get(address(desk, 1, "quay")).text).css_first("#citation")
    assert citation is not None
    manner = "indirect, denies, negated by “did not”, hedged by “may”, by way of: The Isle Press reported"
    assert citation.text().startswith(f"Runa Holm ({manner}, citing Tide News): it may close")


def test_a_withdrawn_statement_still_answers(desk: FakeDesk, visitor: Visitor) -> None:
    kept = desk.kept["harbour"]
    first = msgspec.structs.replace(kept.statements[0], withdrawn_at=READ_AT)
    desk.kept["harbour"] = msgspec.structs.replace(kept, statements=(first,))
    answer = visitor.get(f"/statements/{first.id}")
    assert answer.status_code == 200
    assert "Withdrawn." in answer.text
    assert "not checked" in _verdict(visitor, f"/statements/{first.id}")


@pytest.mark.parametrize("number", [0, 1])
def test_a_persian_statement_runs_from_right_to_left(desk: FakeDesk, visitor: Visitor, number: int) -> None:
    quote = LexborHTMLParser(visitor.get(address(desk, number, "reservoir")).text).css_first("blockquote")
    assert quote is not None
    assert quote.attributes["dir"] == "rtl"


def test_a_statement_outside_every_paragraph_is_shown_with_what_stands_around_it(
    desk: FakeDesk, visitor: Visitor
) -> None:
    kept = desk.kept["harbour"]
    bare = msgspec.structs.replace(kept.article, body=(), lead=None)
    desk.kept["harbour"] = msgspec.structs.replace(kept, article=bare)
    around = LexborHTMLParser(visitor.get(address(desk, 3)).text).css_first("p.around mark")
    assert around is not None
    assert around.text() == "the state would share the cost"


def _verdict(visitor: Visitor, path: str) -> str:
    verdict = LexborHTMLParser(visitor.get(path).text).css_first(".verdict")
    assert verdict is not None
    return verdict.text()


def test_times_beside_a_statement_and_in_it_are_told_as_days(desk: FakeDesk) -> None:
    words = "The port will shut in May so that its oldest pier can be rebuilt"
    kept = kept_statement("harbour", said(HARBOUR, "indirect", words, "the council", "said"))
    view = statement_view(kept, desk.kept["harbour"], (), "http://127.0.0.1/")
    assert [(time.words, time.days, time.is_said) for time in view.times] == [
        ("May", "May 2031", True),
        ("Tuesday", "Tuesday, 8 April 2031", False),
    ]


def test_who_the_world_knows_is_told_for_nobody_invented(desk: FakeDesk, visitor: Visitor) -> None:
    assert all("Known as" not in visitor.get(address(desk, number)).text for number in range(4))
