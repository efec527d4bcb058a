"""Copies in the record: the index behind the room, the links, and what hangs together."""

from pathlib import Path

import pytest

from reportedly.copies import MAKER, CopiesFound, Printed, find_copies, printed
from reportedly.records import CopyLink
from reportedly.store import Store, copy_index, open_store
from store.made_up import HARBOUR, LATER, NOON, article_of, page_of, reading_of

MORE = """
The engineers of the port counted forty cracks in the wall and drew each of them on a map of oak.
Merchants who keep their wool in the sheds behind it have asked for another winter without work.
A storm that took the lamp from the mole eleven years ago is still told of in the taverns of the town.
The treasury has set aside nine thousand crowns for stone, and as much again for those who lay it.
Nobody in the council spoke against the plan, but two of its members left before it was voted on.
The first carts are to roll down from the quarry in May, when the road over the moor is dry again."""
WALL = HARBOUR.rsplit("\n", 1)[0] + MORE


def keep(store: Store, text: str, url: str) -> Printed:
    """Put a text into the record as an article and into the index, with its links."""
    page = page_of(text, url)
    kept = store.keep(page, reading_of(article_of(page)), now=NOON)
    assert kept.article_id is not None
    article = printed(kept.article_id, store.article(kept.article_id).article)
    store.copies.keep(article, find_copies(article, store.copies.index), by=MAKER, now=NOON)
    return article


def test_an_article_finds_those_kept_before(store: Store) -> None:
    first = keep(store, WALL, "https://tide.example/1")
    second = keep(store, WALL + "\nMore soon.", "https://echo.example/1")
    (link,) = (link for link in store.copies.links_of([second.id]) if link.origin)
    assert {link.copy, link.origin} == {first.id, second.id}


def test_links_come_back_as_they_were_kept(store: Store) -> None:
    first = keep(store, WALL, "https://tide.example/1")
    article = printed("x", first.article)
    found = find_copies(article, store.copies.index)
    second = keep(store, WALL + "\nMore.", "https://echo.example/1")
    link = CopyLink(
        copy=second.id, origin=first.id, kind="whole", is_sure=True, reason="published", because="so",
        carried=found.links[0].carried, share=0.5, share_of_origin=0.25,
    )  # fmt: skip
    store.copies.keep(second, CopiesFound(links=(link,)), by=MAKER, now=LATER)
    assert store.copies.links_of([second.id]) == (link,)


def test_an_article_is_known_as_it_stands_and_by_the_version_that_linked_it(store: Store) -> None:
    article = keep(store, WALL, "https://tide.example/1")
    changed = printed(article.id, article_of(page_of(WALL + MORE)))
    assert store.copies.is_linked(article, MAKER)
    assert not store.copies.is_linked(changed, MAKER)
    assert not store.copies.is_linked(article, MAKER.__class__(room="copies", version="0"))


def test_an_article_read_anew_is_found_by_its_new_words_alone(store: Store) -> None:
    old = keep(store, WALL, "https://tide.example/1")
    other = page_of("Pears\nOther words stand here now, and none of them is about the wall.", None)
    store.copies.keep(printed(old.id, article_of(other)), CopiesFound(), by=MAKER, now=LATER)
    assert len(store.copies.index.holders(printed("x", old.article)).numbers) == 0


def test_an_article_that_another_process_read_anew_is_gone_here_too(record_path: Path) -> None:
    with open_store(record_path) as one, open_store(record_path) as other:
        old = keep(one, WALL, "https://tide.example/1")
        asker = printed("x", old.article)
        assert len(one.copies.index.holders(asker).numbers) > 0
        anew = page_of("Pears\nOther words stand here now, and none of them is about the wall.", None)
        other.copies.keep(printed(old.id, article_of(anew)), CopiesFound(), by=MAKER, now=LATER)
        assert len(one.copies.index.holders(asker).numbers) == 0


def test_outlets_of_articles_put_in_later_are_known_too(store: Store) -> None:
    for number in range(12):
        keep(store, WALL + f"\nNote {number}.", f"https://tide{number % 3}.example/{number}")
        held = store.copies.index.holders(printed("x", article_of(page_of(WALL))))
        assert set(held.numbers.tolist()) == set(range(1, number + 2))
    assert len(set(held.outlets.tolist())) == 1  # all are the Tidewater Post's


def test_all_that_hang_together_are_a_family(store: Store) -> None:
    ids = [keep(store, WALL + f"\nNote {n}.", f"https://tide{n}.example/1").id for n in range(3)]
    alone = keep(
        store, "Pears\nThe pears of the valley are ripe and nobody has picked them yet.", "https://p.example/"
    )
    family, links = store.copies.family(ids[1])
    assert family[0] == ids[1]
    assert set(family) == set(ids)
    assert len([link for link in links if link.origin]) == 3
    assert store.copies.family(alone.id)[0] == (alone.id,)


def test_another_process_sees_what_was_put_in(record_path: Path) -> None:
    with open_store(record_path) as one, open_store(record_path) as other:
        first = keep(one, WALL, "https://tide.example/1")
        assert set(other.copies.index.holders(printed("x", first.article)).numbers.tolist()) == {1}
        keep(other, WALL + "\nMore.", "https://echo.example/1")
        assert set(one.copies.index.holders(printed("x", first.article)).numbers.tolist()) == {1, 2}


def test_nothing_is_lost_when_the_tail_is_written_into_segments(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copy_index.flush_tail, "__kwdefaults__", {"at": 2})
    for number in range(5):
        keep(store, WALL + f"\nNote {number}.", f"https://tide{number}.example/1")
    article = printed("x", article_of(page_of(WALL)))
    assert set(store.copies.index.holders(article).numbers.tolist()) == {1, 2, 3, 4, 5}
