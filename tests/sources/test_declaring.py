"""Sources in TOML and OPML, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import BadRequest, Declared
from reportedly.sources.declaring import name_for, read_toml, seconds_of, span_of, write_toml
from reportedly.sources.opml import read_opml, write_opml

WHOLE = Declared(
    name="tide",
    address="https://tide.example/feed",
    title='Tide "News"',
    kind="rss",
    country="XX",
    language="en",
    owner="Tide Trust",
    notes="Paper of the harbour.\nSecond line \\ with signs.",
    every_seconds=1800.0,
    expected=12,
    quiet=("23:00-05:30",),
    follow_credits=False,
)


def test_what_is_written_is_read_back() -> None:
    small = Declared(name="small", address="https://small.example/")
    assert read_toml(write_toml((WHOLE, small))) == (WHOLE, small)


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_words_stand_in_it_are_read_back(title: str, notes: str) -> None:
    declared = Declared(name="tide", address="https://tide.example/", title=title, notes=notes)
    assert read_toml(write_toml((declared,))) == (declared,)


def test_only_the_address_must_be_there() -> None:
    (declared,) = read_toml('[[source]]\naddress = "https://tide.example/feed"\n')
    assert declared.name == "tide-example"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('every = "soon"', "no length of time"),
        ('every = "10s"', "once a minute"),
        ("expected = -1", "pages come a day"),
        ('quiet = ["late"]', "no quiet time"),
        ('colour = "red"', "colour"),
        ('name = "Tide News"', "cannot be a source's name"),
        ("title = 7", "title"),
    ],
)
def test_what_makes_no_sense_is_told(line: str, told: str) -> None:
    with pytest.raises(BadRequest, match=told):
        read_toml(f'[[source]]\naddress = "https://tide.example/"\n{line}\n')


def test_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(BadRequest, match="line 2"):
        read_toml("[[source]]\naddress = tide\n")


@pytest.mark.parametrize(("span", "seconds"), [("90s", 90), ("15m", 900), ("1.5h", 5400), ("1d", 86_400)])
def test_lengths_of_time_go_both_ways(span: str, seconds: float) -> None:
    assert seconds_of(span) == seconds
    assert seconds_of(span_of(seconds)) == seconds


def test_a_name_is_made_of_the_title_and_is_nobody_elses() -> None:
    assert name_for("Tide News!", "https://tide.example/") == "tide-news"
    assert name_for("Tide News!", "https://tide.example/", ("tide-news",)) == "tide-news-2"
    assert name_for("دریا", "https://tide.example/") == "tide-example"


def test_opml_keeps_titles_addresses_and_languages() -> None:
    (back,) = read_opml(write_opml((WHOLE,)).encode())
    assert (back.address, back.title, back.language) == (WHOLE.address, WHOLE.title, "en")


def test_opml_in_folders_is_read_each_address_once() -> None:
    outline = '<outline text="T" xmlUrl="https://tide.example/feed"/>'
    found = read_opml(f"<opml><body><outline text='News'>{outline}{outline}</outline></body></opml>".encode())
    assert [source.name for source in found] == ["tide-example"]


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"{}", b"\xff\xfe"])
def test_what_is_no_opml_is_told(body: bytes) -> None:
    with pytest.raises(BadRequest):
        read_opml(body)


def test_an_opml_bomb_is_refused() -> None:
    with pytest.raises(BadRequest, match="entities"):
        read_opml(b'<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml><body/></opml>')
