"""What speakers of other languages are: a person, an organisation, or nobody who is named."""

import pytest

from reportedly.actors import NobodyKnown, name_mentions, resolve_people
from reportedly.language import load_language
from reportedly.records import Resolution

from .marked_text import read_marked


def _found(marked: str, code: str) -> list[Resolution | None]:
    given = read_marked("–\n" + marked)
    language = load_language(code)
    namings = name_mentions(given.article, given.statements, language)
    found = resolve_people(given.article, given.statements, namings, language, NobodyKnown()).resolutions
    return [next((one for one in found if span in one.mentions), None) for span in given.names]


def _told(marked: str, code: str) -> list[tuple[str, str]]:
    return [(one.name, one.kind) if one and one.is_named else ("", "") for one in _found(marked, code)]


_BODIES = {
    "de": ("Nach Angaben [der Torfgenossenschaft=] fehlt Geld.", "Torfgenossenschaft"),
    "es": ("[Salinas Reunidas=] negó todo.", "Salinas Reunidas"),
    "fr": ("[Le ministère de la Mer=] a refusé.", "ministère de la Mer"),
    "ru": ("[Торфяное товарищество=] отказалось.", "Торфяное товарищество"),
    "ar": ("قالت [وزارة الري=] إن الماء قليل.", "وزارة الري"),
    "fa": ("[وزارت آب=] گفت نه.", "وزارت آب"),
}


@pytest.mark.parametrize("code", sorted(_BODIES))
def test_an_organisation_is_no_person_and_has_no_article(code: str) -> None:
    text, name = _BODIES[code]
    assert _told(text, code) == [(name, "organisation")]


_HEADS = {
    "de": ("[Der Vorsitzende der Torfgenossenschaft, Harm Brokelund=], kam.", "Harm Brokelund"),
    "es": ("[El presidente de la Cofradía de Pescadores, Anselmo Ruitor=], vino.", "Anselmo Ruitor"),
    "fr": ("[Le président de la Coopérative des tourbiers, Yannig Kermadec=], vint.", "Yannig Kermadec"),
    "ru": ("[Председатель Торфяного товарищества Мирон Залесов=] пришёл.", "Мирон Залесов"),
    "ar": ("قال [رئيس جمعية الصيادين ناصر البرقاوي=] نعم.", "ناصر البرقاوي"),
    "fa": ("[رئیس انجمن ماهیگیران، بهرام دریاسری=]، گفت نه.", "بهرام دریاسری"),
}


@pytest.mark.parametrize("code", sorted(_HEADS))
def test_who_heads_an_organisation_is_named_and_not_the_organisation(code: str) -> None:
    text, name = _HEADS[code]
    assert _told(text, code) == [(name, "person")]


_MANY = {
    "de": "[Torfstecher=] klagen.",
    "es": "[Los vecinos=] protestan.",
    "fr": "[Des riverains=] protestent.",
    "ru": "[Рыбаки=] протестуют.",
    "ar": "قال [سكان الحي=] نعم.",
    "fa": "[شاهدان عینی=] گفتند نه.",
}


@pytest.mark.parametrize("code", sorted(_MANY))
def test_a_crowd_is_nobody_by_name(code: str) -> None:
    assert _told(_MANY[code], code) == [("", "")]


def test_where_somebody_works_is_no_part_of_the_name() -> None:
    text = "[Wiebke Tannrode von der Hochschule Grünfurt=] kam."
    assert _told(text, "de") == [("Wiebke Tannrode", "person")]


def test_a_russian_surname_in_another_case_is_the_same_person() -> None:
    text = "[Министр Клавдия Ветлугина=] пришла. По словам [Ветлугиной=], всё хорошо."
    assert _told(text, "ru") == [("Клавдия Ветлугина", "person")] * 2


def test_a_name_in_quotation_marks_behind_a_companys_word_is_the_company() -> None:
    assert _told("[Компания «Синий берег»=] ушла.", "ru") == [("Компания «Синий берег»", "organisation")]


def test_a_country_speaks_on_a_page_that_gives_no_day() -> None:
    one = _found("[Norwegen=] forderte Klarheit.", "de")[0]
    assert one is not None
    assert (one.kind, one.reason) == ("country", "country")


def test_a_place_with_an_article_that_says_nothing_is_no_organisation() -> None:
    given = read_marked("–\n[Mayor Ana Torv=Ana Torv] crossed the Narrow Sound by ferry.")
    names = {naming.name for naming in name_mentions(given.article, given.statements, load_language("en"))}
    assert names == {"Ana Torv"}
