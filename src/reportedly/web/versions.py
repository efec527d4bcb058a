"""The versions of a page: what changed in each, word by word, and when it was gone."""

from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.desk import Compared, History, Version
from reportedly.records import NotInRecord, Removal
from reportedly.web import wording
from reportedly.web.frame import Frame


class HistoryQuestions(Protocol):
    """What the page asks about versions; `Desk.history` answers it."""

    def of(self, article_id: str) -> History:
        """Return the history of an article's address."""
        ...

    def compared(self, article_id: str) -> Compared:
        """Return a version beside the one before it."""
        ...

    def removed(self, url: str | None) -> Removal | None:
        """Return the removal of an address that still stands, None where it is there."""
        ...


class HasHistory(Protocol):
    """A desk that knows the versions of its pages."""

    @property
    def history(self) -> HistoryQuestions:
        """Return the part of the desk that is about versions."""
        ...


class VersionPages:
    """The pages about versions."""

    def __init__(self, desk: HasHistory, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the address of an article's versions, the one named compared with that before it."""
        return [Route("/articles/{id}/versions", self._versions, name="versions")]

    def _versions(self, request: Request) -> Response:
        history = self._desk.history.of(request.path_params["id"])
        wanted = request.path_params["id"]
        shown = next((each for each in history.versions if each.page.id.startswith(wanted)), None)
        if shown is None:
            raise NotInRecord(
                f"There is no version {wanted}.",
                next_step="Choose one from the list of articles.",
                about=wanted,
            )
        compared = self._desk.history.compared(shown.page.id) if shown.change else None
        article = compared.after.article if compared else None
        language = article.language.value if article and article.language else None
        return self._frame.page(
            "versions.html",
            here="",
            history=history,
            shown=shown,
            compared=compared,
            lang=wording.language_tag(language),
            dir=wording.direction(_sample(compared)) if compared else "ltr",
            told=summary(shown),
        )


def summary(version: Version) -> str:
    """Return in a sentence what changed in a version; empty where none came before it."""
    change = version.change
    if change is None:
        return ""
    if not change.kinds:
        return "The page’s bytes changed, the article did not."
    parts = ["a new headline"] if change.headline else []
    if change.pieces:
        parts.append(f"{change.words_cut} words cut, {change.words_added} added")
    parts += ["another publish time"] if "published" in change.kinds else []
    parts += ["another byline"] if "byline" in change.kinds else []
    said = "; ".join(parts)
    told = f"; the page says it was updated ({change.told_at})." if change.told_at else "."
    silent = "; the page does not say that it was changed." if change.is_silent else told
    return said[:1].upper() + said[1:] + silent


def _sample(compared: Compared) -> str:
    return " ".join(each.words for paragraph in compared.paragraphs[:5] for each in paragraph)
