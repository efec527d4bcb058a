"""Which reports of the record a new one is compared with."""

from reportedly.store import Store
from reportedly.store.story_index import NearInRecord
from reportedly.stories import MAKER, Report, Sketch, sketched

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
