"""What a person typed, as the index is asked for it."""

import pytest

from reportedly.store.folding import is_unspaced
from reportedly.store.matching import TERMS_READ, match_for
from reportedly.text import fold


@pytest.mark.parametrize(
    ("typed", "expression"),
    [
        ("harbour wall", '"harbour" "wall"'),
        ('the "sea wall" holds', '"the" "sea wall" "holds"'),
        ("wint*", '"wint"*'),
        ('"sea wal"*', '"sea wal"*'),
        ("«sea wall»", '"sea wall"'),
        ('"sea wall', '"sea wall"'),
        ("NEAR(a b)", '"NEAR(a" "b)"'),
    ],
)
def test_every_term_is_quoted_for_the_index(typed: str, expression: str) -> None:
    match = match_for(typed)
    assert match is not None
    assert match.expression == expression


@pytest.mark.parametrize("typed", [None, "", " \t", '""', "**", "\x00"])
def test_nothing_typed_asks_for_nothing(typed: str | None) -> None:
    assert match_for(typed) is None


def test_short_terms_of_unspaced_scripts_are_looked_for_by_letters() -> None:
    match = match_for("海堤 明年完工")
    assert match is not None
    assert (match.by_letters, match.expression, match.letters) == (True, '"明年完工"', ("海堤",))


def test_only_so_many_terms_are_read() -> None:
    match = match_for("wall " * 100)
    assert match is not None
    assert len(match.terms) == TERMS_READ


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Íñigo Vérbol-Kant", "inigo verbol kant"),
        ("  O’Darra ", "o darra"),
        ("ŁUKA ßen", "łuka ssen"),
        ("", ""),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("harbour", False),
        ("порт", False),
        ("ميناء", False),
        ("ท่าเรือ", True),
        ("港", True),
        ("みなと", True),
        ("항구", True),
    ],
)
def test_scripts_without_spaces_are_known(text: str, expected: bool) -> None:  # noqa: FBT001
    assert is_unspaced(text) is expected
