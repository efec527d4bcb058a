"""Who took from whom: which links are found, of which kind, in which direction."""

import datetime

import pytest

from copies.made_reports import NOON, ORCHARD, WALL, lines, report
from reportedly.copies import Printed, Shelf, find_links
from reportedly.records import CopyLink

LATER = NOON + datetime.timedelta(hours=3)


def links_of(article: Printed, *known: Printed) -> tuple[CopyLink, ...]:
    return find_links(article, Shelf([*known, article]))


def only(links: tuple[CopyLink, ...]) -> CopyLink:
    (link,) = links
    return link


def test_a_report_word_for_word_is_a_whole_copy_of_the_earlier_one() -> None:
    link = only(links_of(report("b", WALL, "Fjord Echo", at=LATER), report("a", WALL)))
    assert (link.copy, link.origin, link.kind, link.reason) == ("b", "a", "whole", "published")
    assert link.share == link.share_of_origin == 1.0


def test_a_report_of_which_the_end_was_cut_is_a_cut_copy() -> None:
    link = only(links_of(report("b", lines(WALL, 0, 5), "Fjord Echo", at=LATER), report("a", WALL)))
    assert link.kind == "cut"
    assert link.share == 1.0
    assert link.share_of_origin == pytest.approx(0.45, abs=0.1)


def test_a_report_with_changed_words_is_an_edited_copy() -> None:
    changed = WALL
    for old, new in (("voted", "decided"), ("large", "big"), ("season", "summer"), ("warned", "spoke"),
                     ("propped", "held"), ("university", "college"), ("hall", "room"), ("stone", "rock"),
                     ("gathered", "met"), ("nobody", "no one"), ("session", "meeting"), ("work", "job"),
                     ("wall", "mole"), ("welcome", "free"), ("court", "judge"), ("autumn", "winter"),
                     ("names", "titles"), ("year", "twelvemonth"), ("count", "tally"), ("pay", "answer"),
                     ("counted", "found"), ("storm", "gale")):  # fmt: skip
        changed = changed.replace(old, new)
    link = only(links_of(report("b", changed, "Fjord Echo", at=LATER), report("a", WALL)))
    assert link.kind == "edited"


def test_two_sentences_amid_another_report_are_a_quote() -> None:
    carried = lines(WALL, 5, 7)
    text = lines(ORCHARD, 0, 3) + "\n" + carried + "\n" + lines(ORCHARD, 3, 7)
    host = report("b", text, "Fjord Echo", at=LATER)
    link = only(links_of(host, report("a", WALL)))
    (passage,) = link.carried
    assert (link.copy, link.kind) == ("b", "quote")
    assert passage.here is not None
    assert passage.here.of(text) == carried


def test_reports_that_share_nothing_are_not_linked() -> None:
    assert links_of(report("b", ORCHARD, "Fjord Echo"), report("a", WALL)) == ()


def test_a_text_is_not_linked_with_itself() -> None:
    article = report("a", WALL)
    assert links_of(article) == ()


def test_an_article_without_paragraphs_has_no_links() -> None:
    assert links_of(report("b", ""), report("a", WALL)) == ()


@pytest.mark.parametrize(
    "credited",
    ["{text} /Tidewater Post", "(Tidewater Post) - {text}", "According to Tidewater Post, {text}",
     "{text}\nSource: Tidewater Post"],
)  # fmt: skip
def test_a_credit_outweighs_the_times(credited: str) -> None:
    early = report("b", credited.format(text=WALL), "Fjord Echo", at=NOON - datetime.timedelta(hours=5))
    link = only(links_of(early, report("a", WALL)))
    assert (link.copy, link.origin, link.reason) == ("b", "a", "credited")
    assert "Tidewater Post" in link.because


def test_a_credit_line_names_an_agency_by_any_of_its_names() -> None:
    early = report("b", WALL, "Fjord Echo", at=NOON - datetime.timedelta(hours=5), credited=("AP",))
    link = only(links_of(early, report("a", WALL, "The Associated Press")))
    assert (link.copy, link.reason) == ("b", "credited")


def test_a_slow_origin_read_after_its_copy_is_still_the_origin() -> None:
    copy = report("b", f"{WALL} (Tidewater Post)", "Fjord Echo", at=NOON)
    origin = report("a", WALL, at=LATER)
    assert only(links_of(origin, copy)).copy == "b"


def test_without_times_an_outlet_that_the_words_name_is_the_origin() -> None:
    told = WALL.replace("told reporters", "told the Tidewater Post")
    link = only(links_of(report("a", told, at=None), report("b", told, "Fjord Echo", at=None)))
    assert (link.origin, link.reason, link.is_sure) == ("a", "inside", True)


def test_without_times_a_report_that_stands_whole_amid_another_is_the_origin() -> None:
    small = lines(WALL, 3, 8)
    large = lines(ORCHARD, 0, 4) + "\n" + small + "\n" + lines(ORCHARD, 4, 7)
    link = only(links_of(report("a", small, at=None), report("b", large, "Fjord Echo", at=None)))
    assert (link.copy, link.reason) == ("b", "contained")


def test_where_nothing_says_who_was_first_the_link_says_so() -> None:
    link = only(links_of(report("b", WALL, "Fjord Echo", at=None), report("a", WALL, at=None)))
    assert (link.is_sure, link.reason, link.copy) == (False, "cannot-tell", "b")


def test_a_speech_that_two_reports_quote_is_taken_from_neither() -> None:
    speech = (
        "“I have stood on this pier every morning since I was a child, and I will stand on it when the last "
        "stone is laid. Nobody in this town has to be told what the sea can do to a wall,”"
    )
    one = lines(ORCHARD, 0, 3) + f"\n{speech} Brandvik said.\n" + lines(ORCHARD, 3, 5)
    other = lines(WALL, 0, 2) + f"\nThe mayor was brief. {speech} she told the hall.\n" + lines(WALL, 3, 6)
    assert links_of(report("b", one, "Fjord Echo", at=LATER), report("a", other)) == ()


def test_words_that_say_who_spoke_belong_to_the_speech() -> None:
    who = "Ragna Brandvik, who keeps the northern roads for the council of Thorn"
    speech = "“The ice road is closed until the last of the cracks has been measured,” "
    more = " “Nobody drives before that, and nobody walks, and nobody asks me again.”"
    one = f"{lines(ORCHARD, 0, 3)}\n{speech}said Captain {who}.{more}\n{lines(ORCHARD, 4, 6)}"
    other = f"{lines(WALL, 0, 3)}\n{speech}answered {who}.{more}\n{lines(WALL, 3, 6)}"
    assert links_of(report("b", one, "Fjord Echo", at=LATER), report("a", other)) == ()


def test_a_message_signed_with_a_handle_is_taken_from_neither() -> None:
    message = (
        "I will speak on the pier at noon. Come and bring your neighbours, your oars and your questions, "
        "because the council will not listen to letters any more."
    )
    one = f"{lines(ORCHARD, 0, 3)}\n{message} — Ragna Brandvik (@brandvik)\n{lines(ORCHARD, 3, 5)}"
    other = f"{lines(WALL, 0, 3)}\n{message} — Ragna Brandvik (@brandvik)\n{lines(WALL, 3, 6)}"
    assert links_of(report("b", one, "Fjord Echo", at=LATER), report("a", other)) == ()


def test_the_words_under_one_picture_are_no_copy() -> None:
    caption = (
        "Ragna Brandvik looks on as the first stone of the new wall is lowered. The pier at Tidewater was "
        "closed on Monday, 9 April. (Photo Kari Lund)"
    )
    one, other = (
        f"{caption}\n{lines(WALL, 0, 6)}",
        f"{lines(ORCHARD, 0, 3)}\n{caption}\n{lines(ORCHARD, 4, 7)}",
    )
    assert links_of(report("b", one, "Fjord Echo", at=LATER), report("a", other)) == ()


def test_a_short_report_with_half_a_page_of_house_words_is_no_copy_of_its_house() -> None:
    box = lines(WALL, 6, 12)
    known = [
        report(f"a{n}", f"{text}\n{box}\nEnds.")
        for n, text in enumerate((ORCHARD, lines(ORCHARD, 5, 7) + lines(WALL, 0, 6), lines(ORCHARD, 0, 5)))
    ]
    short = report("b", f"A boat was late.\n{box}\nThat was all.", at=LATER)
    assert links_of(short, *known) == ()


def test_words_under_an_outlets_every_report_are_left_out_of_account() -> None:
    box = (
        "Sign up for the letter that our editors write every morning for those who fish, trade and sail. "
        "You may leave the list at any time by writing to the desk, which reads all letters on Thursdays."
    )
    texts = [lines(WALL, 0, 4), lines(WALL, 4, 8), lines(ORCHARD, 0, 4), lines(ORCHARD, 4, 7)]
    known = [report(f"a{n}", f"{text}\n{box}\nEnds.") for n, text in enumerate(texts)]
    stolen = report("b", f"{lines(WALL, 8, 12)}\n{box}\nThat was all.", "Fjord Echo", at=LATER)
    assert links_of(stolen, *known) == ()


def test_the_closing_words_of_two_columns_are_no_copy() -> None:
    about = "Runa Holm writes about the sea. Her last book tells of nine winters on the ice road to Thorn."
    one, other = f"{lines(WALL, 0, 6)}\n{about}", f"{lines(ORCHARD, 0, 6)}\n{about}"
    assert links_of(report("b", one, "Fjord Echo", at=LATER), report("a", other)) == ()


def test_an_outlets_background_sentences_are_no_copy_of_itself() -> None:
    background = lines(WALL, 5, 7)
    one, other = (
        f"{ORCHARD}\n{background}\nMore soon.",
        f"{lines(WALL, 0, 5)}\n{background}\n{lines(WALL, 7, 12)}",
    )
    assert links_of(report("b", one, at=LATER), report("a", other)) == ()


def test_a_link_says_which_way_round_whichever_article_is_asked_for() -> None:
    copy, origin = report("b", WALL, "Fjord Echo", at=LATER), report("a", WALL)
    assert only(links_of(copy, origin)) == only(links_of(origin, copy))


def test_copies_are_found_in_a_script_without_spaces() -> None:
    text = "林霍尔姆市议会周二投票决定重建港口最古老的码头。工程将于五月开始，港口将对大型船只关闭一年。" * 1
    more = "渔民们在表决前聚集在市政厅前，宣读了他们船只的名字。国家将支付三分之二的石料费用。"
    origin = report("a", text + more)
    assert only(links_of(report("b", text + more, "Fjord Echo", at=LATER), origin)).kind == "whole"
