"""Reports as they are compared for stories: the record's answer to the room's `NearReports`."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np
from sqlalchemy import Connection, delete, insert, select, text, update

from reportedly.store.identifiers import any_of
from reportedly.store.story_tables import story_pairs, story_reports, story_terms
from reportedly.stories import NEAR_DAYS, SIGNS, Bag, Pairs, Sketch

_TERMS: Final = 16  # weightiest words by which a report is found
_MOST_NEAR: Final = 150  # reports compared with a new one: those that share most of these words
# With two, headlines lost half of their pairs: one by one they reached .75 to .76 in BCubed F1 where all at
# once gave .91; with one they give the same.
_FEWEST_SHARED: Final = 1
_UNDATED: Final = -1

_NEAR: Final = text(
    "SELECT number FROM story_terms WHERE term IN (SELECT value FROM json_each(:terms)) "
    "AND (:day < 0 OR day < 0 OR day BETWEEN :day - :days AND :day + :days) "
    "GROUP BY number HAVING count(*) >= :shared ORDER BY count(*) DESC, number DESC LIMIT :most"
)


class _Packed(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    words: int
    rarity: float
    bags: tuple[tuple[bytes, bytes], ...]
    weekdays: tuple[int, ...] = ()  # not in sketches of version 1


class NearInRecord:
    """The reports of the record, inside the caller's transaction; implements `stories.NearReports`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def near(self, sketch: Sketch) -> Sequence[Sketch]:
        """Return the reports around a report's day that share most of its weightiest words."""
        asked = {
            "terms": json.dumps(_weightiest(sketch)),
            "day": _day_of(sketch),
            "days": int(NEAR_DAYS),
            "shared": _FEWEST_SHARED,
            "most": _MOST_NEAR,
        }
        numbers = self._connection.scalars(_NEAR, asked).all()
        r = story_reports.c
        rows = self._connection.execute(
            select(r.article_id, r.day, r.sketch).where(r.number.in_(numbers), r.article_id != sketch.id)
        )
        return [_unpacked(row.article_id, row.day, row.sketch) for row in rows]


def digest_of(sketch: Sketch) -> str:
    """Return what changes where anything that is compared of a report does."""
    return hashlib.sha256(_packed(sketch) + str(sketch.day).encode()).hexdigest()[:16]


def put_report(connection: Connection, sketch: Sketch, version: str) -> int:
    """Put a report into the index in place of what it was before, and return its number."""
    r = story_reports.c
    row = {
        "digest": digest_of(sketch),
        "version": version,
        "day": sketch.day,
        "sketch": _packed(sketch),
    }
    number = connection.scalar(select(r.number).where(r.article_id == sketch.id))
    if number is None:
        added = connection.execute(insert(story_reports).values(article_id=sketch.id, **row))
        (number,) = added.inserted_primary_key or (0,)
    else:
        connection.execute(update(story_reports).where(r.number == number).values(**row))
        connection.execute(delete(story_terms).where(story_terms.c.number == number))
        either = (story_pairs.c.one == number) | (story_pairs.c.other == number)
        connection.execute(delete(story_pairs).where(either))
    terms = [{"term": term, "day": _day_of(sketch), "number": number} for term in _weightiest(sketch)]
    if terms:
        connection.execute(insert(story_terms), terms)
    return int(number)


def put_pairs(connection: Connection, ids: Sequence[str], pairs: Pairs) -> None:
    """Keep the pairs of reports that are in the index."""
    numbers = numbers_of(connection, ids)
    rows = [
        {
            "one": min(numbers[ids[one]], numbers[ids[other]]),
            "other": max(numbers[ids[one]], numbers[ids[other]]),
            "signs": signs.astype("<f4").tobytes(),
        }
        for one, other, signs in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.signs, strict=True)
    ]
    if rows:
        connection.execute(insert(story_pairs), rows)


def numbers_of(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of articles that are in the index."""
    r = story_reports.c
    rows = connection.execute(select(r.article_id, r.number).where(r.article_id.in_(any_of(ids))))
    return {row.article_id: row.number for row in rows}


def pairs_around(connection: Connection, ids: Iterable[str]) -> tuple[tuple[str, ...], Pairs]:
    """Return all kept pairs in which any of some articles is, and the articles in them, rising."""
    numbers = list(numbers_of(connection, ids).values())
    wanted = any_of(numbers)
    p, r = story_pairs.c, story_reports.c
    rows = {
        (one, other): signs
        for column in (p.one, p.other)
        for one, other, signs in connection.execute(
            select(p.one, p.other, p.signs).where(column.in_(wanted))
        ).all()
    }
    known = any_of(sorted({number for pair in rows for number in pair} | set(numbers)))
    named = connection.execute(
        select(r.article_id, r.number).where(r.number.in_(known)).order_by(r.article_id)
    ).all()
    at = {row.number: place for place, row in enumerate(named)}
    ordered = sorted(rows, key=lambda pair: (at[pair[0]], at[pair[1]]))
    # Pairs that an earlier version of the room weighed lack the last signs: nothing is known of those.
    whole = 4 * len(SIGNS)
    signs = b"".join(rows[pair].ljust(whole, b"\0") for pair in ordered)
    return tuple(row.article_id for row in named), Pairs(
        one=np.array([at[one] for one, _ in ordered], np.int64),
        other=np.array([at[other] for _, other in ordered], np.int64),
        signs=np.frombuffer(signs, "<f4").reshape(len(ordered), len(SIGNS)),
    )


def _weightiest(sketch: Sketch) -> list[int]:
    words = sketch.bags[0]
    order = np.lexsort((words.terms, -words.weights))[:_TERMS]
    return [int(term) for term in words.terms[order]]


def _day_of(sketch: Sketch) -> int:
    return _UNDATED if sketch.day is None else max(int(sketch.day), 0)


def _packed(sketch: Sketch) -> bytes:
    bags = tuple(
        (bag.terms.astype("<u4").tobytes(), bag.weights.astype("<f4").tobytes()) for bag in sketch.bags
    )
    return msgspec.msgpack.encode(
        _Packed(words=sketch.words, rarity=sketch.rarity, bags=bags, weekdays=sketch.weekdays)
    )


def _unpacked(article_id: str, day: float | None, packed: bytes) -> Sketch:
    kept = msgspec.msgpack.decode(packed, type=_Packed)
    bags = tuple(
        Bag(terms=np.frombuffer(terms, "<u4"), weights=np.frombuffer(weights, "<f4"))
        for terms, weights in kept.bags
    )
    return Sketch(
        id=article_id, day=day, words=kept.words, rarity=kept.rarity, bags=bags, weekdays=kept.weekdays
    )
