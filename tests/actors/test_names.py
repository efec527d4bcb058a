"""Names told from titles, from the words that open a sentence, and from organisations."""

import pytest

from reportedly.actors.mentions import NameMention
from reportedly.actors.names import find_names
from reportedly.actors.tokens import read_tokens
from reportedly.language import load_language
from reportedly.records import Article, Span


def _names(text: str) -> list[NameMention]:
    titles = load_language("en").titles
    article = Article(page_sha256="0" * 64, text=text, body=(Span(0, len(text)),))
    return list(find_names(read_tokens(article, titles), titles))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("On Monday Ana Torv left.", ("ana", "torv")),
        ("Yesterday Luc van der Moe left.", ("luc", "van", "der", "moe")),
        ("Brig. Gen. J. K. Torv left.", ("j", "k", "torv")),
        ("Asked why, Torv left.", ("torv",)),
        ("Speaking slowly, Torv left.", ("torv",)),
        ("The mayor of Port Selm Ana Torv left.", ("ana", "torv")),
        ("Then Stephen King left.", ("stephen", "king")),
        ("Then Virginia Council President Ana Torv left.", ("ana", "torv")),
    ],
)
def test_a_name_is_read_without_what_stands_before_it(text: str, keys: tuple[str, ...]) -> None:
    assert [mention.keys for mention in _names(text)] == [keys]


def test_a_title_before_a_name_becomes_its_office() -> None:
    (mention,) = _names("So Leader of the Zarand Seminary Sheikh Omar Lun left.")
    assert {office.head for office in mention.offices} == {"leader", "sheikh"}


def test_a_bare_title_is_no_name() -> None:
    assert _names("Then the Prime Minister left.") == []


def test_a_ministry_is_read_with_its_country() -> None:
    (mention,) = _names("So the Foreign Ministry of Ostravia left.")
    assert mention.organisation
    assert mention.keys == ("foreign", "ministry", "of", "ostravia")


def test_a_surname_that_is_also_a_title_is_known_from_the_full_name() -> None:
    assert [mention.keys for mention in _names("Then Ana Baker left. Baker wept.")][-1] == ("baker",)
