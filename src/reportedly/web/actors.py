"""The list of actors, and one actor: who it is, what it said, and the corner to correct it."""

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.store import ActorSaying, ArticlePage, KeptActor, StatementPage
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import PAGE_LINES, Frame, page_number, pager
from reportedly.web.ruling_words import RulingLine, ruling_line
from reportedly.web.search import FIELD_CODE_POINTS
from reportedly.web.timeline import Timeline, timeline

ARTICLES_SHOWN = 20
"""Articles on an actor's page, the newest; each can be ticked to split the actor."""

CHOICES_SHOWN = 8
"""Actors offered to merge with: those whose names share a word with this one's."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """An actor that can be chosen in a form."""

    id: str
    words: str


class ActorView(msgspec.Struct, frozen=True, kw_only=True):
    """An actor ready to be written down; `ruled` is the ruling that was just made or taken back."""

    kept: KeptActor
    saying: ActorSaying
    timeline: Timeline | None
    statements: StatementPage
    articles: ArticlePage
    rulings: tuple[RulingLine, ...]
    choices: tuple[Choice, ...]
    ruled: RulingLine | None
    words: str


class ActorPages:
    """The pages about actors."""

    def __init__(self, desk: DeskQuestions, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the list and of one actor."""
        return [
            Route("/actors", self._list, name="actors"),
            Route("/actors/{id}", self._actor, name="actor"),
        ]

    def _list(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip()[:FIELD_CODE_POINTS]
        offset = (page_number(request) - 1) * PAGE_LINES
        found = self._desk.actors.find(words, limit=PAGE_LINES, offset=offset)
        place = pager(request, len(found.lines), found.total)
        return self._frame.page("actors.html", here="actors", words=words, found=found, pager=place)

    def _actor(self, request: Request) -> Response:
        words = request.query_params.get("q", "").strip()[:FIELD_CODE_POINTS]
        offset = (page_number(request) - 1) * PAGE_LINES
        view = actor_view(self._desk, request.path_params["id"], words, offset, ruled_in(request))
        place = pager(request, len(view.statements.lines), view.statements.total)
        return self._frame.page("actor.html", here="actors", view=view, pager=place)


def ruled_in(request: Request) -> str:
    """Return the identifier of the ruling that led to a page, empty where none did."""
    return request.query_params.get("ruled", "")


def actor_view(desk: DeskQuestions, actor_id: str, words: str, offset: int, ruled: str) -> ActorView:
    """Return an actor with one page of its statements, those with some words where any are given."""
    actors = desk.actors
    kept = actors.show(actor_id)
    own, saying = kept.actor.id, actors.saying(kept.actor.id)
    lines = tuple(ruling_line(ruling, actors) for ruling in kept.rulings)
    return ActorView(
        kept=kept,
        saying=saying,
        timeline=timeline(saying.months),
        statements=actors.statements(own, words=words or None, limit=PAGE_LINES, offset=offset),
        articles=actors.articles(own, limit=ARTICLES_SHOWN),
        rulings=lines,
        choices=choices_for(desk, kept),
        ruled=next((line for line in lines if line.ruling.id == ruled), None) if ruled else None,
        words=words,
    )


def choices_for(desk: DeskQuestions, kept: KeptActor) -> tuple[Choice, ...]:
    """Return the actors who may be the same as one: those whose names share its last word or its first."""
    words = kept.actor.name.split()
    found = [line for word in {*words[:1], *words[-1:]} for line in desk.actors.find(word, limit=8).lines]
    others = {line.id: line for line in found if line.id != kept.actor.id and line.kind == kept.actor.kind}
    shown = sorted(others.values(), key=lambda line: (-line.said_count, line.id))[:CHOICES_SHOWN]
    return tuple(
        Choice(
            id=line.id,
            words=", ".join((line.name, *line.titles[:1], *((line.country,) if line.country else ()))),
        )
        for line in shown
    )
