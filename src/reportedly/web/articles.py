"""The list of articles, and one article as it was read with its statements marked."""

from collections.abc import Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly.records import (
    Article,
    Beside,
    FieldLine,
    OfficeHeld,
    Resolution,
    Span,
    field_lines,
    words_beside,
)
from reportedly.store import ActorRef, KeptArticle, KeptResolution, KeptStatement
from reportedly.web import wording
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import PAGE_LINES, Frame, page_number, pager
from reportedly.web.marking import Segment, mark_paragraphs, marks_of, opened, person_marks, speaker_tints

_OUTCOMES = frozenset({"new", "changed", "unchanged"})


class StatementEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in the list beside an article; `is_marked` says that its words stand in the text.

    `summarises` is the number of the statement that one of the headline or of a caption puts in short.
    """

    number: int
    tint: int
    is_marked: bool
    kept: KeptStatement
    words: str
    who: str | None
    mention: str | None
    cue: str | None
    beside: Beside
    summarises: int | None


class PersonCard(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of somebody where a reader rests on their mention; `held` is of the article's day."""

    actor: ActorRef | None
    resolution: Resolution
    held: tuple[OfficeHeld, ...]
    why: str


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """An article ready to be written down: its paragraphs cut into segments, its statements listed.

    `headline` and `lead` are None where they do not stand in the text as they are shown; `lang` is
    empty where the page does not say its language.
    """

    kept: KeptArticle
    lang: str
    dir: str
    headline: tuple[Segment, ...] | None
    lead: tuple[Segment, ...] | None
    body: tuple[tuple[Segment, ...], ...]
    captions: tuple[tuple[Segment, ...], ...]
    entries: tuple[StatementEntry, ...]
    fields: tuple[FieldLine, ...]
    people: dict[int, PersonCard]


class ArticlePages:
    """The pages about articles."""

    def __init__(self, desk: DeskQuestions, frame: Frame) -> None:
        self._desk = desk
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the addresses of the list and of one article."""
        return [
            Route("/", self._list, name="articles"),
            Route("/articles/{id}", self._article, name="article"),
        ]

    def _list(self, request: Request) -> Response:
        counts = self._desk.counts()
        offset = (page_number(request) - 1) * PAGE_LINES
        lines = self._desk.articles(limit=PAGE_LINES, offset=offset)
        return self._frame.page(
            "index.html",
            here="articles",
            counts=counts,
            lines=self._desk.copies.folded(lines),
            pager=pager(request, len(lines), counts.articles),
        )

    def _article(self, request: Request) -> Response:
        kept = self._desk.article(request.path_params["id"])
        outcome = request.query_params.get("outcome")
        versions = self._desk.versions(kept.page.id)
        newest = next((facts for facts in reversed(versions) if facts.refusal is None), None)
        return self._frame.page(
            "article.html",
            here="",
            view=article_view(kept),
            versions=tuple(facts for facts in versions if facts.id != kept.page.id),
            newest=newest if newest and newest.id != kept.page.id else None,
            broken=self._desk.broken_evidence(kept.id),
            brief=self._desk.copies.brief(kept.id),
            removed=self._desk.history.removed(kept.page.url),
            outcome=outcome if outcome in _OUTCOMES else None,
        )


def article_view(kept: KeptArticle) -> ArticleView:
    """Return the article with every statement that stands marked in its headline, text and captions."""
    article = kept.article
    tints = speaker_tints(kept.statements, article.text)
    headline, paragraphs = headline_in_text(article), article.paragraphs
    shown = ((headline,) if headline else ()) + paragraphs + article.captions
    marks = (*marks_of(kept.statements, tints), *person_marks(kept.people))
    marked = mark_paragraphs(article.text, shown, marks)
    at = 1 if headline else 0
    body, captions = marked[at : at + len(paragraphs)], marked[at + len(paragraphs) :]
    leads_off = article.lead is not None and bool(paragraphs) and paragraphs[0] == article.lead.span
    return ArticleView(
        kept=kept,
        lang=wording.language_tag(article.language.value if article.language else None),
        dir=wording.direction(_sample(article)),
        headline=marked[0] if headline else None,
        lead=body[0] if leads_off else None,
        body=body[1:] if leads_off else body,
        captions=captions,
        entries=_entries(kept, tints, opened(marked)),
        fields=field_lines(article),
        people={person.ordinal: card_of(person) for person in kept.people},
    )


def card_of(person: KeptResolution) -> PersonCard:
    """Return the card of somebody an article mentions."""
    is_ruled = person.actor is not None and person.actor.is_ruled
    reason = "a person ruled so" if is_ruled else wording.shown_reason(person.resolution)
    return PersonCard(actor=person.actor, resolution=person.resolution, held=person.held, why=reason)


def headline_in_text(article: Article) -> Span | None:
    """Return where the headline stands in the text, None where it reads otherwise there or nowhere."""
    headline = article.headline
    if headline is None or headline.span is None or headline.span.of(article.text) != headline.value:
        return None
    return headline.span


def shown_name(kept: KeptStatement, text: str) -> str | None:
    """Return whom a statement names: as its article does; where a person ruled, as the record."""
    if kept.actor is not None and (kept.actor.is_ruled or kept.naming is None):
        return kept.actor.name
    return kept.naming.name if kept.naming else words_of_span(kept.statement.speaker, text)


def words_of_span(span: Span | None, text: str) -> str | None:
    """Return the words of a span, None where there is no span."""
    return None if span is None else span.of(text)


def _sample(article: Article) -> str:
    """Return the article's own words: menus around it may be in another script."""
    headline = article.headline.value if article.headline else ""
    return headline + " " + " ".join(span.of(article.text) for span in article.paragraphs)


def _entries(kept: KeptArticle, tints: Sequence[int], marked: frozenset[int]) -> tuple[StatementEntry, ...]:
    """Return the statements as the list beside the article names them, numbered as in the text."""
    text = kept.article.text
    numbers = {line.statement.content: number for number, line in enumerate(kept.statements, start=1)}
    return tuple(
        StatementEntry(
            number=number,
            tint=tint,
            is_marked=number in marked,
            kept=line,
            words=line.statement.words(text),
            who=shown_name(line, text),
            mention=words_of_span(line.statement.speaker, text),
            cue=words_of_span(line.statement.cue, text),
            beside=words_beside(line.statement, text),
            summarises=numbers.get(line.statement.summarises),
        )
        for number, (line, tint) in enumerate(zip(kept.statements, tints, strict=True), start=1)
    )
