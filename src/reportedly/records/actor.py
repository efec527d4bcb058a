"""Whom the knowledge base of actors knows: countries, holders of office, and others by name."""

import datetime
from typing import Literal

import msgspec

Office = Literal["chief of state", "head of government"]
ActorKind = Literal["person", "country", "organisation", "armed group", "institution"]
DatePrecision = Literal["day", "month", "year"]


_A_YEAR = datetime.timedelta(days=366)


class Country(msgspec.Struct, frozen=True, gc=False):
    """A country or territory: its ISO 3166-1 codes, its English name and its capital, None where it has none.

    Kosovo, which ISO has no code for, is XK and XKX.
    """

    code: str
    alpha3: str
    name: str
    capital: str | None = None


class Holder(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A person in an office of a country, and from when to when.

    `country` is an ISO 3166-1 alpha-2 code; `title` stands as the source writes it; `roles` says what
    it amounts to (president, prime minister, monarch, governor, leader, regent, deputy, …). `since` is
    the first day (of a month or a year as `precision` says), `until` the day before the successor's, or
    None where no successor is known. The source saw the person in office from `first_seen` to
    `last_seen`; between these days it was not looked at daily. `spellings` are other ways its editors
    wrote the name; `home` is the state by whose office the person holds this one (of a realm, a territory).
    `is_open` says that the person was still there when the source was last looked at.
    """

    country: str
    office: Office
    title: str
    roles: tuple[str, ...]
    name: str
    surname: str
    since: datetime.date | None
    precision: DatePrecision
    until: datetime.date | None
    first_seen: datetime.date
    last_seen: datetime.date
    spellings: tuple[str, ...] = ()
    home: str | None = None
    is_open: bool = False
    source: str = "factbook"

    @property
    def is_deputy(self) -> bool:
        """Return whether the person stands in for the one who holds the office."""
        return "deputy" in self.roles

    def held_on(self, day: datetime.date) -> bool:
        """Return whether the office was held on a day, as far as is known.

        Behind the last sight and before a successor it counts as held; without a successor only where the
        source ends with that sight, and for a year at most.
        """
        start = min(self.since or self.first_seen, self.first_seen)
        last = self.last_seen + _A_YEAR if self.is_open else self.last_seen
        return start <= day <= (self.until or last)

    def seen_on(self, day: datetime.date) -> bool:
        """Return whether a day lies between two sights of the person in this office."""
        return self.held_on(day) and self.first_seen <= day <= self.last_seen


class Listed(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A name of a dictionary of actors, with one of its codes and the days on which that code applies.

    `code` is CAMEO's (`GBRGOV`: the government of Great Britain); `country` the alpha-2 code in it, None
    where it names none.
    """

    name: str
    kind: ActorKind
    code: str
    country: str | None
    first: datetime.date | None = None
    last: datetime.date | None = None
    source: str = "phoenix"

    def holds_on(self, day: datetime.date) -> bool:
        """Return whether the code applies on a day."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A city: its name, its country (alpha-2), where it lies in degrees, and how many live there.

    `is_capital` says that the country's government or parliament sits in it.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    is_capital: bool = False
    source: str = "geonames"


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom words may mean, and why; `confidence` runs from 0 to 1.

    `since`, `until` and `last_seen` are those of the office. `source` names where the row comes from:
    `factbook`, `leaders`, `phoenix`, `countries`, `organisations` or `agencies`.
    """

    name: str
    kind: ActorKind
    country: str | None = None
    title: str | None = None
    office: str | None = None
    since: datetime.date | None = None
    precision: DatePrecision = "day"
    until: datetime.date | None = None
    last_seen: datetime.date | None = None
    source: str
    confidence: float


class Identified(msgspec.Struct, frozen=True, kw_only=True):
    """Whom some words mean on a day: the best candidate first, the reason, and whether it is unsure.

    An empty `candidates` says that nobody is known. `reason` is a short code in kebab case, which
    docs/actors.md explains; `words` and `day` are what was asked.
    """

    words: str
    day: datetime.date
    reason: str
    unsure: bool
    candidates: tuple[Candidate, ...] = ()
    country: Country | None = None
