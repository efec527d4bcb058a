"""Shapes of outlets: what a file may hold, what it reads, which shape holds when, and drafts of new ones."""

import datetime
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from machine import slowness
from reportedly.read import read_page
from reportedly.read.decoding import decode
from reportedly.read.markup import read_markup
from reportedly.read.rendering import parse, render
from reportedly.read.shape_drafting import FIELDS, draft_outlet, same_field
from reportedly.read.shape_files import parse_outlet
from reportedly.read.shape_folders import (
    known_outlets,
    read_outlet,
    read_outlets,
    shipped_folder,
)
from reportedly.read.shape_places import Layout
from reportedly.read.shape_reading import read_shaped
from reportedly.read.shape_selectors import selectors
from reportedly.read.shape_writing import write_outlet
from reportedly.read.shapes import (
    NO_OUTLETS,
    TIME_FIELDS,
    WORD_FIELDS,
    Outlet,
    Outlets,
    Shape,
    host_of,
)
from reportedly.records import Article, Page, Refusal
from reportedly.samples import SamplePage, sample_pages
from samples.expected_readings import Expected, expected

NOW = datetime.datetime(2025, 3, 20, 12, tzinfo=datetime.UTC)
SHIPPED = sorted((p for p in shipped_folder().iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
ARTICLES = [s for s in sample_pages() if not s.is_pasted and expected(s).is_article]
# What the expected readings leave unsaid of fields that shipped shapes declare.
SECTIONS = {"ledger-ferry-pact": "Islands"}
CAPTIONS = {
    "kna-grain-ships": 1,
    "kna-dam-first": 1,
    "kna-dam-second": 1,
}
HEAD = 'outlet = "The Sand Gazette"\nhosts = ["sand.example"]\n'
ONE = HEAD + "[[shape]]\n"
LONG = "The harbour stays open through the winter, the keeper of the lamps told the council. " * 3
HTML = f"""<html lang="en"><head><title>Lamps stay lit</title>
<meta name="day" content="2024-02-01T10:00"></head>
<body><div class="top">Sand Gazette</div>
<div class="story"><h2 class="kick">Harbour <b>Live</b></h2>
<h1 class="t"><span class="tag">Report</span> Lamps stay lit in the harbour</h1>
<p class="sum">A short summary.</p>
<p class="by">By Tamsin Rook and Odo Farr | lamps desk</p>
<p>SAND BAY (GHA) – {LONG}</p>
<div class="ad"><p>Buy lamps from the lamp shop, the best in the bay.</p></div>
<p>{LONG}/GHA</p></div></body></html>"""


def named(item: Any) -> str:
    """Return a sample's or a file's name, for the tests' names."""
    return str(item.name)


def laid_out(page: Page) -> Layout:
    """Return a page's elements with their places."""
    text = decode(page)
    assert isinstance(text, str)
    tree = parse(text)
    return Layout(tree, render(tree), read_markup(tree))


def read(html: str, *, with_shape: str, fetched_at: datetime.datetime = NOW) -> Article | Refusal:
    """Return a page read as `read_page` reads it once it asks for shapes."""
    page = Page(body=html.encode(), url="https://sand.example/1", fetched_at=fetched_at)
    layout, general = laid_out(page), read_page(page, NO_OUTLETS)
    outlet = parse_outlet(HEAD + with_shape, "sand.toml")
    shape = Outlets(by_host=dict.fromkeys(outlet.hosts, outlet)).shape_of(page, layout.markup.canonical)
    return general if shape is None else read_shaped(page, shape, layout, general)


def article(with_shape: str, html: str = HTML) -> Article:
    """Return the article that a shape reads."""
    found = read(html, with_shape="[[shape]]\n" + with_shape)
    assert isinstance(found, Article)
    return found


def words(read_article: Article) -> list[str]:
    """Return the paragraphs of an article."""
    return [span.of(read_article.text) for span in read_article.body]


# The contract of every shipped shape


def pages_of(outlet: Outlet) -> Iterator[tuple[Shape, SamplePage, Article, Expected]]:
    """Yield the saved pages of an outlet with the shape that held and its reading."""
    for sample in ARTICLES:
        if host_of(sample.url) not in outlet.hosts:
            continue
        wanted = expected(sample)
        day = datetime.datetime.fromisoformat((wanted.published or "")[:10]).replace(tzinfo=datetime.UTC)
        page = Page(body=sample.body, url=sample.url, fetched_at=day)
        layout = laid_out(page)
        shape = Outlets(by_host=dict.fromkeys(outlet.hosts, outlet)).shape_of(page, layout.markup.canonical)
        assert shape is not None
        found = read_shaped(page, shape, layout, read_page(page, NO_OUTLETS))
        assert isinstance(found, Article)
        yield shape, sample, found, wanted


def values(found: Article, field: str) -> Any:
    """Return a field of an article as the expected readings write it."""
    value = getattr(found, field)
    if isinstance(value, tuple):
        return tuple(one.value for one in value)
    return None if value is None else value.value.isoformat() if field in TIME_FIELDS else value.value


@pytest.mark.parametrize("file", SHIPPED, ids=named)
def test_every_shipped_shape_reads_all_its_fields_from_saved_pages(file: Path) -> None:
    outlet = read_outlet(file)
    seen = set()
    for shape, sample, found, wanted in pages_of(outlet):
        seen.add(shape.since)
        for field in shape.choosers:
            if field == "body":
                body = "\n".join(words(found))
                assert body.startswith(wanted.body_begins or "")
                assert body.endswith(wanted.body_ends or "")
                assert [line for line in wanted.not_content if line in body] == []
            elif field == "captions":
                assert len(found.captions) == CAPTIONS[sample.name]
            elif field == "section":
                assert values(found, field) == SECTIONS[sample.name]
            else:
                assert values(found, field) == getattr(wanted, field), (sample.name, field)
        assert [r for r in found.refusals if r.reason == "shape-missed"] == []
    assert seen == {shape.since for shape in outlet.shapes}, "a shape without a saved page"


@pytest.mark.parametrize("file", SHIPPED, ids=named)
def test_what_a_shipped_shape_reads_stands_where_it_says(file: Path) -> None:
    for shape, _, found, _ in pages_of(read_outlet(file)):
        for field in set(WORD_FIELDS) & set(shape.choosers):
            value = getattr(found, field)
            for one in value if isinstance(value, tuple) else [value] if value else []:
                assert one.span or one.markup
                assert one.span is None or one.span.of(found.text) == one.value
                assert one.markup == f"shape:{shape.file}#{field}"


def test_every_shipped_file_is_taken() -> None:
    found = read_outlets([shipped_folder()])
    assert found.problems == ()
    assert {outlet.file for outlet in found.by_host.values()} == {file.name for file in SHIPPED}


# What a chooser does


def test_an_elements_words_are_a_field_with_its_place() -> None:
    found = article('headline = { css = ".t", without = ".tag" }')
    assert found.headline is not None
    assert found.headline.value == "Lamps stay lit in the harbour"
    assert found.headline.span is not None
    assert found.headline.span.of(found.text) == found.headline.value
    assert found.headline.markup == "shape:sand.toml#headline"


def test_a_pattern_takes_its_group_and_split_parts_the_names() -> None:
    found = article(r"""authors = { css = ".by", pattern = '^By (.+?)\s*\|', split = ' and ' }""")
    assert [a.value for a in found.authors] == ["Tamsin Rook", "Odo Farr"]
    assert [a.span.of(found.text) for a in found.authors if a.span] == ["Tamsin Rook", "Odo Farr"]


def test_an_attribute_is_known_by_its_markup_alone() -> None:
    found = article("""section = { css = 'meta[name="day"]', attribute = "content", pattern = '^(\\d+)' }""")
    assert found.section is not None
    assert (found.section.value, found.section.span) == ("2024", None)


def test_body_less_what_is_left_out_and_what_other_fields_take() -> None:
    found = article(
        'body = { css = ".story p", without = ".ad" }\nlead = { css = ".sum" }\nauthors = { css = ".by" }'
    )
    assert len(words(found)) == 2
    assert found.lead is not None
    assert found.lead.value == "A short summary."


def test_a_pattern_without_an_element_leaves_its_paragraph() -> None:
    found = article("""body = { css = ".story > p:not([class])" }
dateline = { pattern = '^([A-Z ]+ \\(GHA\\)) –' }\ncredits = { pattern = '/(\\w+)$' }""")
    assert found.dateline is not None
    assert found.dateline.value == "SAND BAY (GHA)"
    assert [credit.value for credit in found.credits] == ["GHA"]
    assert [line.startswith("The harbour") and line.endswith(".") for line in words(found)] == [True, True]


def test_a_fixed_value_and_a_field_the_outlet_never_shows() -> None:
    found = article('outlet = { value = "Sand Gazette, late edition" }\nauthors = false')
    assert found.outlet is not None
    assert found.outlet.value == "Sand Gazette, late edition"
    assert found.authors == ()


def test_the_files_name_stands_where_the_page_names_no_outlet() -> None:
    found = article('headline = { css = ".t" }')
    assert found.outlet is not None
    assert (found.outlet.value, found.outlet.markup) == ("The Sand Gazette", "shape:sand.toml#outlet")


@pytest.mark.parametrize(
    ("zone", "day", "says"),
    [
        ("+02:00", "2024-02-01T10:00", "2024-02-01T10:00:00+02:00"),
        ("Europe/Berlin", "2024-02-01T10:00", "2024-02-01T10:00:00+01:00"),
        ("Europe/Berlin", "2024-07-01T10:00", "2024-07-01T10:00:00+02:00"),
        ("+02:00", "2024-02-01T10:00Z", "2024-02-01T10:00:00+00:00"),
        ("+02:00", "2024-02-01", "2024-02-01"),
    ],
)
def test_the_zone_is_added_where_a_time_has_none(zone: str, day: str, says: str) -> None:
    shape = f"""timezone = "{zone}"\npublished = {{ css = 'meta[name="day"]', attribute = "content" }}"""
    found = article(shape, HTML.replace("2024-02-01T10:00", day))
    assert found.published is not None
    assert found.published.value.isoformat() == says


def test_a_printed_day_is_shown_beside_the_time_of_its_attribute() -> None:
    clock = '<p><time class="w" datetime="2024-02-01T10:00:00+02:00">Thursday 1 February 2024</time></p>'
    found = article('published = { css = ".w", attribute = "datetime" }', HTML.replace("<h2", clock + "<h2"))
    assert found.published is not None
    assert found.published.value.isoformat() == "2024-02-01T10:00:00+02:00"
    assert found.published.span is not None
    assert "1 February 2024" in found.published.span.of(found.text)


def test_a_shape_that_finds_nothing_says_so_and_the_general_reading_stands() -> None:
    page = Page(body=HTML.encode(), url="https://sand.example/1", fetched_at=NOW)
    general = read_page(page, NO_OUTLETS)
    found = article('body = { css = ".gone" }\nheadline = { css = ".gone" }\nsection = { css = ".gone" }')
    assert isinstance(general, Article)
    assert (found.body, found.headline, found.section) == (general.body, general.headline, None)
    assert [r.reason for r in found.refusals] == ["shape-missed", "shape-missed"]


def test_a_page_too_short_for_the_general_reader_is_read_by_its_shape() -> None:
    html = '<html><body><h1>Lamps</h1><div class="n">The lamps are lit.</div></body></html>'
    shape = '[[shape]]\nheadline = { css = "h1" }\nbody = { css = ".n" }'
    assert isinstance(read_page(Page(body=html.encode(), fetched_at=NOW), NO_OUTLETS), Refusal)
    found = read(html, with_shape=shape)
    assert isinstance(found, Article)
    assert (words(found), found.headline and found.headline.value) == (["The lamps are lit."], "Lamps")


# Which shape holds


def test_a_redesign_is_an_addition() -> None:
    shapes = (
        '[[shape]]\nfrom = 2024-02-01\nsection = { value = "new" }\n[[shape]]\nsection = { value = "old" }\n'
    )
    for day, section in ((datetime.date(2024, 1, 31), "old"), (datetime.date(2024, 2, 1), "new")):
        then = datetime.datetime.combine(day, datetime.time(9), datetime.UTC)
        found = read(HTML, with_shape=shapes, fetched_at=then)
        assert isinstance(found, Article)
        assert found.section is not None
        assert found.section.value == section


def test_before_its_first_shape_an_outlet_has_none() -> None:
    outlet = parse_outlet(ONE + 'from = 2024-02-01\nsection = { value = "x" }', "a.toml")
    assert outlet.shape_on(datetime.date(2024, 1, 31)) is None


@pytest.mark.parametrize(
    ("url", "canonical", "is_found"),
    [
        ("https://sand.example/a", None, True),
        ("http://SAND.example:8080?x=1", None, True),
        ("https://user@sand.example/", None, True),
        ("https://other.example/sand.example", None, False),
        ("https://other.example/", "https://sand.example/", False),
        ("file:///saved/a.html", "https://sand.example/a", True),
        (None, "https://sand.example/a", True),
        (None, None, False),
    ],
)
def test_the_host_decides(url: str | None, canonical: str | None, is_found: bool) -> None:  # noqa: FBT001
    outlet = parse_outlet(ONE + 'section = { value = "x" }', "a.toml")
    known = Outlets(by_host={"sand.example": outlet})
    assert (known.shape_of(Page(body=b"", url=url, fetched_at=NOW), canonical) is not None) is is_found


def test_a_host_without_a_shape_costs_microseconds() -> None:
    known, page = known_outlets(), Page(body=b"", url="https://www.elsewhere.example/a/b", fetched_at=NOW)
    best = min(_seconds(known, page) for _ in range(5))
    assert best < 5e-6 * slowness()


def _seconds(known: Outlets, page: Page) -> float:
    start = time.perf_counter()
    for _ in range(1000):
        known.shape_of(page, None)
    return (time.perf_counter() - start) / 1000


# Places and drafts


@pytest.mark.parametrize("sample", ARTICLES, ids=named)
def test_every_element_stands_where_its_words_stand(sample: SamplePage) -> None:
    layout = laid_out(Page(body=sample.body, url=sample.url, fetched_at=NOW))
    assert layout.shown
    for node, span in layout.shown:
        if not node.css("script, style, noscript, q, svg, option, select, textarea"):
            shown = "".join(span.of(layout.document.text).split())
            assert shown == "".join(node.text().split())


@pytest.mark.parametrize("sample", ARTICLES, ids=named)
def test_a_draft_reads_back_what_the_general_reader_read(sample: SamplePage) -> None:
    page = Page(body=sample.body, url=sample.url, fetched_at=NOW)
    layout, general = laid_out(page), read_page(page, NO_OUTLETS)
    assert isinstance(general, Article)
    draft = draft_outlet(page, layout, general, host_of(sample.url), "draft.toml")
    outlet = parse_outlet(write_outlet(draft.outlet), "draft.toml")
    found = read_shaped(page, outlet.shapes[0], layout, general)
    assert isinstance(found, Article)
    assert [field for field in FIELDS if not same_field(field, found, general)] == []
    assert {"headline", "body", "published"} <= set(outlet.shapes[0].choosers)
    wanted = {field for field in FIELDS if getattr(general, field)}
    assert wanted == set(outlet.shapes[0].choosers) | set(draft.left)


def test_a_page_that_names_no_outlet_is_drafted_under_its_host() -> None:
    page = Page(body=HTML.encode(), url="https://sand.example/1", fetched_at=NOW)
    layout, general = laid_out(page), read_page(page, NO_OUTLETS)
    assert isinstance(general, Article)
    nameless = msgspec.structs.replace(general, outlet=None)
    draft = draft_outlet(page, layout, nameless, "www.sand.example", "a.toml")
    assert draft.outlet.name == "www.sand.example"
    assert draft.outlet.hosts == ("sand.example", "www.sand.example")
    assert "headline" in draft.outlet.shapes[0].choosers


def test_a_draft_prefers_lasting_names() -> None:
    tree = parse(
        '<body><div class="hKxQzB sc-1kq8pv-0 title-line" id="post-88214">Lamps stay lit</div></body>'
    )
    found = selectors(tree.css("div")[0])
    assert found[0] == ".title-line"
    assert not any("88214" in selector for selector in found)
    assert found.index(".title-line") < found.index(".hKxQzB")
