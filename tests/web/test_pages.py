"""The kept pages, and those that gave no article."""

from .fake_desk import FakeDesk
from .visitor import Visitor


def test_kept_bytes_come_as_they_are_and_can_do_nothing(desk: FakeDesk, visitor: Visitor) -> None:
    answer = visitor.get("/pages/harbour/kept")
    assert answer.content == desk.pages["harbour"].body
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["content-security-policy"].startswith("sandbox;")
    assert answer.headers["content-disposition"].startswith("inline")


def test_kept_bytes_can_be_downloaded(visitor: Visitor) -> None:
    disposition = visitor.get("/pages/harbour/kept?download").headers["content-disposition"]
    assert disposition == 'attachment; filename="page-harbour.html"'


def test_a_page_without_article_is_listed_with_its_reason(visitor: Visitor) -> None:
    page = visitor.get("/refused").text
    assert "The page says that it was not found." in page
    assert "/pages/gone/kept" in page


def test_a_page_without_article_is_listed_with_what_it_says_of_itself(visitor: Visitor) -> None:
    page = visitor.get("/refused").text
    assert "The old quay" in page
    assert "published 3 May 2019" in page


def test_a_head_request_is_answered(visitor: Visitor) -> None:
    assert visitor.ask("HEAD", "/articles/harbour").status_code == 200
