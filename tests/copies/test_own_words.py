"""What is no copy: statements to the press, messages, captions, and the boxes of an outlet."""

from copies.made_reports import ORCHARD, WALL, lines, report
from reportedly.copies import Printed, Shelf, find_links
from reportedly.copies.sentence_ends import sentence_starts

STATED = (
    "“The ferries of Lindholm have carried nobody who paid less than the others since the winter, and we ask "
    "every passenger to keep the ticket until the quay is left,”"
)
BEGINS = "“Nobody will be turned away who comes with a child or a bicycle before the bell.”"
BOX = """Sign up for the morning letter of the house and read what the night desk has gathered for you.
Choose the hour at which it comes and the town of which it tells, and give the name of your street.
You can leave the list on any day by writing the word enough to the address below each letter.
The house keeps your street to itself and shows it to nobody who sells carpets, lamps or boats.
Letters that come back three times are no longer sent, and the street is struck from the list."""


def amid(text: str, words: str) -> str:
    """Return a report with other words in its middle."""
    return f"{lines(text, 0, 3)}\n{words}\n{lines(text, 3, 20)}"


def found(one: Printed, other: Printed) -> int:
    return len(find_links(one, Shelf([other, one])))


def test_a_statement_to_the_press_is_no_copy_where_each_names_the_speaker_in_its_own_way() -> None:
    one = amid(WALL, f"{STATED} said Runa Holm, the master of the harbour. {BEGINS}")
    other = amid(ORCHARD, f"{STATED} harbour master Runa Holm said in a statement. {BEGINS}")
    assert found(report("a", one), report("b", other, "Fjord Echo")) == 0


def test_a_statement_with_the_same_words_around_it_was_taken() -> None:
    told = f"{STATED} said Runa Holm, who is the master of the harbour and its oldest pilot. {BEGINS}"
    assert found(report("a", amid(WALL, told)), report("b", amid(ORCHARD, told), "Fjord Echo")) == 1


def test_a_caption_that_two_pages_show_is_no_copy() -> None:
    caption = (
        "Mayor Ilse Brandvik walks along the old pier of Lindholm on Tuesday. Behind her stands the tower "
        "that the storm left. (Quay Pictures/Ane Moe)"
    )
    one, other = report("a", amid(WALL, caption)), report("b", amid(ORCHARD, caption), "Fjord Echo")
    assert found(one, other) == 0


def test_a_box_that_an_outlet_prints_on_pages_of_different_matters_is_no_copy() -> None:
    assert found(report("a", f"{WALL}\n{BOX}"), report("b", f"{ORCHARD}\n{BOX}")) == 0


def test_an_outlet_that_takes_up_its_own_report_of_the_same_matter_copies_it() -> None:
    again = (
        f"{lines(WALL, 0, 7)}\nThe university said the pier sank. The opposition will go to court in June."
    )
    assert found(report("a", WALL), report("b", again)) == 1


def test_a_box_that_stands_whole_in_two_reports_of_one_matter_is_no_copy_of_its_outlet() -> None:
    news = lines(WALL, 0, 6).replace("Tuesday", "Friday").replace("rebuild", "tear down")
    one, other = f"{lines(WALL, 0, 7)}\n{BOX}\nMore soon.", f"Once more, {news}\n{BOX}\nMore on Monday."
    first, second = lines(WALL, 6, 12), lines(WALL, 0, 6)
    assert found(report("a", f"{first}\n{BOX}\nMore soon."), report("b", f"{second}\n{BOX}\nEnds.")) == 0
    assert found(report("a", one), report("b", other)) == 1


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Gen. Holm met Dr. Renn at 5 p.m. on the pier. It rained."
    starts = sentence_starts(report("a", text), 0, len(text))
    assert [text[at:] for at in starts] == ["It rained."]
