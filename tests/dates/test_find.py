"""Expressions of time, in the sentences of news, and the days they mean."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.dates import find_moments
from reportedly.language import load_language
from reportedly.records import Moment, Span
from reportedly.text import paragraphs_of

# A Tuesday; the sentences below were written as if they had been published on it.
TUESDAY = datetime.date(2023, 12, 5)


def moments(text: str, language: str = "en", anchor: datetime.date | None = TUESDAY) -> list[tuple[str, str]]:
    found = find_moments(text, paragraphs_of(text), load_language(language), anchor).moments
    return [(moment.words.of(text), moment.value) for moment in found]


def only(text: str, language: str = "en") -> Moment:
    (found,) = find_moments(text, paragraphs_of(text), load_language(language), TUESDAY).moments
    return found


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        ("The envoys met on Monday.", "Monday", "2023-12-04"),
        ("The envoys met on Tuesday.", "Tuesday", "2023-12-05"),
        ("The envoys met last Tuesday.", "last Tuesday", "2023-11-28"),
        ("The envoys will meet on Thursday.", "Thursday", "2023-12-07"),
        ("The envoys meet next Friday.", "next Friday", "2023-12-08"),
        ("The envoys meet Thursday.", "Thursday", "2023-12-07"),
        ("Trading is to resume in Grenholm on Thursday.", "Thursday", "2023-12-07"),
        ("The price stayed below a record set on Thursday.", "Thursday", "2023-11-30"),
        ("The sum would be paid on a still unspecified day in February.", "February", "2024-02"),
        ("He was elected in May.", "May", "2023-05"),
        ("She will resign in January.", "January", "2024-01"),
        ("The dam broke on 3 October.", "3 October", "2023-10-03"),
        ("The dam broke on Oct. 3, 2019.", "Oct. 3, 2019", "2019-10-03"),
        ("He last came 22 years ago.", "22 years ago", "2001"),
        ("He last came two decades ago.", "two decades ago", "200"),
        ("He last came three weeks ago.", "three weeks ago", "2023-W46"),
        ("Rents fell earlier this month.", "earlier this month", "2023-12"),
        ("Rents fell last year.", "last year", "2022"),
        ("Rents will fall next week.", "next week", "2023-W50"),
        ("Rents fell in the third quarter.", "the third quarter", "2023-Q3"),
        ("Rents fell in the first quarter of 2021.", "the first quarter of 2021", "2021-Q1"),
        ("Rents fell in the second half of 2022.", "the second half of 2022", "2022-H2"),
        ("Rents fell in fiscal 2021.", "fiscal 2021", "2021"),
        ("Rents fell in the late 1980s.", "the late 1980s", "198"),
        ("The chapel is of the 11th century.", "the 11th century", "10"),
        ("She left yesterday evening.", "yesterday evening", "2023-12-04TEV"),
        ("The ferry sails this summer.", "this summer", "2023-SU"),
        ("The ferry sank in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("They meet by the end of this week.", "the end of this week", "2023-W49"),
        ("He is now the mayor.", "now", "PRESENT_REF"),
        ("He recently fell ill.", "recently", "PAST_REF"),
        ("He will soon leave.", "soon", "FUTURE_REF"),
        ("The feast of Nowruz 1402 was quiet.", "Nowruz 1402", "2023-03-21"),
        ("The fast began on 15 Qaws 1402.", "15 Qaws 1402", "2023-12-06"),
        ("The form is dated 12/05/2023.", "12/05/2023", "2023-12-05"),
        ("The form is dated 2023-11-02.", "2023-11-02", "2023-11-02"),
        ("The ferry sank more than two years ago.", "more than two years ago", "2021"),
        ("The ferry sank at least 20 years ago.", "at least 20 years ago", "2003"),
        ("The ferry sank a week ago Friday.", "a week ago Friday", "2023-11-24"),
        ("The ferry sank ten years ago today.", "ten years ago today", "2013-12-05"),
        ("The ferry sank ten years ago this month.", "ten years ago this month", "2013-12"),
        ("The ferry sank on July 4 last year.", "July 4 last year", "2022-07-04"),
        ("The ferry sank last July 4.", "last July 4", "2023-07-04"),
        ("The ferry sank in July of last year.", "July of last year", "2022-07"),
        ("Rents fell in Q3 2022.", "Q3 2022", "2022-Q3"),
        ("Rents fell in Q2.", "Q2", "2023-Q2"),
        ("Rents fell by half in two years.", "in two years", "P2Y"),
        ("Rents will double in two years.", "in two years", "2025"),
        ("Rents will fall in the next few days.", "the next few days", "FUTURE_REF"),
        ("Rents will fall by the end of the decade.", "the end of the decade", "202"),
        ("To date, 30 have been found.", "To date", "PRESENT_REF"),
        ("The week-long strike is over.", "The week-long", "P1W"),
        ("The ferry won't sail Thursday.", "Thursday", "2023-12-07"),
        ("The storm is expected to hit the coast Thursday.", "Thursday", "2023-12-07"),
        ("A funeral will be held at 2 p.m. Thursday.", "Thursday", "2023-12-07"),
        ("The deadline is Friday.", "Friday", "2023-12-08"),
        ("Elections are planned for February.", "February", "2024-02"),
    ],
)
def test_english_says_when(sentence: str, words: str, value: str) -> None:
    assert moments(sentence) == [(words, value)]


def test_figures_in_front_of_a_time_zone_are_no_year() -> None:
    assert moments("The quake struck the island (1430 GMT).") == []


@pytest.mark.parametrize(
    ("language", "sentence", "words", "value"),
    [
        (
            "es",
            "Se reunieron el lunes 4 de diciembre de 2023.",
            "el lunes 4 de diciembre de 2023",
            "2023-12-04",
        ),
        ("es", "Murió hace 22 años.", "hace 22 años", "2001"),
        ("es", "Los precios bajaron el mes pasado.", "el mes pasado", "2023-11"),
        ("es", "Viajará la semana que viene.", "la semana que viene", "2023-W50"),
        ("es", "Será a principios de 2024.", "a principios de 2024", "2024"),
        ("fr", "Ils se sont vus lundi 4 décembre 2023.", "lundi 4 décembre 2023", "2023-12-04"),
        ("fr", "Il est mort il y a 22 ans.", "il y a 22 ans", "2001"),
        ("fr", "Les prix ont baissé le mois dernier.", "le mois dernier", "2023-11"),
        ("fr", "Elle est venue avant-hier.", "avant-hier", "2023-12-03"),
        ("fr", "C'était dans les années 1980.", "les années 1980", "198"),
        (
            "de",
            "Sie kam am Montag, dem 4. Dezember 2023.",
            "Montag, dem 4. Dezember 2023",
            "2023-12-04",
        ),
        ("de", "Er starb vor 22 Jahren.", "vor 22 Jahren", "2001"),
        ("de", "Die Preise fielen im vergangenen Monat.", "im vergangenen Monat", "2023-11"),
        ("de", "Sie reist am kommenden Donnerstag ab.", "kommenden Donnerstag", "2023-12-07"),
        ("de", "Das war in den 1980er Jahren.", "den 1980er Jahren", "198"),
        ("ru", "Встреча прошла 4 декабря 2023 года.", "4 декабря 2023 года", "2023-12-04"),
        ("ru", "Он умер 22 года назад.", "22 года назад", "2001"),
        ("ru", "Цены упали в прошлом месяце.", "в прошлом месяце", "2023-11"),
        ("ru", "Суд состоится на следующей неделе.", "на следующей неделе", "2023-W50"),
        ("ru", "Она приехала вчера вечером.", "вчера вечером", "2023-12-04TEV"),
        ("ar", "التقى الوفدان يوم الاثنين 4 ديسمبر 2023", "يوم الاثنين 4 ديسمبر 2023", "2023-12-04"),
        ("ar", "توفي قبل 22 عاما", "قبل 22 عاما", "2001"),
        ("ar", "انخفضت الأسعار الشهر الماضي", "الشهر الماضي", "2023-11"),
        ("ar", "قال ذلك أمس", "أمس", "2023-12-04"),
        ("ar", "عقد اللقاء في تشرين الثاني الماضي", "تشرين الثاني الماضي", "2023-11"),
        ("fa", "آنان روز دوشنبه ۱۳ آذر ۱۴۰۲ دیدار کردند", "روز دوشنبه ۱۳ آذر ۱۴۰۲", "2023-12-04"),
        ("fa", "او ۲۲ سال پیش درگذشت", "۲۲ سال پیش", "2001"),
        ("fa", "قیمت‌ها ماه گذشته پایین آمد", "ماه گذشته", "2023-11"),
        ("fa", "او دیروز گفت", "دیروز", "2023-12-04"),
        ("fa", "سند در ۱۴۰۲/۹/۱۴ امضا شد", "۱۴۰۲/۹/۱۴", "2023-12-05"),
    ],
)
def test_other_languages_say_when(language: str, sentence: str, words: str, value: str) -> None:
    assert (words, value) in moments(sentence, language)


@pytest.mark.parametrize("sentence", ["It may rain.", "They march on.", "It cost $1999.", "A 3.14 share."])
def test_words_and_figures_that_only_look_like_times_are_none(sentence: str) -> None:
    assert moments(sentence) == []


def test_a_duration_that_ends_today_has_its_days() -> None:
    found = only("It rained for the past 75 years.")
    assert (found.kind, found.value) == ("duration", "P75Y")
    assert (found.first, found.last) == (datetime.date(1948, 1, 1), TUESDAY)


def test_a_set_is_no_date() -> None:
    assert only("They meet every week.").kind == "set"


def test_a_month_of_another_calendar_gives_the_days_it_covers() -> None:
    found = only("The office closed in Qaws 1402.")
    assert (found.first, found.last) == (datetime.date(2023, 11, 22), datetime.date(2023, 12, 21))


def test_the_following_month_is_reckoned_from_what_was_named() -> None:
    text = "In March 2021 the port closed. The following month it opened."
    assert ("The following month", "2021-04") in moments(text)


def test_a_year_ago_in_a_report_on_a_quarter_is_that_quarter() -> None:
    text = "Third-quarter profit fell. A year ago it rose."
    assert moments(text) == [("Third-quarter", "2023-Q3"), ("A year ago", "2022-Q3")]


def test_without_a_day_to_reckon_from_only_full_dates_are_read() -> None:
    text = "They met on Monday and on 4 May 2021."
    found = find_moments(text, paragraphs_of(text), load_language("en"), None)
    assert [moment.value for moment in found.moments] == ["2021-05-04"]
    assert [(refusal.reason, refusal.span) for refusal in found.refusals] == [("no-anchor", Span(12, 18))]


@pytest.mark.parametrize("words", ["²", "1² x", "on ①", "①②", f"{'9' * 5000} days ago", "in 999999999 years"])
def test_raised_ringed_and_endless_figures_are_no_error(words: str) -> None:
    assert all(value.startswith("P") for _, value in moments(f"It is {words}."))


@given(st.text(max_size=60))
def test_any_text_at_all_is_no_error(text: str) -> None:
    find_moments(text, paragraphs_of(text), load_language("en"), TUESDAY)


@given(st.text(alphabet="on 3May/.,1402-nextlastweekeragoMonday ۱۴، ", max_size=80))
def test_no_text_is_an_error_and_every_span_is_true(text: str) -> None:
    paragraphs = paragraphs_of(text)
    found = find_moments(text, paragraphs, load_language("en"), TUESDAY)
    assert found == find_moments(text, paragraphs, load_language("en"), TUESDAY)
    for moment in found.moments:
        assert 0 <= moment.words.start < moment.words.end <= len(text)
        assert moment.first is None or moment.last is None or moment.first <= moment.last


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Following Wednesday's leak, he resigned.", [("Wednesday", "2023-11-29")]),
        ("Even the day after a debate, he sang.", []),
        ("He sent a memo in April explaining his plan.", [("April", "2023-04")]),
        ("The votes in Lindmark on Sunday will not be counted.", [("Sunday", "2023-12-03")]),
    ],
)
def test_a_word_beside_a_date_is_read_for_what_it_is(sentence: str, found: list[tuple[str, str]]) -> None:
    assert moments(sentence) == found


def test_a_year_ago_is_the_same_quarter_a_year_back_and_for_longer_figures_the_year() -> None:
    text = (
        "Profit fell in the third quarter from 8 million a year earlier. "
        "For the nine months it fell from 30 million a year earlier. "
        "Sales in the quarter rose from 60 million a year ago."
    )
    values = [value for words, value in moments(text) if "year" in words]
    assert values == ["2022-Q3", "2022", "2022-Q3"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rents rose for the first time in 20 years.",
        "It was the highest level in ten years.",
        "They were killed on December 4 and 5 ships were lost.",
        "She was in her twenties.",
    ],
)
def test_what_only_looks_like_a_day_to_come_or_another_day_is_none(sentence: str) -> None:
    found = find_moments(sentence, paragraphs_of(sentence), load_language("en"), TUESDAY).moments
    assert [m.value for m in found if m.first is not None and m.first != datetime.date(2023, 12, 4)] == []


def test_two_weekdays_with_and_between_them_are_each_the_last_one() -> None:
    assert moments("The statements were made Friday and Thursday.") == [
        ("Friday", "2023-12-01"),
        ("Thursday", "2023-11-30"),
    ]
