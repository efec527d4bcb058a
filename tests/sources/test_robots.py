"""What a site lets a reader fetch."""

import datetime

from reportedly.sources.reply import Hitch, Reply
from reportedly.sources.robots import address_of_rules, rules_of

NOW = datetime.datetime(2024, 3, 4, 8, tzinfo=datetime.UTC)


def reply(status: int | None, body: bytes = b"", hitch: Hitch | None = None) -> Reply:
    """Return an answer of a robots.txt."""
    address = "https://tide.example/robots.txt"
    return Reply(address=address, came_at=NOW, status=status, body=body, hitch=hitch)


def test_what_is_disallowed_is_not_allowed() -> None:
    rules = rules_of(reply(200, b"User-agent: *\nDisallow: /private/\nCrawl-delay: 9\n"))
    assert rules is not None
    assert not rules.allows("https://tide.example/private/a")
    assert rules.allows("https://tide.example/a")
    assert rules.pause_seconds == 9


def test_rules_for_this_reader_outrank_those_for_all() -> None:
    text = b"User-agent: *\nDisallow: /\n\nUser-agent: Reportedly\nAllow: /\n"
    rules = rules_of(reply(200, text))
    assert rules is not None
    assert rules.allows("https://tide.example/a")


def test_where_there_are_no_rules_all_is_allowed() -> None:
    rules = rules_of(reply(404))
    assert rules is not None
    assert rules.allows("https://tide.example/a")


def test_rules_that_cannot_be_had_allow_nothing_yet() -> None:
    assert rules_of(reply(503)) is None
    assert rules_of(reply(429)) is None
    assert rules_of(reply(None, hitch="unreachable")) is None
    assert rules_of(reply(None, hitch="broken")) is None


def test_rules_are_believed_for_a_day() -> None:
    rules = rules_of(reply(200))
    assert rules is not None
    assert rules.until == NOW + datetime.timedelta(days=1)


def test_rules_that_let_nobody_in_are_believed_for_an_hour() -> None:
    rules = rules_of(reply(200, b"User-agent: *\nDisallow: /\n"))
    assert rules is not None
    assert rules.until == NOW + datetime.timedelta(hours=1)


def test_a_delay_of_hours_is_five_minutes() -> None:
    rules = rules_of(reply(200, b"User-agent: *\nCrawl-delay: 86400\n"))
    assert rules is not None
    assert rules.pause_seconds == 300


def test_rules_stand_at_the_root_of_the_very_host_and_port() -> None:
    assert address_of_rules("http://tide.example:8080/a/b?c") == "http://tide.example:8080/robots.txt"
