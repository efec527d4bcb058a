"""The pages about copies: who carried an article, its ledger, and two articles side by side."""

from collections.abc import Sequence
from typing import Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.desk import Comparison, CopiesBrief, CopiesOf, FoldedLine, Ledger
from reportedly.records import Article, LedgerLine, Span, Utterance
from reportedly.store import ArticleLine, KeptArticle
from reportedly.web import wording
from reportedly.web.frame import Frame
from reportedly.web.side_by_side import rows_of

# What became of a statement, as the ledger's cells say it.
FATES = {
    "same": "same words",
    "cut": "cut",
    "shortened": "shortened",
    "reworded": "reworded",
    "other-speaker": "another speaker",
    "lost-marks": "made indirect",
    "gained-marks": "put in quotation marks",
    "lost-attribution": "attribution lost",
    "added": "added",
    "translated": "translated",
}


class CopyQuestions(Protocol):
    """What the pages about copies ask of the desk; `Desk.copies` answers."""

    def of(self, article_id: str) -> CopiesOf:
        """Return an article's family."""

    def brief(self, article_id: str) -> CopiesBrief:
        """Return whose words an article has and how many carried it."""

    def ledger(self, article_id: str) -> Ledger:
        """Return what became of an article's statements with all who took from it."""

    def compare(self, copy_id: str, origin_id: str) -> Comparison:
        """Return two articles with what became of every stretch."""

    def utterances(self, article_id: str) -> tuple[Utterance, ...]:
        """Return what was said in an article's family, each once."""

    def folded(self, lines: Sequence[ArticleLine]) -> tuple[FoldedLine, ...]:
        """Return the lines of a list with copies under their origin."""


class AsksOfCopies(Protocol):
    """A desk with a part about copies."""

    @property
    def copies(self) -> CopyQuestions:
        """Return that part."""


class CopiesTold(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of an article's copies, as JSON."""

    copies: CopiesOf
    ledger: Ledger
    utterances: tuple[Utterance, ...]


class LedgerCell(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one statement with one carrier: the fates in words, and the words that differ."""

    fates: tuple[str, ...]
    is_same: bool
    changes: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


class CopyPages:
    """The pages about copies, and the same as JSON."""

    def __init__(self, desk: AsksOfCopies, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of an article's copies and of two articles side by side."""
        return [
            Route("/articles/{id}/copies", self._copies, name="copies"),
            Route("/articles/{id}/beside/{other}", self._beside, name="beside"),
            Route("/api/articles/{id}/copies", self._copies_json),
            Route("/api/articles/{id}/beside/{other}", self._beside_json),
        ]

    def _copies(self, request: Request) -> Response:
        asked = request.path_params["id"]
        found, ledger = self._desk.copies.of(asked), self._desk.copies.ledger(asked)
        return self._frame.page(
            "copies.html",
            here="",
            found=found,
            outlets={line.article.id: line.article.outlet for line in found.lines},
            ledger=ledger,
            rows=ledger_rows(ledger, self._desk.copies),
            utterances=[each for each in self._desk.copies.utterances(asked) if len(each.wordings) > 1],
        )

    def _beside(self, request: Request) -> Response:
        found = self._desk.copies.compare(request.path_params["id"], request.path_params["other"])
        origin, copy = found.origin.article, found.copy.article
        return self._frame.page(
            "beside.html",
            here="",
            found=found,
            rows=rows_of(copy, origin, found.passages),
            languages=(_language(found.origin), _language(found.copy)),
            directions=(_direction(origin), _direction(copy)),
        )

    def _copies_json(self, request: Request) -> Response:
        asked, copies = request.path_params["id"], self._desk.copies
        told = CopiesTold(
            copies=copies.of(asked), ledger=copies.ledger(asked), utterances=copies.utterances(asked)
        )
        return _json(told)

    def _beside_json(self, request: Request) -> Response:
        return _json(self._desk.copies.compare(request.path_params["id"], request.path_params["other"]))


def ledger_rows(ledger: Ledger, copies: CopyQuestions) -> tuple[tuple[str, tuple[LedgerCell, ...]], ...]:
    """Return a row for each statement of the origin: its words, and what became of it with each carrier."""
    pairs = [(copies.compare(each.article.id, ledger.origin_id), each.lines) for each in ledger.carriers]
    return tuple(
        (words, tuple(_cell(lines[number], found) for found, lines in pairs))
        for number, words in enumerate(ledger.statements)
    )


def _cell(line: LedgerLine, found: Comparison) -> LedgerCell:
    here, there = found.copy.article.text, found.origin.article.text
    return LedgerCell(
        fates=tuple(FATES[fate] for fate in line.fates),
        is_same=line.fates == ("same",),
        changes=tuple((_words(each.there, there), _words(each.here, here)) for each in line.changes),
        lost=tuple(span.of(there) for span in line.lost),
    )


def _words(span: Span | None, text: str) -> str:
    return span.of(text) if span else ""


def _language(kept: KeptArticle) -> str:
    return wording.language_tag(kept.article.language.value if kept.article.language else None)


def _direction(article: Article) -> str:
    return wording.direction(" ".join(span.of(article.text) for span in article.paragraphs))


def _json(record: msgspec.Struct) -> Response:
    headers = {"cache-control": "private, no-cache"}
    return Response(msgspec.json.encode(record), media_type="application/json", headers=headers)
