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
