"""Which actors the people of an article are: known, new, two of one name, or nobody who could be told."""

import datetime
from collections.abc import Sequence
from typing import Any

import msgspec
import pytest

from reportedly import flow
from reportedly.records import (
    Actor,
    ActorSeen,
    Article,
    Field,
    NameRuling,
    OfficeHeld,
    Page,
    Resolution,
    Resolved,
    Timestamp,
)
from reportedly.store import Reading

NOW = datetime.datetime(2031, 4, 2, 12, tzinfo=datetime.UTC)
DAY = datetime.date(2031, 4, 1)


class Desk:
    """A desk that knows some people."""

    def __init__(
        self, *seen: ActorSeen, ruled: Sequence[NameRuling] = (), company: frozenset[str] = frozenset()
    ) -> None:
        self.seen, self.ruled, self.met = seen, tuple(ruled), company

    def called(self, names: Sequence[str], outlet: str | None) -> tuple[ActorSeen, ...]:
        return self.seen

    def rulings(self, names: Sequence[str]) -> tuple[NameRuling, ...]:
        return self.ruled

    def company(self, actor_id: str) -> frozenset[str]:
        return self.met


def known(actor_id: str, name: str, **more: Any) -> ActorSeen:
    """Return somebody of whom articles have spoken."""
    actor = Actor(
        id=actor_id,
        name=name,
        kind=more.pop("kind", "person"),
        origin="article",
        source="articles",
        country=more.pop("country", None),
        offices=more.pop("offices", ()),
    )
    return ActorSeen(actor=actor, called=more.pop("called", (name,)), **more)


def read(text: str, *, outlet: str | None = None, day: datetime.date | None = DAY) -> Reading:
    """Read a text whose day and outlet are known."""
    reading = flow.read_page(Page(body=f"Notes\n\n{text}".encode(), fetched_at=NOW, is_pasted=True))
    article = reading.article
    assert article is not None
    return msgspec.structs.replace(reading, article=dated(article, outlet, day))


def dated(article: Article, outlet: str | None, day: datetime.date | None) -> Article:
    return msgspec.structs.replace(
        article,
        published=Field(value=Timestamp(date=day), markup="meta") if day else None,
        outlet=Field(value=outlet, markup="meta") if outlet else None,
    )


def speaker_of(text: str, desk: Desk | None = None, **read_as: Any) -> Resolution | None:
    """Return who speaks in the first statement of a text."""
    reading = read(text, **read_as)
    resolved = flow.resolved(reading, desk or Desk())
    place = resolved.roles[0].speaker
    return None if place is None else resolved.resolutions[place]


def who(text: str, desk: Desk | None = None, **read_as: Any) -> str | None:
    found = speaker_of(text, desk, **read_as)
    return None if found is None else found.actor_id


MAYOR = "“The quay stays open,” Mayor Ana Torv said on Monday."


def test_somebody_named_in_full_who_speaks_becomes_a_new_actor() -> None:
    resolved = flow.resolved(read(MAYOR), Desk())
    (actor,) = resolved.actors
    assert (actor.name, actor.kind, actor.origin) == ("Ana Torv", "person", "article")
    assert resolved.resolutions[0].reason == "new"
    assert resolved.resolutions[0].titles == ("Mayor",)


def test_the_new_actor_of_a_page_is_the_same_one_whenever_it_is_read() -> None:
    assert who(MAYOR) == who(MAYOR)


def test_a_full_name_is_a_known_actor() -> None:
    assert who(MAYOR, Desk(known("torv", "Ana Torv"))) == "torv"


def test_two_people_of_one_name_with_other_countries_stay_two() -> None:
    text = "“We will vote,” Cuban senator Ana Torv said."
    found = speaker_of(text, Desk(known("chilean", "Ana Torv", country="CL")))
    assert found is not None
    assert found.reason == "new"
    assert found.actor_id != "chilean"
    assert "other-country" in found.candidates[0].why


def test_two_people_of_one_name_with_other_offices_stay_two() -> None:
    assert who(MAYOR, Desk(known("goalkeeper", "Ana Torv", titles=("coach",)))) != "goalkeeper"


def test_of_two_people_of_one_name_the_office_tells_who_is_meant() -> None:
    two = (known("a", "Ana Torv", titles=("mayor",)), known("b", "Ana Torv", titles=("coach",)))
    assert who(MAYOR, Desk(*two)) == "a"


def test_two_people_of_one_name_whom_nothing_tells_apart_are_left_open_with_both_as_candidates() -> None:
    found = speaker_of("“No,” Ana Torv said.", Desk(known("a", "Ana Torv"), known("b", "Ana Torv")))
    assert found is not None
    assert (found.actor_id, found.reason) == (None, "several-fit")
    assert {one.actor_id for one in found.candidates} == {"a", "b"}


def test_a_surname_alone_is_nobody() -> None:
    found = speaker_of("“No,” Torv said.", Desk(known("torv", "Ana Torv")))
    assert found is None or found.actor_id is None


def test_a_surname_with_the_office_in_the_same_outlet_is_the_known_actor() -> None:
    torv = known("torv", "Ana Torv", titles=("mayor",), in_outlet=True, first_on=DAY, last_on=DAY)
    assert who("“No,” Mayor Torv said.", Desk(torv)) == "torv"


def test_a_surname_in_the_company_of_old_acquaintances_is_likelier() -> None:
    torv = known("torv", "Ana Torv", titles=("mayor",), first_on=DAY, last_on=DAY)
    renn = known("renn", "Oskar Renn")
    text = "“No,” Mayor Torv said. “Yes,” Oskar Renn said."
    assert who(text, Desk(torv, renn)) is None
    assert who(text, Desk(torv, renn, company=frozenset({"renn"}))) == "torv"


@pytest.mark.parametrize("spelling", ["Ana Torv", "Anna Torv", "Ána Tórv"])
def test_another_spelling_that_sounds_alike_joins(spelling: str) -> None:
    torv = known("torv", "Ana Torv", first_on=DAY, last_on=DAY)
    assert who(f"“No,” {spelling} said.", Desk(torv)) == "torv"


def test_another_script_joins_by_its_sound() -> None:
    torv = known("torv", "Ana Torv", first_on=DAY, last_on=DAY)
    text = "«Причал остаётся открытым», — сказала Ана Торв. Она отметила, что порт полон."
    assert who(text, Desk(torv)) == "torv"


def test_people_whom_one_article_names_apart_are_never_one_actor() -> None:
    text = "“No,” Ana Torv said. “Yes,” Anna Torv said."
    torv = known("torv", "Ana Torv", first_on=DAY, last_on=DAY)
    resolved = flow.resolved(read(text), Desk(torv))
    meant = [one.actor_id for one in resolved.resolutions]
    assert meant[0] == "torv"
    assert meant[1] not in ("torv", None)


def test_a_ruling_decides_for_the_same_name_in_the_same_outlet() -> None:
    ruled = NameRuling(name="torv", actor_id="b", is_so=True, outlet="The Tidewater Post")
    two = (known("a", "Ana Torv"), known("b", "Bea Torv"))
    found = speaker_of("“No,” Torv said.", Desk(*two, ruled=[ruled]), outlet="The Tidewater Post")
    assert found is not None
    assert (found.actor_id, found.reason) == ("b", "ruled-name")


def test_a_ruling_outweighs_the_letters_of_a_name() -> None:
    ruled = NameRuling(name="ana torv", actor_id="b", is_so=True, language="en")
    assert who("“No,” Ana Torv said.", Desk(known("b", "Beatrix Lind"), ruled=[ruled])) == "b"


def test_who_was_ruled_not_to_be_meant_is_not_found_again() -> None:
    ruled = NameRuling(name="ana torv", actor_id="a", is_so=False, language="en")
    assert who("“No,” Ana Torv said.", Desk(known("a", "Ana Torv"), ruled=[ruled])) != "a"


def test_an_office_held_on_the_day_is_evidence_and_one_held_at_another_time_is_less() -> None:
    then = OfficeHeld(
        title="President", source="x", roles=("president",), country="CU",
        since=datetime.date(2030, 1, 1), until=datetime.date(2032, 1, 1),
    )  # fmt: skip
    torv = known("torv", "Ana Torv", country="CU", offices=(then,))
    found = speaker_of("“No,” Cuban President Torv said.", Desk(torv))
    assert found is not None
    assert (found.actor_id, found.reason) == ("torv", "name-and-office")
    later = speaker_of("“No,” Cuban President Torv said.", Desk(torv), day=datetime.date(2039, 1, 1))
    assert later is not None
    assert later.score < found.score


def test_an_organisation_is_no_person_of_that_name() -> None:
    text = "“We counted,” the Torv Institute said."
    assert who(text, Desk(known("torv", "Torv Institute", kind="person"))) != "torv"
    assert who(text, Desk(known("org", "Torv Institute", kind="organisation"))) == "org"


def test_a_spokeswoman_is_the_speaker_and_whom_she_speaks_for_is_kept_too() -> None:
    text = "“We counted,” Runa Holm, a spokeswoman for the Torv Institute, said."
    resolved = flow.resolved(read(text), Desk())
    names = [one.name for one in resolved.resolutions]
    (role,) = resolved.roles
    assert role.speaker is not None
    assert names[role.speaker] == "Runa Holm"
    assert role.speaks_for is not None
    assert "Torv Institute" in names[role.speaks_for]


def test_a_capital_that_speaks_is_its_country() -> None:
    found = speaker_of("Tehran said that the talks would go on.", day=datetime.date(2023, 12, 5))
    assert found is not None
    assert found.kind == "country"
    assert found.reason in ("seat-of-government", "country")


def test_an_unnamed_source_is_nobody() -> None:
    assert speaker_of("“It sank,” a dock worker said.") is None


def test_every_place_of_a_part_in_a_statement_leads_to_a_resolution() -> None:
    resolved: Resolved = flow.resolved(
        read(MAYOR + " She told Oskar Renn that the harbour was full."), Desk()
    )
    places = [p for role in resolved.roles for p in (role.speaker, role.speaks_for, role.addressee)]
    assert all(place is None or 0 <= place < len(resolved.resolutions) for place in places)


def test_an_office_in_another_language_contradicts_none() -> None:
    torv = known("torv", "Hanna Torv", titles=("mayor",), first_on=DAY, last_on=DAY)
    text = "„Der Kai bleibt offen“, sagte Bürgermeisterin Hanna Torv am Montag in der Stadt."
    assert who(text, Desk(torv)) == "torv"


def test_a_son_is_not_his_father_of_the_same_name() -> None:
    father = known("father", "Rolf Torv Sr.", first_on=DAY, last_on=DAY)
    assert who("“No,” Rolf Torv Jr. said.", Desk(father)) != "father"
