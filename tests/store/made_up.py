"""Pages and readings about people and places that do not exist, for the record's tests."""

import datetime
import re

from reportedly.records import Article, Field, Maker, Naming, Page, Refusal, Relay, Span, Statement, Timestamp
from reportedly.store import Reading

NOON = datetime.datetime(2031, 4, 2, 12, 0, tzinfo=datetime.UTC)
LATER = NOON + datetime.timedelta(hours=5)

HARBOUR = """Harbour wall to be raised
Port minister Íñigo Vérbol-Kant spoke on Tuesday.
“The wall will hold for sixty winters,” Vérbol-Kant said.
He added that the quay stays open.
Menu Contact"""


def place(text: str, words: str) -> Span:
    """Return where the words stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def maker(room: str, version: str = "1") -> Maker:
    return Maker(room=room, version=version)


def page_of(
    text: str, url: str | None = "https://harbour.example/wall", fetched_at: datetime.datetime = NOON
) -> Page:
    return Page(
        body=text.encode(),
        fetched_at=fetched_at,
        url=url,
        status=200,
        headers=(("Content-Type", "text/html"),),
    )


def article_of(
    page: Page,
    *,
    published: datetime.date | None = datetime.date(2031, 4, 1),
    headline: str | None = None,
) -> Article:
    """Return the article of a plain text: its first line is the headline, every other a paragraph."""
    text = page.body.decode()
    lines = [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    date = None if published is None else Field(value=Timestamp(date=published), markup="meta[date]")
    return Article(
        page_sha256=page.sha256,
        text=text,
        url=page.url,
        headline=Field(value=headline or lines[0].of(text), span=lines[0]),
        body=tuple(lines[1:]),
        published=date,
        outlet=Field(value="The Tidewater Post", markup="meta[site]"),
        credits=(Field(value="Isle Press Agency", markup="footer"),),
    )


def said(text: str, words: str, speaker: str | None = None, cue: str | None = None) -> Statement:
    return Statement(
        content=(place(text, words),),
        kind="direct",
        speaker=place(text, speaker) if speaker else None,
        cue=place(text, cue) if cue else None,
    )


def reading_of(
    article: Article,
    statements: tuple[Statement, ...] = (),
    namings: tuple[Naming, ...] = (),
    *,
    read: str = "1",
    statements_version: str = "1",
    named: str = "1",
    refusals: tuple[Refusal, ...] = (),
) -> Reading:
    return Reading(
        article=article,
        statements=statements,
        statement_refusals=refusals,
        namings=namings,
        read_by=maker("read", read),
        statements_by=maker("statements", statements_version),
        named_by=maker("actors", named),
    )


def refused_reading(read: str = "1") -> Reading:
    return Reading(
        refusal=Refusal(reason="no-article", words="The page is a list of links."),
        read_by=maker("read", read),
        statements_by=maker("statements"),
        named_by=maker("actors"),
    )


def wall_statement() -> Statement:
    return said(HARBOUR, "The wall will hold for sixty winters,", "Vérbol-Kant", "said")


def quay_statement() -> Statement:
    return said(HARBOUR, "the quay stays open", "He", "added")


def passed_on() -> tuple[str, Statement]:
    """Return a text and a statement in it that has a span of every sort."""
    text = (
        "Quay closed\n"
        "The Isle Press, citing Tide News, reported that Ana Torv, who speaks for the port, did not tell "
        "the council about the quay that it may close.\n"
    )
    statement = Statement(
        content=(place(text, "it may close"),),
        kind="indirect",
        act="denies",
        source_kind="spokesperson",
        found_in="caption",
        speaker=place(text, "Ana Torv"),
        cue=place(text, "tell"),
        on_behalf_of=place(text, "the port"),
        addressee=place(text, "the council"),
        about=place(text, "about the quay"),
        chain=(
            Relay(source=place(text, "The Isle Press"), cue=place(text, "reported")),
            Relay(source=place(text, "Tide News"), cue=place(text, "citing")),
        ),
        negations=(place(text, "did not"),),
        hedges=(place(text, "may"),),
        summarises=(place(text, "Quay closed"),),
    )
    return text, statement


def wall_naming() -> Naming:
    return Naming(
        mention=place(HARBOUR, "Vérbol-Kant"),
        name="Íñigo Vérbol-Kant",
        named_at=place(HARBOUR, "Íñigo Vérbol-Kant"),
        reason="short-name",
        confidence=0.9,
    )


def he_naming() -> Naming:
    return Naming(
        mention=place(HARBOUR, "He"),
        name="Íñigo Vérbol-Kant",
        named_at=place(HARBOUR, "Íñigo Vérbol-Kant"),
        reason="pronoun",
    )


def harbour_page(url: str | None = "https://harbour.example/wall") -> Page:
    return page_of(HARBOUR, url)


def harbour_reading(page: Page | None = None, *, statements_version: str = "1", named: str = "1") -> Reading:
    article = article_of(page or harbour_page())
    return reading_of(
        article,
        (wall_statement(), quay_statement()),
        (wall_naming(), he_naming()),
        statements_version=statements_version,
        named=named,
        refusals=(Refusal(reason="scare-quotes", words="Quoted to keep distance.", span=Span(0, 7)),),
    )
