"""The frame every page stands in: the templates, what they may call, and the pager."""

import jinja2
import msgspec
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import HTMLResponse

from reportedly.web import wording
from reportedly.web.matching import matched
from reportedly.web.static_files import StaticFiles

PAGE_LINES = 50
"""Lines on one page of a list: about five screens, and what the record reads in a few milliseconds."""

LAST_PAGE = 1_000_000
"""The highest page number taken; beyond it an offset might not fit the record's integers."""


class Pager(msgspec.Struct, frozen=True, kw_only=True):
    """Where in a list one page stands: lines `first` to `last` (from 1) of `total`."""

    first: int
    last: int
    total: int
    previous: str | None
    next: str | None


class Frame:
    """The templates, ready to render; one for the life of the application."""

    def __init__(self, static: StaticFiles, *, has_sources: bool = False) -> None:
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("reportedly.web", "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._templates.globals["static"] = static.address
        self._templates.globals["has_sources"] = has_sources
        self._templates.filters.update(
            timestamp=wording.shown_timestamp,
            published=wording.shown_published,
            moment=wording.shown_moment,
            direction=wording.direction,
            language_tag=wording.language_tag,
            languages=wording.languages,
            percent=wording.percent,
            spaced=wording.spaced,
            plural=wording.plural,
            since=wording.shown_since,
            matched=matched,
        )
        self._templates.tests["web_address"] = wording.is_web_address

    def page(self, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """Return a page of the site; a page of the record is asked for anew every time."""
        body = self._templates.get_template(template).render(**values)
        return HTMLResponse(body, status_code=status, headers={"cache-control": "private, no-cache"})


def page_number(request: Request) -> int:
    """Return the page of a list that was asked for, from 1; nonsense is the first."""
    asked = request.query_params.get("page", "1")
    return min(max(int(asked), 1), LAST_PAGE) if asked.isdecimal() and len(asked) < 10 else 1


def pager(request: Request, shown: int, total: int) -> Pager:
    """Return where this page of a list stands, with the addresses of its neighbours."""
    number = page_number(request)
    before = (number - 1) * PAGE_LINES
    return Pager(
        first=before + 1,
        last=before + shown,
        total=total,
        previous=_at(request, number - 1) if number > 1 else None,
        next=_at(request, number + 1) if shown and before + shown < total else None,
    )


def _at(request: Request, number: int) -> str:
    """Return the address of another page of the same list, without its host."""
    url: URL = request.url.include_query_params(page=number)
    return f"{url.path}?{url.query}"
