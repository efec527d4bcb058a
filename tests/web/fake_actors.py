"""A desk's actors in memory, for the tests of the web page: one mayor, and rulings that are noted."""

import datetime
from collections.abc import Sequence
from typing import Any

from reportedly.records import Actor, ActorKind, ActorName, NotInRecord, OfficeHeld, Ruling
from reportedly.store import (
    ActorLine,
    ActorPage,
    ActorSaying,
    ArticlePage,
    KeptActor,
    MonthSaid,
    StatementPage,
    Told,
    WordUsed,
)

MAYOR = "a0a0a0a0a0a0a0a0"
DAY = datetime.date(2031, 4, 9)
MADE = datetime.datetime(2031, 4, 10, 9, 0, tzinfo=datetime.UTC)


class FakeActors:
    """Answers as `Desk.actors` does for one actor; `ruled` is what was ruled."""

    def __init__(self, articles: ArticlePage, statements: StatementPage) -> None:
        self._articles, self._statements = articles, statements
        self.ruled: list[Ruling] = []

    def find(
        self, words: str = "", *, kind: str | None = None, limit: int = 50, offset: int = 0
    ) -> ActorPage:
        known = words.casefold() in "ilse brandvik"
        line = ActorLine(
            id=MAYOR, name="Ilse Brandvik", kind="person", country="NO", origin="article", said_count=3,
            titles=("Mayor",),
        )  # fmt: skip
        lines = (line,) if known and offset == 0 else ()
        return ActorPage(lines=lines, total=int(known))

    def show(self, actor: str) -> KeptActor:
        self.name_of(actor)
        office = OfficeHeld(title="Mayor", source="articles", since=DAY, until=DAY, article_id="harbour")
        return KeptActor(
            actor=Actor(
                id=MAYOR, name="Ilse Brandvik", kind="person", origin="article", source="articles",
                country="NO", stands_as=MAYOR,
                names=(ActorName(name="Ilse Brandvik", source="articles", count=2),),
                offices=(office, OfficeHeld(title="Chair", source="own.csv", country="NO", since=DAY)),
            ),
            said_count=3, article_count=1, first_on=DAY, last_on=DAY, rulings=tuple(self.ruled),
        )  # fmt: skip

    def name_of(self, actor: str) -> str:
        if actor != MAYOR:
            raise NotInRecord(f"There is no actor {actor}.", next_step="Look it up.", about=actor)
        return "Ilse Brandvik"

    def saying(self, actor: str) -> ActorSaying:
        months = tuple(MonthSaid(month=datetime.date(2031, month, 1), count=month) for month in (1, 2, 4))
        return ActorSaying(
            months=months,
            told=(Told(words="reporters", count=2),),
            words=(WordUsed(word="pier", count=2),),
            looked_at=3,
        )

    def articles(self, actor: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        return self._articles

    def statements(
        self, actor: str, *, words: str | None = None, limit: int = 50, offset: int = 0
    ) -> StatementPage:
        return self._statements

    def this_is(
        self,
        target: str,
        actor: str | None = None,
        *,
        called: str | None = None,
        new: str | None = None,
        kind: ActorKind = "person",
        only_here: bool = False,
        note: str | None = None,
    ) -> Ruling:
        return self._rule("this-is", actor or MAYOR, words=new, only_here=only_here)

    def is_not(
        self, target: str, actor: str, *, called: str | None = None, note: str | None = None
    ) -> Ruling:
        return self._rule("is-not", actor)

    def not_same(self, first: str, second: str, *, note: str | None = None) -> Ruling:
        return self._rule("not-same", first, other_id=second)

    def merge(self, actor: str, into: str, *, note: str | None = None) -> Ruling:
        return self._rule("merge", actor, other_id=into)

    def rename(self, actor: str, name: str, *, note: str | None = None) -> Ruling:
        return self._rule("rename", actor, name=name)

    def split(
        self, actor: str, articles: Sequence[str], *, name: str | None = None, note: str | None = None
    ) -> Ruling:
        return self._rule("split", actor, articles=tuple(articles), name=name, other_id=MAYOR)

    def undo(self, ruling: str) -> Ruling:
        return self.ruled[-1]

    def rulings(self, actor: str | None = None) -> tuple[Ruling, ...]:
        return tuple(self.ruled)

    def _rule(self, kind: Any, actor: str, **more: Any) -> Ruling:
        self.ruled.append(Ruling(id=f"r{len(self.ruled)}", kind=kind, made_at=MADE, actor_id=actor, **more))
        return self.ruled[-1]
