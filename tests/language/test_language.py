"""Languages as data."""

import pytest

from reportedly.language import detect_language, known_languages, load_language

SAMPLES = {
    "en": "The mayor of the town said that the ferry would sail in the morning, and it did.",
    "de": "Der Rat der Stadt hat am Abend beschlossen, dass die Fähre auch in der Nacht fährt.",
    "fr": "Le maire de la ville a dit que le bac partirait dans la matinée, et il est parti.",
    "es": "El alcalde de la villa dijo que el barco saldría por la mañana, y no salió.",
    "ru": "Мэр города сказал, что паром уйдёт утром, но он не ушёл, и это было плохо.",
    "fa": "شهردار گفت که کشتی از بندر به دریا می‌رود و این خبر برای مردم خوب است",
    "ar": "قال رئيس البلدية إن العبارة ستبحر من الميناء في الصباح وقد كان ذلك",
    "zh": "市长表示，渡轮将在早上起航。",
    "ja": "市長は、フェリーは朝に出航すると述べた。",
    "ko": "시장은 여객선이 아침에 출항한다고 말했다.",
    "tr": "Belediye başkanı bu sabah için bir vapur olduğunu ve daha sonra da geleceğini söyledi.",
}


@pytest.mark.parametrize(("code", "text"), SAMPLES.items())
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert detect_language(text) == code


@pytest.mark.parametrize("text", ["", "1234 5678", "Xyzzy Plugh Frobozz"])
def test_too_little_tells_no_language(text: str) -> None:
    assert detect_language(text) is None


def test_a_tag_is_known_by_its_primary_part_in_any_case() -> None:
    assert load_language("EN_us").cues == load_language("en").cues


def test_dari_is_served_by_persian_and_keeps_its_code() -> None:
    dari = load_language("prs")
    assert dari.code == "prs"
    assert dari.calendar == load_language("fa").calendar


@pytest.mark.parametrize("code", ["xx", "", "../en", "..", "en/../fa"])
def test_an_unknown_tag_gives_a_language_that_knows_nothing(code: str) -> None:
    calendar = load_language(code).calendar
    assert calendar.months == {} or code.startswith("en")


def test_every_language_with_cues_has_months() -> None:
    lacking = [c for c in known_languages() if not load_language(c).calendar.months and c not in ("zh", "ja")]
    assert lacking == []


def test_afghan_and_iranian_months_are_both_known() -> None:
    months = load_language("fa").calendar.jalali
    assert months["قوس"] == months["آذر"] == 9
