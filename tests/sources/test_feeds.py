"""RSS, RDF and Atom: what a channel and its items say, and what is refused."""

import datetime
import time

import pytest

from reportedly.records import Channel, Item, Unread
from reportedly.sources import kind_of

from .handed import ATOM, RDF, RSS, given


def unfolded(body: str | bytes, headers: tuple[tuple[str, str], ...] = ()) -> list[object]:
    """Return all that a feed gives."""
    handed = given(body, headers=headers)
    kind = kind_of(handed)
    assert kind is not None
    return list(kind.unfold(handed))


def channel(body: str, headers: tuple[tuple[str, str], ...] = ()) -> Channel:
    """Return what a feed says of itself."""
    found = unfolded(body, headers)[0]
    assert isinstance(found, Channel)
    return found


def items(body: str | bytes) -> list[Item]:
    """Return the items of a feed."""
    return [each for each in unfolded(body) if isinstance(each, Item)]


def rss(item: str) -> str:
    """Return an RSS feed with this inside its one item."""
    return f"<rss><channel><item>{item}</item></channel></rss>"


def test_an_rss_channel_says_who_it_is_and_how_seldom_to_ask() -> None:
    assert channel(RSS) == Channel(
        title="Tide News",
        home="https://tide.example/",
        address="https://tide.example/feed",
        language="en-GB",
        hubs=("https://hub.example/",),
        every_seconds=900.0,
    )


def test_an_rss_item_has_its_address_its_plain_title_and_its_moment() -> None:
    first, second = items(RSS)
    assert first == Item(
        address="https://tide.example/a",
        title="Ferry & tram stop",
        published=datetime.datetime(2024, 3, 1, 8, 30, tzinfo=datetime.UTC),
        identifier="1",
    )
    assert second.address == "https://tide.example/b"


def test_an_update_period_is_how_seldom_an_rdf_feed_wants_to_be_asked() -> None:
    assert channel(RDF).every_seconds == 1800.0


def test_an_atom_entry_links_to_its_page_and_not_to_its_sound_or_its_source() -> None:
    (entry,) = items(ATOM)
    assert (entry.address, entry.title) == ("https://tide.example/a", "Ferry")
    assert entry.updated == datetime.datetime(2024, 3, 1, 10, tzinfo=datetime.UTC)


def test_hubs_are_found_in_the_http_head() -> None:
    head = (("Link", '<https://hub.example/>; rel="hub", <https://tide.example/feed>; rel=self'),)
    found = channel("<rss><channel><title>Tide</title></channel></rss>", head)
    assert (found.hubs, found.address) == (("https://hub.example/",), "https://tide.example/feed")


def test_a_permanent_guid_is_an_address() -> None:
    assert items(rss("<guid>https://tide.example/g</guid>"))[0].address == "https://tide.example/g"
    assert items(rss('<guid isPermaLink="false">https://tide.example/g</guid>')) == []


def test_the_address_behind_a_middleman_is_taken() -> None:
    item = "<link>https://middle.example/1</link><feedburner:origLink>https://tide.example/a</feedburner:origLink>"
    assert items(rss(item))[0].address == "https://tide.example/a"


def test_an_item_without_an_address_is_told() -> None:
    found = unfolded(rss("<title>Ferry</title>"))[1]
    assert isinstance(found, Unread)
    assert "Ferry" in found.words


@pytest.mark.parametrize("link", ["javascript:alert(1)", "mailto:desk@tide.example", "ftp://tide.example/"])
def test_only_web_addresses_are_items(link: str) -> None:
    assert items(rss(f"<link>{link}</link>")) == []


def test_line_ends_in_an_address_are_left_out() -> None:
    address = items(rss("<link>https://tide.example/a\r\nX-Evil: 1</link>"))[0].address
    assert address == "https://tide.example/aX-Evil:1"


def test_a_feed_that_is_not_well_formed_is_read_all_the_same() -> None:
    broken = RSS.replace("</channel>", "&nbsp;<b></channel>").replace("Bridge opens", "Bridge & tram")
    assert [item.title for item in items(broken)] == ["Ferry & tram stop", "Bridge & tram"]


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1251", "euc-jp", "utf-32"])
def test_a_feed_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    title = "Паром" if encoding != "euc-jp" else "渡し船"
    feed = f'<?xml version="1.0" encoding="{encoding}"?>' + rss(
        f"<title>{title}</title><link>https://tide.example/a</link>"
    )
    assert items(feed.encode(encoding))[0].title == title


def test_a_bomb_of_entities_is_refused() -> None:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{levels}]>' + rss("<title>&l9;</title>")
    (refusal,) = unfolded(bomb)
    assert isinstance(refusal, Unread)
    assert "entities" in refusal.words


def test_entities_of_a_file_are_never_opened() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + rss("<title>&x;</title>")
    assert isinstance(unfolded(bomb)[0], Unread)


@pytest.mark.parametrize("piece", ["<a>", "<!--", "<![CDATA[", "<a ", "</a>", "&", "<"])
def test_what_repeats_without_end_takes_linear_time(piece: str) -> None:
    began = time.process_time()
    unfolded("<rss><channel>" + piece * 200_000)
    assert time.process_time() - began < 3


def test_200_entries_take_at_most_10_ms_on_a_quiet_machine() -> None:
    entry = "<title>Ferry</title><link>https://tide.example/{0}</link><dc:date>2024-03-01</dc:date>"
    words = "<description><![CDATA[" + "<p>Words of the harbour.</p>" * 20 + "</description>"
    feed = "".join(f"<item>{entry.format(n)}{words}]]></item>" for n in range(200))
    handed = given(f"<rss><channel>{feed}</channel></rss>")
    kind = kind_of(handed)
    assert kind is not None
    took = []
    for _ in range(7):
        began = time.process_time()
        list(kind.unfold(handed))
        took.append(time.process_time() - began)
    assert min(took) < 0.02  # twice the bar: the machine is shared


@pytest.mark.parametrize("broken_at", [0, 1, 3, 5])
def test_what_stands_before_and_behind_a_break_is_read_once_and_in_order(broken_at: int) -> None:
    stories = [
        f"<item><title>Fähre {n}</title><link>https://tide.example/{n}</link></item>" for n in range(5)
    ]
    stories.insert(broken_at, "&nbsp;<b>")
    head = '<?xml version="1.0"?>\n<rss><channel><title>Tide</title>'
    found = unfolded(f"{head}{''.join(stories)}</channel></rss>".encode())
    assert [each.title for each in found if isinstance(each, Item)] == [f"Fähre {n}" for n in range(5)]
    assert [each.title for each in found if isinstance(each, Channel)] == ["Tide"]
    assert any(isinstance(each, Unread) for each in found)


def test_an_item_that_breaks_off_in_its_midst_is_read_as_far_as_it_makes_sense() -> None:
    body = "<rss><channel><item><link>https://tide.example/a</link></item><item><link>https://tide.example/b"
    assert [each.address for each in items(body)] == ["https://tide.example/a", "https://tide.example/b"]


@pytest.mark.parametrize(
    "body", ["<rss>" + "<a" * 300_000, "<rss><a " + "a" * 300_000 + ">", "<rss>" + "<a" * 300_000 + ">"]
)
def test_tags_without_end_are_passed_over_in_time(body: str) -> None:
    began = time.process_time()
    unfolded(body)
    assert time.process_time() - began < 2
