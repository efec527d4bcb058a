"""Cutting a text at its marks."""

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Span
from reportedly.web.marking import UNNAMED_TINT, Mark, cut, mark_paragraphs, marks_of, opened, speaker_tints

from .fake_desk import HARBOUR, harbour

LENGTH = 40
TEXT = "“Nine trams,” she said, “and no driver.”"[:LENGTH].ljust(LENGTH)


def span_within(longest: int) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, longest), st.integers(0, longest))
    return ends.map(lambda pair: Span(min(pair), max(pair)))


MARKS = st.lists(
    st.builds(
        Mark,
        span=span_within(LENGTH),
        role=st.sampled_from(["content", "speaker", "cue"]),
        number=st.integers(1, 5),
        tint=st.just(1),
    ),
    max_size=8,
)


@given(within=span_within(LENGTH), marks=MARKS)
def test_the_segments_joined_are_the_text(within: Span, marks: list[Mark]) -> None:
    assert "".join(segment.text for segment in cut(TEXT, within, marks)) == within.of(TEXT)


@given(within=span_within(LENGTH), marks=MARKS)
def test_every_marked_code_point_lies_in_a_segment_with_its_mark(within: Span, marks: list[Mark]) -> None:
    at = within.start
    for segment in cut(TEXT, within, marks):
        for offset in range(at, at + len(segment.text)):
            expected = {mark for mark in marks if mark.span.start <= offset < mark.span.end}
            assert set(segment.marks) == expected
        at += len(segment.text)


@given(places=st.lists(span_within(LENGTH), max_size=4), marks=MARKS)
def test_a_statement_opens_and_closes_once_at_most(places: list[Span], marks: list[Mark]) -> None:
    segments = [segment for part in mark_paragraphs(TEXT, places, marks) for segment in part]
    for edges in ([n for s in segments for n in s.opens], [n for s in segments for n in s.closes]):
        assert len(edges) == len(set(edges))


def test_a_statement_that_stands_in_no_paragraph_opens_nowhere() -> None:
    mark = Mark(span=Span(30, 35), role="content", number=1, tint=1)
    assert opened(mark_paragraphs(TEXT, [Span(0, 10)], [mark])) == frozenset()


def test_a_quotation_inside_a_longer_statement_shows_as_its_own() -> None:
    _, kept = harbour()
    marks = marks_of(kept.statements, speaker_tints(kept.statements, HARBOUR))
    segments = cut(HARBOUR, Span(0, len(HARBOUR)), marks)
    inner = next(segment for segment in segments if segment.text == "not one lost day")
    assert inner.said is not None
    assert inner.said.number == 3


def test_one_speaker_has_one_tint_whatever_the_mention() -> None:
    _, kept = harbour()
    assert speaker_tints(kept.statements, HARBOUR) == (1, 2, 1, 1)


def test_a_speaker_the_text_does_not_name_is_grey() -> None:
    _, kept = harbour()
    nobody = kept.statements[0].__class__(
        id="x",
        article_id="harbour",
        statement=kept.statements[0].statement,
        naming=None,
        maker=kept.statements[0].maker,
        made_at=kept.statements[0].made_at,
    )
    assert speaker_tints([nobody], HARBOUR) == (UNNAMED_TINT,)
