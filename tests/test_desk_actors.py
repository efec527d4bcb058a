"""The desk's actors: learned, ruled on, taken back, brought in; and that no reading overwrites a ruling."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly import Desk
from reportedly.records import BadRequest, NotInRecord
from reportedly.store import StatementQuery

NOON = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)

MAYOR = "<p>“The quay stays open,” Mayor Ana Torv said. She added that the harbour was full.</p>"
MAYOR_AGAIN = "<p>“The harbour opens again,” Mayor Torv said on Monday.</p>"
MINISTER = "<p>“We pay for the dam,” Cuban minister Ana Torv told Oskar Renn.</p>"


class Clock:
    """A clock that goes on by a second whenever it is looked at."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime.datetime:
        self.now += datetime.timedelta(seconds=1)
        return self.now


def page(body: str, title: str = "Harbour notes", outlet: str = "The Tidewater Post") -> bytes:
    return (
        f'<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{outlet}">'
        '<meta property="article:published_time" content="2031-04-01T09:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{body}<p>The harbour lies in the north of the island, where the "
        "old fleet once landed its catch and where the ferries still leave every morning.</p>"
        "</article></body></html>"
    ).encode()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", clock=Clock()) as opened:
        yield opened


def read(desk: Desk, body: str, name: str, outlet: str = "The Tidewater Post") -> str:
    kept = desk.read_bytes(page(body, outlet=outlet), url=f"https://tidewater.example/{name}")
    assert kept.article_id is not None
    return kept.article_id


def speakers(desk: Desk, article_id: str) -> list[str | None]:
    return [one.actor.id if one.actor else None for one in desk.article(article_id).statements]


def test_who_speaks_becomes_an_actor_and_a_later_surname_joins(desk: Desk) -> None:
    first, second = read(desk, MAYOR, "a"), read(desk, MAYOR_AGAIN, "b")
    (mayor,) = set(speakers(desk, first))
    assert mayor is not None
    assert speakers(desk, second) == [mayor]
    kept = desk.actors.show(mayor)
    assert (kept.actor.name, kept.said_count, kept.article_count) == ("Ana Torv", 3, 2)
    assert {name.name for name in kept.actor.names} == {"Ana Torv", "Torv"}
    (office,) = [one for one in kept.actor.offices if one.title == "Mayor"]
    assert (office.source, office.since) == ("articles", datetime.date(2031, 4, 1))


def test_two_people_of_one_name_are_two_actors(desk: Desk) -> None:
    read(desk, MAYOR, "a")
    read(desk, MINISTER, "b", "Capital Courier")
    assert len({line.id for line in desk.actors.find("ana torv").lines}) == 2


def test_reading_a_page_twice_changes_nothing(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    before = (desk.article(first), desk.actors.find())
    assert desk.read_bytes(page(MAYOR), url="https://tidewater.example/a").outcome == "unchanged"
    assert [changed for _, changed in desk.actors.resolve_again()] == [False]
    assert (desk.article(first), desk.actors.find()) == before


def test_statements_are_found_by_actor_and_words(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    read(desk, MINISTER, "b", "Capital Courier")
    mayor = speakers(desk, first)[0] or ""
    assert desk.actors.statements(mayor, words="harbour").total == 1
    assert desk.actors.statements(mayor, words="dam").total == 0
    assert desk.actors.statements(mayor).total == 2
    assert desk.find_statements(StatementQuery(words=mayor)).total == 0


def test_a_wrong_name_corrected_once_stays_corrected(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    kept = desk.article(first).statements[0]
    desk.actors.this_is(kept.id, new="Bea Lind")
    (corrected,) = set(speakers(desk, first))
    assert corrected is not None
    assert desk.actors.show(corrected).actor.name == "Bea Lind"
    list(desk.actors.resolve_again())
    assert set(speakers(desk, first)) == {corrected}
    later = read(desk, MAYOR.replace("quay", "pier"), "c")
    assert set(speakers(desk, later)) == {corrected}
    line = desk.find_statements(StatementQuery(words="pier")).lines[0]
    assert line.actor is not None
    assert line.actor.name == "Bea Lind"


def test_a_ruling_on_one_mention_alone_leaves_the_others(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    mayor = speakers(desk, first)[0]
    second = desk.article(first).statements[1]
    desk.actors.this_is(second.id, new="Bea Lind", only_here=True)
    list(desk.actors.resolve_again())
    found = speakers(desk, first)
    assert found[0] == mayor
    assert found[1] not in (mayor, None)


def test_who_was_ruled_not_to_be_meant_is_gone_and_comes_back_with_undo(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    mayor = speakers(desk, first)[0] or ""
    ruling = desk.actors.is_not(first, mayor, called="Ana Torv")
    list(desk.actors.resolve_again())
    assert mayor not in speakers(desk, first)
    desk.actors.undo(ruling.id)
    list(desk.actors.resolve_again())
    assert set(speakers(desk, first)) == {mayor}


def test_a_merge_moves_all_and_undo_moves_it_back(desk: Desk) -> None:
    first, second = read(desk, MAYOR, "a"), read(desk, MINISTER, "b", "Capital Courier")
    mayor, minister = speakers(desk, first)[0] or "", speakers(desk, second)[0] or ""
    ruling = desk.actors.merge(minister, mayor)
    assert speakers(desk, second) == [mayor]
    assert desk.actors.show(minister).actor.id == mayor
    assert desk.actors.show(mayor).said_count == 3
    assert desk.actors.statements(minister, words="dam").total == 1
    list(desk.actors.resolve_again())
    assert speakers(desk, second) == [mayor]
    desk.actors.undo(ruling.id)
    list(desk.actors.resolve_again())
    assert desk.actors.show(mayor).said_count == 2
    assert desk.actors.show(minister).actor.id == minister


def test_who_was_ruled_apart_cannot_be_merged_until_that_is_undone(desk: Desk) -> None:
    first, second = read(desk, MAYOR, "a"), read(desk, MINISTER, "b", "Capital Courier")
    mayor, minister = speakers(desk, first)[0] or "", speakers(desk, second)[0] or ""
    apart = desk.actors.not_same(mayor, minister)
    with pytest.raises(BadRequest, match="ruled not to be the same"):
        desk.actors.merge(minister, mayor)
    desk.actors.undo(apart.id)
    desk.actors.merge(minister, mayor)
    with pytest.raises(BadRequest, match="one actor already"):
        desk.actors.not_same(mayor, minister)


def test_the_same_keeps_the_one_who_said_more(desk: Desk) -> None:
    first, second = read(desk, MAYOR, "a"), read(desk, MINISTER, "b", "Capital Courier")
    mayor, minister = speakers(desk, first)[0] or "", speakers(desk, second)[0] or ""
    desk.actors.same(mayor, minister)
    assert desk.actors.show(minister).actor.id == mayor


def test_a_new_name_is_shown_searched_for_and_taken_back(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    mayor = speakers(desk, first)[0] or ""
    ruling = desk.actors.rename(mayor, "Anastasia Torv-Lind")
    assert [line.name for line in desk.actors.find("lind").lines] == ["Anastasia Torv-Lind"]
    list(desk.actors.resolve_again())
    assert desk.actors.show(mayor).actor.name == "Anastasia Torv-Lind"
    desk.actors.undo(ruling.id)
    assert desk.actors.show(mayor).actor.name == "Ana Torv"
    assert "Anastasia Torv-Lind" not in {name.name for name in desk.actors.show(mayor).actor.names}


def test_a_split_takes_articles_along_and_undo_brings_them_back(desk: Desk) -> None:
    first, second = read(desk, MAYOR, "a"), read(desk, MAYOR_AGAIN, "b")
    mayor = speakers(desk, first)[0] or ""
    ruling = desk.actors.split(mayor, [second], name="Ana Torv the younger")
    assert speakers(desk, second) == [ruling.other_id]
    assert set(speakers(desk, first)) == {mayor}
    list(desk.actors.resolve_again())
    assert speakers(desk, second) == [ruling.other_id]
    assert set(speakers(desk, first)) == {mayor}
    desk.actors.undo(ruling.id)
    assert speakers(desk, second) == [mayor]


def test_rulings_are_listed_the_last_first_and_undone_ones_stay(desk: Desk) -> None:
    mayor = speakers(desk, read(desk, MAYOR, "a"))[0] or ""
    first = desk.actors.rename(mayor, "A. Torv")
    second = desk.actors.rename(mayor, "Ana T.", note="as she signs")
    desk.actors.undo(second.id)
    assert [one.id for one in desk.actors.rulings()] == [second.id, first.id]
    assert desk.actors.rulings(mayor)[0].undone_at is not None
    with pytest.raises(BadRequest, match="taken back before"):
        desk.actors.undo(second.id)
    with pytest.raises(NotInRecord):
        desk.actors.undo("nothing")


def test_a_page_that_changed_its_text_keeps_a_ruling_on_a_name_out_of_it(desk: Desk) -> None:
    first = read(desk, MAYOR, "a")
    desk.actors.this_is(first, called="Ana Torv", new="Bea Lind")
    changed = read(desk, "<p>Corrected.</p>" + MAYOR, "a")
    assert changed != first
    assert {desk.actors.show(one or "").actor.name for one in speakers(desk, changed)} == {"Bea Lind"}


def test_what_is_told_of_what_somebody_said(desk: Desk) -> None:
    second = read(desk, MINISTER, "b", "Capital Courier")
    saying = desk.actors.saying(speakers(desk, second)[0] or "")
    assert [(month.month, month.count) for month in saying.months] == [(datetime.date(2031, 4, 1), 1)]
    assert [(told.words, told.count) for told in saying.told] == [("Oskar Renn", 1)]
    assert "dam" in {word.word for word in saying.words}


STEPS = st.lists(
    st.sampled_from(("this-is", "only-here", "is-not", "rename", "merge", "split", "undo")), max_size=5
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_reading_overwrites_what_was_ruled(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    with Desk(tmp_path_factory.mktemp("desk") / "desk.db", clock=Clock()) as desk:
        places = [
            read(desk, MAYOR, "a"),
            read(desk, MAYOR_AGAIN, "b"),
            read(desk, MINISTER, "c", "Capital Courier"),
        ]
        for step in steps:
            rule(desk, step, places)
        ruled = [speakers(desk, place) for place in places]
        counts = {line.id: line.said_count for line in desk.actors.find(limit=99).lines}
        ruled_names = {one: desk.actors.show(one).actor.name for said in ruled for one in said if one}
        list(desk.actors.resolve_again())
        if is_ruled(desk):
            assert speakers(desk, places[0])[0] == ruled[0][0]
        for one, name in ruled_names.items():
            assert desk.actors.show(one).actor.name == name
        said = [one for place in places for one in speakers(desk, place) if one]
        for line in desk.actors.find(limit=99).lines:
            assert line.said_count == said.count(line.id), counts


def is_ruled(desk: Desk) -> bool:
    """Return whether a ruling that holds says who speaks first on the first page."""
    held = {one.kind for one in desk.actors.rulings() if one.undone_at is None}
    return bool(held & {"this-is", "split"})


def rule(desk: Desk, step: str, places: list[str]) -> None:
    """Make one ruling, where it can be made."""
    said = desk.article(places[0]).statements[0]
    other = speakers(desk, places[2])[0]
    try:
        if step == "undo":
            held = [one for one in desk.actors.rulings() if one.undone_at is None]
            desk.actors.undo(held[0].id if held else "none")
        elif step in ("this-is", "only-here"):
            desk.actors.this_is(said.id, new="Bea Lind", only_here=step == "only-here")
        elif said.actor is None:
            return
        elif step == "is-not":
            desk.actors.is_not(said.id, said.actor.id)
        elif step == "rename":
            desk.actors.rename(said.actor.id, "Anna T.")
        elif step == "merge" and other:
            desk.actors.merge(said.actor.id, other)
        elif step == "split":
            desk.actors.split(said.actor.id, [places[0]])
    except (BadRequest, NotInRecord):
        return


def test_the_articles_about_somebody_come_page_by_page_the_newest_first(desk: Desk) -> None:
    days = [3, 1, 9, 5, 5]
    for number, day in enumerate(days):
        dated = page(MAYOR).replace(b"2031-04-01T09", f"2031-03-{day:02}T{9 + number:02}".encode())
        desk.read_bytes(dated, url=f"https://tidewater.example/{number}")
    edited = page(MAYOR_AGAIN + MAYOR).replace(b"2031-04-01T09", b"2031-03-03T09")
    desk.read_bytes(edited, url="https://tidewater.example/0")
    torv = desk.actors.find("torv").lines[0].id
    pages = [desk.actors.articles(torv, limit=2, offset=at) for at in range(0, 6, 2)]
    moments = [line.published for one in pages for line in one.lines if line.published]
    assert [one.total for one in pages] == [5, 5, 5]
    assert len(moments) == 5
    assert moments == sorted(moments, reverse=True)
    assert desk.actors.show(torv).last_on == datetime.date(2031, 3, 9)


def test_the_number_of_all_that_somebody_said_is_that_of_the_statements_listed(desk: Desk) -> None:
    for name in "abc":
        read(desk, MAYOR, name)
    read(desk, MAYOR_AGAIN, "a")  # an edit: what it does not say again is withdrawn or stays behind
    torv = desk.actors.find("torv").lines[0].id
    found = desk.actors.statements(torv)
    assert found.total == len(found.lines) > 0
