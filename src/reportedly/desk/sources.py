"""The desk's sources: found, added, paused, exchanged, and asked how they fare."""

import asyncio
import datetime
import ipaddress
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from reportedly.flow.watch import Health, NotASource, Preview, find_source, health_of
from reportedly.flow.watch.health import SHOWN_DAYS
from reportedly.records import (
    Asking,
    BadRequest,
    Declared,
    Removal,
    UnreachablePage,
    WatchedPage,
    WatchedSource,
)
from reportedly.sources import kind_called
from reportedly.sources.asking import first_watch
from reportedly.sources.declaring import checked, name_for, read_toml, write_toml
from reportedly.sources.hubs import LEASE_SECONDS, is_signed
from reportedly.sources.identity import identity_of
from reportedly.sources.networks import Network
from reportedly.sources.opml import read_opml, write_opml
from reportedly.sources.web_client import WebClient
from reportedly.store import Store


class SourceHealth(msgspec.Struct, frozen=True, kw_only=True):
    """A source and how it fares."""

    source: WatchedSource
    health: Health


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an exchanged list: the names that were added, and those that were there already."""

    added: tuple[str, ...]
    known: tuple[str, ...]


class DeskSources:
    """What a person does with sources; `allowed` are private networks that may be asked."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime.datetime],
        *,
        contact: str = "",
        allowed: Sequence[Network] = (),
    ) -> None:
        self._store = store
        self._clock = clock
        self._contact = contact
        self._allowed = tuple(allowed)

    def preview(self, address: str) -> Preview:
        """Return what would be watched at an address; raises UnreachablePage where nothing."""
        found = asyncio.run(self._find(address))
        if isinstance(found, NotASource):
            raise UnreachablePage(found.words, next_step=found.next_step, about=found.address)
        return found

    def add(self, address: str, *, declared: Declared | None = None) -> WatchedSource:
        """Return a new source, found by its address; `declared` says more of it and outranks what is found.

        Raises UnreachablePage where nothing can be watched there, BadRequest where it is watched already.
        """
        return self.add_found(self.preview(address), declared=declared)

    def add_found(self, found: Preview, *, declared: Declared | None = None) -> WatchedSource:
        """Return a new source as its preview showed it."""
        given = declared or Declared(name="", address=found.address)
        title = given.title or found.title or ""
        taken = [source.declared.name for source in self.all()]
        whole = msgspec.structs.replace(
            given,
            name=given.name or name_for(title, found.address, taken),
            address=found.address,
            title=title,
            kind=given.kind or found.kind,
            language=given.language or found.language or "",
        )
        return self.declare(whole)

    def declare(self, declared: Declared) -> WatchedSource:
        """Return a new source exactly as it is declared, without asking its address first."""
        checked(declared)
        if declared.kind:
            kind_called(declared.kind)
        now = self._clock()
        return self._store.sources.add(declared, identity_of(declared.address), first_watch(now), now=now)

    def change(self, name: str, declared: Declared) -> WatchedSource:
        """Return a source with what it now declares; raises NotInRecord, BadRequest."""
        checked(declared)
        return self._store.sources.change(name, declared, identity_of(declared.address), now=self._clock())

    def all(self) -> tuple[WatchedSource, ...]:
        """Return all sources by name."""
        return self._store.sources.all()

    def called(self, name: str) -> WatchedSource:
        """Return the source of this name; raises NotInRecord."""
        return self._store.sources.called(name)

    def pause(self, name: str) -> WatchedSource:
        """Return a source that is asked no more until it is resumed."""
        return self._store.sources.pause(name, now=self._clock())

    def resume(self, name: str) -> WatchedSource:
        """Return a source that is asked again."""
        return self._store.sources.resume(name, now=self._clock())

    def ask_now(self, name: str) -> WatchedSource:
        """Return a source that a running watcher asks at once."""
        return self._store.sources.ask_now(name, now=self._clock())

    def remove(self, name: str) -> None:
        """Forget a source that led to no page yet; raises BadRequest where it has some."""
        self._store.sources.remove(name)

    def test(self, name: str) -> Preview:
        """Return what a source gives now, keeping nothing; raises UnreachablePage with the reason."""
        return self.preview(self.called(name).declared.address)

    def health(self) -> tuple[SourceHealth, ...]:
        """Return how all sources fare, by name."""
        now = self._clock()
        days = self._store.sources.days(now.date() - datetime.timedelta(days=SHOWN_DAYS))
        return tuple(
            SourceHealth(source=source, health=health_of(source, days.get(source.seq, ()), now))
            for source in self.all()
        )

    def health_of(self, name: str) -> SourceHealth:
        """Return how one source fares; raises NotInRecord."""
        source, now = self.called(name), self._clock()
        days = self._store.sources.days(now.date() - datetime.timedelta(days=SHOWN_DAYS))
        return SourceHealth(source=source, health=health_of(source, days.get(source.seq, ()), now))

    def askings(self, name: str, *, limit: int = 20) -> tuple[Asking, ...]:
        """Return the last times a source gave news or trouble, the last first."""
        return self._store.sources.askings(name, limit=limit)

    def pages(self, name: str, *, limit: int = 50, offset: int = 0) -> tuple[WatchedPage, ...]:
        """Return the pages a source pointed to, the newest first."""
        return self._store.sources.pages(name, limit=limit, offset=offset)

    def of_page(self, page_id: str) -> WatchedSource | None:
        """Return the source that led to a kept page, None where nobody watched for it."""
        return self._store.sources.of_page(page_id)

    def removals_of(self, url: str) -> tuple[Removal, ...]:
        """Return when the page of an address was found gone."""
        return self._store.removals.of(url)

    def page_states(self) -> dict[str, int]:
        """Return how many watched pages are waiting, kept, gone and lost."""
        return self._store.sources.states()

    def export_toml(self) -> str:
        """Return all sources as TOML."""
        return write_toml([source.declared for source in self.all()])

    def export_opml(self) -> str:
        """Return all sources as an OPML list for feed readers."""
        return write_opml([source.declared for source in self.all()])

    def import_file(self, path: Path | str) -> Imported:
        """Return what became of the sources of a TOML file or an OPML list; raises BadRequest."""
        try:
            return self.import_bytes(Path(path).read_bytes())
        except OSError as error:
            raise BadRequest(
                f"{path} cannot be read ({error.strerror}).", next_step="Check the path.", about=str(path)
            ) from error

    def import_bytes(self, body: bytes) -> Imported:
        """Return what became of the sources that TOML or an OPML list declares; known ones are left alone."""
        text = body.decode("utf-8", "replace")
        declared = read_opml(body) if text.lstrip("\ufeff \t\r\n").startswith("<") else read_toml(text)
        added, known = [], []
        have = {identity_of(source.declared.address): source.declared.name for source in self.all()}
        for source in declared:
            identity = identity_of(source.address)
            if identity in have:
                known.append(have[identity])
                continue
            name = name_for(source.name, source.address, tuple(have.values()))
            free = source.name if source.name not in have.values() else name
            self.declare(msgspec.structs.replace(source, name=free))
            have[identity] = free
            added.append(free)
        return Imported(added=tuple(added), known=tuple(known))

    def hub_confirms(self, token: str, mode: str, topic: str, lease_seconds: float | None) -> bool:
        """Return whether a hub asks about a subscription that this desk wanted, and note its promise."""
        known = self._store.sources.hub_promise(token)
        if known is None or mode != "subscribe" or topic != known[1].topic:
            return False
        seconds = LEASE_SECONDS if lease_seconds is None else lease_seconds
        self._store.sources.hub_confirmed(token, self._clock() + datetime.timedelta(seconds=seconds))
        return True

    def hub_tells(self, token: str, body: bytes, signature: str) -> bool:
        """Return whether news were told by the hub that has the secret; the source is then asked at once."""
        known = self._store.sources.hub_promise(token)
        if known is None or not is_signed(body, signature, known[1].secret):
            return False
        self.ask_now(known[0])
        return True

    async def _find(self, address: str) -> Preview | NotASource:
        async with WebClient(clock=self._clock, contact=self._contact, allowed=self._allowed) as client:
            return await find_source(client, address)


def networks_of(words: str) -> tuple[Network, ...]:
    """Return the networks that a setting names, apart by commas; raises BadRequest."""
    try:
        return tuple(ipaddress.ip_network(word.strip()) for word in words.split(",") if word.strip())
    except ValueError as error:
        raise BadRequest(
            f"{words} names no networks ({error}).", next_step="Write them as 10.1.0.0/16, apart by commas."
        ) from error
