"""The pages about copies, over a real record: who carried it, the ledger, two articles side by side."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import sync_playwright

from copies.made_reports import ORCHARD, WALL, lines
from desk.made_pages import CHANGED, COPY, EVENING, ORIGIN, page
from reportedly.desk import Desk
from reportedly.web import create_app

from .server import running
from .visitor import Visitor

Ids = dict[str, str]
CUT = page(lines(WALL, 0, 2) + "\n" + lines(WALL, 4, 12), "Moor Gazette", hours=4)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", clock=lambda: EVENING) as opened:
        yield opened


@pytest.fixture
def ids(desk: Desk) -> Ids:
    """Return the articles of a family by what they are, and one that stands alone."""
    alone = page(ORCHARD, "Fjord Echo", headline="Few pears this year")
    bodies = {"origin": ORIGIN, "copy": COPY, "changed": CHANGED, "cut": CUT, "alone": alone}
    return {
        name: desk.read_bytes(body, url=f"https://{name}.example/pier").article_id or ""
        for name, body in bodies.items()
    }


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    return Visitor(create_app(desk))


def test_an_articles_page_says_whose_it_is_and_how_many_carried_it(visitor: Visitor, ids: Ids) -> None:
    shown = visitor.get(f"/articles/{ids['changed']}").text
    assert "Tidewater Post’s, word for word but for the third paragraph." in shown
    assert "Carried by 4 outlets, 1 origin." in shown
    assert f"/articles/{ids['changed']}/beside/{ids['origin']}" in shown


def test_an_article_that_stands_alone_says_nothing_of_copies(visitor: Visitor, ids: Ids) -> None:
    assert 'class="whose"' not in visitor.get(f"/articles/{ids['alone']}").text


def test_the_ledger_names_the_words_that_were_changed(visitor: Visitor, ids: Ids) -> None:
    shown = visitor.get(f"/articles/{ids['origin']}/copies").text
    assert "<del>tram</del>" in shown
    assert "<ins>bus</ins>" in shown
    assert "Moor Gazette" in shown


def test_two_articles_stand_side_by_side_with_changed_words_marked(visitor: Visitor, ids: Ids) -> None:
    shown = visitor.get(f"/articles/{ids['changed']}/beside/{ids['origin']}").text
    assert '<mark class="reworded">bus</mark>' in shown
    assert '<mark class="reworded">tram</mark>' in shown


def test_paragraphs_that_were_cut_stand_where_they_stood(visitor: Visitor, ids: Ids) -> None:
    shown = visitor.get(f"/articles/{ids['cut']}/beside/{ids['origin']}").text
    cut = shown.index("<del>Fishermen gathered")
    assert shown.index("The work begins in May") < cut < shown.index("Oskar Renn")


def test_in_the_list_copies_stand_under_their_origin_with_a_count(visitor: Visitor, ids: Ids) -> None:
    shown = visitor.get("/").text
    assert "carried by 3 other outlets" in shown
    assert shown.count('class="item split"') == 2


def test_the_same_is_there_as_json(visitor: Visitor, ids: Ids) -> None:
    told = visitor.get(f"/api/articles/{ids['origin']}/copies").json()
    assert [line["carrier"]["depth"] for line in told["copies"]["lines"]] == [0, 1, 1, 1]
    beside = visitor.get(f"/api/articles/{ids['changed']}/beside/{ids['origin']}").json()
    assert {each["handling"] for each in beside["passages"]} == {"kept", "reworded"}


def test_an_unknown_article_has_no_copies(visitor: Visitor, ids: Ids) -> None:
    for path in ("/articles/0123456789abcdef/copies", f"/articles/{ids['copy']}/beside/0123456789abcdef"):
        assert visitor.get(path).status_code == 404


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_the_pages_are_accessible_and_no_wider_than_the_window(desk: Desk, ids: Ids, width: int) -> None:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine: install it to run the browser tests")
    paths = [
        "/",
        f"/articles/{ids['changed']}",
        f"/articles/{ids['origin']}/copies",
        f"/articles/{ids['cut']}/beside/{ids['origin']}",
    ]
    with running(create_app(desk)) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--headless"])
        shown = browser.new_page(viewport={"width": width, "height": 900})
        for path in paths:
            shown.goto(base + path)
            assert Axe().run(shown).response["violations"] == [], path
            assert shown.evaluate("document.documentElement.scrollWidth") <= width, path
        browser.close()
