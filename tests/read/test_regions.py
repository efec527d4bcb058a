"""The parts of a page that boxes are put in by the names they bear."""

import pytest

from reportedly.read.document import Block, Document, Region
from reportedly.read.rendering import parse, render


def regions(html: str) -> list[int]:
    """Return the regions of every block."""
    document: Document = render(parse(html))
    blocks: list[Block] = document.blocks
    return [document.regions(block) for block in blocks]


@pytest.mark.parametrize(
    "name", ["article-body", "articleBody", "article_body", "Article-BODY", "x articlebody"]
)
def test_two_parts_of_one_name_count_as_one_word(name: str) -> None:
    assert regions(f'<div class="{name}">Words</div>') == [Region.BODY]


@pytest.mark.parametrize("name", ["article body", "article\nbody", "article-x-body"])
def test_parts_of_two_names_are_no_pair(name: str) -> None:
    assert regions(f'<div class="{name}">Words</div>') == [Region.NONE]


def test_the_names_of_one_box_say_nothing_of_the_next() -> None:
    html = (
        '<div class="x-article">One</div><div class="body-y">Two</div><div class="nav">Three</div><p>Four</p>'
    )
    assert regions(html) == [Region.NONE, Region.NONE, Region.NAVIGATION, Region.NONE]


def test_a_part_inside_a_longer_word_is_not_met() -> None:
    assert regions('<div class="canvas adsense-x navy">Words</div>') == [Region.NONE]


def test_the_classes_of_body_and_main_say_nothing() -> None:
    assert regions('<body class="has-sidebar"><main id="footer">Words</main></body>') == [Region.NONE]


def test_class_and_id_are_both_asked() -> None:
    assert regions('<div class="x" id="footer">One</div><div id="menu">Two</div>') == [
        Region.FOOTER,
        Region.NAVIGATION,
    ]
