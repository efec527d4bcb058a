"""Pairs that a third article explains are no pairs of their own, in a batch as well as one by one."""

import datetime

from copies.made_reports import NOON, ORCHARD, WALL, lines, report
from reportedly.copies import Printed, Shelf, find_copies, find_links

LATER = NOON + datetime.timedelta(hours=3)
BOX = """The Post asks whoever was at sea in the long winter to write down what the ice was like that year.
Letters of more than three pages are read aloud on the last evening of the month in the old customs house."""
CLOSING = "Runa Holm writes about the sea. Her last book tells of nine winters on the ice road to Thorn."
FAIR = """The fair of Anselm opens on Saturday with a race of rafts from the mill to the lower bridge.
Eleven crews have put down their names, among them the bakers, who sank before the first bend last year.
The judges sit on the bridge and count as lost whoever loses the flag, the drum or the smallest oarsman.
Behind the bridge there is bread for those who arrive, and for those who do not there is soup and a rug.
The music starts when the last raft is out of the water, and ends when the miller wants to sleep."""


def pairs(*articles: Printed) -> set[tuple[str, str]]:
    """Return who took from whom in a batch, each pair met once."""
    shelf = Shelf(articles)
    found = (find_links(each, shelf, before=number) for number, each in enumerate(articles))
    return {(link.copy, link.origin or "") for links in found for link in links}


def amid(text: str, words: str) -> str:
    """Return a report with other words in its middle."""
    return f"{lines(text, 0, 3)}\n{words}\n{lines(text, 3, 20)}"


WITH_BOX = amid(WALL, BOX)
HOUSE = report("house", WITH_BOX)
COPY = report("copy", WITH_BOX, "Fjord Echo", at=LATER)
FURTHER = report("further", amid(FAIR, BOX))


def test_a_box_that_a_copy_brought_with_it_is_no_link_to_its_outlets_other_report() -> None:
    assert pairs(HOUSE, COPY, FURTHER) == {("copy", "house")}


def test_whichever_was_read_first_makes_no_difference() -> None:
    for batch in ((FURTHER, COPY, HOUSE), (COPY, FURTHER, HOUSE), (FURTHER, HOUSE, COPY)):
        assert pairs(*batch) == {("copy", "house")}


def test_words_that_no_other_report_explains_were_taken() -> None:
    assert pairs(COPY, FURTHER) == {("copy", "further")}


def test_a_report_that_took_from_the_same_origin_is_linked_with_both() -> None:
    second = report("second", lines(WITH_BOX, 0, 12), "Isle Courier", at=LATER + datetime.timedelta(hours=1))
    assert pairs(HOUSE, COPY, second) == {("copy", "house"), ("second", "house"), ("second", "copy")}


def test_an_outlets_own_later_report_of_the_matter_stays_linked_with_its_copy() -> None:
    again = f"{lines(WITH_BOX, 0, 9)}\nThe opposition will go to court in June."
    update = report("update", again, at=LATER + datetime.timedelta(hours=1))
    assert ("update", "house") in pairs(HOUSE, COPY, update)
    assert {"update", "copy"} in [set(pair) for pair in pairs(HOUSE, COPY, update)]


def test_a_line_that_closes_the_columns_of_an_author_under_any_outlets_name_came_along() -> None:
    column = report("column", f"{lines(WALL, 0, 9)}\n{CLOSING}", "Tidewater Post")
    carried = report("carried", f"{lines(WALL, 0, 9)}\n{CLOSING}\n{ORCHARD}", "Fjord Echo", at=LATER)
    other = report("other", f"{FAIR}\n{CLOSING}", "Isle Courier")
    assert pairs(carried, other) == {("carried", "other")}
    assert pairs(column, carried, other) == {("carried", "column")}


def test_a_copy_linked_before_its_origin_was_known_is_shaken_when_that_comes() -> None:
    assert find_copies(HOUSE, Shelf([COPY, FURTHER])).shaken == ("copy",)
    assert find_copies(HOUSE, Shelf([COPY])).shaken == ()
