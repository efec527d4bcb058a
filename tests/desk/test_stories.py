"""A story through the desk: it grows as reports come in, persons rule, and its address stays."""

import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from reportedly import Desk
from reportedly.records import BadRequest, NotInRecord
from reportedly.stories import Report
from stories.made_reports import REPORTS


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db") as opened:
        yield opened


def read(desk: Desk, *reports: Report) -> dict[str, str]:
    """Read reports as pages; return their articles by the reports' ids."""
    found = {}
    for report in reports:
        page = (
            f"<html lang='en'><head><title>{report.headline}</title>"
            "<meta property='article:published_time' content='2022-01-08T10:00:00Z'></head>"
            f"<body><article><h1>{report.headline}</h1><p>{report.text}</p></article></body></html>"
        )
        kept = desk.read_bytes(page.encode(), url=f"https://news.example/{report.id}")
        found[report.id] = kept.article_id or ""
    return found


def partition(desk: Desk, articles: dict[str, str]) -> set[frozenset[str]]:
    stories: dict[str | None, set[str]] = {}
    for name, article_id in articles.items():
        stories.setdefault(desk.stories.of(article_id), set()).add(name)
    return {frozenset(each) for each in stories.values()}


WANTED = {frozenset({"a1", "a2", "a3"}), frozenset({"b1", "b2"}), frozenset({"c1"})}


@pytest.mark.parametrize("seed", range(3))
def test_stories_grow_as_reports_come_in_any_order(desk: Desk, seed: int) -> None:
    shuffled = random.Random(seed).sample(REPORTS, len(REPORTS))
    assert partition(desk, read(desk, *shuffled)) == WANTED


def test_a_story_is_told_with_exact_words_of_its_reports(desk: Desk) -> None:
    articles = read(desk, *REPORTS)
    story = desk.stories.story(desk.stories.of(articles["a1"]) or "")
    assert (story.line.reports, story.line.origins) == (3, 3)
    assert story.line.title is not None
    assert "Sula Gray" in story.line.title.words or "Vantry" in story.line.title.words
    assert story.summary
    for words in story.summary:
        text = desk.article(words.article_id).article.text
        assert words.span is not None
        assert words.span.of(text) == words.words
    assert {line.id for day in story.days for line in day.reports} == {
        articles[each] for each in ("a1", "a2", "a3")
    }


def test_reading_twice_changes_nothing(desk: Desk) -> None:
    read(desk, *REPORTS)
    before = desk.stories.listed()
    read(desk, *REPORTS)
    assert desk.stories.listed() == before


def test_a_merge_binds_later_runs_keeps_both_addresses_and_can_be_undone(desk: Desk) -> None:
    articles = read(desk, *REPORTS[:-2])
    ferry, library = (desk.stories.of(articles[each]) or "" for each in ("a1", "b1"))
    ruling = desk.stories.merge(ferry, library)
    assert desk.stories.story(library).line.id == desk.stories.story(ferry).line.id
    articles |= read(desk, *REPORTS[-2:])
    assert frozenset({"a1", "a2", "a3", "b1", "b2"}) in partition(desk, articles)
    assert desk.stories.undo(ruling.id).undone_at is not None
    assert partition(desk, articles) == WANTED
    assert desk.stories.story(library).line.id == desk.stories.of(articles["b1"])


def test_a_split_binds_later_runs_and_can_be_undone(desk: Desk) -> None:
    articles = read(desk, *REPORTS[:2])
    story = desk.stories.of(articles["a1"]) or ""
    ruling = desk.stories.split(story, [articles["a2"]])
    articles |= read(desk, *REPORTS[2:])
    assert not any({"a1", "a2"} <= each for each in partition(desk, articles))
    desk.stories.undo(ruling.id)
    assert partition(desk, articles) == WANTED
    assert len(desk.stories.rulings()) == 1


def test_a_split_of_nothing_and_a_merge_with_itself_are_refused(desk: Desk) -> None:
    articles = read(desk, *REPORTS[:3])
    story = desk.stories.of(articles["a1"]) or ""
    with pytest.raises(BadRequest):
        desk.stories.split(story, list(articles.values()))
    with pytest.raises(BadRequest):
        desk.stories.merge(story, story)
    with pytest.raises(NotInRecord):
        desk.stories.story("0123456789abcdef")


def test_versions_of_a_page_are_one_report(desk: Desk) -> None:
    first, *_ = [report for report in REPORTS if report.id.startswith("a")]
    edited = msgspec.structs.replace(first, text=first.text + " More will be known tomorrow.")
    earlier, newest = read(desk, first), read(desk, edited)
    assert desk.stories.of(earlier[first.id]) == desk.stories.of(newest[first.id])
    assert desk.stories.listed().total == 0
    story = desk.stories.story(desk.stories.of(newest[first.id]) or "")
    assert [each.article.id for each in story.reports] == [newest[first.id]]
