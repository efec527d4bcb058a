"""Searching statements and articles: the form as it was filled in, what is wrong with it, what was found."""

import datetime
from typing import get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.records import BadRequest, SourceKind, StatementAct, StatementKind, StatementPlace
from reportedly.store import ArticlePage, StatementPage, StatementQuery
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import PAGE_LINES, Frame, page_number, pager

FIELD_CODE_POINTS = 500
"""The longest words or name taken; longer ones are a pasted article, which belongs on the Add page."""

GROWING_CODE_POINTS = 3
"""The shortest last word taken for a beginning: one or two letters begin half the record's words."""

SPEECH = "speech"
"""What is asked for in place of an act to leave out what somebody only thinks, feels or wants."""

CHOICES = {
    "kind": get_args(StatementKind),
    "act": (SPEECH, *get_args(StatementAct)),
    "source_kind": get_args(SourceKind),
    "found_in": get_args(StatementPlace),
}
"""The fields of the form that take one of a few words, with these."""


class FieldTrouble(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with one field of a form, in one sentence for its reader."""

    field: str
    words: str


class SearchForm(msgspec.Struct, frozen=True, kw_only=True):
    """The search as it was typed, field by field, so that it can be shown again unchanged."""

    q: str = ""
    speaker: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    act: str = ""
    source_kind: str = ""
    found_in: str = ""
    where: str = "statements"

    @property
    def words(self) -> str:
        """Return the words to look for: the last one may go on, since it is searched for while typed.

        A person who wants it whole puts it in quotation marks.
        """
        last = self.q.split()[-1] if self.q else ""
        return f"{self.q}*" if len(last) >= GROWING_CODE_POINTS and last.isalnum() else self.q


class SearchPages:
    """The search page."""

    def __init__(self, desk: DeskQuestions, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the address of the search."""
        return [Route("/search", self._search, name="search")]

    def _search(self, request: Request) -> Response:
        form = filled_in(request)
        troubles = troubles_of(form)
        found: StatementPage | ArticlePage | None = None
        if not troubles:
            try:
                found = self._find(form, (page_number(request) - 1) * PAGE_LINES)
            except BadRequest as error:
                troubles = (FieldTrouble(field="q", words=str(error)),)
        return self._frame.page(
            "search.html",
            status=400 if troubles else 200,
            here="search",
            form=form,
            choices=CHOICES,
            troubles={trouble.field: trouble.words for trouble in troubles},
            found=found,
            pager=pager(request, len(found.lines), found.total) if found else None,
        )

    def _find(self, form: SearchForm, offset: int) -> StatementPage | ArticlePage:
        if form.where == "statements":
            query = query_of(form, form.words, limit=PAGE_LINES, offset=offset)
            return self._desk.find_statements(query)
        if form.words:
            return self._desk.search_articles(form.words, limit=PAGE_LINES, offset=offset)
        lines = self._desk.articles(limit=PAGE_LINES, offset=offset)
        return ArticlePage(lines=lines, total=self._desk.counts().articles)


def filled_in(request: Request) -> SearchForm:
    """Return the form as the address says it was filled in."""
    asked = request.query_params
    return SearchForm(
        q=asked.get("q", "").strip(),
        speaker=asked.get("speaker", "").strip(),
        since=asked.get("since", "").strip(),
        until=asked.get("until", "").strip(),
        kind=asked.get("kind", "").strip(),
        act=asked.get("act", "").strip(),
        source_kind=asked.get("source_kind", "").strip(),
        found_in=asked.get("found_in", "").strip(),
        where="articles" if asked.get("in") == "articles" else "statements",
    )


def troubles_of(form: SearchForm) -> tuple[FieldTrouble, ...]:
    """Return what is wrong with the form, empty where it can be searched for."""
    found = [_too_long("q", form.q)]
    if form.where == "statements":
        found += [_too_long("speaker", form.speaker), _not_a_date("since", form.since)]
        found += [_not_a_date("until", form.until), _turned_round(form)]
        found += [_no_choice(field, getattr(form, field)) for field in CHOICES]
    return tuple(trouble for trouble in found if trouble)


def query_of(form: SearchForm, words: str, *, limit: int, offset: int) -> StatementQuery:
    """Return the question a form without troubles asks, with these words."""
    return StatementQuery(
        words=words or None,
        speaker=form.speaker or None,
        kind=form.kind or None,
        act=form.act if form.act not in ("", SPEECH) else None,
        speech_only=form.act == SPEECH,
        source_kind=form.source_kind or None,
        found_in=form.found_in or None,
        since=_date(form.since),
        until=_date(form.until),
        limit=limit,
        offset=offset,
    )


def _too_long(field: str, typed: str) -> FieldTrouble | None:
    if len(typed) <= FIELD_CODE_POINTS:
        return None
    return FieldTrouble(field=field, words=f"Use at most {FIELD_CODE_POINTS} characters.")


def _no_choice(field: str, typed: str) -> FieldTrouble | None:
    if not typed or typed in CHOICES[field]:
        return None
    return FieldTrouble(field=field, words=f"Choose {', '.join(CHOICES[field])} or any.")


def _not_a_date(field: str, typed: str) -> FieldTrouble | None:
    if not typed or _date(typed):
        return None
    return FieldTrouble(field=field, words="Write the date as year-month-day, such as 2031-04-09.")


def _turned_round(form: SearchForm) -> FieldTrouble | None:
    since, until = _date(form.since), _date(form.until)
    if since is None or until is None or since <= until:
        return None
    return FieldTrouble(field="until", words="This day lies before the first one; exchange the two.")


def _date(typed: str) -> datetime.date | None:
    """Return the day, None where the words are no ISO 8601 date."""
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError:
        return None
