"""The corner to correct: forms that rule on actors, and the way back."""

from collections.abc import Callable

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.records import BadRequest, Ruling
from reportedly.web.desk_questions import DeskQuestions

_MOST_FIELDS = 100  # of a form: an actor's page has a box for each of its newest articles


class RulingForm(msgspec.Struct, frozen=True, kw_only=True):
    """What was typed or chosen; `verb` says which ruling it is."""

    verb: str = ""
    name: str = ""
    other: str = ""
    note: str = ""
    only_here: bool = False
    articles: tuple[str, ...] = ()


class RulingPages:
    """The addresses that rulings are sent to; each leads back to a page that shows what holds now."""

    def __init__(self, desk: DeskQuestions) -> None:
        self._desk = desk

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the forms."""
        return [
            Route("/actors/{id}", self._on_actor, methods=["POST"], name="rule-on-actor"),
            Route("/statements/{id}/speaker", self._on_speaker, methods=["POST"], name="rule-on-speaker"),
            Route("/rulings/{id}/undo", self._undo, methods=["POST"], name="undo"),
        ]

    async def _on_actor(self, request: Request) -> Response:
        form = await _filled_in(request)
        actor_id: str = request.path_params["id"]
        ruling = await run_in_threadpool(self._rule_on_actor, actor_id, form)
        shown = ruling.other_id if ruling.kind == "merge" and ruling.other_id else actor_id
        return _to(f"/actors/{shown}?ruled={ruling.id}#rulings")

    async def _on_speaker(self, request: Request) -> Response:
        form = await _filled_in(request)
        statement_id: str = request.path_params["id"]
        ruling = await run_in_threadpool(self._rule_on_speaker, statement_id, form)
        return _to(f"/statements/{statement_id}?ruled={ruling.id}")

    async def _undo(self, request: Request) -> Response:
        ruling = await run_in_threadpool(self._desk.actors.undo, request.path_params["id"])
        return _to(f"/actors/{ruling.actor_id}?ruled={ruling.id}#rulings")

    def _rule_on_actor(self, actor_id: str, form: RulingForm) -> Ruling:
        actors, note = self._desk.actors, form.note or None
        verbs: dict[str, Callable[[], Ruling]] = {
            "rename": lambda: actors.rename(actor_id, form.name, note=note),
            "merge": lambda: actors.merge(actor_id, _given(form.other), note=note),
            "not-same": lambda: actors.not_same(actor_id, _given(form.other), note=note),
            "split": lambda: actors.split(actor_id, form.articles, name=form.name or None, note=note),
        }
        return _chosen(verbs, form.verb)()

    def _rule_on_speaker(self, statement_id: str, form: RulingForm) -> Ruling:
        actors, note = self._desk.actors, form.note or None
        verbs: dict[str, Callable[[], Ruling]] = {
            "this-is": lambda: actors.this_is(
                statement_id,
                form.other or None,
                new=None if form.other else form.name or None,
                only_here=form.only_here,
                note=note,
            ),
            "is-not": lambda: actors.is_not(statement_id, _given(form.other), note=note),
        }
        return _chosen(verbs, form.verb)()


async def _filled_in(request: Request) -> RulingForm:
    """Return the form as it was sent; an actor may be given by its address too."""
    async with request.form(max_files=0, max_fields=_MOST_FIELDS) as sent:
        return RulingForm(
            verb=_text(sent, "verb"),
            name=_text(sent, "name"),
            other=_text(sent, "other").rstrip("/").rsplit("/", 1)[-1],
            note=_text(sent, "note"),
            only_here=bool(_text(sent, "only_here")),
            articles=tuple(one for one in sent.getlist("article") if isinstance(one, str)),
        )


def _text(sent: FormData, field: str) -> str:
    value = sent.get(field)
    return value.strip() if isinstance(value, str) else ""


def _given(other: str) -> str:
    if not other:
        raise BadRequest("No actor was chosen.", next_step="Choose one, or paste the address of its page.")
    return other


def _chosen(verbs: dict[str, Callable[[], Ruling]], verb: str) -> Callable[[], Ruling]:
    if verb not in verbs:
        raise BadRequest(f"{verb!r} is no ruling.", next_step=f"Choose {', '.join(verbs)}.", about=verb)
    return verbs[verb]


def _to(address: str) -> Response:
    return RedirectResponse(address, status_code=303)
