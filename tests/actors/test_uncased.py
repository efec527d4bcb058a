"""Scripts without capital letters: speakers' own words only."""

from reportedly.actors import name_mentions
from reportedly.language import load_language

from .marked_text import read_marked


def _named(marked: str, code: str) -> list[str]:
    given = read_marked(marked)
    found = {n.mention: n.name for n in name_mentions(given.article, given.statements, load_language(code))}
    return [found.get(span, "") for span in given.names]


def test_a_persian_title_is_no_part_of_the_name_and_comes_back_for_it() -> None:
    text = "سرخط\n[رئیس‌جمهور بهرام تورانی=] گفت نه.\n[تورانی=] افزود آری.\n[رئیس‌جمهور=] رفت.\n[وی=] گفت."
    assert _named(text, "fa") == ["بهرام تورانی"] * 4


def test_an_arabic_surname_stands_for_the_full_name() -> None:
    text = "عنوان\n[الوزير سالم الطوران=] قال لا.\n[الطوران=] قال نعم."
    assert _named(text, "ar") == ["سالم الطوران"] * 2


def test_an_unnamed_persian_source_stays_unnamed() -> None:
    assert _named("سرخط\n[یک منبع آگاه=] گفت نه.", "fa") == [""]


def test_a_title_between_commas_belongs_to_the_name_before_it() -> None:
    text = "سرخط\nگلبانو رستاک، [وزیر آب تالمیر=]، گفت نه.\n[وزیر آب تالمیر=] افزود آری.\n[خانم رستاک=] رفت."
    assert _named(text, "fa") == ["گلبانو رستاک"] * 3


def test_somebody_introduced_who_does_not_speak_there_is_known_afterwards() -> None:
    text = "سرخط\nگلبانو رستاک، وزیر آب تالمیر، از سد دیدار کرد.\n[وزیر آب=] گفت نه.\n[خانم رستاک=] رفت."
    assert _named(text, "fa") == ["گلبانو رستاک"] * 2
