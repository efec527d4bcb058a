"""The people of the seed page as actors of the record, with country and office on its day."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from reportedly import Desk
from reportedly.actors import known_actors
from reportedly.store import KeptArticle, KeptResolution
from seed_page import seed_expected, seed_text
from test_seed_page import folded


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> KeptArticle:
    path: Path = tmp_path_factory.mktemp("seed") / "desk.db"
    with Desk(path) as desk:
        return desk.article(desk.read_text(seed_text()).article_id or "")


def people() -> list[dict[str, Any]]:
    return [actor for actor in seed_expected()["actors"] if actor["type"] == "person"]


def of(kept: KeptArticle, name: str) -> KeptResolution:
    return next(one for one in kept.people if folded(one.resolution.name) == folded(name))


@pytest.mark.parametrize("place", range(4))
def test_each_of_the_four_is_an_actor_of_their_country(kept: KeptArticle, place: int) -> None:
    person = people()[place]
    actor = of(kept, person["name"]).actor
    assert actor is not None
    assert folded(person["name"].split()[-1]) in folded(actor.name)


@pytest.mark.parametrize("place", range(4))
def test_the_office_held_on_the_day_is_told_and_none_where_none_was_held(
    kept: KeptArticle, place: int
) -> None:
    person, found = people()[place], of(kept, people()[place]["name"])
    country = {one.code: one.name for one in known_actors().base.countries}
    if person["role_on_date"] is None:
        assert found.held == ()
        assert country[found.resolution.country or ""] == person["country"]
        return
    (held,) = found.held
    assert country[held.country or ""] == person["country"]
    assert held.title.split()[-1] in person["role_on_date"]


def test_every_one_of_the_sixteen_statements_has_its_actor(kept: KeptArticle) -> None:
    text = kept.article.text
    found = {
        (one.statement.kind, one.statement.words(text).strip(" .,")): one.actor for one in kept.statements
    }
    for expected in seed_expected()["statements"]:
        actor = found[expected["kind"], expected["text"].strip(" .,")]
        wanted = of(kept, expected["speaker"]).actor
        assert actor is not None
        assert wanted is not None
        assert actor.id == wanted.id


def test_what_was_said_at_the_meeting_was_said_on_its_day(kept: KeptArticle) -> None:
    days = {one.said_on.first for one in kept.statements if one.said_on}
    assert datetime.date(2023, 12, 4) in days
