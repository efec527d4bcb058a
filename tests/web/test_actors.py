"""Actors on the page, over a real record: found, shown, ruled on, and taken back."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from reportedly import Desk
from reportedly.store import KeptArticle, MonthSaid
from reportedly.web import create_app
from reportedly.web.timeline import MOST_MONTHS, timeline

from .visitor import Visitor

PAGE = (
    '<html lang="en"><head><title>Harbour notes</title>'
    '<meta property="article:published_time" content="2031-04-01T09:00:00Z"></head>'
    "<body><article><h1>Harbour notes</h1>"
    "<p>“The quay stays open,” Mayor Ana Torv told reporters. She added that the harbour was full.</p>"
    "<p>“We counted,” Runa Holm, a spokeswoman for the Torv Institute, said.</p>"
    "<p>The harbour lies in the north of the island, where the ferries leave every morning.</p>"
    "</article></body></html>"
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    noon = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
    with Desk(tmp_path / "desk.db", clock=lambda: noon) as opened:
        opened.read_bytes(PAGE.encode(), url="https://tidewater.example/notes")
        yield opened


@pytest.fixture
def client(desk: Desk) -> Visitor:
    return Visitor(create_app(desk))


def send(client: Visitor, path: str, **options: Any) -> httpx.Response:
    """Send a form, and go where its answer leads."""
    return client.post(path, follow_redirects=True, **options)


def torv(desk: Desk) -> str:
    return desk.actors.find("ana torv").lines[0].id


def speaking(desk: Desk) -> list[str]:
    return [one.actor.name for kept in articles(desk) for one in kept.statements if one.actor]


def articles(desk: Desk) -> list[KeptArticle]:
    return [desk.article(one) for one in desk.article_ids()]


def statement(desk: Desk, place: int = 0) -> str:
    return str(articles(desk)[0].statements[place].id)


def test_the_list_names_who_is_known_and_finds_by_beginnings(client: Visitor) -> None:
    assert "Ana Torv" in client.get("/actors").text
    assert "Runa Holm" not in client.get("/actors?q=tor").text
    assert "Nobody of that name" in client.get("/actors?q=zzz").text


def test_an_actor_is_shown_with_names_offices_words_and_statements(client: Visitor, desk: Desk) -> None:
    page = client.get(f"/actors/{torv(desk)}").text
    for words in ("Ana Torv", "Mayor", "an article", "reporters", "harbour", "All 2 statements", "<svg"):
        assert words in page
    assert "1 statement with" in client.get(f"/actors/{torv(desk)}?q=harbour").text


def test_an_unknown_actor_is_told(client: Visitor) -> None:
    assert client.get("/actors/abcdef0123456789").status_code == 404


def test_a_mention_links_to_its_actor_with_a_card(client: Visitor, desk: Desk) -> None:
    page = client.get(f"/articles/{articles(desk)[0].id}").text
    assert re.search(
        rf'<span class="who"><a href="/actors/{torv(desk)}">[^<]*Torv</a><span class="card"', page
    )


def test_a_statement_names_its_actor_the_one_spoken_for_and_its_day(client: Visitor, desk: Desk) -> None:
    page = client.get(f"/statements/{statement(desk, -1)}").text
    assert "Speaks for" in page
    assert "Torv Institute" in page
    assert "Said on" in page


def test_a_new_name_is_ruled_and_undone(client: Visitor, desk: Desk) -> None:
    sent = send(client, f"/actors/{torv(desk)}", data={"verb": "rename", "name": "Anna T."})
    assert "is called <bdi>Anna T.</bdi>" in sent.text
    ruling = desk.actors.rulings()[0].id
    back = send(client, f"/rulings/{ruling}/undo")
    assert "Undone" in back.text
    assert "<h1><bdi>Ana Torv</bdi></h1>" in back.text


def test_a_speaker_is_ruled_to_be_somebody_new(client: Visitor, desk: Desk) -> None:
    form = {"verb": "this-is", "name": "Bea Lind", "other": ""}
    sent = send(client, f"/statements/{statement(desk)}/speaker", data=form)
    assert "Bea Lind" in sent.text
    assert "a person ruled so" in sent.text
    assert speaking(desk).count("Bea Lind") == 2


def test_one_mention_alone_is_ruled_to_be_somebody_known(client: Visitor, desk: Desk) -> None:
    holm = desk.actors.find("holm").lines[0].id
    form = {"verb": "this-is", "other": f"http://127.0.0.1/actors/{holm}", "only_here": "yes"}
    send(client, f"/statements/{statement(desk)}/speaker", data=form)
    assert speaking(desk) == ["Runa Holm", "Ana Torv", "Runa Holm"]


def test_a_speaker_is_ruled_not_to_be_somebody(client: Visitor, desk: Desk) -> None:
    send(client, f"/statements/{statement(desk)}/speaker", data={"verb": "is-not", "other": torv(desk)})
    assert speaking(desk) == ["Runa Holm"]


def test_two_are_told_apart_then_made_one_after_that_is_undone(client: Visitor, desk: Desk) -> None:
    holm = desk.actors.find("holm").lines[0].id
    send(client, f"/actors/{torv(desk)}", data={"verb": "not-same", "other": holm})
    assert send(client, f"/actors/{torv(desk)}", data={"verb": "merge", "other": holm}).status_code == 400
    send(client, f"/rulings/{desk.actors.rulings()[0].id}/undo")
    merged = send(client, f"/actors/{torv(desk)}", data={"verb": "merge", "other": holm})
    assert "All 3 statements" in merged.text


def test_an_actor_is_split_by_its_articles(client: Visitor, desk: Desk) -> None:
    form = {"verb": "split", "name": "Ana Torv (2)", "article": articles(desk)[0].id}
    send(client, f"/actors/{torv(desk)}", data=form)
    assert set(speaking(desk)) == {"Ana Torv (2)", "Runa Holm"}


@pytest.mark.parametrize("form", [{"verb": "crown"}, {"verb": "merge"}, {"verb": "rename", "name": " "}, {}])
def test_a_form_that_makes_no_sense_changes_nothing(
    client: Visitor, desk: Desk, form: dict[str, str]
) -> None:
    assert send(client, f"/actors/{torv(desk)}", data=form).status_code == 400
    assert desk.actors.rulings() == ()


def test_another_sites_form_is_refused(client: Visitor, desk: Desk) -> None:
    sent = send(
        client,
        f"/actors/{torv(desk)}",
        data={"verb": "rename", "name": "X"},
        headers={"origin": "https://elsewhere.example"},
    )
    assert sent.status_code == 403


def test_the_same_as_data(client: Visitor, desk: Desk) -> None:
    assert client.get("/api/actors?q=torv").json()["total"] == 2
    told = client.get(f"/api/actors/{torv(desk)}").json()
    assert told["kept"]["actor"]["name"] == "Ana Torv"
    assert told["saying"]["looked_at"] == 2
    assert client.get(f"/api/actors/{torv(desk)}/statements?q=harbour").json()["total"] == 1


def said(year: int, month: int, count: int = 1) -> MonthSaid:
    return MonthSaid(month=datetime.date(year, month, 1), count=count)


def test_statements_over_time_are_drawn_by_month_with_the_empty_ones() -> None:
    drawn = timeline([said(2031, 1), said(2031, 4, 3)])
    assert drawn is not None
    assert [bar.words for bar in drawn.bars] == [
        "January 2031: 1", "February 2031: 0", "March 2031: 0", "April 2031: 3",
    ]  # fmt: skip
    assert max(bar.height for bar in drawn.bars) == drawn.bars[3].height


def test_a_long_stretch_is_drawn_by_years() -> None:
    drawn = timeline([said(2001, 1), said(2031, 4, 3), said(2031, 5)])
    assert drawn is not None
    assert (len(drawn.bars), drawn.bars[-1].words) == (31, "2031: 4")
    assert MOST_MONTHS < 31 * 12


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline([]) is None
