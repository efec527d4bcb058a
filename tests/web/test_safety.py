"""What other sites, large uploads and failures cannot do."""

import logging
from collections.abc import AsyncIterator

import pytest

from reportedly.records import StoreLocked
from reportedly.web import create_app
from reportedly.web.safety import UPLOAD_BYTES

from .fake_desk import FakeDesk
from .visitor import Visitor

PATHS = ["/", "/articles/harbour", "/search", "/read", "/refused", "/nowhere", "/api/articles", "/healthz"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_safety_headers(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", PATHS[:5])
def test_no_page_carries_an_inline_script_or_style(visitor: Visitor, path: str) -> None:
    page = visitor.get(path).text
    assert "<style" not in page
    assert "style=" not in page
    assert page.count("<script") == page.count("<script src=")


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765"])
def test_the_names_of_this_machine_are_answered(desk: FakeDesk, host: str) -> None:
    assert Visitor(create_app(desk), host=host).get("/healthz").text == "ok"


def test_another_host_name_is_not_answered(desk: FakeDesk) -> None:
    assert Visitor(create_app(desk), host="elsewhere.example").get("/").status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://127.0.0.1"},
    ],
)
def test_another_sites_form_is_refused(desk: FakeDesk, visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.post("/read", data={"text": "long enough to be an article"}, headers=headers)
    assert answer.status_code == 403
    assert "nothing was read" in answer.text
    assert desk.received == []


@pytest.mark.parametrize("headers", [{}, {"origin": "http://127.0.0.1"}, {"sec-fetch-site": "same-origin"}])
def test_our_own_form_and_programs_are_let_through(visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.post("/read", data={"text": "long enough to be an article"}, headers=headers)
    assert answer.status_code == 303


def test_an_upload_over_the_limit_is_refused(desk: FakeDesk, visitor: Visitor) -> None:
    answer = visitor.post("/read", files={"file": ("a.html", b"a" * (UPLOAD_BYTES + 1))})
    assert answer.status_code == 413
    assert "32 MB" in answer.text
    assert desk.received == []


def test_an_upload_that_does_not_say_its_length_is_refused_too(desk: FakeDesk) -> None:
    head = b'--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'
    parts = [head, *[b"a" * 1024 * 1024] * (UPLOAD_BYTES // 1024 // 1024 + 1), b"\r\n--b--\r\n"]

    async def chunks() -> AsyncIterator[bytes]:
        for part in parts:
            yield part

    headers = {"content-type": "multipart/form-data; boundary=b"}
    answer = Visitor(create_app(desk)).post("/read", content=chunks(), headers=headers)
    assert answer.status_code == 413
    assert desk.received == []


def test_a_failing_request_is_told_logged_and_stops_nothing(
    desk: FakeDesk, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    desk.failing = RuntimeError("the floor gave way")
    with caplog.at_level(logging.ERROR):
        answer = visitor.get("/")
    assert answer.status_code == 500
    assert "could not make this page" in answer.text
    assert "the floor gave way" not in answer.text
    assert "the floor gave way" in caplog.text
    desk.failing = None
    assert visitor.get("/").status_code == 200


def test_a_locked_record_says_the_next_step(desk: FakeDesk, visitor: Visitor) -> None:
    desk.failing = StoreLocked("Another program is writing.", next_step="Wait and try again.")
    answer = visitor.get("/articles/harbour")
    assert answer.status_code == 503
    assert "Wait and try again." in answer.text


def test_a_method_no_address_takes_is_told_in_the_frame(visitor: Visitor) -> None:
    answer = visitor.ask("DELETE", "/articles/harbour")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
