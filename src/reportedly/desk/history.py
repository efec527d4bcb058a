"""The history of a page's address: its versions, what changed in each, and when it was gone."""

import contextlib

import msgspec

from reportedly.changes import Stretch, mark_change
from reportedly.records import BadRequest, Change, NotInRecord, Removal
from reportedly.store import KeptArticle, KeptChange, PageFacts, Store


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One version: its page, its headline, and what changed since the version before.

    `headline` is None where there is none, `article_id` where no article was read; `change` where there
    is none before it.
    """

    page: PageFacts
    article_id: str | None = None
    headline: str | None = None
    previous_id: str | None = None
    change: Change | None = None


class History(msgspec.Struct, frozen=True, kw_only=True):
    """All versions of an address, the oldest first, and when the page was found gone.

    `removed` is the removal that still stands: the page answered 404 or 410 and was not back since.
    """

    url: str | None
    versions: tuple[Version, ...]
    removals: tuple[Removal, ...] = ()

    @property
    def removed(self) -> Removal | None:
        """Return the removal that still stands, None where the page is there as far as is known."""
        last = self.removals[-1] if self.removals else None
        return last if last is not None and last.returned_at is None else None


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """Two versions side by side: what changed, and the later one's paragraphs with the changes in place."""

    before: KeptArticle
    after: KeptArticle
    change: Change
    paragraphs: tuple[tuple[Stretch, ...], ...]


class DeskHistory:
    """What a person asks of the versions of a page."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, article_id: str) -> History:
        """Return the history of an article's address; its identifier may be cut to 6 digits or more.

        Pages that gave no article are named by their whole identifier. Raises NotInRecord.
        """
        page_id = article_id
        with contextlib.suppress(NotInRecord):
            page_id = self._store.article_line_id(article_id)
        facts = self._store.versions(page_id)
        found = {each.article_id: each for each in self._store.changes_of(tuple(each.id for each in facts))}
        url = facts[0].url
        return History(
            url=url,
            versions=tuple(self._version(each, found.get(each.id)) for each in facts),
            removals=self._store.removals.of(url) if url else (),
        )

    def removed(self, url: str | None) -> Removal | None:
        """Return the removal of an address that still stands, None where it is there as far as is known."""
        removals = self._store.removals.of(url) if url else ()
        return removals[-1] if removals and removals[-1].returned_at is None else None

    def compared(self, article_id: str) -> Compared:
        """Return a version beside the one before it; raises BadRequest where there is none before."""
        whole = self._store.article_line_id(article_id)
        kept = self._store.changes_of((whole,))
        if not kept:
            raise BadRequest(
                f"Article {article_id} is the first version of its address that holds an article.",
                next_step="Look at the list of its versions.",
                about=article_id,
            )
        before, after = self._store.article(kept[0].previous_id), self._store.article(whole)
        paragraphs = mark_change(before.article, after.article, kept[0].change)
        return Compared(before=before, after=after, change=kept[0].change, paragraphs=paragraphs)

    def changes(
        self, *, silent_only: bool = False, limit: int = 50, offset: int = 0
    ) -> tuple[KeptChange, ...]:
        """Return the changes in the record, the newest first; `silent_only` those the page does not tell."""
        return self._store.newest_changes(silent_only=silent_only, limit=limit, offset=offset)

    def _version(self, facts: PageFacts, kept: KeptChange | None) -> Version:
        headline, article_id = self._store.headline_of(facts.id)
        return Version(
            page=facts,
            article_id=article_id,
            headline=headline,
            previous_id=kept.previous_id if kept else None,
            change=kept.change if kept else None,
        )
