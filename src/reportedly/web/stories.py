"""The pages about stories: the list, one story, and what a person rules of them; the same as JSON."""

from collections.abc import Sequence

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.records import BadRequest
from reportedly.web.api import limit_of, offset_of
from reportedly.web.frame import PAGE_LINES, Frame, page_number, pager
from reportedly.web.story_questions import AsksOfStories

_MOST_NAMED = 1000  # articles in one form
_LATEST = 20  # other stories that one can be merged with by a click


class StoryPages:
    """The pages about stories, and the same as JSON."""

    def __init__(self, desk: AsksOfStories, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the list, of one story, of its rulings, and the JSON."""
        return [
            Route("/stories", self._list, name="stories"),
            Route("/stories/{id}", self._story, methods=["GET"], name="story"),
            Route("/stories/{id}", self._rule, methods=["POST"]),
            Route("/articles/{id}/story", self._of_article),
            Route("/api/stories", self._list_json),
            Route("/api/stories/{id}", self._story_json),
        ]

    def _list(self, request: Request) -> Response:
        found = self._desk.stories.listed(limit=PAGE_LINES, offset=(page_number(request) - 1) * PAGE_LINES)
        where = pager(request, len(found.lines), found.total)
        return self._frame.page("stories.html", here="stories", found=found, pager=where)

    def _story(self, request: Request) -> Response:
        story = self._desk.stories.story(request.path_params["id"])
        if story.line.id != request.path_params["id"]:
            return RedirectResponse(f"/stories/{story.line.id}", status_code=303)
        others = self._desk.stories.listed(limit=_LATEST).lines
        return self._frame.page(
            "story.html",
            here="stories",
            story=story,
            outlets={each.article.id: each.article.outlet for each in story.reports},
            others=[line for line in others if line.id != story.line.id],
        )

    def _of_article(self, request: Request) -> Response:
        story_id = self._desk.stories.of(request.path_params["id"])
        if story_id is None:
            raise BadRequest(
                "No story has been told for this article.", next_step="Run `reportedly stories --find` once."
            )
        return RedirectResponse(f"/stories/{story_id}", status_code=303)

    async def _rule(self, request: Request) -> Response:
        async with request.form(max_files=0, max_fields=_MOST_NAMED) as sent:
            deed, named = str(sent.get("deed", "")), [str(each) for each in sent.getlist("article")]
            other, ruling = str(sent.get("other", "")), str(sent.get("ruling", ""))
        story_id = request.path_params["id"]
        await run_in_threadpool(self._ruled, deed, story_id, named, other or ruling)
        return RedirectResponse(f"/stories/{story_id}", status_code=303)

    def _ruled(self, deed: str, story_id: str, named: Sequence[str], other: str) -> None:
        if deed == "merge":
            self._desk.stories.merge(story_id, other)
        elif deed == "split":
            self._desk.stories.split(story_id, named)
        elif deed == "undo":
            self._desk.stories.undo(other)
        else:
            raise BadRequest("The form does not say what to do.", next_step="Use the buttons on the page.")

    def _list_json(self, request: Request) -> Response:
        return _json(self._desk.stories.listed(limit=limit_of(request), offset=offset_of(request)))

    def _story_json(self, request: Request) -> Response:
        return _json(self._desk.stories.story(request.path_params["id"]))


def _json(record: msgspec.Struct) -> Response:
    headers = {"cache-control": "private, no-cache"}
    return Response(msgspec.json.encode(record), media_type="application/json", headers=headers)
