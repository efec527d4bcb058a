"""What the Sources pages ask of the desk, and nothing else."""

from typing import Protocol

from reportedly.desk.sources import Imported, SourceHealth
from reportedly.flow.watch import Preview
from reportedly.records import Asking, Declared, WatchedPage, WatchedSource


class SourceQuestions(Protocol):
    """The questions about sources; `Desk.sources` answers them. All may raise a `ReportedlyError`."""

    def health(self) -> tuple[SourceHealth, ...]:
        """Return how all sources fare, by name."""
        ...

    def health_of(self, name: str) -> SourceHealth:
        """Return how one source fares."""
        ...

    def askings(self, name: str, *, limit: int = 20) -> tuple[Asking, ...]:
        """Return the last times a source gave news or trouble, the last first."""
        ...

    def pages(self, name: str, *, limit: int = 50, offset: int = 0) -> tuple[WatchedPage, ...]:
        """Return the pages a source pointed to, the newest first."""
        ...

    def of_page(self, page_id: str) -> WatchedSource | None:
        """Return the source that led to a kept page, None where nobody watched for it."""
        ...

    def preview(self, address: str) -> Preview:
        """Return what would be watched at an address; fetches it."""
        ...

    def add(self, address: str, *, declared: Declared | None = None) -> WatchedSource:
        """Return a new source, found by its address."""
        ...

    def change(self, name: str, declared: Declared) -> WatchedSource:
        """Return a source with what it now declares."""
        ...

    def pause(self, name: str) -> WatchedSource:
        """Return a source that is asked no more."""
        ...

    def resume(self, name: str) -> WatchedSource:
        """Return a source that is asked again."""
        ...

    def ask_now(self, name: str) -> WatchedSource:
        """Return a source that a running watch asks at once."""
        ...

    def import_bytes(self, body: bytes) -> Imported:
        """Return what became of the sources of TOML or an OPML list."""
        ...

    def export_toml(self) -> str:
        """Return all sources as TOML."""
        ...

    def export_opml(self) -> str:
        """Return all sources as an OPML list."""
        ...

    def hub_confirms(self, token: str, mode: str, topic: str, lease_seconds: float | None) -> bool:
        """Return whether a hub asks about a subscription that this desk wanted."""
        ...

    def hub_tells(self, token: str, body: bytes, signature: str) -> bool:
        """Return whether news were told by the hub that was given the secret; the source is then asked."""
        ...
