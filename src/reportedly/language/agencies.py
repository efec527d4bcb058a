"""The news agencies of the world, by the names they are credited under."""

import functools
from importlib import resources

import msgspec


class Agency(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A news agency, or an outlet that others credit as one.

    `short` is its usual short form, `others` the names it goes by elsewhere and in other scripts,
    `country` an ISO 3166-1 alpha-2 code, `languages` those it writes in.
    """

    name: str
    short: str
    others: tuple[str, ...] = ()
    country: str
    languages: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agency: tuple[Agency, ...]


@functools.cache
def known_agencies() -> tuple[Agency, ...]:
    """Return every agency in the table, in the table's order."""
    file = resources.files("reportedly.language").joinpath("agencies.toml")
    return msgspec.toml.decode(file.read_bytes(), type=_Table).agency


def find_agency(name: str) -> Agency | None:
    """Return the agency that goes by a name, in any case; the first of the table where several do."""
    return _by_name().get(name.strip().casefold())


@functools.cache
def _by_name() -> dict[str, Agency]:
    found: dict[str, Agency] = {}
    for agency in known_agencies():
        for name in (agency.name, agency.short, *agency.others):
            found.setdefault(name.casefold(), agency)
    return found
