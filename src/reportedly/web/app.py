"""The application: which address asks what, and what every request passes through."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute

from reportedly.records import ReportedlyError
from reportedly.web.actors import ActorPages
from reportedly.web.api import Api
from reportedly.web.articles import ArticlePages
from reportedly.web.copies import CopyPages
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import Frame
from reportedly.web.hubs import HubPages
from reportedly.web.pages import KeptPages
from reportedly.web.reading import ReadingPages
from reportedly.web.ruling import RulingPages
from reportedly.web.safety import OwnFormsOnly, SafeHeaders, UploadLimit
from reportedly.web.search import SearchPages
from reportedly.web.source_questions import SourceQuestions
from reportedly.web.sources import SourcePages
from reportedly.web.statements import StatementPages
from reportedly.web.static_files import StaticFiles
from reportedly.web.stories import StoryPages
from reportedly.web.trouble import LastResort, TroublePages
from reportedly.web.versions import VersionPages
from reportedly.web.watching import WatchPages, WatchTold

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
"""The names this machine answers to. Any other name in `Host` is a page elsewhere that had its own
name point here, to read the record through its reader's browser."""


def create_app(
    desk: DeskQuestions,
    *,
    allowed_hosts: Sequence[str] = LOCAL_HOSTS,
    watch: WatchTold | None = None,
    sources: SourceQuestions | None = None,
) -> Starlette:
    """Return the web page over one desk; `allowed_hosts` are the host names it answers to.

    `watch` is the watch beside it, whose health and figures are told; `sources` are those it watches.
    """
    static = StaticFiles()
    frame = Frame(static, has_sources=sources is not None)
    troubles = TroublePages(frame)
    return Starlette(
        routes=[
            *_routes(desk, frame, sources),
            *((*SourcePages(sources, frame).routes(), *HubPages(sources).routes()) if sources else ()),
            *WatchPages(watch).routes(),
            *static.routes(),
        ],
        middleware=_middleware(troubles, allowed_hosts),
        exception_handlers={ReportedlyError: troubles.of_ours, HTTPException: troubles.of_http},
    )


def _routes(desk: DeskQuestions, frame: Frame, sources: SourceQuestions | None) -> list[BaseRoute]:
    return [
        *ArticlePages(desk, frame).routes(),
        *CopyPages(desk, frame).routes(),
        *StoryPages(desk, frame).routes(),
        *VersionPages(desk, frame).routes(),
        *StatementPages(desk, frame, sources).routes(),
        *SearchPages(desk, frame).routes(),
        *ActorPages(desk, frame).routes(),
        *RulingPages(desk).routes(),
        *ReadingPages(desk, frame).routes(),
        *KeptPages(desk, frame).routes(),
        *Api(desk).routes(),
    ]


def _middleware(troubles: TroublePages, allowed_hosts: Sequence[str]) -> list[Middleware]:
    """Return what a request passes through, outermost first."""
    return [
        Middleware(SafeHeaders),
        Middleware(TrustedHostMiddleware, allowed_hosts=list(allowed_hosts), www_redirect=False),
        Middleware(OwnFormsOnly, pages=troubles),
        Middleware(UploadLimit, pages=troubles),
        Middleware(LastResort, pages=troubles),
    ]
