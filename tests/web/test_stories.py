"""The pages about stories, over a real record: the list, one story, merge, split and undo."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import sync_playwright

from desk.test_stories import read
from reportedly.desk import Desk
from reportedly.web import create_app
from stories.made_reports import REPORTS

from .server import running
from .visitor import Visitor

Ids = dict[str, str]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db") as opened:
        yield opened


@pytest.fixture
def ids(desk: Desk) -> Ids:
    return read(desk, *REPORTS)


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    return Visitor(create_app(desk))


def address(desk: Desk, article_id: str) -> str:
    return f"/stories/{desk.stories.of(article_id)}"


def test_the_list_has_each_story_of_two_reports_or_more(visitor: Visitor, desk: Desk, ids: Ids) -> None:
    shown = visitor.get("/stories").text
    assert shown.count('href="/stories/') == 2
    assert address(desk, ids["a1"]) in shown
    assert address(desk, ids["b1"]) in shown


def test_an_article_leads_to_its_story_with_all_reports(visitor: Visitor, desk: Desk, ids: Ids) -> None:
    answer = visitor.get(f"/articles/{ids['a1']}/story")
    assert answer.headers["location"] == address(desk, ids["a1"])
    shown = visitor.get(answer.headers["location"]).text
    assert all(f"/articles/{ids[each]}" in shown for each in ("a1", "a2", "a3"))
    assert "3 reports by 3 outlets, on 3 origins." in shown


def test_a_split_and_its_undo_are_one_click_each(visitor: Visitor, desk: Desk, ids: Ids) -> None:
    story = address(desk, ids["b1"])
    assert visitor.post(story, data={"deed": "split", "article": ids["b2"]}).status_code == 303
    assert desk.stories.of(ids["b1"]) != desk.stories.of(ids["b2"])
    (ruling,) = re.findall(r'name="ruling" value="(\w+)"', visitor.get(address(desk, ids["b1"])).text)
    visitor.post(story, data={"deed": "undo", "ruling": ruling})
    assert desk.stories.of(ids["b1"]) == desk.stories.of(ids["b2"])


def test_a_merged_storys_address_leads_to_the_one_that_stays(visitor: Visitor, desk: Desk, ids: Ids) -> None:
    ferry, library = address(desk, ids["a1"]), address(desk, ids["b1"])
    visitor.post(library, data={"deed": "merge", "other": ferry.removeprefix("/stories/")})
    assert visitor.get(library).headers["location"] == ferry


def test_a_form_without_a_deed_is_told_so(visitor: Visitor, desk: Desk, ids: Ids) -> None:
    assert visitor.post(address(desk, ids["a1"]), data={"deed": "burn"}).status_code == 400


def test_the_story_as_json_has_its_own_names(visitor: Visitor, desk: Desk, ids: Ids) -> None:
    told = visitor.get("/api" + address(desk, ids["a1"])).json()
    assert told["line"]["reports"] == 3
    assert visitor.get("/api/stories").json()["total"] == 2


@pytest.mark.browser
def test_the_pages_are_accessible_and_fit_a_narrow_window(desk: Desk, ids: Ids) -> None:
    with running(create_app(desk)) as base, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        for path in ("/stories", address(desk, ids["a1"])):
            page.goto(base + path)
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
            assert Axe().run(page).violations_count == 0
        browser.close()
