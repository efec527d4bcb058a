"""Adding a page."""

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from .fake_desk import FakeDesk
from .visitor import Visitor

NOTICE = "Ferry to Askholm delayed\nThe ferry waits for the ice to break, its captain said."


def sent(visitor: Visitor, **fields: str) -> httpx.Response:
    return visitor.post("/read", data=fields, files={"file": ("", b"")})


def test_a_pasted_text_leads_to_its_article(visitor: Visitor) -> None:
    answer = sent(visitor, text=NOTICE, url="")
    assert answer.status_code == 303
    page = visitor.get(answer.headers["location"]).text
    assert "Ferry to Askholm delayed" in page
    assert "Kept." in page


def test_a_text_over_a_megabyte_is_taken_with_its_line_ends_as_pasted(
    desk: FakeDesk, visitor: Visitor
) -> None:
    long = NOTICE.replace("\n", "\r\n") + " Ice." * 400_000
    assert sent(visitor, text=long, url="https://askholm.example/ferry").status_code == 303
    assert desk.received == [("text", long.replace("\r\n", "\n"), "https://askholm.example/ferry")]


def test_an_address_alone_is_fetched(desk: FakeDesk, visitor: Visitor) -> None:
    answer = sent(visitor, url="https://lindholm-courier.example/harbour", text=" ")
    assert desk.received[0][0] == "url"
    assert answer.headers["location"] == "/articles/harbour?outcome=changed"


def test_a_saved_page_is_read_as_its_bytes(desk: FakeDesk, visitor: Visitor) -> None:
    answer = visitor.post("/read", data={"url": "", "text": ""}, files={"file": ("a.html", b"<p>\xff")})
    assert answer.headers["location"] == "/articles/harbour?outcome=unchanged"
    assert desk.received == [("bytes", 4, None)]


@pytest.mark.parametrize(
    ("fields", "trouble"),
    [
        ({}, "There is nothing to read."),
        ({"url": "ftp://askholm.example"}, "This is not a web address."),
        ({"url": "https://unreachable.example/x"}, "The address did not answer. Save the page"),
        ({"text": "Too short."}, "There are too few words for an article."),
    ],
)
def test_what_stands_against_it_is_told_with_what_was_typed(
    visitor: Visitor, fields: dict[str, str], trouble: str
) -> None:
    answer = sent(visitor, **fields)
    tree = LexborHTMLParser(answer.text)
    assert answer.status_code == 422
    assert trouble in answer.text
    for name, typed in fields.items():
        field = tree.css_first(f"#{name}")
        assert field is not None
        assert typed == (field.text() if name == "text" else field.attributes["value"])


def test_a_text_and_a_saved_page_at_once_are_refused(visitor: Visitor) -> None:
    answer = visitor.post("/read", data={"text": NOTICE}, files={"file": ("a.html", b"<p>")})
    assert "Send one of them at a time." in answer.text
    assert "<bdi>a.html</bdi> again" in answer.text


def test_a_refused_page_is_said_to_be_kept(visitor: Visitor) -> None:
    assert "The page itself is kept" in sent(visitor, text="Too short.").text
