"""Every language with cues reads sentences of its own."""

import pytest

from reportedly.language import known_languages, load_language
from reportedly.language.cues import Cues

from .reading import Line, read

EXAMPLES: dict[str, list[tuple[str, Line]]] = {
    "en": [
        ("“The bridge opens,” said Ina Korval.", ("direct", "Ina Korval", "said", "The bridge opens,")),
        ("Korval said that the road is safe.", ("indirect", "Korval", "said", "the road is safe")),
    ],
    "de": [
        (
            "„Die Brücke öffnet am Montag“, sagte Bürgermeisterin Ina Korval.",
            ("direct", "Bürgermeisterin Ina Korval", "sagte", "Die Brücke öffnet am Montag"),
        ),
        (
            "Minister Odo Brack erklärte, dass die Straße sicher sei.",
            ("indirect", "Minister Odo Brack", "erklärte", "die Straße sicher sei"),
        ),
        (
            "Die Straße sei sicher, so der Minister.",
            ("indirect", "der Minister", "so", "Die Straße sei sicher"),
        ),
    ],
    "fr": [
        (
            "« Le pont sera rouvert lundi », a déclaré la maire de Valmore.",
            ("direct", "la maire de Valmore", "déclaré", "Le pont sera rouvert lundi"),
        ),
        (
            "Le ministre Odon Brac a affirmé que la route était sûre.",
            ("indirect", "Le ministre Odon Brac", "affirmé", "la route était sûre"),
        ),
    ],
    "es": [
        (
            "«El puente abrirá el lunes», dijo la alcaldesa Ina Corval.",
            ("direct", "la alcaldesa Ina Corval", "dijo", "El puente abrirá el lunes"),
        ),
        (
            "Según la policía de Valmora, tres casas ardieron.",
            ("indirect", "la policía de Valmora", "Según", "tres casas ardieron"),
        ),
    ],
    "ru": [
        (
            "«Мост откроют в понедельник», — сказала мэр Инна Корвалова.",
            ("direct", "мэр Инна Корвалова", "сказала", "Мост откроют в понедельник"),
        ),
        (
            "Министр Одон Брак заявил, что дорога безопасна.",
            ("indirect", "Министр Одон Брак", "заявил", "дорога безопасна"),
        ),
    ],
    "fa": [
        (
            "نوید رستاک گفت: «پل روز دوشنبه باز می‌شود.»",
            ("direct", "نوید رستاک", "گفت", "پل روز دوشنبه باز می‌شود."),
        ),
        ("شهردار در نشست خبری گفت که جاده امن است.", ("indirect", "شهردار", "گفت", "جاده امن است")),
    ],
    "ar": [
        ("قال الوزير عدنان برق إن الطريق آمن.", ("indirect", "الوزير عدنان برق", "قال", "الطريق آمن")),
        (
            "وأضاف الوزير: «سيفتح الجسر يوم الاثنين».",
            ("direct", "الوزير", "وأضاف", "سيفتح الجسر يوم الاثنين"),
        ),
    ],
    "zh": [
        ("市长林若舟说：“大桥星期一开放。”", ("direct", "市长林若舟", "说", "大桥星期一开放。")),
        ("他强调，道路是安全的。", ("indirect", "他", "强调", "道路是安全的")),
    ],
    "ja": [
        ("「橋は月曜日に開く」と丘野市長は語った。", ("direct", "丘野市長", "語った", "橋は月曜日に開く")),
        ("丘野市長は「橋は月曜日に開く」と述べた。", ("direct", "丘野市長", "述べた", "橋は月曜日に開く")),
    ],
}


def _words(cues: Cues) -> list[str]:
    """Return every word that a language's cues list."""
    lists = [getattr(cues, name) for name in cues.__struct_fields__ if name != "verbs"]
    own = [word for each in lists if isinstance(each, tuple) for word in each]
    return own + [word for verb in cues.verbs for word in (*verb.finite, *verb.base, *verb.participles)]


@pytest.mark.parametrize("code", known_languages())
def test_cues_load_and_are_lower_case_without_edge_space(code: str) -> None:
    words = _words(load_language(code).cues)
    assert words
    assert [word for word in words if word != word.lower().strip() or not word] == []


@pytest.mark.parametrize("code", known_languages())
def test_a_language_with_cues_has_examples(code: str) -> None:
    assert len(EXAMPLES.get(code, [])) >= 2


@pytest.mark.parametrize(
    ("code", "text", "line"), [(code, *example) for code, group in EXAMPLES.items() for example in group]
)
def test_an_example_is_read(code: str, text: str, line: Line) -> None:
    assert read(text, code) == [line]


def test_a_language_without_cues_still_gets_its_quotations() -> None:
    text = "“Brua opnar måndag og blir verande open,” sa Ina Korval."
    assert read(text, "xx") == [("direct", None, None, "Brua opnar måndag og blir verande open,")]
