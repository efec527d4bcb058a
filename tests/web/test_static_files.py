"""The style sheet and htmx."""

import re

import pytest

from .visitor import Visitor


@pytest.mark.parametrize(
    ("path", "kind"),
    [("desk.css", "text/css"), ("htmx.min.js", "text/javascript"), ("mark.svg", "image/svg+xml")],
)
def test_a_file_is_served_with_its_type_and_digest(visitor: Visitor, path: str, kind: str) -> None:
    answer = visitor.get(f"/static/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.headers["etag"]


def test_a_file_the_browser_has_is_not_sent_again(visitor: Visitor) -> None:
    tag = visitor.get("/static/desk.css").headers["etag"]
    answer = visitor.get("/static/desk.css", headers={"if-none-match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_a_file_named_by_its_digest_stays_fresh(visitor: Visitor) -> None:
    address = re.search(r'href="(/static/desk\.css\?v=\w+)"', visitor.get("/").text)
    assert address is not None
    assert "immutable" in visitor.get(address[1]).headers["cache-control"]


@pytest.mark.parametrize("path", ["nothing.css", "..%2fapp.py", "%2e%2e/app.py"])
def test_nothing_else_is_served(visitor: Visitor, path: str) -> None:
    assert visitor.get(f"/static/{path}").status_code == 404
