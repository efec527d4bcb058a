"""Bylines as each language writes them, and lines in a name's form that are none."""

import pytest

from read.made_pages import read_made

ABOVE = [
    ("en", "By Ana Torv, Harbour Correspondent", ["Ana Torv"]),
    ("en", "By Ana Torv and Per Lund for the Ledger", ["Ana Torv", "Per Lund"]),
    ("en", "By Ana TorvPublished 4 May 2024", ["Ana Torv"]),
    ("en", "By Ana Torv @anatorv", ["Ana Torv"]),
    ("en", "By Ana T.", ["Ana T."]),
    ("en", "by ana_t", ["ana_t"]),
    ("en", "Author: Ana Torv Editor: Per Lund © Talvern Post", ["Ana Torv"]),
    ("de", "Von Eva Holm und Jan Reuter", ["Eva Holm", "Jan Reuter"]),
    ("de", "Autorin: Eva Holm", ["Eva Holm"]),
    ("de", "Von Eva Holm, Lindmark", ["Eva Holm"]),
    ("fr", "Par Anne Morel et Luc Fabre", ["Anne Morel", "Luc Fabre"]),
    ("fr", "Propos recueillis par Anne Morel", ["Anne Morel"]),
    ("fr", "Auteur : Anne Morel", ["Anne Morel"]),
    ("es", "Por Inés Robledo", ["Inés Robledo"]),
    ("es", "Texto de Inés Robledo y Luis Mena", ["Inés Robledo", "Luis Mena"]),
    ("es", "Autora: Inés Robledo", ["Inés Robledo"]),
    ("pt", "Por Rita Amaral e João Seixas", ["Rita Amaral", "João Seixas"]),
    ("pt", "Texto de Rita Amaral", ["Rita Amaral"]),
    ("pt", "Autor: João Seixas", ["João Seixas"]),
    ("it", "di Carla Venni", ["Carla Venni"]),
    ("it", "A cura di Carla Venni e Piero Loti", ["Carla Venni", "Piero Loti"]),
    ("it", "Autrice: Carla Venni", ["Carla Venni"]),
    ("nl", "Door Saskia Veldman", ["Saskia Veldman"]),
    ("ru", "Автор: Анна Липова", ["Анна Липова"]),
    ("ru", "Текст: Анна Липова и Павел Грушин", ["Анна Липова", "Павел Грушин"]),
    ("ru", "Авторы: Анна Липова, Павел Грушин", ["Анна Липова", "Павел Грушин"]),
    ("uk", "Автор: Ганна Липова", ["Ганна Липова"]),
    ("tr", "Haber: Elif Sarman", ["Elif Sarman"]),
    ("tr", "Yazar: Elif Sarman", ["Elif Sarman"]),
    ("tr", "Hazırlayan: Elif Sarman ve Can Örsel", ["Elif Sarman", "Can Örsel"]),
    ("fa", "نویسنده: شیرین فرهمند", ["شیرین فرهمند"]),
    ("fa", "خبرنگار: شیرین فرهمند", ["شیرین فرهمند"]),
    ("fa", "گزارشگر: کاوه نیک‌پی", ["کاوه نیک‌پی"]),
    ("ar", "بقلم: سلمى الحداد", ["سلمى الحداد"]),
    ("ar", "كتب: سامر الحداد", ["سامر الحداد"]),
    ("ar", "الكاتب: سامر الحداد", ["سامر الحداد"]),
    ("ps", "لیکوال: زرمینه هیواد", ["زرمینه هیواد"]),
    ("ps", "خبریال: زرمینه هیواد", ["زرمینه هیواد"]),
    ("ps", "راپور: زرمینه هیواد", ["زرمینه هیواد"]),
    ("ur", "تحریر: نادیہ کمال", ["نادیہ کمال"]),
    ("zh", "记者：沈若溪", ["沈若溪"]),
    ("zh", "作者：沈若溪、葛平", ["沈若溪", "葛平"]),
    ("zh", "文：沈若溪", ["沈若溪"]),
    ("ja", "文：大庭薫", ["大庭薫"]),
    ("ja", "執筆：大庭薫", ["大庭薫"]),
    ("ja", "筆者：大庭 薫", ["大庭 薫"]),
    ("ko", "작성자: 홍가람", ["홍가람"]),
    ("ko", "홍가람 기자", ["홍가람"]),
    ("ko", "기자명 홍가람 기자", ["홍가람"]),
]
INSIDE = [
    ("zh", "海屿通讯社云澜12月5日电（记者 沈若溪）", "", ["沈若溪"]),
    ("zh", "（海屿社記者沈若溪青嵐5日電）", "", []),
    ("zh", "", "（记者沈若溪、葛平）", ["沈若溪", "葛平"]),
    ("zh", "〔記者沈若溪／青嵐報導〕", "", ["沈若溪"]),
    ("ko", "(안개항=안개통신) 홍가람 기자 = ", "", ["홍가람"]),
    ("ko", "(안개항=안개통신) 홍가람 이수호 기자 = ", "", ["홍가람", "이수호"]),
    ("ja", "", "（大庭薫記者）", ["大庭薫"]),
    ("zh", "记者从港务局获悉，", "", []),
]
NO_NAMES = [
    ("en", "Text Size 4 May 2024"),
    ("en", "Watch Live 4 May 2024"),
    ("en", "By appointment"),
    ("de", "04.05.2024 Aktuelle Meldung"),
    ("de", "04.05.2024 Zurück zur Übersicht"),
    ("de", "Von Montag an"),
    ("fr", "Tous Articles 4 mai 2024"),
    ("es", "Todas las noticias 4 de mayo de 2024"),
    ("zh", "记者从港务局获悉"),
    ("zh", "新华社记者"),
    ("ko", "기자 회견"),
    ("ru", "В России 4 мая 2024"),
    ("tr", "Çarşamba Kültür 4 Mayıs 2024"),
    ("fa", "گزارش: دبیر"),
]


@pytest.mark.parametrize(("language", "line", "names"), ABOVE)
def test_a_byline_of_its_language_names_the_authors(language: str, line: str, names: list[str]) -> None:
    article = read_made(language, above=f"<p>{line}</p>")
    assert [author.value for author in article.authors] == names
    assert all(a.span and a.span.of(article.text) == a.value for a in article.authors)


@pytest.mark.parametrize(("language", "opening", "closing", "names"), INSIDE)
def test_a_wire_names_its_reporters_in_the_report(
    language: str, opening: str, closing: str, names: list[str]
) -> None:
    article = read_made(language, opening=opening, closing=closing)
    assert [author.value for author in article.authors] == names


@pytest.mark.parametrize(("language", "line"), NO_NAMES)
def test_a_line_that_names_nobody_gives_no_author(language: str, line: str) -> None:
    assert read_made(language, above=f"<p>{line}</p>").authors == ()


@pytest.mark.parametrize(
    ("language", "byline", "names"),
    [
        ("hi", "द्वारा: रश्मि कौशल", ["रश्मि कौशल"]),
        ("tr", "Muhabir: Sevgi Tanyeri", ["Sevgi Tanyeri"]),
        ("pt", "Reportagem: Lucinda Prates", ["Lucinda Prates"]),
    ],
)
def test_labels_of_more_languages_stand_before_a_name(language: str, byline: str, names: list[str]) -> None:
    article = read_made(language, above=f"<h2>Ferry</h2><p class=byline>{byline}</p>")
    assert [author.value for author in article.authors] == names


def test_what_reporters_do_is_no_name_between_two_of_them() -> None:
    article = read_made("zh", opening="本报讯（记者 贺千秋 通讯员 陆闻）")
    assert [author.value for author in article.authors] == ["贺千秋", "陆闻"]
