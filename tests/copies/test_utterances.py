"""One utterance, many carriers."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from reportedly.copies import utterances_of
from reportedly.records import Said

DAY = datetime.date(2031, 4, 9)
FULL = "The pier moves when a tram goes by, and everybody in this town has known it for eleven years"
CUT = "The pier moves when a tram goes by"


def said(
    number: int, words: str, speaker: str | None = "Ilse Brandvik", day: datetime.date | None = DAY
) -> Said:
    return Said(statement_id=f"s{number}", article_id=f"a{number}", words=words, speaker=speaker, day=day)


def wordings(*statements: Said) -> list[list[str]]:
    return [[each.words for each in utterance.wordings] for utterance in utterances_of(statements)]


def test_the_same_words_of_many_carriers_are_one_utterance() -> None:
    (utterance,) = utterances_of([said(1, FULL), said(2, FULL.upper()), said(3, FULL, "Mayor Brandvik")])
    assert utterance.article_ids == ("a1", "a2", "a3")
    assert len(utterance.wordings) == 1


def test_the_fullest_wording_comes_first() -> None:
    assert wordings(said(1, CUT), said(2, FULL)) == [[FULL, CUT]]


def test_words_said_again_a_month_later_are_another_utterance() -> None:
    assert len(wordings(said(1, FULL), said(2, FULL, day=DAY + datetime.timedelta(days=30)))) == 2


def test_a_short_phrase_of_another_speaker_is_another_utterance() -> None:
    assert (
        len(wordings(said(1, "we will wait and see what comes of it"), said(2, "we will wait", "Oskar Renn")))
        == 2
    )


def test_other_words_are_another_utterance() -> None:
    assert len(wordings(said(1, FULL), said(2, "The fishermen have not been asked by anybody at all"))) == 2


def test_who_has_which_wording_is_told() -> None:
    (utterance,) = utterances_of([said(1, CUT), said(2, FULL), said(3, CUT)])
    assert [[each.article_id for each in wording.said] for wording in utterance.wordings] == [
        ["a2"],
        ["a1", "a3"],
    ]


@given(st.lists(st.sampled_from([FULL, CUT, "", "pier", "pier wall", "tram goes by"]), max_size=12))
def test_every_statement_is_in_one_utterance(words: list[str]) -> None:
    statements = [said(number, each) for number, each in enumerate(words)]
    found = [
        s.statement_id for u in utterances_of(statements) for wording in u.wordings for s in wording.said
    ]
    assert sorted(found) == sorted(each.statement_id for each in statements)
