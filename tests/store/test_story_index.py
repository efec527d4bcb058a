"""Which reports of the record a new one is compared with."""

import msgspec
from sqlalchemy import ColumnElement, func, select, update

from reportedly.store import Store
from reportedly.store.story_index import NearInRecord, pairs_around
from reportedly.store.story_tables import story_pairs, story_reports
from reportedly.stories import MAKER, SIGNS, Report, Sketch, sketched

from .made_up import NOON, article_of, page_of, reading_of


def told(store: Store, headline: str) -> Sketch:
    """Keep a page with a headline alone and tell its story."""
    page = page_of(headline, f"https://harbour.example/{headline.split()[0]}")
    kept = store.keep(page, reading_of(article_of(page)), now=NOON)
    sketch = sketched(Report(id=kept.article_id or "", headline=headline, text="", day=22370.5))
    store.stories.tell(sketch, version=MAKER.version, now=NOON)
    return sketch


def near(store: Store, headline: str) -> list[str]:
    sketch = sketched(Report(id="new", headline=headline, text="", day=22371.5))
    with store._connections.reading() as connection:  # as `tell` asks it
        return [each.id for each in NearInRecord(connection).near(sketch)]


def test_short_headlines_that_share_one_word_are_compared(store: Store) -> None:
    known = told(store, "Vantry ferry aground")
    assert near(store, "Lifeboats called out off Vantry") == [known.id]


def test_headlines_that_share_no_word_are_not_compared(store: Store) -> None:
    told(store, "Vantry ferry aground")
    assert near(store, "Orsa library to close") == []


def test_pairs_and_sketches_of_an_earlier_version_of_the_room_are_still_read(store: Store) -> None:
    one, other = told(store, "Vantry ferry aground"), told(store, "Ferry aground off Vantry harbour")
    with store._connections.writing() as connection:  # as the first version wrote them
        signs = func.substr(story_pairs.c.signs, 1, 15 * 4)
        connection.execute(update(story_pairs).values(signs=signs))
        (sketch,) = connection.scalars(select(story_reports.c.sketch).where(of(one))).all()
        earlier = msgspec.msgpack.encode(msgspec.msgpack.decode(sketch)[:3])
        connection.execute(update(story_reports).where(of(one)).values(sketch=earlier))
    with store._connections.reading() as connection:
        ids, pairs = pairs_around(connection, [one.id])
        (known,) = [each for each in NearInRecord(connection).near(other) if each.id == one.id]
    assert sorted(ids) == sorted((one.id, other.id))
    assert pairs.signs.shape == (1, len(SIGNS))
    assert known.weekdays == ()


def of(sketch: Sketch) -> ColumnElement[bool]:
    return story_reports.c.article_id == sketch.id
