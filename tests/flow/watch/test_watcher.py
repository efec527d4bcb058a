"""The watcher over servers on the loopback, its clock moved by the test."""

import asyncio
import datetime
import itertools
import random
import sqlite3
from pathlib import Path

import pytest

from press.loopback import Answer, Request
from reportedly.flow.watch import WatchSettings
from reportedly.records import Declared, StoreFull
from reportedly.store import Round

from .small_world import BEGIN, HTML, SmallWorld, feed, page, run

ONE = {"tide.example/feed": feed("/a"), "tide.example/a": page("One")}
MINUTE = datetime.timedelta(minutes=1)


def test_the_pages_of_a_feed_are_kept_as_they_came(tmp_path: Path) -> None:
    world = run(
        SmallWorld(tmp_path, {**ONE, "tide.example/feed": feed("/a", "/b"), "tide.example/b": page("Two")}),
        "tide.example/feed",
    )
    found = world.pages_of()
    assert [each.state for each in found] == ["kept", "kept"]
    assert b"One" in world.store.page(found[0].page_id or "").body
    assert world.store.counts().pages == 2


def test_a_page_listed_under_many_addresses_is_one_page(tmp_path: Path) -> None:
    links = ("/a?utm_source=x", "/a#b", "/amp/a", "/moved", "/other", "/a", "http://tide.example:9/a")
    canonical = page("One", '<link rel="canonical" href="http://tide.example:9/a">')

    def moved(request: Request) -> Answer:
        return Answer(301, b"", (("Location", f"http://{request.headers['host']}/a"), *HTML))

    world = SmallWorld(tmp_path, {"tide.example/feed": feed(*links), "tide.example/moved": moved})
    for path in ("a", "a?utm_source=x", "amp/a"):
        world.pages[f"tide.example/{path}"] = canonical
    world.pages["tide.example/other"] = lambda request: page(
        "One", f'<link rel="canonical" href="http://{request.headers["host"]}/a">'
    )
    run(world, "tide.example/feed")
    kept = [each for each in world.pages_of() if each.state == "kept"]
    assert len(kept) == 1
    assert world.store.counts().pages == 1


def test_an_edited_page_is_a_new_version_and_dead_code_around_it_is_none(tmp_path: Path) -> None:
    answers = iter(
        [page("One"), page("One", "<script>new</script>"), page("One, mended"), *[page("One, mended")] * 9]
    )
    world = SmallWorld(
        tmp_path, {"tide.example/feed": feed("/a"), "tide.example/a": lambda _request: next(answers)}
    )
    run(world, "tide.example/feed", hours=60)
    versions = world.store.versions(world.pages_of()[0].page_id or "")
    assert len(versions) == 2
    assert [b"mended" in world.store.page(each.id).body for each in versions] == [False, True]


def test_a_page_that_goes_and_comes_back_is_told_as_both(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed("/a")})
    world.pages["tide.example/a"] = lambda _request: (
        Answer(410) if BEGIN + 30 * MINUTE < world.clock.now() < BEGIN + 200 * MINUTE else page("One")
    )
    run(world, "tide.example/feed", hours=10)
    (removal,) = world.store.removals.of(world.pages_of()[0].address)
    assert (removal.status, removal.page_id) == (410, world.pages_of()[0].page_id)
    assert removal.returned_at is not None


def test_robots_txt_is_kept(tmp_path: Path) -> None:
    rules = Answer(200, b"User-agent: *\nDisallow: /b\nCrawl-delay: 7\n", (("Content-Type", "text/plain"),))
    pages = {"tide.example/robots.txt": rules, "tide.example/feed": feed("/a", "/b", "/c")}
    world = SmallWorld(tmp_path, {**pages, "tide.example/a": page("One"), "tide.example/c": page("Two")})
    run(world, "tide.example/feed", hours=30)
    assert [each.state for each in world.pages_of()] == ["kept", "lost", "kept"]
    assert world.asked("/b") == []
    assert "robots.txt" in (world.pages_of()[1].words or "")
    moments = [line.came_at for line in world.servers.log]
    assert min(after - before for before, after in itertools.pairwise(moments)).seconds >= 7


def test_a_host_without_rules_to_be_had_is_left_alone(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/robots.txt": Answer(503), "tide.example/feed": feed("/a")})
    run(world, "tide.example/feed", hours=3)
    assert world.asked("/feed") == []
    assert world.store.sources.called("tide").watch.failures > 2


def test_a_source_is_asked_with_what_it_said_last(tmp_path: Path) -> None:
    def answer(request: Request) -> Answer:
        if request.headers.get("if-none-match") == '"7"':
            return Answer(304)
        return Answer(200, feed("/a").body, (("ETag", '"7"'), ("Content-Type", "application/rss+xml")))

    world = run(SmallWorld(tmp_path, {"tide.example/feed": answer}), "tide.example/feed", hours=30)
    statuses = [line.status for line in world.servers.log if line.path == "/feed"]
    assert statuses[:2] == [200, 304]
    assert statuses.count(200) == 2, "it is asked for whole once a day"


def test_a_redirect_to_another_host_waits_its_turn_there(tmp_path: Path) -> None:
    def moved(request: Request) -> Answer:
        port = request.headers["host"].partition(":")[2]
        return Answer(301, b"", (("Location", f"http://new.example:{port}/feed"),))

    world = SmallWorld(tmp_path, {"tide.example/feed": moved, "new.example/feed": feed("/a")})
    run(world, "tide.example/feed")
    hosts = [(line.host, line.path) for line in world.servers.log][:4]
    assert hosts == [
        ("tide.example", "/robots.txt"), ("tide.example", "/feed"),
        ("new.example", "/robots.txt"), ("new.example", "/feed"),
    ]  # fmt: skip
    assert "new.example" in (world.store.sources.called("tide").watch.moved_to or "")


def test_redirects_in_a_circle_are_trouble_in_words(tmp_path: Path) -> None:
    circle = Answer(302, b"", (("Location", "/feed"),))
    world = run(SmallWorld(tmp_path, {"tide.example/feed": circle}), "tide.example/feed")
    assert "redirects" in (world.store.sources.called("tide").watch.trouble or "")


def test_a_redirect_into_a_private_network_is_refused(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": Answer(302, b"", (("Location", "http://10.0.0.1/"),))})
    run(world, "tide.example/feed")
    assert "private network" in (world.store.sources.called("tide").watch.trouble or "")


def test_a_paused_source_is_not_asked(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed()})

    def pause() -> None:
        world.store.sources.pause("tide", now=world.clock.now())

    world.clock.at(BEGIN + 60 * MINUTE, pause)
    run(world, "tide.example/feed", hours=40)
    assert max(world.asked("/feed")) <= BEGIN + 61 * MINUTE


def test_a_site_map_index_is_followed_to_its_newest_maps(tmp_path: Path) -> None:
    entries = "".join(
        f"<sitemap><loc>http://tide.example/m{n}</loc><lastmod>2024-02-{n + 10}</lastmod></sitemap>"
        for n in range(9)
    )
    world = SmallWorld(tmp_path, {})

    def index(request: Request) -> Answer:
        body = f"<sitemapindex>{entries}</sitemapindex>".replace("tide.example", request.headers["host"])
        return Answer(200, body.encode(), (("Content-Type", "application/xml"),))

    news = "<urlset><url><loc>/new</loc><lastmod>2024-03-04</lastmod></url>"
    old = "<url><loc>/old</loc><lastmod>2023-01-01</lastmod></url></urlset>"
    world.pages = {"tide.example/index": index, "tide.example/m8": Answer(200, (news + old).encode()),
                   "tide.example/new": page("One"), "tide.example/old": page("Old")}  # fmt: skip
    run(world, "tide.example/index")
    assert [line.path for line in world.servers.log if line.path.startswith("/m")] == [
        "/m8", "/m7", "/m6", "/m5", "/m4"
    ]  # fmt: skip
    assert [each.address.rpartition("/")[2] for each in world.pages_of()] == ["new"]


def test_nothing_is_lost_while_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed("/a", "/b")})
    world.pages |= {"tide.example/a": page("One"), "tide.example/b": page("Two")}
    kept = Round.keep

    def full(*given: object, **more: object) -> str:
        if world.clock.now() < BEGIN + 20 * MINUTE:
            raise StoreFull("There is no room left.", next_step="Free some.")
        return kept(*given, **more)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(Round, "keep", full)
    run(world, "tide.example/feed")
    assert [each.state for each in world.pages_of()] == ["kept", "kept"]
    assert len(world.asked("/a")) == 1 + sum(m > BEGIN + 21 * MINUTE for m in world.asked("/a"))


def test_an_answer_that_cannot_be_made_sense_of_keeps_no_other_from_the_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed("/a", "/b")})
    world.pages |= {"tide.example/a": page("One"), "tide.example/b": page("Two")}
    kept = Round.keep

    def broken(self: Round, *given: object, **more: object) -> str:
        if b"One" in given[0].body:  # type: ignore[attr-defined]  # a Page
            raise ZeroDivisionError
        return kept(self, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Round, "keep", broken)
    run(world, "tide.example/feed", hours=1)
    assert [each.state for each in world.pages_of()] == ["waiting", "kept"]
    assert 2 < len(world.asked("/a")) < 8, "it is asked for again, less often each time"


def test_a_source_whose_answer_once_could_not_be_written_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved, troubles = Round.save_source, iter([True])

    def broken(self: Round, *given: object) -> None:
        if next(troubles, False):
            raise ZeroDivisionError
        saved(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Round, "save_source", broken)
    world = run(SmallWorld(tmp_path, dict(ONE)), "tide.example/feed")
    assert [each.state for each in world.pages_of()] == ["kept"]


def test_a_list_that_came_garbled_is_asked_for_again_before_its_items_roll_off(tmp_path: Path) -> None:
    sound = feed(*(f"/{n}" for n in range(5)))
    garbled = sound._replace(body=sound.body.replace(b"/3</link>", b"/3</li\xf4k>"))
    lists = iter([garbled])
    pages = {f"tide.example/{n}": page(f"Story {n}") for n in range(5)}
    world = SmallWorld(tmp_path, {**pages, "tide.example/feed": lambda _request: next(lists, sound)})
    run(world, "tide.example/feed", hours=0.2)
    assert sorted(each.state for each in world.pages_of() if each.state == "kept") == ["kept"] * 5


def test_every_page_is_in_the_record_once_whatever_the_network_does(tmp_path: Path) -> None:
    faults = ("drop", "reset", "truncate", "delay", "endless")

    def fault(_request: Request, chance: random.Random) -> str | None:
        return chance.choice(faults) if chance.random() < 0.2 else None

    links = [f"/{n}" for n in range(30)]
    world = SmallWorld(tmp_path, {"tide.example/feed": feed(*links)}, fault=fault)
    for link in links:
        world.pages[f"tide.example{link}"] = page(f"Story {link}")
    run(world, "tide.example/feed", hours=1)
    assert [each.state for each in world.pages_of()] == ["kept"] * 30
    assert world.store.counts().pages == 30


def test_a_declared_quiet_time_is_kept(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {"tide.example/feed": feed()})

    async def watched() -> None:
        async with world.servers:
            address = world.servers.address("tide.example", "/feed")
            declared = Declared(name="tide", address=address, every_seconds=600, quiet=("09:00-17:00",))
            world.add("tide.example/feed", declared=declared)
            await world.watch(12)

    asyncio.run(watched())
    assert not [moment for moment in world.asked("/feed") if 9 <= moment.hour < 17]
    assert [moment for moment in world.asked("/feed") if moment.hour >= 17]


def test_the_figures_count_what_was_done(tmp_path: Path) -> None:
    world = run(
        SmallWorld(tmp_path, {"tide.example/feed": feed("/a"), "tide.example/a": page("One")}),
        "tide.example/feed",
    )
    assert world.watcher is not None
    metrics = world.watcher.tally.metrics()
    assert "reportedly_pages_kept_total 1\n" in metrics
    assert f"reportedly_requests_total {len(world.servers.log)}\n" in metrics


def test_who_asks_says_who_it_is(tmp_path: Path) -> None:
    world = run(SmallWorld(tmp_path, {}), "tide.example/feed")
    assert {line.agent for line in world.servers.log} == {
        "Reportedly/0.1 (news desk's reader; desk@tide.example)"
    }


def test_more_hosts_than_visits_are_still_all_visited(tmp_path: Path) -> None:
    world = SmallWorld(tmp_path, {f"h{n}.example/feed": feed() for n in range(12)})
    world.settings = WatchSettings(most_visits=2)
    run(world, *(f"h{n}.example/feed" for n in range(12)), hours=0.1)
    assert all(source.watch.answered_at for source in world.store.sources.all())


def test_the_record_holds_together_afterwards(tmp_path: Path) -> None:
    run(
        SmallWorld(tmp_path, {"tide.example/feed": feed("/a"), "tide.example/a": page("One")}),
        "tide.example/feed",
    )
    with sqlite3.connect(tmp_path / "desk.db") as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


def test_a_watch_that_starts_again_goes_on_where_the_last_one_was(tmp_path: Path) -> None:
    links = [f"/{n}" for n in range(40)]
    world = SmallWorld(tmp_path, {"tide.example/feed": feed(*links)})
    for link in links:
        world.pages[f"tide.example{link}"] = page(f"Story {link}")

    async def watched() -> None:
        async with world.servers:
            world.add("tide.example/feed")
            await world.watch(20 / 3600)
            done = world.store.counts().pages
            assert 0 < done < 40
            await world.watch(1 / 30)
            assert world.store.counts().pages == 40

    asyncio.run(watched())
    assert [each.state for each in world.pages_of()] == ["kept"] * 40
