"""Versions of the fake desk's pages: each page has one, and none was ever gone."""

from reportedly.desk import Compared, History, Version
from reportedly.records import BadRequest, Removal
from reportedly.store import PageFacts


class FakeHistory:
    def __init__(self, facts: tuple[PageFacts, ...] = ()) -> None:
        self.facts = facts

    def of(self, article_id: str) -> History:
        return History(url=None, versions=tuple(Version(page=each) for each in self.facts))

    def compared(self, article_id: str) -> Compared:
        raise BadRequest("There is one version.", next_step="Keep another.", about=article_id)

    def removed(self, url: str | None) -> Removal | None:
        return None
