"""The taggers: what they find, and that no text breaks them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.models import tagger_for
from reportedly.models.tagger import Tagger
from reportedly.statements import Attribution
from reportedly.text import paragraphs_of

STORY = (
    "The council of Talvern will close the old bridge in May, its chair said on Monday.\n"
    "“We have waited long enough,” Mara Quill told reporters. “The ironwork is giving way.”\n"
    "According to the harbour office, ferries will sail until ten at night.\n"
    "The bridge was built in 1911."
)
NASTY = {
    "no sentences": "council bridge ferry 1911 \n harbour",
    "marks alone": '“”""«»‘’\n“ ” “',
    "right to left": "قال الرئيس “The bridge stays” في Talvern، وأضاف: نعم.",
    "zero width": "The\u200b chair\u200d said\ufeff the bridge\u00ad stays.",
    "emoji": "“We won! 🎉🎉” she said 👩‍🚒, adding 🚒 more.",
    "controls": "The chair\x00 said\x07 that\x1b it stays.",
    "nothing": "",
}


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    found = tagger_for("en")
    assert found is not None
    return found


def said(found: tuple[Attribution, ...], text: str) -> list[tuple[str, str, str]]:
    """Return source, cue and first words of what was said."""
    return [
        (
            each.source.of(text) if each.source else "",
            each.cue.of(text) if each.cue else "",
            each.content[0].of(text).strip("“”, "),
        )
        for each in found
    ]


def test_who_said_what_is_found(tagger: Tagger) -> None:
    found = said(tagger.attributions(STORY, paragraphs_of(STORY)), STORY)
    assert ("its chair", "said", "The council of Talvern will close the old bridge in May") in [
        (source, cue.split()[0], words) for source, cue, words in found
    ]
    assert any(source == "Mara Quill" and words.startswith("We have waited") for source, _, words in found)
    assert any("harbour office" in source for source, _, _ in found)


def test_what_nobody_says_is_no_statement(tagger: Tagger) -> None:
    found = tagger.attributions(STORY, paragraphs_of(STORY))
    assert not any("1911" in span.of(STORY) for each in found for span in each.content)


def test_the_same_text_gives_the_same_answer_whatever_stands_around_it(tagger: Tagger) -> None:
    once = tagger.attributions(STORY, paragraphs_of(STORY))
    assert tagger.attributions(STORY, paragraphs_of(STORY)) == once


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", NASTY)
def test_spans_stay_true_on_nasty_texts(language: str, name: str) -> None:
    text, tagger = NASTY[name], tagger_for(language)
    assert tagger is not None
    for each in tagger.attributions(text, paragraphs_of(text)):
        spans = [*each.content, *(span for span in (each.cue, each.source) if span)]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert 0 <= each.confidence <= 1


@pytest.mark.parametrize("language", ["en", "ru"])
@given(text=st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_them(language: str, text: str) -> None:
    tagger = tagger_for(language)
    assert tagger is not None
    for each in tagger.attributions(text, paragraphs_of(text)):
        assert all(0 <= span.start < span.end <= len(text) for span in each.content)


def test_time_grows_with_the_length_of_one_long_paragraph(tagger: Tagger) -> None:
    sentence = "The chair of the council said that the ferry will sail until ten at night. "

    def seconds(times: int) -> float:
        text = sentence * times
        start = time.process_time()
        tagger.attributions(text, paragraphs_of(text))
        return time.process_time() - start

    seconds(50)
    assert seconds(800) < 8 * 3 * max(seconds(100), 0.02)


def test_a_language_without_weights_has_no_tagger() -> None:
    assert tagger_for("ja") is None


# Of each language a sentence, with its source and how the words said begin.
SENTENCES = {
    "de": (
        "Der Hafenmeister sagte am Montag, dass der Kran seit dem Frühjahr stillsteht.",
        "Der Hafenmeister",
    ),
    "es": ("El alcalde dijo el lunes que el puente cerrará en mayo.", "El alcalde"),
    "fr": ("Le maire a déclaré lundi que le pont fermera en mai.", "Le maire"),
    "ru": ("Мэр заявил в понедельник, что мост закроют в мае.", "Мэр"),
    "ar": ("قال رئيس البلدية يوم الاثنين إن الجسر سيغلق في مايو.", "رئيس البلدية"),
    "fa": ("شهردار روز دوشنبه گفت که پل در ماه مه بسته می‌شود.", "شهردار"),
}


@pytest.mark.parametrize("language", SENTENCES)
def test_statements_are_found_in_six_other_languages(language: str) -> None:
    text, source = SENTENCES[language]
    tagger = tagger_for(language)
    assert tagger is not None
    (found,) = tagger.attributions(text, paragraphs_of(text))
    assert found.source is not None
    assert source in found.source.of(text)
    assert text.rstrip(".").endswith(found.content[-1].of(text).rstrip("."))


def test_six_languages_share_one_set_of_weights() -> None:
    assert len({id(tagger_for(language)) for language in SENTENCES}) == 1
    assert tagger_for("de") is not tagger_for("en")
