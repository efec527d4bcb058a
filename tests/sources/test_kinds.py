"""Site maps, JSON feeds, pages: what is told from what, and what is taken from each."""

import gzip

import pytest

from reportedly.records import BadRequest, Channel, Item, Unread
from reportedly.sources import all_kinds, kind_called, kind_of
from reportedly.sources.web_pages import feeds_of

from .handed import ARTICLE, JSON_FEED, NEWS_SITE_MAP, SECTION, SITE_MAP_INDEX, given

HOME = "https://tide.example/"


def items(body: str | bytes, name: str = "https://tide.example/feed") -> list[Item]:
    """Return the items of a source."""
    handed = given(body, name=name)
    kind = kind_of(handed)
    assert kind is not None
    return [each for each in kind.unfold(handed) if isinstance(each, Item)]


def test_a_packed_site_map_is_told_and_read() -> None:
    packed = gzip.compress(NEWS_SITE_MAP.encode())
    kind = kind_of(given(packed))
    assert kind is not None
    assert kind.name == "site-map"
    assert [item.title for item in items(packed)] == ["Ferry", None]


def test_the_maps_of_an_index_are_lists_themselves() -> None:
    assert [item.is_listing for item in items(SITE_MAP_INDEX)] == [True]


def test_a_json_feed_is_read_with_its_hubs_and_relative_links() -> None:
    handed = given(JSON_FEED)
    kind = kind_of(handed)
    assert kind is not None
    channel = next(each for each in kind.unfold(handed) if isinstance(each, Channel))
    assert channel.hubs == ("https://hub.example/",)
    assert [item.address for item in items(JSON_FEED)] == ["https://tide.example/a", "https://tide.example/b"]


def test_a_json_feed_with_values_of_any_type_is_read_all_the_same() -> None:
    odd = '{"version":"https://jsonfeed.org/version/1","title":7,"items":[{"id":null,"url":["x"]},{"url":"/a"}]}'
    assert [item.address for item in items(odd)] == ["https://tide.example/a"]


def test_a_broken_json_feed_is_told() -> None:
    handed = given('{"version": "https://jsonfeed.org/version/1", "items": [')
    kind = kind_of(handed)
    assert kind is not None
    assert [type(each) for each in kind.unfold(handed)] == [Unread]


def test_a_section_page_gives_the_articles_it_links_to_and_no_sections() -> None:
    found = items(SECTION, HOME)
    assert len(found) == 9
    assert all("/2024/03/" in item.address for item in found)


def test_a_page_that_calls_itself_an_article_is_no_section() -> None:
    links = SECTION.replace("<head>", '<head><meta property="og:type" content="article">')
    kind = kind_of(given(links, name=HOME))
    assert kind is not None
    assert kind.name == "article"


def test_links_to_other_sites_are_not_followed() -> None:
    elsewhere = SECTION.replace('href="/2024', 'href="https://other.example/2024')
    kind = kind_of(given(elsewhere, name=HOME))
    assert kind is not None
    assert kind.name == "article"


def test_a_page_declares_its_feeds_those_of_comments_last() -> None:
    assert feeds_of(given(SECTION, name=HOME)) == (
        "https://tide.example/feed",
        "https://tide.example/comments/feed",
    )


def test_a_single_page_points_to_itself() -> None:
    (item,) = items(ARTICLE, "https://tide.example/a")
    assert (item.address, item.title) == ("https://tide.example/a", "Ferry stays")


@pytest.mark.parametrize("body", [b"%PDF-1.7", b"\x89PNG\r\n", b"words", b"{}", b""])
def test_what_is_no_source_is_told_as_none(body: bytes) -> None:
    assert kind_of(given(body)) is None


def test_a_kind_is_found_by_its_name() -> None:
    assert all(kind_called(kind.name) is kind for kind in all_kinds())
    with pytest.raises(BadRequest, match="There are"):
        kind_called("teletext")
