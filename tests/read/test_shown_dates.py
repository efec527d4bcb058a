"""Dates as pages print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.read.shown_dates import find_dates, read_iso

PRINTED = [
    ("en", "Tuesday 5 December 2023 - 15:26", "2023-12-05T15:26:00"),
    ("en", "Dec. 5, 2023, 3:26 p.m. EST", "2023-12-05T15:26:00-05:00"),
    ("en", "Published Feb. 2, 2024, 8:20 a.m. (UTC+2)", "2024-02-02T08:20:00+02:00"),
    ("en", "12:05 a.m. on 5 December 2023", "2023-12-05T00:05:00"),
    ("de", "05.12.2023, 15.26 Uhr", "2023-12-05T15:26:00"),
    ("de", "Stand: 3. März 2024", "2024-03-03"),
    ("fr", "le 1er août 2023 à 7h05", "2023-08-01T07:05:00"),
    ("es", "5 de diciembre de 2023", "2023-12-05"),
    ("ru", "5 декабря 2023, 15:26 MSK", "2023-12-05T15:26:00+03:00"),
    ("zh", "2023年12月5日 15:26", "2023-12-05T15:26:00"),
    ("fa", "چهارشنبه ۱۵ قوس ۱۴۰۲ ساعت ۱۱:۲۰", "2023-12-06T11:20:00"),
    ("fa", "۱۵ آذر ۱۴۰۲", "2023-12-06"),
    ("en", "15 Qaws 1402", "2023-12-06"),
    ("fa", "1402/09/15 - 12:40", "2023-12-06T12:40:00"),
    ("en-US", "3/4/2024", "2024-03-04"),
    ("en-GB", "3/4/2024", "2024-04-03"),
    ("en-GB", "3/14/2024", "2024-03-14"),
    ("en", "3/4/2024 7:38:01 PM", "2024-03-04T19:38:01"),
    ("en", "Tue, 05 Dec 2023 15:26:00 +0100", "2023-12-05T15:26:00+01:00"),
    ("en", "13 Jan 2020, 22:11 GMT+10", "2020-01-13T22:11:00+10:00"),
    ("en", "December 5, 2023 at 3 p.m.", "2023-12-05T15:00:00"),
    ("en", "Dec 19th 2025", "2025-12-19"),
    ("en", "05-Dec-2023", "2023-12-05"),
    ("de", "8.5.12", "2012-05-08"),
    ("de", "28.09.19 12:44", "2019-09-28T12:44:00"),
    ("de", "21. Jan 2022", "2022-01-21"),
    ("fr", "5 déc. 2023 à 15 h 26", "2023-12-05T15:26:00"),
    ("es", "martes 17 de marzo de 2020", "2020-03-17"),
    ("pt", "5 de dezembro de 2023 às 15h26", "2023-12-05T15:26:00"),
    ("it", "5 dicembre 2023 alle 15:26", "2023-12-05T15:26:00"),
    ("nl", "5 december 2023 om 15:26", "2023-12-05T15:26:00"),
    ("sv", "5 dec 2023 kl. 15.26", "2023-12-05T15:26:00"),
    ("da", "5. december 2023", "2023-12-05"),
    ("nb", "5. des. 2023", "2023-12-05"),
    ("fi", "5. joulukuuta 2023 klo 15.26", "2023-12-05T15:26:00"),
    ("pl", "5 grudnia 2023", "2023-12-05"),
    ("uk", "5 грудня 2023, 15:26", "2023-12-05T15:26:00"),
    ("cs", "5. prosince 2023", "2023-12-05"),
    ("ro", "5 decembrie 2023", "2023-12-05"),
    ("hu", "2023. december 5. 15:26", "2023-12-05T15:26:00"),
    ("el", "5 Δεκεμβρίου 2023, 3:26 μ.μ.", "2023-12-05T15:26:00"),
    ("he", "5 בדצמבר 2023", "2023-12-05"),
    ("tr", "5 ŞUBAT 2024", "2024-02-05"),
    ("hi", "५ जनवरी २०२४", "2024-01-05"),
    ("bn", "৫ ডিসেম্বর ২০২৩", "2023-12-05"),
    ("vi", "5 tháng 12, 2023", "2023-12-05"),
    ("id", "Selasa, 05 Des 2023 15:26 WIB", "2023-12-05T15:26:00+07:00"),
    ("ur", "5 دسمبر 2023", "2023-12-05"),
    ("ar", "الثلاثاء 5 ديسمبر 2023 03:26 مساءً", "2023-12-05T15:26:00"),
    ("ar", "5 كانون الأول/ديسمبر 2023", "2023-12-05"),
    ("fa", "۵ دسمبر ۲۰۲۳", "2023-12-05"),
    ("fa", "سه‌شنبه ۱۴ آذر ۱۴۰۲ - ۱۵:۲۶", "2023-12-05T15:26:00"),
    ("prs", "۱۴ قوس ۱۴۰۲", "2023-12-05"),
    ("ps", "د ۱۴۰۲ لیندۍ ۱۴", "2023-12-05"),
    ("ar", "١٥ رمضان ١٤٤٥ هـ", "2024-03-25"),
    ("ar", "21/05/1445", "2023-12-05"),
    ("fa", "۲۱ جمادی‌الاول ۱۴۴۵", "2023-12-05"),
    ("en", "25 Rabi al-Thani 1445", "2023-11-09"),
    ("th", "5 ธันวาคม 2566 15:26 น.", "2023-12-05T15:26:00"),
    ("th", "5 ธ.ค. 2566", "2023-12-05"),
    ("th", "05/12/2566", "2023-12-05"),
    ("ja", "令和6年12月5日 15時26分", "2024-12-05T15:26:00"),
    ("ja", "令和元年5月1日", "2019-05-01"),
    ("ja", "2020年7月15日 午後3時26分", "2020-07-15T15:26:00"),
    ("ko", "2023년 12월 5일 오후 3:26", "2023-12-05T15:26:00"),
    ("ko", "2023. 12. 5. 오후 3:26", "2023-12-05T15:26:00"),
    ("zh", "民國112年12月5日", "2023-12-05"),
]


@pytest.mark.parametrize(("language", "words", "value"), PRINTED)
def test_a_printed_date_is_as_sure_as_the_page(language: str, words: str, value: str) -> None:
    assert [stamp.isoformat() for _, stamp in find_dates(words, language)] == [value]


def test_the_day_of_the_week_belongs_to_the_date_even_when_a_label_is_glued_to_it() -> None:
    text = "Publish dateTuesday 5 December 2023"
    ((span, _),) = find_dates(text, "en")
    assert span.of(text) == "Tuesday 5 December 2023"


@pytest.mark.parametrize(
    "words",
    [
        "31 February 2024",
        "5 December 1820",
        "5 December 1402",
        "Route 66/2024",
        "1402/13/15",
        "2 hours ago",
        "version 1.2.3.4",
        "© 2023 The Kestrel Post",
    ],
)
def test_what_is_no_day_of_news_is_no_date(words: str) -> None:
    assert list(find_dates(words, "en")) == []


@pytest.mark.parametrize(("words", "shown"), [("Do 25.04.24", "Do 25.04.24"), ("Ledo 25.04.24", "25.04.24")])
def test_a_short_day_of_the_week_belongs_to_the_date_where_it_is_a_word(words: str, shown: str) -> None:
    ((span, _),) = find_dates(words, "de")
    assert span.of(words) == shown


def test_a_time_belongs_to_the_date_beside_it() -> None:
    found = find_dates("5 Dec 2023 | 6 Dec 2023 15:26", "en")
    assert [stamp.isoformat() for _, stamp in found] == ["2023-12-05", "2023-12-06T15:26:00"]


def test_a_machine_readable_time_keeps_its_zone() -> None:
    stamp = read_iso("2023-12-05T15:26:00.123+04:30")
    assert stamp is not None
    assert stamp.isoformat() == "2023-12-05T15:26:00+04:30"


@given(
    st.text(alphabet=st.characters(codec="utf-8"), max_size=300),
    st.sampled_from(["en", "fa", "zh", "de-AT", "th", "ar"]),
)
def test_any_text_can_be_looked_through(text: str, language: str) -> None:
    for span, stamp in find_dates(text, language):
        assert span.of(text)
        assert stamp.isoformat()


def test_a_zone_in_full_width_brackets_belongs_to_its_time() -> None:
    ((_, stamp),) = find_dates("2024年1月10日 11时25分（UTC+8）", "zh")
    assert stamp.utc_offset_minutes == 480
