"""A user's own actors: what CSV and FollowTheMoney files give, and what is said of a line that is wrong."""

import datetime

import msgspec
import pytest

from reportedly.actors import read_actors
from reportedly.records import BadRequest

CSV = """name,kind,country,aliases,office,since,until,id
Ana Torv,person,Chile,A. Torv;Ана Торв,Mayor,2030,2031-04-02,t1
Ana Torv,,,,Governor,2031-04-03,,t1
Torv Institute,organization,CHL,,,,,
"""


def test_lines_of_one_identifier_are_one_actor_with_all_names_and_offices() -> None:
    torv, institute = read_actors(CSV, "own.csv")
    assert [name.name for name in torv.names] == ["Ana Torv", "A. Torv", "Ана Торв"]
    assert [(o.title, o.since, o.precision, o.until) for o in torv.offices] == [
        ("Mayor", datetime.date(2030, 1, 1), "year", datetime.date(2031, 4, 2)),
        ("Governor", datetime.date(2031, 4, 3), "day", None),
    ]
    assert (torv.kind, torv.country, torv.origin, torv.source) == ("person", "CL", "import", "own.csv")
    assert (institute.kind, institute.country) == ("organisation", "CL")


def test_the_same_file_gives_the_same_identifiers() -> None:
    assert [a.id for a in read_actors(CSV, "own.csv")] == [a.id for a in read_actors(CSV, "moved.csv")]


def test_a_person_of_the_knowledge_base_keeps_its_identifier_and_gains_names() -> None:
    (found,) = read_actors("name,country,aliases\nMiguel Díaz-Canel,Cuba,Mr D\n", "own.csv")
    assert found.origin == "base"
    assert "Mr D" in {name.name for name in found.names}
    assert any(office.title == "President" for office in found.offices)


def test_a_file_may_begin_with_the_mark_that_spreadsheets_write() -> None:
    (found,) = read_actors("\ufeffname\nAna Torv\n", "own.csv")
    assert found.name == "Ana Torv"


def test_entities_of_follow_the_money_are_read_and_others_passed_over() -> None:
    lines = [
        {
            "id": "Q1",
            "schema": "Person",
            "properties": {
                "name": ["Ana Torv"],
                "alias": ["A. T."],
                "country": ["cl"],
                "position": ["Mayor"],
            },
        },
        {"id": "Q2", "schema": "PublicBody", "caption": "Port of Velm", "properties": {}},
        {"id": "Q3", "schema": "Ownership", "properties": {}},
    ]
    text = "\n".join(msgspec.json.encode(line).decode() for line in lines)
    torv, port = read_actors(text, "ftm.json")
    assert (torv.name, torv.country, [o.title for o in torv.offices]) == ("Ana Torv", "CL", ["Mayor"])
    assert (port.name, port.kind) == ("Port of Velm", "institution")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "line 1: no column"),
        ("name\n", "line 1: there is nobody"),
        ("names\nAna", "no column is called `name`"),
        ("name,wealth\nAna Torv,9", "a column 'wealth'"),
        ("name,country\nAna Torv,CL\nBo Renn,Narnia", "line 3: 'Narnia' is no country"),
        ("name,kind\nAna Torv,wizard", "line 2: 'wizard' is no kind"),
        ("name,since\nAna Torv,soon", "line 2: 'soon' is no day"),
        ("name,since,until\nAna Torv,2031,2030", "line 2: `until` lies before"),
        ("name\nAna,Torv", "line 2: it has more fields"),
        ("name,kind\n,person", "line 2: it has no name"),
        ('{"id": 1', "line 1: it is no FollowTheMoney entity"),
        ('{"id": "a", "schema": "Person", "properties": {}}', "line 1: it has no name"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_a_next_step(text: str, words: str) -> None:
    with pytest.raises(BadRequest, match="nothing was brought in") as told:
        read_actors(text, "own.csv")
    assert words in told.value.what
    assert told.value.next_step
