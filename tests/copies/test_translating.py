"""Translations: found by what sentences mean, with what answers to what, and who was first."""

import datetime

import numpy as np

from copies.meant_reports import numbered, report
from reportedly.copies import (
    find_translations,
    ledger_abroad,
    likeness_of_sketches,
    sketched_meaning,
    tell_translation,
    translated,
    translated_passages,
)
from reportedly.copies.answering import answers
from reportedly.copies.meant import figures_in
from reportedly.records import Article, CopyLink, SpokenBy, Statement, Timestamp

WHOLE = ("1 The pier is old. 2 It was built in 1911.", "3 Trams still use it.", "4 It shall be rebuilt.")
ABROAD = ("1 Der Steg ist alt. 2 Er stammt von 1911.", "3 Bahnen nutzen ihn.", "4 Er wird neu gebaut.")


def at(hour: int) -> Timestamp:
    return Timestamp(date=datetime.date(2031, 4, 9), time=datetime.time(hour), utc_offset_minutes=0)


def link_between(origin: Article, copy: Article) -> CopyLink:
    (found,) = find_translations(numbered("b", copy), [numbered("a", origin)])
    return found


def test_sentences_that_mean_the_same_answer_to_one_another_in_whatever_order() -> None:
    here = numbered("a", report(*WHOLE))
    there = numbered("b", report(ABROAD[2], ABROAD[0], ABROAD[1], language="de"))
    pairs = [(each.here, each.there) for each in answers(here, there)]
    assert pairs == [(0, 1), (1, 2), (2, 3), (3, 0)]


def test_no_sentence_is_taken_twice() -> None:
    here = numbered("a", report("1 One.", "1 One again.", "2 Two."))
    there = numbered("b", report("1 Eins.", "2 Zwei.", language="de"))
    found = answers(here, there)
    taken = [number for each in found for number in range(each.there, each.there_end)]
    assert len(taken) == len(set(taken))


def test_a_report_in_another_language_is_a_translation_and_not_one_in_the_same() -> None:
    article = numbered("b", report(*ABROAD, language="de"))
    english, german = numbered("a", report(*WHOLE)), numbered("c", report(*ABROAD, language="de"))
    (link,) = find_translations(article, [english, german])
    assert (link.kind, {link.copy, link.origin}) == ("translation", {"a", "b"})
    assert len(link.carried) == 4
    assert all(each.handling == "translated" for each in link.carried)


def test_reports_that_share_one_sentence_of_four_are_no_translations() -> None:
    other = report(
        "1 Der Steg ist alt.", "5 Wir fuhren hin.", "6 Es regnete.", "7 Keiner kam.", language="de"
    )
    assert translated(numbered("a", report(*WHOLE)), numbered("b", other)).likely < 0.7


def test_an_article_without_sentences_is_nobodys_translation() -> None:
    empty = numbered("b", report(language="de"))
    assert find_translations(empty, [numbered("a", report(*WHOLE))]) == ()
    assert translated(numbered("a", report(*WHOLE)), empty).likely == 0


def test_who_credits_the_other_translated_it_even_if_dated_before() -> None:
    origin = report(*WHOLE, outlet="Tidewater Post", published=at(12))
    copy = report(*ABROAD, language="de", outlet="Hafenblatt", published=at(9), credit="Tidewater Post")
    link = link_between(origin, copy)
    assert (link.copy, link.reason, link.is_sure) == ("b", "credited", True)


def test_who_was_published_first_is_the_origin() -> None:
    origin = report(*WHOLE, outlet="Tidewater Post", published=at(12))
    copy = report(*ABROAD, language="de", outlet="Hafenblatt", published=at(9))
    link = link_between(origin, copy)
    assert (link.copy, link.reason) == ("a", "published")
    assert "Hafenblatt had it first" in link.because


def test_without_credit_and_times_the_one_that_is_a_part_of_the_other_is_the_translation() -> None:
    link = link_between(report(*WHOLE), report(*ABROAD[:2], language="de"))
    assert (link.copy, link.reason, link.is_sure) == ("b", "contained", True)


def test_where_nothing_says_who_was_first_the_link_says_so() -> None:
    link = link_between(report(*WHOLE), report(*ABROAD, language="de"))
    assert (link.reason, link.is_sure) == ("cannot-tell", False)
    told = tell_translation(link, report(*ABROAD, language="de"), report(*WHOLE))
    assert told == "Translated from another article’s report in English; which was first cannot be told"


def test_what_is_missing_and_what_was_added_is_told() -> None:
    origin = report(*WHOLE, outlet="Tidewater Post", published=at(9))
    copy = report(*ABROAD[:2], "9 Das Wetter wird gut.", language="de", published=at(12))
    link = link_between(origin, copy)
    told = tell_translation(link, copy, origin)
    assert (
        told == "Translated from Tidewater Post’s report in English, 2 of 3 paragraphs, with words of its own"
    )
    handled = [each.handling for each in translated_passages(link.carried, copy, origin)]
    assert handled == ["translated", "translated", "translated", "added", "cut"]


def test_every_passage_is_a_span_of_its_article() -> None:
    origin, copy = report(*WHOLE), report(*ABROAD[:2], "9 Mehr.", language="de")
    passages = translated_passages(link_between(origin, copy).carried, copy, origin)
    here = [each.here.of(copy.text) for each in passages if each.here]
    assert here == ["1 Der Steg ist alt.", "2 Er stammt von 1911.", "3 Bahnen nutzen ihn.", "9 Mehr."]
    assert [each.there.of(origin.text) for each in passages if each.there][-1] == "4 It shall be rebuilt."


def test_a_statement_is_translated_where_its_sentence_is_and_else_cut() -> None:
    origin, copy = report(*WHOLE), report(*ABROAD[:2], language="de")
    link = link_between(origin, copy)
    said = [
        SpokenBy(statement=Statement(kind="indirect", content=(origin.body[place],), confidence=1.0))
        for place in (1, 2)
    ]
    lines = ledger_abroad(link, said, ())
    assert [line.fates for line in lines] == [("translated",), ("cut",)]
    assert lines[0].here_at is not None
    assert lines[0].here_at.of(copy.text) == "3 Bahnen nutzen ihn."


def test_figures_are_the_same_in_every_script() -> None:
    assert figures_in("۲٫۴ میلیارد, ٣٠ and 1.200") == {"24", "30", "1200"}
    assert figures_in("Mai ohne Zahl") == frozenset()


def test_a_sketch_is_most_like_that_of_the_same_meaning() -> None:
    own = sketched_meaning(numbered("a", report(*WHOLE)), 22000)
    others = [report(*ABROAD, language="de"), report("8 Anderes.", "9 Ganz anderes.", language="de")]
    packed = [sketched_meaning(numbered("b", each), 22000).packed for each in others]
    likeness = likeness_of_sketches(own, np.stack([np.frombuffer(each, np.int8) for each in packed]))
    assert likeness[0] > 0.95
    assert likeness[1] < 0.05
