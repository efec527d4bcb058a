"""What the record answers about actors: one frozen type per question."""

import datetime

import msgspec

from reportedly.records import Actor, ActorKind, ActorOrigin, OfficeHeld, Ruling
from reportedly.store.rows import ActorRef


class ActorLine(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as a line of a list; `said_count` is how many statements of theirs stand in the record."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    origin: ActorOrigin
    said_count: int
    titles: tuple[str, ...] = ()


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of actors found and how many there are in all."""

    lines: tuple[ActorLine, ...]
    total: int


class MonthSaid(msgspec.Struct, frozen=True, kw_only=True):
    """How many statements somebody made in a month; `month` is its first day."""

    month: datetime.date
    count: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to whom an actor spoke, by name or in the words used, and in how many statements."""

    words: str
    count: int
    actor: ActorRef | None = None


class WordUsed(msgspec.Struct, frozen=True, kw_only=True):
    """A word an actor uses more than others do, and in how many of the statements looked at."""

    word: str
    count: int


class ActorSaying(msgspec.Struct, frozen=True, kw_only=True):
    """What can be told of an actor's statements: by month, to whom, in which words.

    Months are of all statements; hearers and words are of the latest `looked_at` of them.
    """

    months: tuple[MonthSaid, ...] = ()
    told: tuple[Told, ...] = ()
    words: tuple[WordUsed, ...] = ()
    looked_at: int = 0


class KeptActor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor in the record: who it is, what stands of it, and what persons ruled.

    `actor.names` and `actor.offices` hold what sources give first, then what articles say. `first_on`
    and `last_on` are the days of the first and last article, `joined` those who stand as this actor.
    """

    actor: Actor
    said_count: int
    article_count: int
    first_on: datetime.date | None = None
    last_on: datetime.date | None = None
    joined: tuple[ActorRef, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def sources(self) -> tuple[OfficeHeld, ...]:
        """Return the offices that a source gives, and not an article."""
        return tuple(office for office in self.actor.offices if office.article_id is None)
