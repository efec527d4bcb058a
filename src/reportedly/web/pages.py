"""The kept pages themselves: their bytes, served so that they can do nothing, and the refused ones."""

import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.records import Page
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import PAGE_LINES, Frame, page_number, pager

_KEPT_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"
_UNSAFE_IN_NAME = re.compile(r"[^0-9A-Za-z_-]+")


class KeptPages:
    """The pages about kept pages."""

    def __init__(self, desk: DeskQuestions, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of a page's bytes and of the pages that gave no article."""
        return [
            Route("/pages/{id}/kept", self._kept, name="kept"),
            Route("/refused", self._refused, name="refused"),
        ]

    def _kept(self, request: Request) -> Response:
        page_id: str = request.path_params["id"]
        page = self._desk.page(page_id)
        return kept_response(page, page_id, is_download="download" in request.query_params)

    def _refused(self, request: Request) -> Response:
        offset = (page_number(request) - 1) * PAGE_LINES
        lines = self._desk.refused_pages(limit=PAGE_LINES, offset=offset)
        total = self._desk.counts().refused_pages
        return self._frame.page(
            "refused.html", here="refused", lines=lines, pager=pager(request, len(lines), total)
        )


def kept_response(page: Page, page_id: str, *, is_download: bool) -> Response:
    """Return the bytes as they came, as plain text in a sandbox: no script of the page ever runs."""
    suffix = "txt" if page.is_pasted else "html"
    name = f"page-{_UNSAFE_IN_NAME.sub('-', page_id)}.{suffix}"
    disposition = "attachment" if is_download else "inline"
    return Response(
        page.body,
        headers={
            "content-type": "text/plain; charset=utf-8",
            "content-disposition": f'{disposition}; filename="{name}"',
            "content-security-policy": _KEPT_POLICY,
            "etag": f'"{page.sha256}"',
            "cache-control": "private, no-cache",
        },
    )
