"""The same rules over the data of other languages with capital letters."""

import pytest

from reportedly.actors import name_mentions
from reportedly.language import load_language

from .marked_text import read_marked

_TEXTS = {
    "de": (
        "Die Bürgermeisterin Ana Törv kam. [Törv=] sagte nein. „Nie“, sagte [sie=].\n"
        "[Die Bürgermeisterin=] ging."
    ),
    "fr": (
        "Hier la ministre Ana Törv est venue. [Törv=] a dit non. « Jamais », a dit [elle=].\n"
        "[La ministre=] est partie."
    ),
    "es": "Ayer la ministra Ana Törv llegó. [Törv=] dijo no. «Nunca», dijo [ella=].\n[La ministra=] salió.",
    "ru": "Вчера министр Анна Торв пришла. [Торв=] сказала нет. «Никогда», сказала [она=].\n[Министр=] ушла.",
}


@pytest.mark.parametrize("code", sorted(_TEXTS))
def test_short_name_title_and_pronoun_lead_to_the_full_name(code: str) -> None:
    given = read_marked("–\n" + _TEXTS[code])
    found = {n.mention: n.name for n in name_mentions(given.article, given.statements, load_language(code))}
    assert len({found.get(span) for span in given.names}) == 1
    assert found[next(iter(given.names))].endswith(("Ana Törv", "Анна Торв"))


def test_a_common_noun_with_a_capital_is_nobody_in_german() -> None:
    given = read_marked("–\n[Anwohner=] sagten nein.")
    assert name_mentions(given.article, given.statements, load_language("de")) == ()


_NAMED = [
    ("de", "[Die Leiterin der Kieswerke, Ute Vossbrink,=Ute Vossbrink] sagte nein."),
    ("de", "[Ute Vossbrink von der Akademie Selm=Ute Vossbrink] sagte nein."),
    ("de", "[Die Kanzlerin von Westmark, Ute Vossbrink,=Ute Vossbrink] sagte nein."),
    ("de", "[Der Pächter Onno Vossbrink=Onno Vossbrink] sagte nein."),
    ("de", "[Die Käserei Moosgrund=Käserei Moosgrund] sagte nein."),
    ("fr", "[L'Office des Tourbières=Office des Tourbières] a dit non."),
    ("fr", "[Le ministère de l'Eau=ministère de l'Eau] a dit non."),
    ("es", "[Talleres Unidos=Talleres Unidos] dijo no."),
    ("ru", "[Завод «Белый камень»=Завод «Белый камень»] заявил о планах."),
    ("ru", "[Министерство горного дела=Министерство горного дела] заявило о планах."),
    ("ru", "Нет, сказала [мэр Озёрска Анна Торв=Анна Торв]."),
    ("fa", "[وزارت معدن=وزارت معدن] گفت نه."),
    ("fa", "[رئیس انجمن معدن، آنا تورو=آنا تورو] گفت نه."),
    ("ar", "قالت [رئيسة جامعة التلال آنا توروف=آنا توروف] لا."),
]


@pytest.mark.parametrize(("code", "marked"), _NAMED)
def test_a_name_ends_where_the_office_or_the_organisation_begins(code: str, marked: str) -> None:
    given = read_marked("–\n" + marked)
    found = {n.mention: n.name for n in name_mentions(given.article, given.statements, load_language(code))}
    assert {span: found.get(span, "") for span in given.names} == given.names


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("ar", "قال [الصيادون=] لا."),
        ("fa", "[معترضان=] گفتند نه."),
        ("de", "Nach altem Holz, als Rest, roch es."),
    ],
)
def test_groups_and_things_are_nobody(code: str, marked: str) -> None:
    given = read_marked("–\n" + marked)
    assert name_mentions(given.article, given.statements, load_language(code)) == ()


@pytest.mark.parametrize(
    ("code", "words"), [("fa", "وزارت معدن"), ("ar", "شركة المناجم"), ("es", "Talleres Unidos")]
)
def test_an_organisation_is_no_person(code: str, words: str) -> None:
    given = read_marked(f"–\n[{words}=]: x.")
    found = name_mentions(given.article, given.statements, load_language(code))
    assert [naming.reason for naming in found] == ["organisation"]
