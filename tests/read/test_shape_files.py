"""Files of outlets: what they may hold, how a wrong one is told, and where they come from."""

import datetime
import importlib.metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.shape_files import parse_outlet
from reportedly.read.shape_folders import read_outlets, shape_folders
from reportedly.read.shape_writing import write_outlet
from reportedly.read.shapes import Chooser, Outlet, Shape
from reportedly.records import BadRequest

HEAD = 'outlet = "The Sand Gazette"\nhosts = ["sand.example"]\n'
ONE = HEAD + "[[shape]]\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("outlet = ", "a.toml is no TOML"),
        ('hosts = ["a.example"]\n[[shape]]\n', "line 1, outlet: the outlet's name is missing"),
        ('outlet = "A"\n[[shape]]\nbody = { css = "p" }', "line 1, hosts: there are no hosts"),
        ('outlet = "A"\nhosts = ["https://a.example"]\n[[shape]]\n', "line 2, hosts: 'https://a.ex"),
        (HEAD, "line 1, shape: there is no [[shape]]"),
        (HEAD + 'colour = "red"\n[[shape]]\n', "line 3, colour: the file has no key 'colour'"),
        (HEAD + 'language = "english!"\n[[shape]]\n', "line 3, language: 'english!' is no language tag"),
        (HEAD + 'country = "xk"\n[[shape]]\n', "line 3, country: 'xk' is no country code"),
        (ONE + 'foo = { css = "p" }', "line 4, foo: a shape has no key 'foo'"),
        (ONE + 'from = "2023-01-01"', "line 4, from: '2023-01-01' is no day"),
        (ONE + 'timezone = "Moon/Base"', "line 4, timezone: 'Moon/Base' is neither"),
        (ONE + '\nlead = { css = "p[[" }', "line 5, lead: 'p[[' is no selector"),
        (ONE + 'body = { css = "p", without = ">" }', "line 4, body: '>' is no selector"),
        (ONE + 'credits = { pattern = "(" }', "line 4, credits: '(' is no pattern"),
        (ONE + 'credits = { pattern = "(a)(b)" }', "has more than one group"),
        (ONE + 'body = { xpath = "p" }', "body has no key 'xpath'; it has css, without"),
        (ONE + 'body = { css = "p", attribute = "x" }', "body has no key 'attribute'"),
        (ONE + 'headline = { pattern = "x" }', "line 4, headline: css is missing"),
        (ONE + "body = false", "line 4, body: write { css"),
        (ONE + 'lead = "p"', "line 4, lead: write { css"),
        (ONE + 'desk = { value = "x", css = "p" }', "line 4, desk: a fixed value stands alone"),
        (ONE + 'desk = { pattern = "x", attribute = "y" }', "line 4, desk: without and attr"),
        (ONE + "desk = { css = 3 }", "line 4, desk: css has to be words"),
        (ONE + "[[shape]]\n", "line 4, from: two shapes begin on the same day"),
        (ONE + 'lead = { css = "p" }\n[[shape]]\nfrom = 2024-01-01\nlead = { css = "[" }', "line 7"),
    ],
)
def test_a_wrong_file_names_the_line_and_the_key(text: str, says: str) -> None:
    with pytest.raises(BadRequest) as caught:
        parse_outlet(text, "a.toml")
    assert says in caught.value.what
    assert "recipes/a-new-outlet.md" in caught.value.next_step


PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1).filter(str.strip)


@given(value=PLAIN, name=PLAIN)
def test_what_is_written_is_read_again(value: str, name: str) -> None:
    choosers = {"desk": Chooser(value=value), "lead": Chooser(is_absent=True)}
    shape = Shape(
        file="a.toml", outlet=name, since=datetime.date(2024, 1, 1), choosers=choosers, timezone="+01:00"
    )
    outlet = Outlet(file="a.toml", name=name, hosts=("a.example",), shapes=(shape,), country="XK")
    again = parse_outlet(write_outlet(outlet), "a.toml")
    assert again.shapes[0].choosers == choosers
    assert again == outlet


def test_a_users_folder_stands_before_the_shipped_one(tmp_path: Path) -> None:
    text = 'outlet = "My KNA"\nhosts = ["kna.example"]\n[[shape]]\nsection = { value = "wire" }'
    (tmp_path / "mine.toml").write_text(text)
    found = read_outlets(shape_folders({"REPORTEDLY_SHAPES": str(tmp_path)}))
    assert found.by_host["kna.example"].name == "My KNA"
    assert "tolmereledger.example" in found.by_host


def test_a_wrong_file_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("outlet =")
    (tmp_path / "b.toml").write_text(HEAD + "[[shape]]\n")
    (tmp_path / "c.toml").write_text(HEAD + "[[shape]]\n")
    (tmp_path / "d.toml").write_bytes(b"\xff")
    found = read_outlets(shape_folders({"REPORTEDLY_SHAPES": str(tmp_path)}))
    assert found.by_host["sand.example"].file == "b.toml"
    assert [p.what.split(",")[0].split(" ")[0].rpartition("/")[2] for p in found.problems] == [
        "a.toml",
        "c.toml",
        "d.toml",
    ]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    found = read_outlets(shape_folders({"REPORTEDLY_SHAPES": str(tmp_path / "none")}))
    assert ["REPORTEDLY_SHAPES names" in p.what for p in found.problems] == [True]


def test_installed_packages_hand_over_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "thirdparty.py").write_text(f"def folder():\n    return {str(tmp_path)!r}\nnothing = None\n")
    (tmp_path / "shapebox").mkdir()
    (tmp_path / "shapebox" / "__init__.py").write_text("")
    (tmp_path / "shapebox" / "box.toml").write_text(HEAD.replace("sand", "box") + "[[shape]]\n")
    (tmp_path / "sand.toml").write_text(HEAD + "[[shape]]\n")
    monkeypatch.syspath_prepend(tmp_path)
    given_names = {"a": "thirdparty:folder", "b": "shapebox", "c": "thirdparty:nothing", "d": "gone:folder"}
    entries = [importlib.metadata.EntryPoint(n, v, "reportedly.outlets") for n, v in given_names.items()]
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda *, group: entries)
    found = read_outlets(shape_folders({}))
    assert {"sand.example", "box.example", "kna.example"} <= set(found.by_host)
    assert [problem.about for problem in found.problems] == ["thirdparty:nothing", "gone:folder"]
