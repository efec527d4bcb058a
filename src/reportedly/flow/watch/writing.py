"""Put what came in into the record, in one transaction, and return what is to be visited next."""

import datetime
import itertools
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import msgspec
from selectolax.lexbor import LexborHTMLParser

from reportedly.flow.watch.outcomes import PageAnswer, SourceAnswer, identities_of_answer
from reportedly.records import Item, Watch, WatchedPage, WatchedSource
from reportedly.sources.asking import after_asking
from reportedly.sources.checking import after_look, forbidden
from reportedly.sources.identity import identity_of
from reportedly.sources.pace import Chance
from reportedly.store import Found, Round

MOST_UNDATED: Final = 100
"""Pages of a site map without dates that are taken at a look: a backlog is caught up bit by bit."""

OLDEST_MAPPED: Final = datetime.timedelta(days=7)
"""How old a page of a site map may be to be taken as news: maps list all that a site ever published."""

MOST_PARTS: Final = 5
"""Maps of a site map index that are read at a look: those changed last."""

_MAPS: Final = frozenset({"site-map", "site-map-index"})


class Written(msgspec.Struct, kw_only=True):
    """What a transaction changed: sources with their new state, pages to visit, further lists of sources.

    `dropped` are the numbers of pages that turned out to be others.
    """

    sources: list[tuple[WatchedSource, Watch]] = []
    pages: list[WatchedPage] = []
    parts: list[tuple[WatchedSource, Item]] = []
    dropped: list[int] = []
    fresh: int = 0
    kept: int = 0
    removed: int = 0


class Writing:
    """Writes answers; made for one transaction. `body_of` gives a kept page's bytes."""

    def __init__(
        self, to: Round, *, now: datetime.datetime, chance: Chance, body_of: Callable[[str], bytes]
    ) -> None:
        self._round = to
        self._now = now
        self._chance = chance
        self._body_of = body_of
        self._changed: dict[int, WatchedPage] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self.written = Written()

    def write(self, answers: Sequence[SourceAnswer | PageAnswer]) -> Written:
        """Write all answers in the order they came."""
        self._names = {
            answer.page.seq: identities_of_answer(answer.reply, answer.page.address)
            for answer in answers
            if isinstance(answer, PageAnswer) and answer.reply.status == 200
        }
        self._round.look_up(itertools.chain(_listed_in(answers), *self._names.values()))
        for answer in answers:
            if isinstance(answer, SourceAnswer):
                self._write_source(answer)
            elif answer.page.seq not in self.written.dropped:
                page = self._write_page(answer)
                if page is not None:
                    self._changed[page.seq] = page
        changed = list(self._changed.values())
        self._round.save_pages(changed)
        self.written.pages.extend(changed)
        return self.written

    def _write_source(self, answer: SourceAnswer) -> None:
        source, looked = answer.source, answer.looked
        pages = [item for item in _worth(answer, self._now) if not item.is_listing]
        fresh = self._add(pages, source)
        self.written.parts.extend((source, item) for item in _parts(answer))
        if answer.is_part:
            return
        if looked is not None:
            looked = msgspec.structs.replace(looked, fresh=fresh)
        watch, asking = after_asking(source.declared, source.watch, answer.reply, looked, chance=self._chance)
        if answer.moved_to is not None:
            watch = msgspec.structs.replace(watch, moved_to=answer.moved_to)
        self._round.save_source(source.seq, watch, asking)
        self.written.sources.append((source, watch))

    def _add(self, items: Sequence[Item], source: WatchedSource) -> tuple[Item, ...]:
        """Return the items that were new, now waiting; edited ones are looked at again."""
        found = [Found(item=item, identity=identity_of(item.address)) for item in items]
        new = self._round.unknown(found)
        self.written.pages.extend(self._round.add(new, source.seq, now=self._now))
        self.written.fresh += len(new)
        is_new = {each.identity for each in new}
        told = {
            each.identity: each.item for each in found if each.item.updated and each.identity not in is_new
        }
        edited = []
        for name, page in self._round.of_identities(tuple(told)).items():
            updated = told[name].updated
            before = page.updated or page.published or page.kept_at
            if page.state == "kept" and updated is not None and before is not None and updated > before:
                edited.append(msgspec.structs.replace(page, updated=updated, due_at=self._now))
        self._round.save_pages(edited)
        self.written.pages.extend(edited)
        return tuple(each.item for each in new)

    def _write_page(self, answer: PageAnswer) -> WatchedPage | None:
        """Return a page as it now is; None where it turned out to be another one that is known."""
        page, reply = answer.page, answer.reply
        if answer.is_forbidden:
            return forbidden(page, self._now)
        after, deed = after_look(page, reply, chance=self._chance)
        if deed == "gone" and page.page_id is not None and reply.status is not None:
            self._round.remove(page.address, page.page_id, reply.status, now=self._now)
            self.written.removed += 1
        if deed in ("keep", "same") and page.page_id is not None:  # a person may have found it gone meanwhile
            self._round.bring_back(page.address, now=self._now)
        return self._keep(page, after, reply=answer) if deed == "keep" else after

    def _keep(self, before: WatchedPage, after: WatchedPage, *, reply: PageAnswer) -> WatchedPage | None:
        """Keep what a page answered with, where it is no other page's and not what is kept already."""
        answer = reply.reply
        names = self._names.get(before.seq) or identities_of_answer(answer, before.address)
        if before.page_id is None:
            others = self._others(names, before)
            kept = next((other for other in others if other.page_id is not None), None)
            if kept is not None:
                self._drop(before, into=kept)
                return None
            for other in others:  # never had, and now known to be this one
                self._drop(other, into=before)
            after = msgspec.structs.replace(after, address=answer.address)
        self._round.join(names, before.seq)
        if before.page_id is not None and not self._is_edited(before.page_id, answer.body):
            return after
        page_id = self._round.keep(answer.page(after.address), after, now=self._now)
        self.written.kept += int(page_id != before.page_id)
        return msgspec.structs.replace(after, page_id=page_id)

    def _others(self, names: Sequence[str], page: WatchedPage) -> list[WatchedPage]:
        """Return the other watched pages under some identities, as they are after the answers so far."""
        found = {
            each.seq: self._changed.get(each.seq, each) for each in self._round.of_identities(names).values()
        }
        return [each for each in found.values() if each.seq != page.seq]

    def _drop(self, page: WatchedPage, *, into: WatchedPage) -> None:
        self._round.drop(page, into=into.seq)
        self._changed.pop(page.seq, None)
        self.written.dropped.append(page.seq)

    def _is_edited(self, page_id: str, body: bytes) -> bool:
        """Return whether the words of a page differ from those kept: bytes alone differ at every fetch."""
        kept = self._body_of(page_id)
        return kept != body and _words(kept) != _words(body)


def _listed_in(answers: Sequence[SourceAnswer | PageAnswer]) -> Iterator[str]:
    """Yield what the pages are called that answers list."""
    for answer in answers:
        if isinstance(answer, SourceAnswer):
            yield from (identity_of(item.address) for item in answer.items)


def _words(body: bytes) -> str:
    tree = LexborHTMLParser(body)
    tree.strip_tags(["script", "style", "noscript", "template"])
    return " ".join(tree.text(separator=" ").split())


def _worth(answer: SourceAnswer, now: datetime.datetime) -> Sequence[Item]:
    """Return the items that may be news: of a site map, those of the last days and some without a date."""
    looked = answer.looked
    if looked is None or looked.kind not in _MAPS:
        return answer.items
    told = [(item, item.published or item.updated) for item in answer.items]
    recent = [item for item, moment in told if moment is not None and now - moment <= OLDEST_MAPPED]
    undated = [item for item, moment in told if moment is None]
    return [*recent, *undated[-MOST_UNDATED:]]


def _parts(answer: SourceAnswer) -> Sequence[Item]:
    """Return the lists that a list points to, those changed last first."""
    maps = [item for item in answer.items if item.is_listing]
    oldest = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return sorted(maps, key=lambda item: item.updated or oldest, reverse=True)[:MOST_PARTS]
