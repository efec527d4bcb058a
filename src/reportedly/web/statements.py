"""One statement at its permanent address: the words, who said them, and the evidence."""

from collections.abc import Iterator, Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from reportedly import flow
from reportedly.actors import known_line
from reportedly.language import load_language
from reportedly.records import Article, Beside, Declared, Span, Statement, words_beside
from reportedly.store import BrokenEvidence, KeptArticle, KeptResolution, KeptStatement
from reportedly.text import sentences_of
from reportedly.web import wording
from reportedly.web.actors import Choice, ruled_in
from reportedly.web.articles import headline_in_text, shown_name, words_of_span
from reportedly.web.desk_questions import DeskQuestions
from reportedly.web.frame import Frame
from reportedly.web.marking import Segment, mark_paragraphs, marks_of, speaker_tints
from reportedly.web.ruling_words import RulingLine, ruling_line
from reportedly.web.source_questions import SourceQuestions

WINDOW_CODE_POINTS = 200
"""Text shown on both sides of words that stand in no paragraph: about two sentences."""


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of the article around a statement, where it stands, and its segments."""

    span: Span
    segments: tuple[Segment, ...]


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """An expression of time beside a statement or in it: its words, and the days it means."""

    words: str
    days: str
    is_said: bool


class StatementView(msgspec.Struct, frozen=True, kw_only=True):
    """A statement ready to be written down.

    `broken` is the evidence of this statement that no longer stands in the kept page, `citation` a
    line to copy, `address` its permanent address with the host it was asked under. `in_full` is the
    statement of the text that one of a headline or caption puts in short, `in_short` those that do so.
    `times` are the expressions of time in the sentences around it.
    `known_as` is whom the world knows as the speaker on the day of the report, None where nobody is known.
    `person` is the speaker among the article's people, with `why`; `said_on` the day it was made.
    """

    kept: KeptStatement
    article: KeptArticle
    lang: str
    dir: str
    parts: tuple[str, ...]
    who: str | None
    mention: str | None
    named_at: str | None
    known_as: str | None
    person: KeptResolution | None
    why: str | None
    said_on: str | None
    cue: str | None
    beside: Beside
    in_full: KeptStatement | None
    in_short: tuple[KeptStatement, ...]
    around: tuple[Around, ...]
    times: tuple[Named, ...]
    broken: tuple[BrokenEvidence, ...]
    citation: str
    address: str


class StatementPages:
    """The pages about statements."""

    def __init__(self, desk: DeskQuestions, frame: Frame, sources: SourceQuestions | None = None) -> None:
        """Show these; `sources` are those whose owner and notes are printed with citations."""
        self._desk = desk
        self._sources = sources
        self._frame = frame

    def routes(self) -> list[BaseRoute]:
        """Return the address of one statement."""
        return [Route("/statements/{id}", self._statement, name="statement")]

    def _statement(self, request: Request) -> Response:
        kept = self._desk.statement(request.path_params["id"])
        article = self._desk.article(kept.article_id)
        broken = self._desk.broken_evidence(kept.article_id)
        address = str(request.url_for("statement", id=kept.id))
        view = statement_view(kept, article, broken, address)
        source = self._sources.of_page(article.id) if self._sources else None
        about = source_note(source.declared) if source else None
        ruled = self._ruled(kept, ruled_in(request))
        choices = self._choices(kept, view)
        return self._frame.page(
            "statement.html", here="", view=view, ruled=ruled, choices=choices, about_source=about
        )

    def _ruled(self, kept: KeptStatement, ruling_id: str) -> RulingLine | None:
        """Return the ruling that led here, None where none did."""
        if not ruling_id:
            return None
        every = self._desk.actors.rulings()
        found = next(
            (one for one in every if one.id == ruling_id and one.article_id == kept.article_id), None
        )
        return None if found is None else ruling_line(found, self._desk.actors)

    def _choices(self, kept: KeptStatement, view: "StatementView") -> tuple[Choice, ...]:
        """Return who the speaker may be: those who were considered, then those of a like name."""
        if kept.statement.speaker is None or view.who is None:
            return ()
        found = {one.actor_id: one.name for one in view.person.resolution.candidates} if view.person else {}
        last = view.who.split()[-1:]
        found |= {line.id: line.name for word in last for line in self._desk.actors.find(word, limit=8).lines}
        found.pop(kept.actor.id if kept.actor else "", None)
        return tuple(Choice(id=one, words=name) for one, name in found.items())


def source_note(declared: Declared) -> str | None:
    """Return what a source declares of its owner and in its notes, as it stands with its citations."""
    owner = f"{declared.title or declared.name} is owned by {declared.owner}." if declared.owner else ""
    return f"{owner} {' '.join(declared.notes.split())}".strip() or None


def statement_view(
    kept: KeptStatement, article: KeptArticle, broken: Sequence[BrokenEvidence], address: str
) -> StatementView:
    """Return all that the page of a statement shows."""
    said, text, language = kept.statement, article.article.text, article.article.language
    known = flow.speaker_known(article.article, said, kept.naming)
    stretches = _stretches(said, article.article)
    person = next((one for one in article.people if said.speaker in one.resolution.mentions), None)
    return StatementView(
        kept=kept,
        article=article,
        lang=wording.language_tag(language.value if language else None),
        dir=wording.direction(said.words(text)),
        parts=tuple(span.of(text) for span in said.content),
        who=_who(kept, text),
        mention=words_of_span(said.speaker, text),
        named_at=words_of_span(kept.naming.named_at if kept.naming else None, text),
        known_as=known_line(known) if known else None,
        cue=words_of_span(said.cue, text),
        beside=words_beside(said, text),
        in_full=next(
            (each for each in article.statements if each.statement.content == said.summarises), None
        ),
        in_short=tuple(each for each in article.statements if each.statement.summarises == said.content),
        person=person,
        why=wording.shown_reason(person.resolution) if person else None,
        said_on=_day_said(kept, text),
        around=_around(kept, article.article, stretches),
        times=tuple(_times(said, article.article, stretches)),
        broken=tuple(line for line in broken if line.evidence.record_id == kept.id),
        citation=citation(kept, article, address),
        address=address,
    )


def _day_said(kept: KeptStatement, text: str) -> str | None:
    """Return the day a statement was made with what says so, None where nothing does."""
    moment = kept.said_on
    if moment is None:
        return None
    told = {
        "published": "the day of the report; nothing says otherwise",
        "occasion": f"by “{moment.words.of(text)}”, told of before",
    }
    words = told.get(moment.inferred_from or "", f"by “{moment.words.of(text)}”")
    return f"{wording.shown_days(moment)} ({words}; how sure: {moment.confidence:.0%})"


def citation(kept: KeptStatement, article: KeptArticle, address: str) -> str:
    """Return one line to copy: who, the words, where and when reported, and how to check it."""
    facts, said = article.article, kept.statement
    words = said.words(facts.text)
    source = [
        facts.outlet.value if facts.outlet else None,
        f"“{facts.headline.value}”" if facts.headline else None,
        wording.shown_timestamp(facts.published.value) if facts.published else None,
        facts.url if wording.is_web_address(facts.url) else None,
    ]
    quoted = f"“{words}”" if said.kind == "direct" else words
    reported = ", ".join(part for part in source if part) or "pasted text"
    offsets = ", ".join(f"{span.start}–{span.end}" for span in said.content)
    return (
        f"{_who(kept, facts.text) or 'Speaker not named'} ({_manner(said, facts.text)}): {quoted} "
        f"— {reported}. "
        f"Record: {address} (page SHA-256 {article.page.sha256}, characters {offsets})."
    )


def _manner(said: Statement, text: str) -> str:
    """Return how it was said: kind, act, place, what turns it round or weakens it, who passes it on."""
    beside = words_beside(said, text)
    told: list[str] = [said.kind]
    told += [wording.spaced(said.act)] if said.act != "says" else []
    told += [f"in the {said.found_in}"] if said.found_in != "text" else []
    told += [f"negated by “{words}”" for words in beside.negations]
    told += [f"hedged by “{words}”" for words in beside.hedges]
    told += [f"by way of: {', '.join(relay.shown for relay in beside.chain)}"] if beside.chain else []
    return ", ".join(told)


def _who(kept: KeptStatement, text: str) -> str | None:
    """Return the name, or the mention where no name was found for it."""
    return shown_name(kept, text)


def _around(kept: KeptStatement, article: Article, spans: Sequence[Span]) -> tuple[Around, ...]:
    """Return the sentences around the statement, one stretch a paragraph, with its spans marked."""
    standing = msgspec.structs.replace(kept, withdrawn_at=None)
    marks = marks_of((standing,), speaker_tints((standing,), article.text))
    marked = mark_paragraphs(article.text, spans, marks)
    return tuple(Around(span=span, segments=segments) for span, segments in zip(spans, marked, strict=True))


def _times(said: Statement, article: Article, spans: Sequence[Span]) -> Iterator[Named]:
    """Yield the expressions that name days in the sentences around a statement, in reading order."""
    for moment in flow.moments_in(article, spans):
        if moment.first is None:
            continue
        yield Named(
            words=moment.words.of(article.text),
            days=wording.shown_days(moment),
            is_said=any(moment.words.overlaps(part) for part in said.content),
        )


def _apart_from_text(article: Article) -> tuple[Span, ...]:
    """Return the headline and the captions, each a stretch of its own."""
    headline = headline_in_text(article)
    return (*((headline,) if headline else ()), *article.captions)


def _stretches(said: Statement, article: Article) -> tuple[Span, ...]:
    """Return where the sentences with the statement's spans stand; a window where no paragraph has them."""
    places = [span for span in (*said.content, said.speaker, said.cue) if span]
    stretches = [span for span in _apart_from_text(article) if any(span.overlaps(each) for each in places)]
    code = article.language.value if article.language else "und"
    short = frozenset(load_language(code).cues.abbreviations)
    for paragraph in article.paragraphs:
        touched = [
            sentence
            for sentence in sentences_of(article.text, paragraph, short)
            if any(sentence.overlaps(place) for place in places)
        ]
        if touched:
            stretches.append(Span(touched[0].start, touched[-1].end))
    if any(stretch.overlaps(part) for stretch in stretches for part in said.content):
        return tuple(stretches)
    start = max(0, said.content[0].start - WINDOW_CODE_POINTS)
    end = min(len(article.text), said.content[-1].end + WINDOW_CODE_POINTS)
    return (Span(start, max(start, end)),)
