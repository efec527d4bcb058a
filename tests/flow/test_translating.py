"""Translations as pages come in: found in any order, and not looked for while there is one language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk.made_pages import EVENING
from reportedly.desk import Desk
from reportedly.store.translation_tables import meant_articles

ENGLISH = (
    "The ferry harbour of Lindholm will close for nine weeks, the mayor said on Wednesday.",
    "Workers found cracks in 14 of the 31 posts that carry the oldest pier.",
    "“Nobody will walk on wood that I would not walk on myself,” said Mayor Ana Torv.",
    "The repairs will cost 3.2 million, half of which the region pays.",
)
GERMAN = (
    "Der Fährhafen von Lindholm wird neun Wochen lang geschlossen, sagte die Bürgermeisterin am Mittwoch.",
    "Arbeiter fanden Risse in 14 der 31 Pfähle, die den ältesten Steg tragen.",
    "„Niemand wird auf Holz gehen, auf dem ich nicht selbst gehen würde“, sagte Bürgermeisterin Ana Torv.",
    "Die Reparatur wird 3,2 Millionen kosten, die Hälfte davon zahlt die Region.",
)
PERSIAN = (
    "شهردار روز چهارشنبه گفت بندر کشتی‌های مسافری لیندهولم نه هفته بسته می‌شود.",
    "کارگران در ۱۴ ستون از ۳۱ ستونی که قدیمی‌ترین اسکله را نگه می‌دارند ترک یافتند.",
    "آنا تورو، شهردار، گفت: «هیچ‌کس روی چوبی راه نخواهد رفت که خودم روی آن راه نروم».",
    "تعمیرات ۳٫۲ میلیون هزینه دارد که نیمی از آن را منطقه می‌پردازد.",
)
BAKERY = (
    "Lindholm opened its first school for bakers on Wednesday, in the old ferry harbour.",
    "Mayor Ana Torv cut a loaf instead of a ribbon, and 14 children cheered.",
    "The teachers come from three countries.",
)
CHOIR = (
    "Le chœur d'enfants d'Osmere a remporté mercredi le concours national de chant.",
    "Les 42 jeunes chanteurs ont répété tout l'hiver dans une grange.",
    "« Ils m'ont fait pleurer », a confié la cheffe du jury, Line Corvey.",
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk(tmp_path / "desk.db", clock=lambda: EVENING) as opened:
        yield opened


def read(desk: Desk, lines: tuple[str, ...], language: str, outlet: str, hour: int) -> str:
    told = "".join(f"<p>{line}</p>" for line in lines)
    page = (
        f'<!doctype html><html lang="{language}"><head><title>{lines[0][:40]}</title>'
        f'<meta property="og:site_name" content="{outlet}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="2031-04-09T{hour:02}:00:00+00:00"></head>'
        f"<body><article><h1>{lines[0][:40]}</h1>{told}</article></body></html>"
    )
    kept = desk.read_bytes(page.encode(), url=f"https://{language}.example/{hour}")
    assert kept.article_id is not None
    return kept.article_id


def told(desk: Desk, article_id: str) -> list[tuple[str | None, str]]:
    return [(line.article.outlet, line.told) for line in desk.copies.of(article_id).lines]


def indexed(desk: Desk) -> int:
    with desk._store._connections.reading() as connection:
        return connection.scalar(select(func.count()).select_from(meant_articles)) or 0


FAMILY = [
    ("Tidewater Post", "Origin"),
    ("Hafenblatt", "Translated from Tidewater Post’s report in English"),
    ("پگاه", "Translated from Tidewater Post’s report in English"),
]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_translations_are_told_in_whatever_order_they_come(desk: Desk, order: tuple[int, ...]) -> None:
    reports = (
        (ENGLISH, "en", "Tidewater Post", 9),
        (GERMAN, "de", "Hafenblatt", 11),
        (PERSIAN, "fa", "پگاه", 12),
    )
    ids = [read(desk, *reports[place]) for place in order]
    assert sorted(told(desk, ids[0])) == sorted(FAMILY)
    assert len(desk.copies.origins(ids)) == 1


def test_another_report_of_the_same_place_people_and_day_is_no_translation(desk: Desk) -> None:
    read(desk, GERMAN, "de", "Hafenblatt", 11)
    bakery = read(desk, BAKERY, "en", "Tidewater Post", 9)
    assert told(desk, bakery) == [("Tidewater Post", "Origin")]


def test_nothing_is_looked_for_while_all_articles_are_in_one_language(desk: Desk) -> None:
    read(desk, ENGLISH, "en", "Tidewater Post", 9)
    read(desk, BAKERY, "en", "Isle Courier", 10)
    assert indexed(desk) == 0
    read(desk, GERMAN, "de", "Hafenblatt", 11)
    assert indexed(desk) == 3


def test_reading_twice_changes_nothing(desk: Desk) -> None:
    english = read(desk, ENGLISH, "en", "Tidewater Post", 9)
    read(desk, GERMAN, "de", "Hafenblatt", 11)
    before = desk.copies.of(english)
    read(desk, GERMAN, "de", "Hafenblatt", 11)
    assert [is_new for _, is_new in desk.copies.link_all()] == [True, False]
    assert [is_new for _, is_new in desk.copies.link_all()] == [False, False]
    assert desk.copies.of(english) == before


def test_a_translation_stands_beside_its_origin_sentence_by_sentence(desk: Desk) -> None:
    english = read(desk, ENGLISH, "en", "Tidewater Post", 9)
    german = read(desk, GERMAN[:3], "de", "Hafenblatt", 11)
    found = desk.copies.compare(german, english)
    assert [each.handling for each in found.passages] == ["translated"] * 3 + ["cut"]
    assert found.link is not None
    assert found.link.because.startswith("Tidewater Post had it first")
    ledger = desk.copies.ledger(english)
    assert "translated" in {fate for each in ledger.carriers for line in each.lines for fate in line.fates}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_reports_of_one_happening_in_several_languages_are_one_story(
    desk: Desk, order: tuple[int, ...]
) -> None:
    reports = (
        (ENGLISH, "en", "Tidewater Post", 9),
        (GERMAN, "de", "Hafenblatt", 11),
        (PERSIAN, "fa", "پگاه", 12),
    )
    ids = [read(desk, *reports[place]) for place in order]
    choir = read(desk, CHOIR, "fr", "Le Phare", 10)
    (story,) = {desk.stories.of(each) for each in ids}
    assert story is not None
    told = desk.stories.story(story)
    assert sorted(told.line.languages) == ["de", "en", "fa"]
    assert told.line.title is not None
    assert {each.article_id for each in told.summary} == {told.line.title.article_id}
    assert desk.stories.of(choir) != story


def test_a_split_of_two_languages_binds_later_runs(desk: Desk) -> None:
    english = read(desk, ENGLISH, "en", "Tidewater Post", 9)
    german = read(desk, GERMAN, "de", "Hafenblatt", 11)
    desk.stories.split(desk.stories.of(german) or "", [german])
    read(desk, PERSIAN, "fa", "پگاه", 12)
    assert desk.stories.of(german) != desk.stories.of(english)


def test_two_reports_in_two_languages_stand_side_by_side_whoever_wrote_them(desk: Desk) -> None:
    english = read(desk, (*ENGLISH[:1], *BAKERY), "en", "Tidewater Post", 9)
    german = read(desk, GERMAN, "de", "Hafenblatt", 11)
    found = desk.copies.compare(german, english)
    assert found.link is None
    handled = [each.handling for each in found.passages]
    assert handled[0] == "translated"
    assert {"added", "cut"} < set(handled)
