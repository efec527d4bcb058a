"""The record as JSON, under the same names as the records themselves."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.records import BadRequest
from reportedly.store import ActorSaying, ArticlePage, KeptActor
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import PAGE_LINES
from reportedly.web.search import filled_in, query_of, troubles_of

LARGEST_LIMIT = 500
"""Lines in one answer at most, so that one request cannot hold the whole record in memory."""

LARGEST_OFFSET = 2**53
"""The largest offset taken: what every JSON reader can count exactly, and the record's integers hold."""


class ActorTold(msgspec.Struct, frozen=True, kw_only=True):
    """An actor, and what can be told of its statements."""

    kept: KeptActor
    saying: ActorSaying


class Api:
    """The addresses under /api/."""

    def __init__(self, desk: DeskQuestions) -> None:
        self._desk = desk

    def routes(self) -> list[BaseRoute]:
        """Return the addresses."""
        return [
            Route("/api/articles", self._articles),
            Route("/api/articles/{id}", self._article),
            Route("/api/statements", self._statements),
            Route("/api/statements/{id}", self._statement),
            Route("/api/actors", self._actors),
            Route("/api/actors/{id}", self._actor),
            Route("/api/actors/{id}/statements", self._said),
        ]

    def _articles(self, request: Request) -> Response:
        limit, offset = limit_of(request), offset_of(request)
        words = request.query_params.get("q", "").strip()
        if words:
            return _json(self._desk.search_articles(words, limit=limit, offset=offset))
        lines = self._desk.articles(limit=limit, offset=offset)
        return _json(ArticlePage(lines=lines, total=self._desk.counts().articles))

    def _article(self, request: Request) -> Response:
        return _json(self._desk.article(request.path_params["id"]))

    def _statements(self, request: Request) -> Response:
        form = filled_in(request)
        form = msgspec.structs.replace(form, where="statements")
        troubles = troubles_of(form)
        if troubles:
            raise BadRequest(f"`{troubles[0].field}` cannot be read.", next_step=troubles[0].words)
        query = query_of(form, form.q, limit=limit_of(request), offset=offset_of(request))
        return _json(self._desk.find_statements(query))

    def _statement(self, request: Request) -> Response:
        return _json(self._desk.statement(request.path_params["id"]))

    def _actors(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip()
        found = self._desk.actors.find(words, limit=limit_of(request), offset=offset_of(request))
        return _json(found)

    def _actor(self, request: Request) -> Response:
        actor_id: str = request.path_params["id"]
        kept, saying = self._desk.actors.show(actor_id), self._desk.actors.saying(actor_id)
        return _json(ActorTold(kept=kept, saying=saying))

    def _said(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip() or None
        limit, offset = limit_of(request), offset_of(request)
        actor_id: str = request.path_params["id"]
        return _json(self._desk.actors.statements(actor_id, words=words, limit=limit, offset=offset))


def limit_of(request: Request) -> int:
    """Return how many lines were asked for; raises `BadRequest` outside 1 to `LARGEST_LIMIT`."""
    return _number(request, "limit", PAGE_LINES, 1, LARGEST_LIMIT)


def offset_of(request: Request) -> int:
    """Return how many lines to pass over; raises `BadRequest` below 0 or past all counting."""
    return _number(request, "offset", 0, 0, LARGEST_OFFSET)


def _number(request: Request, name: str, default: int, least: int, most: int) -> int:
    typed = request.query_params.get(name, str(default))
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= len(str(most))
    if not is_number or not least <= int(typed) <= most:
        raise BadRequest(
            f"`{name}` cannot be read.", next_step=f"Give a whole number from {least} to {most}."
        )
    return int(typed)


def _json(record: msgspec.Struct) -> Response:
    """Return a record as JSON; dates are ISO 8601, offsets code points."""
    headers = {"cache-control": "private, no-cache"}
    return Response(msgspec.json.encode(record), media_type="application/json", headers=headers)
