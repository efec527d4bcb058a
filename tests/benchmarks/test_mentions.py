"""Whether a speaker counts as taken for the right one."""

import pytest
from benchmarks.mentions.gold import Annotated, Speaker, annotated
from benchmarks.mentions.nearest import capital_names, nearest_names
from benchmarks.mentions.ours import given_speakers
from benchmarks.mentions.scoring import figures, is_right, kind_of

from reportedly.records import Span

TEXT = "Ana Torv came. Ivan Torv left. Torv said so. A dock worker said no."
# One point below what was measured for the articles written here, on the day they were annotated.
_WRITTEN_FLOOR, _PRONOUN_FLOOR = 0.94, 0.86


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ANA, IVAN, WORKER = span("Ana Torv"), span("Ivan Torv"), span("A dock worker")
SHORT = Span(TEXT.index("Torv said"), TEXT.index("Torv said") + 4)
ARTICLE = Annotated(
    "one", "open", TEXT, (Speaker(SHORT, (ANA,)), Speaker(IVAN, (IVAN,)), Speaker(WORKER, (WORKER,)))
)


@pytest.mark.parametrize(
    ("speaker", "answer", "right"),
    [(0, ANA, True), (0, IVAN, False), (0, None, False), (0, SHORT, False), (2, None, True), (2, ANA, False)],
)
def test_a_speaker_is_right_if_taken_for_whom_it_means(
    speaker: int,
    answer: Span | None,
    right: bool,  # noqa: FBT001
) -> None:
    assert is_right(ARTICLE, ARTICLE.speakers[speaker], answer) is right


def test_speakers_are_told_by_how_they_are_written() -> None:
    assert [kind_of(ARTICLE, speaker) for speaker in ARTICLE.speakers] == ["name", "itself", "itself"]


def test_the_nearest_name_is_the_fullest_form_of_its_last_word() -> None:
    assert nearest_names(ARTICLE, capital_names(TEXT))[2] is None


def test_the_annotated_articles_name_places_in_their_texts() -> None:
    for article in annotated():
        for speaker in article.speakers:
            assert 0 <= speaker.at.start < speaker.at.end <= len(article.text)
            assert all(place.of(article.text).strip() for place in speaker.means)


def test_speakers_of_the_articles_written_here_are_followed_as_well_as_measured() -> None:
    written = [article for article in annotated() if article.id.startswith("written")]
    found = figures(written, {article.id: given_speakers(article) for article in written})["both"]
    assert found["all"][0] / found["all"][1] >= _WRITTEN_FLOOR
    assert found["pronoun"][0] / found["pronoun"][1] >= _PRONOUN_FLOOR
