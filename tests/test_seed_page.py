"""The seed page from its text to who said what: words, cue and the speaker's name."""

import datetime
import unicodedata
from typing import Any

import pytest

from fixtures.layouts import layouts, parts_of_pasted
from reportedly import flow
from reportedly.records import Page
from reportedly.store import Reading
from seed_page import seed_expected, seed_text

NOW = datetime.datetime(2023, 12, 6, tzinfo=datetime.UTC)
LEAST_OTHERS = 5  # of the eight that are not direct; one cue comes out as "also emphasized"
Said = tuple[str, str, str, str]  # kind, speaker's name, cue, words


def folded(name: str) -> str:
    """Return a name without its accents, which the page does not write."""
    return "".join(ch for ch in unicodedata.normalize("NFD", name) if not unicodedata.combining(ch))


def said_in(reading: Reading) -> list[Said]:
    """Return who said what on a page, as the rooms read it."""
    assert reading.article is not None
    text = reading.article.text
    names = {naming.mention: naming.name for naming in reading.namings}
    return [
        (
            s.kind,
            folded(names.get(s.speaker, "")) if s.speaker else "",
            s.cue.of(text) if s.cue else "",
            s.words(text).strip(" .,"),
        )
        for s in reading.statements
    ]


def expected(*, direct: bool) -> list[Said]:
    """Return what a careful person reads: the direct statements, or the others."""
    text = seed_text()
    return [as_said(s, text) for s in seed_expected()["statements"] if (s["kind"] == "direct") == direct]


def as_said(statement: dict[str, Any], text: str) -> Said:
    """Return an expected statement in the form that is compared."""
    start, end = statement["cue"]
    return (statement["kind"], folded(statement["speaker"]), text[start:end], statement["text"].strip(" .,"))


def pasted() -> Reading:
    """Read the seed page as pasted text."""
    return flow.read_page(Page(body=seed_text().encode(), fetched_at=NOW, is_pasted=True))


def test_every_direct_statement_has_its_words_cue_and_speaker() -> None:
    said = said_in(pasted())
    assert [statement for statement in expected(direct=True) if statement not in said] == []


def test_most_other_statements_have_their_words_cue_and_speaker() -> None:
    said = said_in(pasted())
    assert sum(statement in said for statement in expected(direct=False)) >= LEAST_OTHERS


def test_all_sixteen_statements_have_their_words_kind_and_speaker() -> None:
    said = {(kind, speaker, words) for kind, speaker, _, words in said_in(pasted())}
    wanted = [*expected(direct=True), *expected(direct=False)]
    assert len(wanted) == 16
    assert [each for each in wanted if (each[0], each[1], each[3]) not in said] == []


def test_nobody_is_made_up_for_a_report_whose_agency_was_lost() -> None:
    reading = pasted()
    assert reading.article is not None
    text = reading.article.text
    cue = text.index(", reported.") + 2
    assert [s for s in reading.statements if s.cue and s.cue.start == cue] == []


@pytest.mark.parametrize("layout", ["tables", "linked_data", "hashed_blocks", "semantic", "line_breaks"])
def test_the_statements_are_the_same_in_other_layouts(layout: str) -> None:
    body = layouts(parts_of_pasted(seed_text()))[layout]
    assert said_in(flow.read_page(Page(body=body, fetched_at=NOW))) == said_in(pasted())
