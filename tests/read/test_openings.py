"""Datelines: place, date and agency before the first word, as agencies of many languages write them."""

import pytest

from read.made_pages import STORIES, read_made

# language, what stands before the first word, the dateline, the agencies in it
DATELINES: tuple[tuple[str, str, str, list[str]], ...] = (
    ("en", "TALVERN, Dec. 5 (Reuters) - ", "TALVERN, Dec. 5 (Reuters)", ["Reuters"]),
    ("en", "Talvern (AFP) – ", "Talvern (AFP)", ["AFP"]),
    (
        "en",
        "TALVERN, Veltania -- (Meridian Wire) -- ",
        "TALVERN, Veltania -- (Meridian Wire)",
        ["Meridian Wire"],
    ),
    ("en", "TALVERN, 5 December 2023 (WAFA) - ", "TALVERN, 5 December 2023 (WAFA)", ["WAFA"]),
    ("en", "Talvern, Dec 5, IRNA – ", "Talvern, Dec 5, IRNA", ["IRNA"]),
    ("en", "PORT HALDEN/TALVERN, Dec 5 (Reuters) - ", "PORT HALDEN/TALVERN, Dec 5 (Reuters)", ["Reuters"]),
    ("en", "LINDMARK: ", "LINDMARK", []),
    ("en", "COL DE VARRE, Merenia — ", "COL DE VARRE, Merenia", []),
    ("en", "Lindmark (Merenia), Dec 5 (Xinhua) -- ", "Lindmark (Merenia), Dec 5 (Xinhua)", ["Xinhua"]),
    ("en", "PORT HALDEN, Dec 5 (PTI) ", "PORT HALDEN, Dec 5 (PTI)", ["PTI"]),
    ("de", "Lindmark (dpa) - ", "Lindmark (dpa)", ["dpa"]),
    ("de", "LINDMARK (dpa-AFX) - ", "LINDMARK (dpa-AFX)", ["dpa-AFX"]),
    ("de", "Brennau (KNA) ", "Brennau (KNA)", ["KNA"]),
    ("de", "Brennau a.W. (epd). ", "Brennau a.W. (epd)", ["epd"]),
    ("de", "Lindmark/Brennau (APA/dpa) - ", "Lindmark/Brennau (APA/dpa)", ["APA", "dpa"]),
    ("fr", "LINDMARK, 5 déc 2023 (AFP) - ", "LINDMARK, 5 déc 2023 (AFP)", ["AFP"]),
    ("fr", "Port-Kermeur, le 5 décembre 2023 (APS) - ", "Port-Kermeur, le 5 décembre 2023 (APS)", ["APS"]),
    ("es", "Lindmark, 5 dic (EFE).- ", "Lindmark, 5 dic (EFE)", ["EFE"]),
    ("es", "Lindmark, 5 dic. (EUROPA PRESS) - ", "Lindmark, 5 dic. (EUROPA PRESS)", ["EUROPA PRESS"]),
    ("es", "Lindmark.- ", "Lindmark", []),
    ("it", "(ANSA) - LINDMARK, 05 DIC - ", "(ANSA) - LINDMARK, 05 DIC", ["ANSA"]),
    ("it", "Lindmark, 5 dic. - (Adnkronos) - ", "Lindmark, 5 dic. - (Adnkronos)", ["Adnkronos"]),
    ("pt", "Lindmark, 05 dez 2023 (Lusa) - ", "Lindmark, 05 dez 2023 (Lusa)", ["Lusa"]),
    ("nl", "LINDMARK (ANP) - ", "LINDMARK (ANP)", ["ANP"]),
    ("ru", "ТАЛИЦА, 5 дек — РИА Новости. ", "ТАЛИЦА, 5 дек — РИА Новости", ["РИА Новости"]),
    ("ru", "ТАЛИЦА, 5 декабря. /ТАСС/. ", "ТАЛИЦА, 5 декабря. /ТАСС/", ["ТАСС"]),
    ("ru", "Талица. 5 декабря. ИНТЕРФАКС - ", "Талица. 5 декабря. ИНТЕРФАКС", ["ИНТЕРФАКС"]),
    ("uk", "ТАЛИЦЯ. 5 грудня. УНІАН. ", "ТАЛИЦЯ. 5 грудня. УНІАН", ["УНІАН"]),
    ("tr", "KARADERE (AA) - ", "KARADERE (AA)", ["AA"]),
    ("tr", "Ayşe YILDIZ/KARADERE, (DHA)- ", "KARADERE, (DHA)", ["DHA"]),
    ("ar", "سدرين 5 ديسمبر 2023 (شينخوا) -- ", "سدرين 5 ديسمبر 2023 (شينخوا)", ["شينخوا"]),
    ("ar", "سدرين (رويترز) - ", "سدرين (رويترز)", ["رويترز"]),
    ("ar", "سدرين - (أ ف ب): ", "سدرين - (أ ف ب)", ["أ ف ب"]),
    ("ar", "سدرين / الأناضول - ", "سدرين / الأناضول", ["الأناضول"]),
    ("ar", "سدرين - بترا - ", "سدرين - بترا", ["بترا"]),
    ("ar", "سدرين: ", "سدرين", []),
    ("fa", "به گزارش خبرگزاری ایلنا، مرغاب – ", "به گزارش خبرگزاری ایلنا، مرغاب", ["خبرگزاری ایلنا"]),
    ("fa", "مرغاب - ایرنا - ", "مرغاب - ایرنا", ["ایرنا"]),
    ("fa", "هامون - پژواک: ", "هامون - پژواک", ["پژواک"]),
    ("fa", "هامون، ۱۴ قوس (خبرگزاری باختر) - ", "هامون، ۱۴ قوس (خبرگزاری باختر)", ["خبرگزاری باختر"]),
    ("ps", "شنه دره - پژواک: ", "شنه دره - پژواک", ["پژواک"]),
    ("ur", "کوٹ سبز: ", "کوٹ سبز", []),
    ("ur", "کوٹ سبز (اے پی پی) ", "کوٹ سبز (اے پی پی)", ["اے پی پی"]),
    ("zh", "新华社云岭12月5日电（记者 沈若溪）", "新华社云岭12月5日电", ["新华社"]),
    ("zh", "（中央社記者沈若溪青嵐5日電）", "青嵐5日電", ["中央社"]),
    ("zh", "(云岭5日讯)", "云岭5日讯", []),
    ("zh", "【本报云岭讯】", "本报云岭讯", []),
    ("ja", "【霧浜＝森谷蓮】", "霧浜", []),
    ("ja", "【霧浜共同】", "霧浜共同", ["共同"]),
    ("ja", "【霧浜＝時事】", "霧浜＝時事", ["時事"]),
    ("ko", "(안개항=연합뉴스) 홍가람 기자 = ", "안개항=연합뉴스", ["연합뉴스"]),
)
NO_DATELINES = (
    ("en", "Officials – tired and hungry – "),
    ("en", "UPDATE: "),
    ("en", "The Lindmark Harbour Company (LHC) "),
    ("en", "“No”: "),
    ("en", "Mayor Ana Torv (52) "),
    ("de", "Der Abgeordnete Per Lund (CDU) "),
    ("de", "Bei der Reederei (RMV) "),
    ("fa", "وزیر: "),
)


@pytest.mark.parametrize(("language", "opening", "dateline", "agencies"), DATELINES)
def test_a_dateline_is_read_and_its_agency_credited(
    language: str, opening: str, dateline: str, agencies: list[str]
) -> None:
    article = read_made(language, opening=opening)
    assert article.dateline is not None
    assert article.dateline.value == dateline
    assert [credit.value for credit in article.credits] == agencies


@pytest.mark.parametrize(("language", "opening", "dateline", "agencies"), DATELINES)
def test_the_report_begins_behind_its_dateline(
    language: str, opening: str, dateline: str, agencies: list[str]
) -> None:
    article = read_made(language, opening=opening)
    assert article.body[0].of(article.text) == STORIES[language]


@pytest.mark.parametrize(("language", "opening"), NO_DATELINES)
def test_other_words_before_a_dash_or_a_bracket_are_the_report(language: str, opening: str) -> None:
    article = read_made(language, opening=opening)
    assert article.dateline is None
    assert article.body[0].of(article.text) == opening + STORIES[language]


def test_an_agency_alone_is_no_dateline_but_a_credit() -> None:
    article = read_made("en", opening="(Reuters) - ")
    assert article.dateline is None
    assert [credit.value for credit in article.credits] == ["Reuters"]
    assert article.body[0].of(article.text) == STORIES["en"]


def test_outlet_and_desk_before_the_report_are_no_dateline() -> None:
    article = read_made("en", opening="Talvern Press Agency (TPA) - Monitoring: ")
    assert article.dateline is None
    assert article.desk is not None
    assert article.desk.value == "Monitoring"
    assert article.body[0].of(article.text) == STORIES["en"]


@pytest.mark.parametrize(
    ("site", "opening"),
    [
        ("Talvern News Agency", "LINDMARK, Dec. 5 (TNA) - "),
        ("Talvern News Agency", "LINDMARK (Talvern News Agency) - "),
        ("Talvern Post", "TALVERN (Talvern Post) - "),
    ],
)
def test_the_outlet_in_its_own_dateline_is_no_credit(site: str, opening: str) -> None:
    article = read_made("en", opening=opening, site=site)
    assert article.dateline is not None
    assert article.credits == ()


def test_a_dateline_on_a_line_of_its_own_is_read() -> None:
    article = read_made("ar", above="", opening="", site="صحيفة الواحة", head="", closing="")
    assert article.dateline is None
    lined = read_made("ar", opening="</p><p>سدرين - رويترز</p><p>", site="صحيفة الواحة")
    assert lined.dateline is not None
    assert lined.dateline.value == "سدرين - رويترز"
    assert lined.body[0].of(lined.text) == STORIES["ar"]
