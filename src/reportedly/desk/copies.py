"""Who took a report from whom: what the desk tells of one article, and of any set of them."""

import datetime
from collections.abc import Callable, Iterator, Sequence

import msgspec

from reportedly import flow
from reportedly.copies import (
    Printed,
    family_of,
    independent_origins,
    ledger,
    ledger_abroad,
    passages_between,
    printed,
    tell_copy,
    tell_translation,
    translated_passages,
    utterances_of,
)
from reportedly.records import (
    Carrier,
    CopyLink,
    LedgerLine,
    Origin,
    Passage,
    Said,
    SpokenBy,
    Utterance,
)
from reportedly.store import ArticleLine, KeptArticle, KeptStatement, Store

# Carriers of which the ledger is made; each costs two readings and an alignment, some milliseconds.
MOST_CARRIERS = 60


class CopyLine(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a family as a line: whose words it has, in a sentence, and the step to it."""

    article: ArticleLine
    carrier: Carrier
    told: str


class CopiesOf(msgspec.Struct, frozen=True, kw_only=True):
    """An article with all that hang together with it by copies, each origin before its carriers.

    `told` says what the article asked about is; `outlets` counts the outlets of its family, `origins`
    are the independent origins they go back to. A family of one has no copies in the record.
    """

    article_id: str
    told: str
    lines: tuple[CopyLine, ...]
    outlets: int
    origins: tuple[Origin, ...]

    @property
    def summary(self) -> str:
        """Return how many carried it and on how many origins that rests: "Carried by 3 outlets, 1 origin"."""
        return _summary(self.outlets, len(self.origins))


class CopiesBrief(msgspec.Struct, frozen=True, kw_only=True):
    """What an article's own page says of its copies, in two lines.

    `told` says whose words it has, None for an origin; `origin` is where they come from. `summary` says
    how many carried it, None where it stands alone.
    """

    told: str | None
    origin: ArticleLine | None
    summary: str | None


class CarrierLedger(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an origin's statements with one carrier, in the origin's order, then what it added."""

    article: ArticleLine
    lines: tuple[LedgerLine, ...]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """Every statement of an origin against every carrier."""

    origin_id: str
    statements: tuple[str, ...]
    carriers: tuple[CarrierLedger, ...]


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A copy beside its origin: both articles, every stretch of both, and the link where there is one."""

    copy: KeptArticle
    origin: KeptArticle
    passages: tuple[Passage, ...]
    link: CopyLink | None


class FoldedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a list, and under it those of the same list that go back to the same origin."""

    line: ArticleLine
    copies: tuple[ArticleLine, ...] = ()


class Copies:
    """The part of the desk that is about copies; `Desk.copies`."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store = store
        self._clock = clock

    def link_all(self) -> Iterator[tuple[str, bool]]:
        """Compare every article with all others; yield each with whether it had not been compared before.

        Articles are compared as they are read; this is for those kept by an earlier Reportedly.
        """
        for article_id in self._store.article_ids():
            article = self._store.article_read(article_id)
            is_new = flow.link_copies(self._store, article_id, article, now=self._clock())
            is_new = flow.link_translations(self._store, article_id, article, now=self._clock()) or is_new
            yield article_id, is_new

    def of(self, article_id: str) -> CopiesOf:
        """Return who took an article's words and whose words it has; raises NotInRecord."""
        asked = self._store.article(article_id)
        ids, links = self._store.copies.family(asked.id)
        lines = {line.id: line for line in self._store.copies.lines(ids)}
        family = family_of([each for each in ids if each in lines], links)
        told = [
            CopyLine(article=lines[each.article_id], carrier=each, told=self._told(each))
            for each in family.carriers
        ]
        outlets = {line.article.outlet or line.article.id for line in told}
        return CopiesOf(
            article_id=asked.id,
            told=next((line.told for line in told if line.article.id == asked.id), ""),
            lines=tuple(told),
            outlets=len(outlets),
            origins=family.origins,
        )

    def brief(self, article_id: str) -> CopiesBrief:
        """Return whose words an article has and how many carried it; raises NotInRecord."""
        asked = self._store.article(article_id)
        ids, links = self._store.copies.family(asked.id)
        lines = {line.id: line for line in self._store.copies.lines(ids)}
        family = family_of([each for each in ids if each in lines], links)
        own = next((each for each in family.carriers if each.article_id == asked.id), None)
        step = own.taken_from if own else None
        is_told = own is not None and (step is not None or own.credited)
        outlets = {line.outlet or line.id for line in lines.values()}
        return CopiesBrief(
            told=self._told(own) if own and is_told else None,
            origin=lines.get(step.origin or "") if step else None,
            summary=_summary(len(outlets), len(family.origins)) if len(family.carriers) > 1 else None,
        )

    def links(self, article_ids: Sequence[str]) -> tuple[CopyLink, ...]:
        """Return all links of some articles with those they took from or gave to, in the order found."""
        return self._store.copies.links_of(article_ids)

    def origins(self, article_ids: Sequence[str]) -> tuple[Origin, ...]:
        """Return on how many independent origins some articles rest once copies are folded."""
        found = dict.fromkeys(article_ids)
        links: dict[tuple[str, str | None, str | None], CopyLink] = {}
        for article_id in article_ids:
            _, family = self._store.copies.family(article_id)
            links |= {(link.copy, link.origin, link.credited): link for link in family}
        return independent_origins(tuple(found), links.values())

    def ledger(self, article_id: str) -> Ledger:
        """Return what became of an article’s statements with all who took from it; raises NotInRecord."""
        origin = self._store.article(article_id)
        links = self._store.copies.links_of([origin.id])
        taken = {link.copy: link for link in links if link.origin == origin.id}
        here, said = _ready(origin), _said(origin)
        carriers = tuple(
            CarrierLedger(article=line, lines=self._ledger_lines(here, said, taken[line.id]))
            for line in self._store.copies.lines(tuple(taken)[:MOST_CARRIERS])
        )
        texts = (each.statement.words(origin.article.text) for each in said)
        return Ledger(origin_id=origin.id, statements=tuple(texts), carriers=carriers)

    def compare(self, copy_id: str, origin_id: str) -> Comparison:
        """Return any two articles side by side, with what became of every stretch; raises NotInRecord."""
        copy, origin = self._store.article(copy_id), self._store.article(origin_id)
        links = self._store.copies.links_of([copy.id])
        link = next((link for link in links if (link.copy, link.origin) == (copy.id, origin.id)), None)
        if link is not None and link.kind == "translation":
            passages = translated_passages(link.carried, copy.article, origin.article)
        else:
            abroad = flow.passages_abroad(copy.article, origin.article)
            passages = passages_between(_ready(copy), _ready(origin)) if abroad is None else abroad
        return Comparison(copy=copy, origin=origin, passages=passages, link=link)

    def utterances(self, article_id: str) -> tuple[Utterance, ...]:
        """Return what was said in an article and its family, each once, with who has which wording."""
        asked = self._store.article(article_id)
        ids, _ = self._store.copies.family(asked.id)
        said = [
            each
            for line in self._store.copies.lines(ids[:MOST_CARRIERS])
            for each in _as_said(self._store.article(line.id))
        ]
        return utterances_of(said)

    def folded(self, lines: Sequence[ArticleLine]) -> tuple[FoldedLine, ...]:
        """Return the lines of a list with copies under the origin they go back to, in the list's order."""
        by_id = {line.id: line for line in lines}
        links = self._store.copies.links_around(tuple(by_id))
        heads: dict[str, list[ArticleLine]] = {}
        for origin in independent_origins(tuple(by_id), links):
            head = origin.article_id if origin.article_id in origin.carried_by else origin.carried_by[0]
            heads[head or ""] = [by_id[each] for each in origin.carried_by if each != head]
        return tuple(
            FoldedLine(line=line, copies=tuple(heads[line.id])) for line in lines if line.id in heads
        )

    def _told(self, carrier: Carrier) -> str:
        step = carrier.taken_from
        if step is None or step.origin is None:
            if carrier.credited:
                return f"Credited to {', '.join(carrier.credited)}, not seen"
            return "Origin"
        if step.kind == "translation":
            articles = (self._store.article_read(each) for each in (step.copy, step.origin))
            return tell_translation(step, *articles)
        copy, origin = _ready(self._store.article(step.copy)), _ready(self._store.article(step.origin))
        return tell_copy(step, copy, origin, passages_between(copy, origin))

    def _ledger_lines(
        self, origin: Printed, said: Sequence[SpokenBy], link: CopyLink
    ) -> tuple[LedgerLine, ...]:
        carrier = self._store.article(link.copy)
        if link.kind == "translation":
            return ledger_abroad(link, said, _said(carrier))
        return ledger(origin, said, _ready(carrier), _said(carrier))


def _summary(outlets: int, origins: int) -> str:
    return (
        f"Carried by {outlets} outlet{'s' if outlets != 1 else ''}, "
        f"{origins} origin{'s' if origins != 1 else ''}"
    )


def _ready(kept: KeptArticle) -> Printed:
    return printed(kept.id, kept.article)


def _said(kept: KeptArticle) -> list[SpokenBy]:
    return [
        SpokenBy(statement=each.statement, speaker=_name(each, kept))
        for each in kept.statements
        if each.statement.found_in == "text"
    ]


def _as_said(kept: KeptArticle) -> Iterator[Said]:
    published = kept.article.published
    for each in kept.statements:
        if each.statement.found_in == "text":
            yield Said(
                statement_id=each.id,
                article_id=kept.id,
                words=each.statement.words(kept.article.text),
                speaker=_name(each, kept),
                day=published.value.date if published else None,
            )


def _name(kept: KeptStatement, article: KeptArticle) -> str | None:
    """Return a speaker's full name, else the words that stand for it."""
    if kept.naming is not None:
        return kept.naming.name
    speaker = kept.statement.speaker
    return speaker.of(article.article.text) if speaker else None
