"""Two versions of an article become the change between them, with spans of both texts."""

import time

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from reportedly.changes import find_change, mark_change
from reportedly.changes.words import differing
from reportedly.read import read_page
from reportedly.records import Article, Page

from .versions import NOON, article

OLD = "The ferry sails at nine.\nThe council of Lindholm agreed on Monday.\nNobody was hurt."


def test_nothing_changed_between_a_version_and_itself() -> None:
    change = find_change(article(OLD), article(OLD))
    assert (change.kinds, change.pieces, change.is_silent) == ((), (), False)


def test_a_word_put_for_another_is_a_piece_with_its_place_in_both_texts() -> None:
    old, new = article(OLD), article(OLD.replace("Monday", "Tuesday evening"))
    (piece,) = find_change(old, new).pieces
    assert (piece.kind, piece.old.of(old.text), piece.new.of(new.text)) == (
        "reworded",
        "Monday",
        "Tuesday evening",
    )


def test_words_cut_and_added_are_counted_and_marked_where_they_stood() -> None:
    old, new = article(OLD), article(OLD.replace(" of Lindholm", "").replace("was hurt", "was badly hurt"))
    change = find_change(old, new)
    assert (change.words_cut, change.words_added) == (2, 1)
    cut, added = change.pieces
    assert (cut.kind, cut.old.of(old.text), added.new.of(new.text)) == ("cut", "of Lindholm", "badly")
    assert old.text[: cut.old.start].endswith("The council ")
    assert new.text[: cut.new.start].endswith("The council")


def test_a_new_headline_is_told_with_both() -> None:
    change = find_change(article(OLD, headline="Ferry sails"), article(OLD, headline="Ferry stays"))
    assert change.kinds == ("headline",)
    assert change.headline == ("Ferry sails", "Ferry stays")
    assert change.is_silent


def test_a_change_is_silent_unless_the_page_gives_a_new_time_of_update() -> None:
    new = OLD.replace("nine", "ten")
    assert find_change(article(OLD), article(new)).is_silent
    assert find_change(article(OLD, updated=NOON), article(new, updated=NOON)).is_silent
    told = find_change(article(OLD), article(new, updated=NOON))
    assert not told.is_silent
    assert told.told_at == "2031-04-02T12:00:00+00:00"


def test_what_stands_around_the_article_is_no_change_of_it() -> None:
    old = article(OLD)
    new = msgspec.structs.replace(
        old, text=old.text + "\nMost read today: other things", page_sha256="b" * 64
    )
    assert find_change(old, new).pieces == ()


def test_a_script_without_spaces_is_compared_letter_by_letter() -> None:
    old, new = article("渡船今日九時出港"), article("渡船今日十時出港")
    (piece,) = find_change(old, new).pieces
    assert (piece.old.of(old.text), piece.new.of(new.text)) == ("九", "十")


def test_marked_paragraphs_show_what_was_cut_and_added_in_its_place() -> None:
    old, new = article(OLD), article(OLD.replace("on Monday", "on Tuesday").replace("\nNobody was hurt.", ""))
    marked = mark_change(old, new, find_change(old, new))
    shown = ["".join(f"[{s.kind[0]}:{s.words}]" if s.kind != "same" else s.words for s in p) for p in marked]
    assert shown == [
        "The ferry sails at nine.",
        "The council of Lindholm agreed on [c:Monday.\nNobody was hurt][a:Tuesday].",
    ]


WORDS = st.lists(st.sampled_from("the ferry sails at nine ten council of . , \n".split(" ")), max_size=60)


@given(WORDS, WORDS)
def test_the_pieces_turn_the_old_words_into_the_new_ones(before: list[str], after: list[str]) -> None:
    made = list(before)
    for run in reversed(differing(before, after)):
        made[run.a0 : run.a1] = after[run.b0 : run.b1]
    assert made == after


@given(WORDS, WORDS)
def test_what_is_marked_and_not_cut_is_the_new_text(before: list[str], after: list[str]) -> None:
    old, new = article(" ".join(before)), article(" ".join(after))
    change = find_change(old, new)
    marked = mark_change(old, new, change)
    kept = ["".join(s.words for s in paragraph if s.kind != "cut") for paragraph in marked]
    assert kept[: len(new.paragraphs)] == [span.of(new.text) for span in new.paragraphs]
    cut = [piece.old.of(old.text) for piece in change.pieces if piece.old.start < piece.old.end]
    assert [s.words for paragraph in marked for s in paragraph if s.kind == "cut"] == cut


def test_long_texts_that_differ_all_over_take_no_time_to_speak_of() -> None:
    old = " ".join(f"word{n} the of" for n in range(8000))
    new = " ".join(f"word{n * 2} of the" for n in range(8000))
    began = time.process_time()
    change = find_change(article(old), article(new))
    assert change.pieces
    assert time.process_time() - began < 5


def test_versions_that_were_read_from_pages_are_compared() -> None:
    body = "<p>The ferry sails on, the council of Lindholm said on Friday, and nobody objected.</p>" * 4
    pages = [
        f"<html lang=en><h1>{h}</h1>{body}</html>".encode() for h in ("Ferry stays here", "Ferry stays there")
    ]
    old, new = (read_page(Page(body=each, fetched_at=NOON)) for each in pages)
    assert isinstance(old, Article)
    assert isinstance(new, Article)
    assert find_change(old, new).headline == ("Ferry stays here", "Ferry stays there")
