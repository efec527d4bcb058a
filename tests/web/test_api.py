"""The record as JSON."""

import msgspec
import pytest

from reportedly.store import ArticlePage, KeptArticle, KeptStatement, StatementPage

from .fake_desk import FakeDesk
from .visitor import Visitor


def test_an_article_comes_back_as_the_record_it_is(desk: FakeDesk, visitor: Visitor) -> None:
    answer = visitor.get("/api/articles/harbour")
    assert answer.headers["content-type"] == "application/json"
    assert msgspec.json.decode(answer.content, type=KeptArticle) == desk.kept["harbour"]


def test_a_statement_comes_back_as_the_record_it_is(desk: FakeDesk, visitor: Visitor) -> None:
    line = desk.kept["harbour"].statements[0]
    answer = visitor.get(f"/api/statements/{line.id}")
    assert msgspec.json.decode(answer.content, type=KeptStatement) == line


def test_lists_say_how_many_there_are(visitor: Visitor) -> None:
    articles = msgspec.json.decode(visitor.get("/api/articles?limit=1").content, type=ArticlePage)
    statements = msgspec.json.decode(visitor.get("/api/statements?kind=direct").content, type=StatementPage)
    assert (len(articles.lines), articles.total) == (1, 3)
    assert statements.total == 4


def test_statements_are_asked_for_by_act_and_come_with_the_words_beside_them(visitor: Visitor) -> None:
    answer = visitor.get("/api/statements?act=denies&found_in=text")
    (line,) = msgspec.json.decode(answer.content, type=StatementPage).lines
    assert (line.act, line.source_kind, line.found_in) == ("denies", "spokesperson", "text")
    assert line.beside.addressee == "the council"
    assert [relay.shown for relay in line.beside.chain] == ["The Isle Press reported", "citing Tide News"]


@pytest.mark.parametrize(
    "query", ["limit=0", "limit=many", "offset=-1", "limit=501", "since=soon", "kind=x", "act=x"]
)
def test_a_question_that_makes_no_sense_says_what_does(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/api/statements?{query}")
    assert answer.status_code == 400
    assert answer.json()["next_step"]


def test_an_unknown_identifier_is_told_in_json(visitor: Visitor) -> None:
    answer = visitor.get("/api/articles/none")
    assert answer.status_code == 404
    assert answer.json()["about"] == "none"
