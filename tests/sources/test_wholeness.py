"""Whether an answer shows that it was cut or garbled on its way."""

import datetime

import pytest

from reportedly.sources.reply import Reply
from reportedly.sources.wholeness import looks_whole

WORDS = "<html><body><p>Die Fähre fährt.</p></body>"


def answer(body: bytes, media_type: str = "text/html; charset=utf-8") -> Reply:
    """Return an answer with a body."""
    moment = datetime.datetime(2024, 3, 4, tzinfo=datetime.UTC)
    headers = (("Content-Type", media_type),)
    return Reply(address="https://tide.example/a", came_at=moment, status=200, headers=headers, body=body)


@pytest.mark.parametrize(
    "body",
    [
        f"{WORDS}</html>".encode(),
        f"{WORDS}</HTML >\n<!-- made in {'9' * 9000} ms -->".encode(),
        "<p>A part of a page, without a frame: fährt".encode(),
        b"%PDF-1.7",
    ],
)
def test_what_shows_no_damage_looks_whole(body: bytes) -> None:
    assert looks_whole(answer(body))


@pytest.mark.parametrize(
    "body",
    [WORDS.encode(), f"{WORDS}</html>".encode().replace(b"F", b"\xf4"), f"{WORDS}</ht".encode()],
)
def test_a_page_without_its_end_or_with_bytes_that_are_no_letters_does_not(body: bytes) -> None:
    assert not looks_whole(answer(body))


def test_a_page_with_the_marks_of_its_chunks_in_it_does_not() -> None:
    page = f"{WORDS}</html>".encode()
    assert not looks_whole(answer(b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page)))


def test_the_encoding_that_the_page_names_counts_where_its_head_names_none() -> None:
    page = f'<html><meta charset="windows-1252">{WORDS}</html>'
    assert looks_whole(answer(page.encode("cp1252"), "text/html"))
    assert not looks_whole(answer(page.replace("windows-1252", "utf-8").encode("cp1252"), "text/html"))


def test_an_encoding_nobody_knows_and_none_tell_nothing() -> None:
    assert looks_whole(answer(f"{WORDS}</html>".encode("cp1252"), "text/html"))
    assert looks_whole(answer(f"{WORDS}</html>".encode("cp1252"), "text/html; charset=klingon"))
