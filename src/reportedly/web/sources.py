"""The sources in the browser: add one by pasting its address, see how each fares, pause it, note on it."""

from typing import Final
from urllib.parse import quote

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from reportedly.records import BadRequest, Declared, PageError
from reportedly.web.frame import PAGE_LINES, Frame, page_number
from reportedly.web.safety import UPLOAD_BYTES
from reportedly.web.source_questions import SourceQuestions
from reportedly.web.sparkline import sparkline

_DEEDS: Final = ("pause", "resume", "ask")
LONGEST_NOTE: Final = 2000
"""Characters of a note: it is printed with every citation, so it should stay short."""


class SourcePages:
    """The pages about sources; `sources` answers what they ask."""

    def __init__(self, sources: SourceQuestions, frame: Frame) -> None:
        self._sources = sources
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the list, of one source, of what the forms send, and of the exports."""
        return [
            Route("/sources", self._list, methods=["GET"], name="sources"),
            Route("/sources", self._add, methods=["POST"], name="add-source"),
            Route("/sources/import", self._import, methods=["POST"], name="import-sources"),
            Route("/sources.toml", self._toml, name="sources-toml"),
            Route("/sources.opml", self._opml, name="sources-opml"),
            Route("/sources/{name}", self._one, methods=["GET"], name="source"),
            Route("/sources/{name}/notes", self._note, methods=["POST"], name="note-source"),
            Route("/sources/{name}/{deed}", self._do, methods=["POST"], name="do-source"),
        ]

    def _list(self, request: Request) -> Response:
        return self._shown(added=request.query_params.get("added", ""))

    def _shown(self, *, status: int = 200, **more: object) -> Response:
        """Return the list, with what was found at a pasted address or what stands against it."""
        values = {"address": "", "preview": None, "trouble": None, "added": "", **more}
        sources = sorted(self._sources.health(), key=lambda each: not each.health.alert)
        lines = [(each, sparkline(each.health)) for each in sources]
        alerts = sum(each.health.alert for each in sources)
        return self._frame.page(
            "sources.html", status=status, here="sources", lines=lines, alerts=alerts, **values
        )

    async def _add(self, request: Request) -> Response:
        async with request.form(max_files=0, max_fields=10) as sent:
            address, is_sure = _word(sent, "address"), bool(_word(sent, "sure"))
        return await run_in_threadpool(self._found, address, is_sure=is_sure)

    def _found(self, address: str, *, is_sure: bool) -> Response:
        """Return what stands at an address, or the way to the source once a person is sure of it."""
        try:
            if is_sure:
                name = self._sources.add(address).declared.name
                return RedirectResponse(f"/sources?added={quote(name)}", status_code=303)
            return self._shown(address=address, preview=self._sources.preview(address))
        except (BadRequest, PageError) as error:
            return self._shown(status=422, address=address, trouble=str(error))

    async def _import(self, request: Request) -> Response:
        async with request.form(max_files=1, max_fields=2, max_part_size=UPLOAD_BYTES) as sent:
            file = sent.get("file")
            body = await file.read() if isinstance(file, UploadFile) else b""
        return await run_in_threadpool(self._imported, body)

    def _imported(self, body: bytes) -> Response:
        try:
            done = self._sources.import_bytes(body)
        except BadRequest as error:
            return self._shown(status=422, trouble=str(error))
        return self._shown(added=f"{len(done.added)} sources; {len(done.known)} were there already")

    def _one(self, request: Request) -> Response:
        name: str = request.path_params["name"]
        found = self._sources.health_of(name)
        offset = (page_number(request) - 1) * PAGE_LINES
        return self._frame.page(
            "source.html",
            here="sources",
            each=found,
            line=sparkline(found.health),
            askings=self._sources.askings(name),
            pages=self._sources.pages(name, limit=PAGE_LINES, offset=offset),
        )

    async def _note(self, request: Request) -> Response:
        async with request.form(max_files=0, max_fields=5) as sent:
            notes = _word(sent, "notes").replace("\r\n", "\n")[:LONGEST_NOTE]
        return await run_in_threadpool(self._noted, request.path_params["name"], notes)

    def _noted(self, name: str, notes: str) -> Response:
        declared: Declared = self._sources.health_of(name).source.declared
        self._sources.change(name, msgspec.structs.replace(declared, notes=notes))
        return RedirectResponse(f"/sources/{quote(name)}", status_code=303)

    def _do(self, request: Request) -> Response:
        name, deed = request.path_params["name"], request.path_params["deed"]
        if deed not in _DEEDS:
            raise BadRequest(f"A source cannot be told to {deed}.", next_step="Use the buttons of its page.")
        deeds = {"pause": self._sources.pause, "resume": self._sources.resume, "ask": self._sources.ask_now}
        deeds[deed](name)
        return RedirectResponse(f"/sources/{quote(name)}", status_code=303)

    def _toml(self, _request: Request) -> Response:
        return PlainTextResponse(self._sources.export_toml(), headers=_named("sources.toml"))

    def _opml(self, _request: Request) -> Response:
        opml = self._sources.export_opml()
        return PlainTextResponse(opml, media_type="text/x-opml", headers=_named("sources.opml"))


def _word(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return value.strip() if isinstance(value, str) else ""


def _named(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"', "cache-control": "private, no-cache"}
