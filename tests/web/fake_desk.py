"""A desk in memory with a few made-up articles, for the tests of the web page."""

import datetime
import hashlib
from typing import TypeVar

import msgspec

from reportedly.records import (
    Article,
    BadRequest,
    Comment,
    Entry,
    Field,
    Link,
    Maker,
    Naming,
    NotInRecord,
    Page,
    Refusal,
    Relay,
    Span,
    Statement,
    StatementKind,
    Timestamp,
    UnreachablePage,
    words_beside,
)
from reportedly.store import (
    ArticleLine,
    ArticlePage,
    BrokenEvidence,
    Counts,
    Evidence,
    Kept,
    KeptArticle,
    KeptRefusal,
    KeptStatement,
    PageFacts,
    StatementLine,
    StatementPage,
    StatementQuery,
)

from .fake_actors import FakeActors
from .fake_copies import FakeCopies
from .fake_history import FakeHistory
from .fake_stories import FakeStories

T = TypeVar("T")
READ_AT = datetime.datetime(2031, 4, 10, 8, 30, tzinfo=datetime.UTC)
ROOM = Maker(room="statements", version="1")

HARBOUR = (
    "Harbour of Lindholm to close for a year\n"
    "The port will shut in May so that its oldest pier can be rebuilt, the council said on Tuesday.\n"
    "“We have waited too long,” Mayor Ilse Brandvik told reporters. “The pier moves when a tram goes by.”\n"
    "Fishermen said they had not been asked. Oskar Renn, who leads their guild, said that the mayor had "
    "promised “not one lost day” and asked <who> would pay.\n"
    "She said the state would share the cost.\n"
    "A reader\nI never liked that pier.\n"
    "The pier at low water. Photo: Runa Holm\n"
    "15:40\nBoats leave\nThe last boats left the harbour.\n"
    "Read also: Tram line to the harbour reopens"
)
RESERVOIR = (
    "سد نیلگون تا پاییز آماده می‌شود\n"
    "وزیر آب شهر نیلگون، بهرام کاویان، گفت: «کار سد تا پاییز تمام می‌شود.»\n"
    "او افزود که روستاهای دره آب خواهند داشت.\n"
)


QUAY = (
    "Port denies that Lindholm quay may close\n"
    "The Isle Press, citing Tide News, reported that Runa Holm, who speaks for the port, did not tell the "
    "council about the quay that it may close.\n"
    "The harbour master believes the old crane will outlive him.\n"
    "The quay, which Holm called “a treasure”. Photo: Tove Aspen\n"
)


def place(text: str, words: str, after: int = 0) -> Span:
    """Return where `words` stand in `text`."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def said(text: str, kind: StatementKind, words: str, who: str | None, cue: str | None) -> Statement:
    """Return a statement whose parts, split by ' | ', stand in `text`."""
    content = tuple(place(text, part) for part in words.split(" | "))
    near = max(0, content[0].start - 70)
    return Statement(
        content=content,
        kind=kind,
        speaker=place(text, who, near) if who else None,
        cue=place(text, cue, near) if cue else None,
        confidence=0.9,
    )


def kept_statement(page_id: str, statement: Statement, naming: Naming | None = None) -> KeptStatement:
    """Return a statement as the record gives it back."""
    return KeptStatement(
        id=statement.identifier(page_id),
        article_id=page_id,
        statement=statement,
        naming=naming,
        maker=ROOM,
        made_at=READ_AT,
    )


def page_of(text: str, url: str | None) -> Page:
    return Page(body=text.encode(), fetched_at=READ_AT, url=url, is_pasted=url is None)


def facts_of(page: Page, page_id: str, refusal: Refusal | None = None) -> PageFacts:
    return PageFacts(
        id=page_id,
        url=page.url,
        sha256=page.sha256,
        byte_count=len(page.body),
        fetched_at=page.fetched_at,
        is_pasted=page.is_pasted,
        refusal=refusal,
    )


def harbour() -> tuple[Page, KeptArticle]:
    """Return an English article with overlapping statements, a credit, a comment and a refusal."""
    text = HARBOUR
    page = page_of(text, "https://lindholm-courier.example/harbour")
    lines = text.split("\n")
    mayor = Naming(
        mention=place(text, "She"), name="Ilse Brandvik", named_at=place(text, "Mayor Ilse Brandvik"),
        reason="pronoun", confidence=0.8,
    )  # fmt: skip
    renn = place(text, "Oskar Renn")
    mixed = said(
        text, "mixed", "that the mayor had promised “not one lost day” and asked <who> would pay", None, None
    )
    mixed = msgspec.structs.replace(mixed, speaker=renn, cue=place(text, "said that"))
    statements = (
        kept_statement(
            "harbour",
            said(text, "direct", "We have waited too long, | The pier moves when a tram goes by.",
                 None, "told"),
            msgspec.structs.replace(
                mayor, mention=place(text, "Mayor Ilse Brandvik"), reason="full-name", confidence=1.0
            ),
        ),
        kept_statement(
            "harbour", mixed, Naming(mention=renn, name="Oskar Renn", named_at=renn, reason="full-name")
        ),
        kept_statement("harbour", said(text, "direct", "not one lost day", "the mayor", "promised"), mayor),
        kept_statement(
            "harbour", said(text, "indirect", "the state would share the cost", "She", "said"), mayor
        ),
    )  # fmt: skip
    tram = "Tram line to the harbour reopens"
    posted = Field(
        value=Timestamp(date=datetime.date(2031, 4, 9), time=datetime.time(15, 40)),
        span=place(text, lines[8]),
        confidence=0.6,
    )
    article = Article(
        page_sha256=page.sha256,
        text=text,
        url=page.url,
        language=Field(value="en", markup="html[lang]"),
        headline=Field(value=lines[0], span=place(text, lines[0])),
        lead=Field(value=lines[1], span=place(text, lines[1])),
        body=tuple(place(text, line) for line in lines[2:5]),
        published=Field(
            value=Timestamp(date=datetime.date(2031, 4, 9), time=datetime.time(15, 26)), markup="time"
        ),
        outlet=Field(value="Lindholm Courier", markup="meta"),
        desk=Field(value="City desk", markup="meta"),
        authors=(Field(value="Tove Aspen", markup="meta"),),
        dateline=Field(value="LINDHOLM", markup="p"),
        credits=(Field(value="Northern Wire", markup="meta"),),
        story_code=Field(value="LC-4471", markup="meta"),
        comments=(Comment(words=place(text, lines[6]), author=place(text, lines[5])),),
        captions=(place(text, lines[7]),),
        entries=(
            Entry(headline=place(text, lines[9]), posted=posted, words=(place(text, lines[10]),)),
            Entry(words=(place(text, lines[4]),)),
        ),
        related=(
            Field(
                value=Link(
                    url="https://lindholm-courier.example/tram", words=tram, label=place(text, "Read also")
                ),
                span=place(text, tram),
                confidence=0.95,
            ),
            Field(
                value=Link(url="javascript:alert(2)", words="x"), markup="div named related", confidence=0.5
            ),
        ),
    )
    refusal = Refusal(
        reason="scare-quotes", words="Nobody is said to have said this.", span=place(text, "the council")
    )
    kept = KeptArticle(
        id="harbour",
        article=article,
        page=facts_of(page, "harbour"),
        statements=statements,
        refusals=(KeptRefusal(maker=ROOM, refusal=refusal),),
    )
    return page, kept


def reservoir() -> tuple[Page, KeptArticle]:
    """Return a Persian article, pasted, without outlet and date."""
    text = RESERVOIR
    page = page_of(text, None)
    lines = text.split("\n")
    kavian = place(text, "وزیر آب شهر نیلگون، بهرام کاویان")
    naming = Naming(mention=kavian, name="بهرام کاویان", named_at=kavian, reason="full-name")
    statements = (
        kept_statement(
            "reservoir",
            Statement(
                content=(place(text, "کار سد تا پاییز تمام می‌شود."),),
                kind="direct", speaker=kavian, cue=place(text, "گفت"),
            ),
            naming,
        ),
        kept_statement(
            "reservoir",
            Statement(
                content=(place(text, "روستاهای دره آب خواهند داشت"),),
                kind="indirect", speaker=place(text, "او افزود"), cue=place(text, "افزود"),
            ),
        ),
    )  # fmt: skip
    article = Article(
        page_sha256=page.sha256,
        text=text,
        language=Field(value="fa", markup="html[lang]"),
        headline=Field(value=lines[0], span=place(text, lines[0])),
        body=tuple(place(text, line) for line in lines[1:3]),
    )
    return page, KeptArticle(
        id="reservoir", article=article, page=facts_of(page, "reservoir"), statements=statements
    )


def quay() -> tuple[Page, KeptArticle]:
    """Return an article whose statements are passed on, negated, hedged, and no speech.

    One stands in its headline and one in a caption.
    """
    text = QUAY
    page = page_of(text, "https://lindholm-courier.example/quay")
    lines = text.split("\n")
    may_close = place(text, "it may close")
    in_text = Statement(
        content=(may_close,),
        kind="indirect",
        act="denies",
        source_kind="spokesperson",
        speaker=place(text, "Runa Holm"),
        cue=place(text, "tell"),
        on_behalf_of=place(text, "the port"),
        addressee=place(text, "the council"),
        about=place(text, "about the quay"),
        chain=(
            Relay(source=place(text, "The Isle Press"), cue=place(text, "reported")),
            Relay(source=place(text, "Tide News"), cue=place(text, "citing")),
        ),
        negations=(place(text, "did not"),),
        hedges=(place(text, "may", may_close.start),),
        confidence=0.8,
    )
    headline = Statement(
        content=(place(text, "Lindholm quay may close"),),
        kind="indirect",
        act="denies",
        source_kind="organisation",
        found_in="headline",
        speaker=place(text, "Port"),
        cue=place(text, "denies"),
        negations=(place(text, "denies"),),
        hedges=(place(text, "may"),),
        summarises=(may_close,),
    )
    thought = said(text, "indirect", "the old crane will outlive him", "The harbour master", "believes")
    caption = said(text, "direct", "a treasure", "Holm", "called")
    statements = (
        headline,
        in_text,
        msgspec.structs.replace(thought, act="believes"),
        msgspec.structs.replace(caption, act="praises", found_in="caption"),
    )
    article = Article(
        page_sha256=page.sha256,
        text=text,
        url=page.url,
        language=Field(value="en", markup="html[lang]"),
        headline=Field(value=lines[0], span=place(text, lines[0])),
        body=tuple(place(text, line) for line in lines[1:3]),
        outlet=Field(value="Lindholm Courier", markup="meta"),
        captions=(place(text, lines[3]),),
    )
    return page, KeptArticle(
        id="quay",
        article=article,
        page=facts_of(page, "quay"),
        statements=tuple(kept_statement("quay", each) for each in statements),
    )


class FakeDesk:
    """Answers as a desk does, out of two dictionaries; `failing` makes every question fail."""

    def __init__(self, *, extra_articles: int = 0) -> None:
        self.pages: dict[str, Page] = {}
        self.kept: dict[str, KeptArticle] = {}
        self.broken: tuple[BrokenEvidence, ...] = ()
        self.failing: Exception | None = None
        self.asked: list[StatementQuery] = []
        self.received: list[tuple[str, object, str | None]] = []
        for page, article in (harbour(), reservoir(), quay()):
            self.pages[article.id], self.kept[article.id] = page, article
        self.refused = (
            facts_of(
                page_of("404", "https://lindholm-courier.example/gone"),
                "gone",
                Refusal(
                    reason="no-article",
                    words="The page says that it was not found.",
                    headline=Field(value="The old quay", markup="title"),
                    published=Field(value=Timestamp(date=datetime.date(2019, 5, 3)), markup="url"),
                ),
            ),
        )
        self.actors = FakeActors(
            ArticlePage(lines=self.articles(), total=3), self.find_statements(StatementQuery(words="pier"))
        )
        self.asked.clear()
        for number in range(extra_articles):
            self._keep_plain(f"Notice {number}\nThe tram of line {number} runs late.", None)

    @property
    def history(self) -> FakeHistory:
        return FakeHistory()

    @property
    def copies(self) -> FakeCopies:
        return FakeCopies(self.kept)

    @property
    def stories(self) -> FakeStories:
        return FakeStories()

    def counts(self) -> Counts:
        self._fail()
        return Counts(
            pages=len(self.pages) + 1,
            articles=len(self.kept),
            statements=sum(len(kept.statements) for kept in self.kept.values()),
            refused_pages=len(self.refused),
        )

    def articles(self, *, limit: int = 50, offset: int = 0) -> tuple[ArticleLine, ...]:
        return tuple(_article_line(kept) for kept in self.kept.values())[offset : offset + limit]

    def article(self, article_id: str) -> KeptArticle:
        self._fail()
        return self._known(self.kept, article_id)

    def statement(self, statement_id: str) -> KeptStatement:
        self._fail()
        every = {line.id: line for kept in self.kept.values() for line in kept.statements}
        return self._known(every, statement_id)

    def find_statements(self, query: StatementQuery) -> StatementPage:
        self._fail()
        self.asked.append(query)
        lines = [
            _statement_line(kept, line)
            for kept in self.kept.values()
            for line in kept.statements
            if _is_asked_for(query, line.statement)
        ]
        words, speaker = (query.words or "").casefold().rstrip("*"), (query.speaker or "").casefold()
        lines = [
            line
            for line in lines
            if words in line.words.casefold() and speaker in (line.speaker or "").casefold()
        ]
        return StatementPage(lines=tuple(lines[query.offset : query.offset + query.limit]), total=len(lines))

    def search_articles(self, words: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        if words == '"':
            raise BadRequest("The quotation mark is not closed.", next_step="Close it.")
        found = [k for k in self.kept.values() if words.casefold().rstrip("*") in k.article.text.casefold()]
        lines = tuple(_article_line(kept) for kept in found)
        return ArticlePage(lines=lines[offset : offset + limit], total=len(found))

    def refused_pages(self, *, limit: int = 50, offset: int = 0) -> tuple[PageFacts, ...]:
        return self.refused[offset : offset + limit]

    def versions(self, page_id: str) -> tuple[PageFacts, ...]:
        facts = self._known(self.kept, page_id).page
        earlier = msgspec.structs.replace(
            facts, id="harbour-0", fetched_at=READ_AT - datetime.timedelta(days=1)
        )
        return (earlier, facts) if page_id == "harbour" else (facts,)

    def page(self, page_id: str) -> Page:
        return self._known(self.pages, page_id)

    def read_text(self, text: str, *, url: str | None = None) -> Kept:
        self._fail()
        self.received.append(("text", text, url))
        if len(text) < 20:
            refusal = Refusal(reason="too-short", words="There are too few words for an article.")
            return Kept(page_id="short", outcome="refused", refusal=refusal)
        article_id = self._keep_plain(text, url)
        return Kept(page_id=article_id, outcome="new", article_id=article_id)

    def read_bytes(self, body: bytes, *, url: str | None = None) -> Kept:
        self.received.append(("bytes", len(body), url))
        return Kept(page_id="harbour", outcome="unchanged", article_id="harbour")

    def read_url(self, url: str) -> Kept:
        self.received.append(("url", url, None))
        if "unreachable" in url:
            raise UnreachablePage("The address did not answer.", next_step="Save the page and add the file.")
        return Kept(page_id="harbour", outcome="changed", article_id="harbour")

    def broken_evidence(self, article_id: str) -> tuple[BrokenEvidence, ...]:
        return tuple(line for line in self.broken if line.evidence.article_id == article_id)

    def break_first_statement(self) -> None:
        """Make the first statement's content no longer stand in its page."""
        line = self.kept["harbour"].statements[0]
        span = line.statement.content[0]
        evidence = Evidence(
            record="statement",
            record_id=line.id,
            article_id="harbour",
            role="content",
            span=span,
            words=span.of(HARBOUR),
        )
        self.broken = (BrokenEvidence(evidence=evidence, found="We have waited too song,"),)

    def _keep_plain(self, text: str, url: str | None) -> str:
        page = page_of(text, url)
        article_id = hashlib.sha256(text.encode()).hexdigest()[:12]
        headline, _, rest = text.partition("\n")
        article = Article(
            page_sha256=page.sha256,
            text=text,
            url=url,
            headline=Field(value=headline, span=place(text, headline)),
            body=(place(text, rest),) if rest else (),
        )
        self.pages[article_id] = page
        self.kept[article_id] = KeptArticle(id=article_id, article=article, page=facts_of(page, article_id))
        return article_id

    def _fail(self) -> None:
        if self.failing is not None:
            raise self.failing

    def _known(self, records: dict[str, T], identifier: str) -> T:
        if identifier not in records:
            raise NotInRecord(
                "Nothing in the record has this name.", next_step="Search for it.", about=identifier
            )
        return records[identifier]


def _is_asked_for(query: StatementQuery, statement: Statement) -> bool:
    return (
        query.kind in (None, statement.kind)
        and query.act in (None, statement.act)
        and query.source_kind in (None, statement.source_kind)
        and query.found_in in (None, statement.found_in)
        and (statement.is_speech or not query.speech_only)
    )


def _article_line(kept: KeptArticle) -> ArticleLine:
    article = kept.article
    return ArticleLine(
        id=kept.id,
        headline=article.headline.value if article.headline else None,
        outlet=article.outlet.value if article.outlet else None,
        published=article.published.value.isoformat() if article.published else None,
        language=article.language.value if article.language else None,
        url=article.url,
        credits=tuple(credit.value for credit in article.credits),
        statement_count=len(kept.statements),
        read_at=READ_AT,
        excerpt=article.paragraphs[0].of(article.text) if article.paragraphs else None,
    )


def _statement_line(kept: KeptArticle, line: KeptStatement) -> StatementLine:
    article, speaker, cue = kept.article, line.statement.speaker, line.statement.cue
    return StatementLine(
        id=line.id,
        article_id=kept.id,
        words=line.statement.words(article.text),
        kind=line.statement.kind,
        act=line.statement.act,
        source_kind=line.statement.source_kind,
        found_in=line.statement.found_in,
        beside=words_beside(line.statement, article.text),
        speaker=line.naming.name if line.naming else None,
        speaker_mention=speaker.of(article.text) if speaker else None,
        cue=cue.of(article.text) if cue else None,
        headline=article.headline.value if article.headline else None,
        outlet=article.outlet.value if article.outlet else None,
        published=article.published.value.isoformat() if article.published else None,
    )
