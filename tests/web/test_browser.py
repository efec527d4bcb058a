"""The page in a real Chromium: accessibility, narrow screens, the keyboard, and life without JavaScript."""

import shutil
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect, sync_playwright

from reportedly.web import create_app

from .fake_desk import FakeDesk
from .server import running

pytestmark = pytest.mark.browser

WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def paths(desk: FakeDesk) -> dict[str, str]:
    """Return every kind of page by a short name."""
    return {
        "list": "/",
        "article": "/articles/harbour",
        "persian article": "/articles/reservoir",
        "article with all that stands beside statements": "/articles/quay",
        "statement passed on": f"/statements/{desk.kept['quay'].statements[1].id}",
        "statement of a headline": f"/statements/{desk.kept['quay'].statements[0].id}",
        "statement": f"/statements/{desk.kept['harbour'].statements[2].id}",
        "persian statement": f"/statements/{desk.kept['reservoir'].statements[0].id}",
        "search": "/search?q=pier",
        "search by act": "/search?act=denies",
        "article search": "/search?q=pier&in=articles",
        "search with troubles": "/search?since=soon",
        "actors": "/actors",
        "actor": "/actors/a0a0a0a0a0a0a0a0",
        "add": "/read",
        "refused": "/refused",
        "missing": "/nowhere",
    }


NAMES = tuple(paths(FakeDesk()))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine: install it to run the browser tests")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--headless"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def desk() -> FakeDesk:
    desk = FakeDesk(extra_articles=60)
    desk.break_first_statement()
    return desk


@pytest.fixture(scope="module")
def address(desk: FakeDesk) -> Iterator[str]:
    with running(create_app(desk)) as address:
        yield address


def opened(browser: Browser, url: str, **options: Any) -> Page:
    page = browser.new_context(**options).new_page()
    page.goto(url)
    return page


@pytest.mark.parametrize("name", NAMES)
def test_no_page_breaks_an_accessibility_rule(
    browser: Browser, address: str, desk: FakeDesk, name: str
) -> None:
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = opened(
                browser,
                address + paths(desk)[name],
                viewport={"width": width, "height": 800},
                color_scheme=scheme,
            )
            results = Axe().run(page)
            page.context.close()
            assert results.violations_count == 0, f"{width} px, {scheme}: {results.generate_report()}"


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways_on_a_phone(
    browser: Browser, address: str, desk: FakeDesk, name: str
) -> None:
    page = opened(browser, address + paths(desk)[name], viewport={"width": 360, "height": 740})
    width = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert width == 360


def test_the_accessibility_check_itself_finds_faults(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<html><body><img src='x'><p style='color:#eee;background:#fff'>pale</p></body></html>")
    assert Axe().run(page).violations_count >= 2
    page.close()


def test_everything_reads_and_searches_without_javascript(browser: Browser, address: str) -> None:
    page = opened(browser, address, java_script_enabled=False)
    page.get_by_label("Search what was said").fill("tram")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="The pier moves").click()
    expect(page.get_by_role("heading", name="Ilse Brandvik")).to_be_visible()
    page.get_by_role("link", name="Harbour of Lindholm").click()
    page.get_by_role("link", name="Statement 3, to the list").click()
    assert page.url.endswith("/articles/harbour#statement-3")
    page.context.close()


def test_a_text_is_added_without_javascript(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/read", java_script_enabled=False)
    page.get_by_label("Text", exact=True).fill("Ferry to Askholm delayed\nIt waits for the ice to break.")
    page.get_by_role("button", name="Read and keep").click()
    expect(page.get_by_role("heading", name="Ferry to Askholm delayed")).to_be_visible()
    page.context.close()


def test_results_follow_what_is_typed_and_keep_the_focus(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/search")
    messages: list[str] = []
    page.on("console", lambda message: messages.append(message.text))
    page.get_by_label("Words").press_sequentially("tram")
    page.get_by_role("status").filter(has_text="1 statement").wait_for()
    assert page.locator("#results .hit").all_text_contents() == ["tram"]
    assert page.evaluate("document.activeElement.id") == "q"
    assert "q=tram" in page.url
    assert messages == []
    page.context.close()


def test_the_next_page_of_results_comes_without_leaving(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/search?in=articles")
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Next").click()
    page.get_by_text("51–").wait_for()
    assert page.evaluate("window.stillHere")
    assert "page=2" in page.url
    page.context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_tab_key_reaches_the_main_links_with_visible_focus(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    page = opened(browser, address, color_scheme=scheme)
    reached = []
    for _ in range(18):
        page.keyboard.press("Tab")
        name, outline = page.evaluate(
            "[(document.activeElement.innerText || document.activeElement.name || '').trim(),"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        assert outline == "solid", name
        reached.append(name)
    assert reached[:4] == ["Skip to the content", "Reportedly", "Articles", "Stories"]
    assert {"Search", "Actors", "Add", "Refused"} < set(reached)
    assert "q" in reached
    assert "Harbour of Lindholm to close for a year" in reached
    page.context.close()


def test_the_text_copied_from_an_article_has_no_note_numbers(browser: Browser, address: str) -> None:
    page = opened(browser, address + "/articles/harbour")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.body'))")
    copied = page.evaluate("getSelection().toString()")
    assert "“The pier moves when a tram goes by.”" in copied
    page.context.close()
