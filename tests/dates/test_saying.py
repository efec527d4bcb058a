"""On which day a statement was made, as sentences of news tell it."""

import datetime

import pytest

from reportedly.dates import day_said, find_moments, telling_of
from reportedly.language import load_language
from reportedly.records import Moment, Span, Statement
from reportedly.text import paragraphs_of

TUESDAY = datetime.date(2023, 12, 5)


def said(text: str, language: str = "en") -> tuple[str, str, str | None]:
    """Return the words, the value and the inference of the day of the one statement marked in `text`.

    `<…>` marks the speaker, `{…}` the cue, `[…]` what was said.
    """
    bare, spans = _unmarked(text)
    statement = Statement(
        content=tuple(spans["["]), kind="indirect", speaker=next(iter(spans["<"]), None), cue=spans["{"][0]
    )
    found = _day(bare, statement, language)
    return found.words.of(bare), found.value, found.inferred_from


def _day(text: str, statement: Statement, language: str) -> Moment:
    paragraphs, data = paragraphs_of(text), load_language(language)
    moments = find_moments(text, paragraphs, data, TUESDAY).moments
    return day_said(telling_of(text, paragraphs, moments, data, TUESDAY, None), statement)


def _unmarked(text: str) -> tuple[str, dict[str, list[Span]]]:
    bare = ""
    spans: dict[str, list[Span]] = {"<": [], "{": [], "[": []}
    starts: dict[str, int] = {}
    closing = {">": "<", "}": "{", "]": "["}
    for letter in text:
        if letter in spans:
            starts[letter] = len(bare)
        elif letter in closing:
            spans[closing[letter]].append(Span(starts[closing[letter]], len(bare)))
        else:
            bare += letter
    return bare, spans


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("<Ana Torv> {said} on Monday that [the dam would hold].", "Monday", "2023-12-04"),
        ("<Ana Torv> {told} reporters at the gate on Sunday: “[It holds].”", "Sunday", "2023-12-03"),
        ("On Monday, <Ana Torv> {said} [the dam would hold until Friday].", "Monday", "2023-12-04"),
        ("<Ana Torv> on Monday {said} [it would hold].", "Monday", "2023-12-04"),
        ("“[It holds],” {said} <Ana Torv>, the mayor, on Sunday.", "Sunday", "2023-12-03"),
        ("<The council> {warned} in 2019 that [the dam was old].", "2019", "2019"),
    ],
)
def test_the_words_beside_the_cue_say_the_day(sentence: str, words: str, value: str) -> None:
    assert said(sentence) == (words, value, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ana Torv> {said} [the dam would hold until Friday].",
        "<Ana Torv>, who was elected on Monday, {said} [it would hold].",
        "After the dam broke on Monday, <Ana Torv> {said} [nobody was hurt].",
        "<Ana Torv> {said} [nobody was hurt] when the dam broke on Monday.",
        "<Ana Torv> {said} [it would hold] ahead of the vote on Thursday.",
    ],
)
def test_a_day_of_something_else_is_not_the_day_of_the_statement(sentence: str) -> None:
    assert said(sentence) == ("", "2023-12-05", "published")


def test_a_statement_follows_the_occasion_that_the_text_tells_of() -> None:
    text = "Ana Torv met the envoys in Lindmark on Monday. In the meeting, <the mayor> {praised} [the dam]."
    assert said(text) == ("Monday", "2023-12-04", "occasion")


def test_the_head_of_a_report_sums_up_the_occasion_told_of_behind_it() -> None:
    text = "<Ana Torv> {praised} [the dam].\n\nThe mayor met the envoys in Lindmark on Monday."
    assert said(text) == ("Monday", "2023-12-04", "occasion")


def test_an_occasion_of_long_ago_is_recalled_and_dates_no_statement() -> None:
    text = "The mayor met the envoys on 3 March 2019. <She> {praised} [the dam]."
    assert said(text) == ("", "2023-12-05", "published")


@pytest.mark.parametrize(
    ("language", "sentence", "words", "value"),
    [
        ("es", "<La alcaldesa> {dijo} el lunes que [la presa resistirá].", "el lunes", "2023-12-04"),
        ("fr", "<La maire> {a déclaré} lundi que [le barrage tiendra].", "lundi", "2023-12-04"),
        ("de", "<Die Bürgermeisterin> {sagte} am Montag, [der Damm halte].", "Montag", "2023-12-04"),
        ("ru", "<Мэр> {заявила} в понедельник, что [плотина выдержит].", "в понедельник", "2023-12-04"),
        ("ar", "<رئيسة البلدية> {قالت} أمس إن [السد سيصمد].", "أمس", "2023-12-04"),
        ("fa", "<شهردار> دیروز {گفت} [سد پابرجا می‌ماند].", "دیروز", "2023-12-04"),
    ],
)
def test_other_languages_say_the_day_beside_the_cue(
    language: str, sentence: str, words: str, value: str
) -> None:
    assert said(sentence, language) == (words, value, None)
