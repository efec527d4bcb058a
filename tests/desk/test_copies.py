"""What the desk tells of copies, over a real record."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from copies.made_reports import ORCHARD, WALL, lines
from copies.test_explaining import BOX, CLOSING, FAIR, WITH_BOX, amid
from desk.made_pages import CHANGED, COPY, EVENING, ORIGIN, page
from reportedly.desk import Desk
from reportedly.records import NotInRecord
from reportedly.store import StatementQuery


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", clock=lambda: EVENING) as opened:
        yield opened


def read(desk: Desk, body: bytes, address: str) -> str:
    kept = desk.read_bytes(body, url=f"https://{address}.example/pier")
    assert kept.article_id is not None
    return kept.article_id


def tree(desk: Desk, article_id: str) -> list[tuple[str | None, int, str]]:
    return [(line.article.outlet, line.carrier.depth, line.told) for line in desk.copies.of(article_id).lines]


def test_a_copy_is_told_with_its_origin_and_what_was_changed(desk: Desk) -> None:
    origin = read(desk, ORIGIN, "tide")
    changed = read(desk, CHANGED, "isle")
    expected = [
        ("Tidewater Post", 0, "Origin"),
        ("Isle Courier", 1, "Tidewater Post’s, word for word but for the third paragraph"),
    ]
    assert tree(desk, origin) == tree(desk, changed) == expected
    assert desk.copies.of(changed).told == expected[1][2]
    assert desk.copies.of(changed).summary == "Carried by 2 outlets, 1 origin"


def test_an_origin_that_arrives_after_its_copies_is_the_origin(desk: Desk) -> None:
    copies = [read(desk, COPY, "fjord"), read(desk, CHANGED, "isle")]
    read(desk, ORIGIN, "tide")
    for article_id in copies:
        assert tree(desk, article_id)[0] == ("Tidewater Post", 0, "Origin")


def test_reading_a_page_twice_changes_nothing(desk: Desk) -> None:
    read(desk, ORIGIN, "tide")
    before = desk.copies.of(read(desk, COPY, "fjord"))
    assert desk.copies.of(read(desk, COPY, "fjord")) == before


def test_an_agency_that_is_credited_and_not_in_the_record_is_named(desk: Desk) -> None:
    alone = read(desk, page(WALL, "Fjord Echo", credited="Reuters"), "fjord")
    assert tree(desk, alone) == [("Fjord Echo", 0, "Credited to Reuters, not seen")]


def test_once_the_agencys_own_report_is_read_the_credit_leads_there(desk: Desk) -> None:
    copy = read(desk, page(WALL, "Fjord Echo", credited="Reuters"), "fjord")
    origin = read(desk, page(WALL, "Reuters", hours=5), "wire")
    (_, line) = desk.copies.of(copy).lines
    assert (line.article.id, line.carrier.credited) == (copy, ())
    assert line.carrier.taken_from is not None
    assert (line.carrier.taken_from.origin, line.carrier.taken_from.reason) == (origin, "credited")


def test_an_article_that_nobody_carries_is_a_family_of_one(desk: Desk) -> None:
    alone = read(desk, page(ORCHARD, "Fjord Echo", headline="Few pears this year"), "fjord")
    assert desk.copies.of(alone).summary == "Carried by 1 outlet, 1 origin"


def test_an_unknown_article_is_not_in_the_record(desk: Desk) -> None:
    with pytest.raises(NotInRecord):
        desk.copies.of("0123456789abcdef")


def test_the_ledger_holds_every_statement_against_every_carrier(desk: Desk) -> None:
    origin = read(desk, ORIGIN, "tide")
    read(desk, COPY, "fjord")
    read(desk, CHANGED, "isle")
    found = desk.copies.ledger(origin)
    fates = {each.article.outlet: {line.fates for line in each.lines} for each in found.carriers}
    assert fates == {"Fjord Echo": {("same",)}, "Isle Courier": {("same",), ("reworded",)}}
    assert all(len(each.lines) == len(found.statements) for each in found.carriers)


def test_two_articles_stand_side_by_side_with_the_words_that_differ(desk: Desk) -> None:
    origin, changed = read(desk, ORIGIN, "tide"), read(desk, CHANGED, "isle")
    comparison = desk.copies.compare(changed, origin)
    (passage,) = (each for each in comparison.passages if each.handling != "kept")
    assert passage.here is not None
    assert passage.here.of(comparison.copy.article.text) == "bus"
    assert comparison.link is not None


def test_one_utterance_is_one_however_many_carried_it(desk: Desk) -> None:
    origin = read(desk, ORIGIN, "tide")
    read(desk, COPY, "fjord")
    read(desk, CHANGED, "isle")
    (tram,) = (each for each in desk.copies.utterances(origin) if "moves when a" in each.wordings[0].words)
    assert len(tram.article_ids) == 3
    assert len(tram.wordings) == 2


def test_origins_of_a_set_are_counted_once_copies_are_folded(desk: Desk) -> None:
    ids = [read(desk, ORIGIN, "tide"), read(desk, COPY, "fjord"), read(desk, CHANGED, "isle")]
    ids.append(read(desk, page(ORCHARD, "Fjord Echo", headline="Few pears this year"), "orchard"))
    assert [len(origin.carried_by) for origin in desk.copies.origins(ids)] == [3, 1]


def test_in_a_list_copies_stand_under_their_origin(desk: Desk) -> None:
    read(desk, ORIGIN, "tide")
    read(desk, COPY, "fjord")
    read(desk, page(ORCHARD, "Fjord Echo", headline="Few pears this year"), "orchard")
    folded = desk.copies.folded(desk.articles())
    shown = {each.line.headline: [copy.outlet for copy in each.copies] for each in folded}
    assert shown == {"Few pears this year": [], "Lindholm rebuilds its oldest pier": ["Fjord Echo"]}


def test_two_versions_of_one_page_are_no_copies(desk: Desk) -> None:
    first = read(desk, ORIGIN, "tide")
    read(desk, page(WALL + "\nMore was promised for Friday.", "Tidewater Post", hours=1), "tide")
    assert len(desk.copies.of(first).lines) == 1


def test_articles_of_an_earlier_reportedly_are_compared_when_asked(desk: Desk) -> None:
    read(desk, ORIGIN, "tide")
    read(desk, COPY, "fjord")
    assert [is_new for _, is_new in desk.copies.link_all()] == [False, False]


def test_a_shortened_copy_says_so(desk: Desk) -> None:
    read(desk, ORIGIN, "tide")
    short = read(desk, page(lines(WALL, 0, 6), "Fjord Echo", hours=1), "fjord")
    assert desk.copies.of(short).told == "Tidewater Post’s, word for word, without its end"


def test_versions_of_a_page_are_one_origin(desk: Desk) -> None:
    read(desk, ORIGIN, "tide")
    newest = read(desk, ORIGIN.replace(b"The pier moves when a tram", b"The pier shakes when a tram"), "tide")
    copy = read(desk, COPY, "fjord")
    found = desk.copies.of(copy)
    assert [line.article.id for line in found.lines] == [newest, copy]
    assert found.summary == "Carried by 2 outlets, 1 origin"
    (line,) = desk.copies.folded(desk.articles())
    assert (line.line.id, [each.id for each in line.copies]) == (newest, [copy])


def test_what_a_page_says_in_two_versions_counts_once_for_its_speaker(desk: Desk) -> None:
    read(desk, ORIGIN, "tide")
    (before,) = desk.actors.find("Brandvik").lines
    read(desk, ORIGIN.replace(b"The pier moves when a tram", b"The pier shakes when a tram"), "tide")
    (after,) = desk.actors.find("Brandvik").lines
    assert after.said_count == before.said_count + 1
    assert desk.find_statements(StatementQuery(actor=after.id)).total == after.said_count
    assert desk.find_statements(StatementQuery(actor=after.id, words="pier tram")).total == 3


_MADE = {
    "a box": {
        "house": page(WITH_BOX, "Tidewater Post"),
        "copy": page(WITH_BOX, "Fjord Echo", hours=3),
        "further": page(amid(FAIR, BOX), "Tidewater Post", headline="Rafts race at the fair"),
    },
    "a closing line": {
        "house": page(f"{lines(WALL, 0, 9)}\n{CLOSING}", "Tidewater Post"),
        "copy": page(f"{lines(WALL, 0, 9)}\n{CLOSING}\n{ORCHARD}", "Fjord Echo", hours=3),
        "further": page(f"{FAIR}\n{CLOSING}", "Isle Courier", headline="Rafts race at the fair"),
    },
}


@pytest.mark.parametrize("what", _MADE)
@pytest.mark.parametrize("order", list(itertools.permutations(("house", "copy", "further"))))
def test_what_a_copy_brought_with_it_is_no_link_whichever_was_read_first(
    desk: Desk, order: tuple[str, ...], what: str
) -> None:
    ids = {name: read(desk, _MADE[what][name], name) for name in order}
    assert {line.article.id for line in desk.copies.of(ids["copy"]).lines} == {ids["copy"], ids["house"]}
    assert desk.copies.of(ids["further"]).summary == "Carried by 1 outlet, 1 origin"
