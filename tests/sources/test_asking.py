"""What a source becomes after an answer: old state and answer in, new state out."""

import datetime

import msgspec
import pytest

from reportedly.records import Asking, Channel, Declared, Item, Watch
from reportedly.sources.asking import Looked, after_asking, first_watch, is_to_be_whole
from reportedly.sources.reply import Reply

NOW = datetime.datetime(2024, 3, 8, 12, tzinfo=datetime.UTC)
TIDE = Declared(name="tide", address="https://tide.example/feed")


def reply(status: int | None = 200, **fields: object) -> Reply:
    """Return an answer that came now."""
    return msgspec.structs.replace(Reply(address=TIDE.address, came_at=NOW, status=status), **fields)


def after(
    answer: Reply, looked: Looked | None = None, *, watch: Watch | None = None, declared: Declared = TIDE
) -> tuple[Watch, Asking]:
    """Return a source and its asking after an answer, chance being nil."""
    return after_asking(declared, watch or first_watch(NOW), answer, looked, chance=lambda: 0.0)


def items(number: int, step: datetime.timedelta) -> tuple[Item, ...]:
    """Return items that appeared one after the other up to now."""
    return tuple(Item(address=f"https://tide.example/{n}", published=NOW - step * n) for n in range(number))


def test_a_sound_answer_keeps_what_makes_the_next_one_conditional() -> None:
    watch, _ = after(reply(headers=(("ETag", '"7"'), ("Last-Modified", "Fri"))), Looked(kind="rss"))
    assert (watch.etag, watch.last_modified, watch.kind, watch.trouble) == ('"7"', "Fri", "rss", None)


def test_a_damaged_list_is_asked_for_whole_the_next_time() -> None:
    watch, asking = after(reply(headers=(("ETag", '"7"'),)), Looked(kind="rss", digest="d", is_damaged=True))
    assert (watch.etag, watch.digest, asking.outcome) == (None, "d", "same")


def test_a_damaged_list_is_asked_for_again_soon_unless_that_is_how_the_source_is() -> None:
    watch, waits = msgspec.structs.replace(first_watch(NOW), answered_at=NOW), []
    for number in range(4):
        watch, _ = after(reply(), Looked(kind="rss", digest=str(number), is_damaged=True), watch=watch)
        waits.append((watch.next_at - NOW).total_seconds())
    assert waits == [300, 300, 300, watch.interval_seconds]
    assert watch.interval_seconds > 300


def test_the_same_bytes_twice_are_no_damage() -> None:
    damaged, _ = after(reply(), Looked(kind="rss", digest="d", is_damaged=True))
    watch, _ = after(reply(headers=(("ETag", '"7"'),)), Looked(digest="d"), watch=damaged)
    assert (watch.etag, watch.damaged) == ('"7"', 0)


def test_a_source_that_says_it_is_unchanged_is_asked_for_whole_after_a_day() -> None:
    watch, _ = after(reply(headers=(("ETag", '"7"'),)), Looked(kind="rss"))
    day = datetime.timedelta(days=1)
    unchanged, _ = after(reply(304, came_at=NOW + day / 2), watch=watch)
    assert not is_to_be_whole(unchanged, NOW + day / 2)
    assert is_to_be_whole(unchanged, NOW + day)


def test_news_are_counted_and_set_the_pace() -> None:
    fresh = items(48, datetime.timedelta(minutes=30))
    watch, asking = after(reply(), Looked(kind="rss", listed=50, fresh=fresh))
    assert (asking.outcome, asking.fresh, asking.listed) == ("news", 48, 50)
    assert watch.news_at == NOW
    assert watch.next_at < NOW + datetime.timedelta(hours=3)


def test_what_has_not_changed_is_a_sound_answer() -> None:
    before = msgspec.structs.replace(first_watch(NOW), failures=2, trouble="No.", etag='"7"')
    watch, asking = after(reply(304), watch=before)
    assert (asking.outcome, watch.failures, watch.trouble, watch.etag) == ("same", 0, None, '"7"')


def test_failures_are_told_and_wait_longer_each_time() -> None:
    watch, waits = first_watch(NOW), []
    for _ in range(4):
        watch, asking = after(reply(500), watch=watch)
        waits.append((watch.next_at - NOW).total_seconds())
    assert (watch.failures, watch.trouble, asking.outcome) == (4, "The site answered 500.", "failed")
    assert waits == [45, 90, 180, 360]


def test_retry_after_is_kept_in_seconds_and_as_a_date() -> None:
    for given in ("7200", "Fri, 08 Mar 2024 14:00:00 GMT"):
        watch, _ = after(reply(503, headers=(("Retry-After", given),)))
        assert watch.next_at == NOW + datetime.timedelta(hours=2)


def test_a_retry_after_of_years_is_a_day() -> None:
    watch, _ = after(reply(429, headers=(("Retry-After", "999999999"),)))
    assert watch.next_at == NOW + datetime.timedelta(days=1)


def test_a_source_that_is_gone_is_asked_once_a_day() -> None:
    watch, _ = after(reply(410))
    assert watch.next_at == NOW + datetime.timedelta(days=1)
    assert "gone for good" in (watch.trouble or "")


def test_what_is_no_source_any_more_is_trouble_in_words() -> None:
    watch, asking = after(reply(), Looked(trouble="It is no source."))
    assert (watch.trouble, asking.outcome) == ("It is no source.", "failed")


def test_nothing_is_asked_in_a_quiet_time() -> None:
    declared = msgspec.structs.replace(TIDE, quiet=("12:10-18:00",), every_seconds=900.0)
    watch, _ = after(reply(), Looked(kind="rss"), declared=declared)
    assert watch.next_at == NOW.replace(hour=18)


def test_a_declared_interval_is_kept() -> None:
    watch, _ = after(reply(), Looked(kind="rss"), declared=msgspec.structs.replace(TIDE, every_seconds=120.0))
    assert watch.next_at == NOW + datetime.timedelta(minutes=2)


def test_a_feed_that_asks_for_seldom_visits_is_visited_seldom() -> None:
    fresh = items(50, datetime.timedelta(minutes=2))
    looked = Looked(kind="rss", listed=200, fresh=fresh, channel=Channel(every_seconds=3600))
    assert after(reply(), looked)[0].interval_seconds == 3600


def test_a_list_of_which_half_is_new_is_asked_twice_as_often() -> None:
    before = msgspec.structs.replace(first_watch(NOW), answered_at=NOW, interval_seconds=3600)
    looked = Looked(kind="rss", listed=10, fresh=items(5, datetime.timedelta(days=1)))
    assert after(reply(), looked, watch=before)[0].interval_seconds == 1800


@pytest.mark.parametrize("status", [301, 404, 500, None])
def test_trouble_never_forgets_what_was_known(status: int | None) -> None:
    before = msgspec.structs.replace(first_watch(NOW), etag='"7"', kind="rss", recent=(NOW,))
    watch, _ = after(reply(status, words="No."), watch=before)
    assert (watch.etag, watch.kind, watch.recent) == ('"7"', "rss", (NOW,))
