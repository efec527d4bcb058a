"""Whether the files beside the record still hold what they were given, by their own digests."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Select, select

from reportedly.records import Span, StoreDamaged
from reportedly.store.bodies import trouble_in
from reportedly.store.connecting import Connections
from reportedly.store.kept_files import Place
from reportedly.store.rows import BrokenEvidence, Evidence
from reportedly.store.schema import pages

_BATCH: Final = 500  # pages asked for at a time, so that no question stays open while files are read


def broken_records(connections: Connections) -> Iterator[BrokenEvidence]:
    """Yield every page whose WARC record is missing, cut, or not the one its digests were made of."""
    last = 0
    while True:
        query: Select[Any] = (
            select(pages.c.seq, pages.c.id, pages.c.warc_file, pages.c.warc_offset, pages.c.warc_length)
            .where(pages.c.seq > last, pages.c.warc_file.is_not(None))
            .order_by(pages.c.seq)
            .limit(_BATCH)
        )
        with connections.reading() as connection:
            rows = connection.execute(query).all()
        if not rows:
            return
        for row in rows:
            place = Place(number=row.warc_file, offset=row.warc_offset, length=row.warc_length)
            words = _trouble(connections, place)
            if words is not None:
                yield _broken(row.id, connections.files.path_of(place.number).name, place, words)
        last = rows[-1].seq


def _trouble(connections: Connections, place: Place) -> str | None:
    try:
        return trouble_in(connections.files.record_at(place))
    except StoreDamaged as damage:
        return damage.what


def _broken(page_id: str, file: str, place: Place, words: str) -> BrokenEvidence:
    stretch = Span(place.offset, place.offset + place.length)
    evidence = Evidence(
        record="page", record_id=page_id, article_id=page_id, role="warc", span=stretch, words=file
    )
    return BrokenEvidence(evidence=evidence, found=words)
