"""The style sheet, the mark and htmx, held in memory and named by their digest."""

import hashlib
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

FRESH_SECONDS = 31_536_000
"""How long a browser may keep a file asked for by its digest: a year, since its content is in its name."""

_OWN = (("desk.css", "text/css"), ("mark.svg", "image/svg+xml"))
_HTMX = "static/htmx/htmx.min.js"


class StaticFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file as it is sent: its bytes and media type; `digest` is the head of its SHA-256."""

    body: bytes
    media_type: str
    digest: str


class StaticFiles:
    """The files of the page that never change while it runs, under /static/."""

    def __init__(self) -> None:
        own = resources.files("reportedly.web").joinpath("static")
        self._files = {name: _loaded(own.joinpath(name), kind) for name, kind in _OWN}
        htmx = resources.files("js_lib_htmx").joinpath(_HTMX)
        self._files["htmx.min.js"] = _loaded(htmx, "text/javascript")

    def address(self, name: str) -> str:
        """Return the address of a file, which changes whenever its content does."""
        return f"/static/{name}?v={self._files[name].digest}"

    def routes(self) -> list[BaseRoute]:
        """Return the route that serves them."""
        return [Route("/static/{name}", self._serve, name="static")]

    def _serve(self, request: Request) -> Response:
        file = self._files.get(request.path_params["name"])
        if file is None:
            return Response("There is no such file.", status_code=404, media_type="text/plain")
        named_by_digest = request.query_params.get("v") == file.digest
        fresh = f"public, max-age={FRESH_SECONDS}, immutable" if named_by_digest else "no-cache"
        headers = {"etag": f'"{file.digest}"', "cache-control": fresh}
        if file.digest in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(file.body, media_type=file.media_type, headers=headers)


def _loaded(file: Traversable, media_type: str) -> StaticFile:
    body = file.read_bytes()
    return StaticFile(body=body, media_type=media_type, digest=hashlib.sha256(body).hexdigest()[:16])
