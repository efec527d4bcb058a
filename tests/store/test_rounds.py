"""One transaction of the watcher: many rows at once, and seen before they are written."""

import datetime
from pathlib import Path

import pytest

from reportedly.records import Asking, Declared, Item, WatchedPage
from reportedly.sources.asking import first_watch
from reportedly.sources.identity import identity_of
from reportedly.store import Found, Round, Store
from reportedly.store.sources import KEPT_ASKINGS

from .made_up import HARBOUR, LATER, NOON, harbour_page, page_of
from .test_kept_files import FILE, kinds


@pytest.fixture
def source(store: Store) -> int:
    """Return the number of a watched source."""
    declared = Declared(name="tide", address="https://tide.example/feed")
    return store.sources.add(declared, identity_of(declared.address), first_watch(NOON), now=NOON).seq


def found(*names: str) -> list[Found]:
    """Return items of these names."""
    return [Found(item=Item(address=f"https://tide.example/{name}"), identity=name) for name in names]


def add(round_: Round, source: int, *names: str) -> list[WatchedPage]:
    """Return new watched pages of these names."""
    return round_.add(found(*names), source, now=NOON)


def test_what_was_added_is_known_at_once_and_afterwards(store: Store, source: int) -> None:
    with store.watching.round() as round_:
        first, _ = add(round_, source, "a", "b")
        assert [each.identity for each in round_.unknown(found("a", "c", "b", "c"))] == ["c"]
        assert round_.of_identities(("a", "c")) == {"a": first}
    with store.watching.round() as round_:
        assert [each.identity for each in round_.unknown(found("a", "c"))] == ["c"]
        assert round_.of_identities(("a",)) == {"a": first}


def test_pages_of_one_round_and_of_the_next_are_numbered_on(store: Store, source: int) -> None:
    numbers = []
    for names in (("a", "b"), ("c",)):
        with store.watching.round() as round_:
            numbers += [page.seq for page in add(round_, source, *names)]
            numbers += [page.seq for page in add(round_, source, f"{names[0]}{names[0]}")]
    assert numbers == [1, 2, 3, 4, 5]


def test_a_further_name_leads_to_its_page_and_one_that_leads_elsewhere_stays(
    store: Store, source: int
) -> None:
    with store.watching.round() as round_:
        first, second = add(round_, source, "a", "b")
        round_.join(("x", "b"), first.seq)
        assert round_.of_identities(("x", "b")) == {"x": first, "b": second}
    with store.watching.round() as round_:
        assert round_.of_identities(("x", "b")) == {"x": first, "b": second}


def test_a_dropped_page_leaves_its_names_to_another(store: Store, source: int) -> None:
    with store.watching.round() as round_:
        first, second = add(round_, source, "a", "b")
        round_.drop(second, into=first.seq)
        assert round_.of_identities(("a", "b")) == {"a": first, "b": first}
    assert len(store.sources.pages("tide", limit=9)) == 1


def test_the_same_bytes_twice_in_one_round_are_kept_once(
    store: Store, source: int, record_path: Path
) -> None:
    other = page_of(HARBOUR, "https://isle.example/copy", fetched_at=LATER)
    with store.watching.round() as round_:
        first, second = add(round_, source, "a", "b")
        ids = [round_.keep(harbour_page(), first, now=NOON), round_.keep(other, second, now=NOON)]
        ids.append(round_.keep(harbour_page(), first, now=NOON))
    assert [store.page(page_id) for page_id in store.page_ids()] == [harbour_page(), other]
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response", "revisit"]
    assert [each.page_id for each in store.watching.unread(limit=9)] == sorted(set(ids))


def test_what_is_in_the_record_is_not_kept_again(store: Store, source: int, record_path: Path) -> None:
    for _ in range(2):
        with store.watching.round() as round_:
            page = round_.of_identities(("a",)).get("a") or add(round_, source, "a")[0]
            round_.keep(harbour_page(), page, now=NOON)
    assert kinds(record_path.parent / FILE) == ["warcinfo", "response"]


def add_and_fail(store: Store, source: int) -> None:
    with store.watching.round() as round_:
        page = add(round_, source, "a")[0]
        round_.keep(harbour_page(), page, now=NOON)
        raise ZeroDivisionError


def test_what_fails_writes_nothing(store: Store, source: int) -> None:
    with pytest.raises(ZeroDivisionError):
        add_and_fail(store, source)
    assert store.counts().pages == 0
    assert store.sources.pages("tide", limit=9) == ()


def test_of_the_askings_of_a_source_the_last_are_kept_and_its_days_count_all(
    store: Store, source: int
) -> None:
    for number in range(3):
        with store.watching.round() as round_:
            for minute in range(50):
                at = NOON + datetime.timedelta(hours=number, minutes=minute)
                round_.save_source(source, first_watch(at), Asking(at=at, outcome="news", fresh=2))
    askings = store.sources.askings("tide", limit=200)
    assert len(askings) == KEPT_ASKINGS
    assert askings[0].at == NOON + datetime.timedelta(hours=2, minutes=49)
    assert [(day.asked, day.fresh) for day in store.sources.days(NOON.date())[source]] == [(150, 300)]
