"""Whom the desk knows: actors, which of them the people of an article are, and what a person ruled."""

import datetime
from typing import Literal

import msgspec

from reportedly.records.actor import ActorKind, DatePrecision
from reportedly.records.span import Span

ActorOrigin = Literal["base", "import", "article", "person"]
RulingKind = Literal["this-is", "is-not", "same", "not-same", "rename", "merge", "split"]


class ActorName(msgspec.Struct, frozen=True, kw_only=True):
    """One name somebody goes by, and where it comes from.

    `source` is `factbook`, `leaders`, `phoenix` or `countries` for the knowledge base, the name of an
    imported file, `ruling` for what a person said, `articles` for how articles name them; `count` is then
    in how many.
    """

    name: str
    source: str
    language: str | None = None
    count: int = 0


class OfficeHeld(msgspec.Struct, frozen=True, kw_only=True):
    """An office somebody holds or is said to hold, from when to when, and who says so.

    `roles` are those of `Holder` where the title is one the knowledge base tells apart. Of what articles say,
    `since` and `until` are the days of the first and last of them, and `article_id` is the first.
    """

    title: str
    source: str
    roles: tuple[str, ...] = ()
    country: str | None = None
    since: datetime.date | None = None
    precision: DatePrecision = "day"
    until: datetime.date | None = None
    article_id: str | None = None

    def held_on(self, day: datetime.date) -> bool:
        """Return whether a day lies within what is known of the term; an open end is no bound."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """A person, a country or an organisation, with the names and offices that are known.

    `id` never changes: 16 hexadecimal digits of where the actor first came from. `name` is the one a
    person gave, else that of the source; `country` an alpha-2 code. `stands_as` is the actor this one
    was ruled to be, its own id where it stands by itself.
    """

    id: str
    name: str
    kind: ActorKind
    origin: ActorOrigin
    source: str
    country: str | None = None
    stands_as: str = ""
    names: tuple[ActorName, ...] = ()
    offices: tuple[OfficeHeld, ...] = ()


class ActorSeen(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as the room `actors` weighs one: who it is, and where and when articles spoke of them.

    `called` are the folded names, `titles` the folded words of offices that articles gave, `countries`
    alpha-2 codes. `in_outlet` says that the outlet at hand has spoken of them.
    """

    actor: Actor
    called: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    countries: frozenset[str] = frozenset()
    in_outlet: bool = False
    first_on: datetime.date | None = None
    last_on: datetime.date | None = None


class NameRuling(msgspec.Struct, frozen=True, kw_only=True):
    """A person's word that a name is an actor's, or is not, in an article of an outlet and a language."""

    name: str
    actor_id: str
    is_so: bool
    outlet: str | None = None
    language: str | None = None


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """An actor who was considered for a name: how well they fit, and the codes of why."""

    actor_id: str
    name: str
    score: float
    why: tuple[str, ...] = ()


class Resolution(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of an article, and which actor that is; `actor_id` is None where it could not be told.

    `name` and `named_at` are those of their `Naming`s, `mentions` where they stand. `reason` is a short
    code in kebab case, which docs/actors.md explains; `candidates` holds who was considered, the best
    first. `titles` and `country` are what the article says of them. Where it gives no name (`is_named`),
    `name` holds the words that stand for them.
    """

    name: str
    named_at: Span
    mentions: tuple[Span, ...]
    kind: ActorKind
    reason: str
    actor_id: str | None = None
    score: float = 0.0
    candidates: tuple[Weighed, ...] = ()
    titles: tuple[str, ...] = ()
    country: str | None = None
    is_named: bool = True


class Roles(msgspec.Struct, frozen=True, kw_only=True):
    """Who has a part in a statement, as places in the article's resolutions; None where nobody is known.

    A spokesperson is the `speaker`, and who it is said for is `speaks_for`.
    """

    speaker: int | None = None
    speaks_for: int | None = None
    addressee: int | None = None


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """Who the people of an article are: resolutions in text order, and the part each has in the statements.

    `roles` are in the order of the statements that were handed in. `actors` are those the record must
    know for it: new ones, and those of the knowledge base.
    """

    resolutions: tuple[Resolution, ...] = ()
    roles: tuple[Roles, ...] = ()
    actors: tuple[Actor, ...] = ()


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """What a person ruled about actors; it is kept for ever, and no reading overwrites it.

    `article_id`, `words` and `mention` say of which mention it speaks; `only_here` that it is about this
    mention alone, and not about everybody of that name in the article. `actor_id` is whom it is about,
    `other_id` the second of two, `name` a new name, `articles` those that a split takes along.
    `undone_at` is set once a person took it back.
    """

    id: str
    kind: RulingKind
    made_at: datetime.datetime
    actor_id: str
    other_id: str | None = None
    article_id: str | None = None
    words: str | None = None
    mention: Span | None = None
    only_here: bool = False
    name: str | None = None
    articles: tuple[str, ...] = ()
    note: str | None = None
    undone_at: datetime.datetime | None = None
