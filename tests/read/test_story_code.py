"""Story codes, in the page's own digits and without their labels."""

import pytest

from read.made_pages import read_made

# language, the line above the headline, the code in it
CODES = (
    ("en", "Story Code : 281656", "281656"),
    ("en", "News ID 65310", "65310"),
    ("en", "Ref: AB-2311/7", "AB-2311/7"),
    ("de", "Artikel-Nr. 48 790", "48 790"),
    ("fr", "Réf. : 2311-71", "2311-71"),
    ("es", "Código: 231207-118", "231207-118"),
    ("ru", "Код новости: 55120", "55120"),
    ("tr", "Haber Kodu: 1187", "1187"),
    ("ar", "رقم الخبر: ٩٠٣٣", "٩٠٣٣"),
    ("fa", "کد خبر: ۸۴۲۰۷۷۱۵", "۸۴۲۰۷۷۱۵"),
    ("fa", "ساعت ۱۱:۲۰کد مطلب: ۲۰۴۱۷", "۲۰۴۱۷"),
    ("ps", "د خبر کوډ: ۵۵۲۱", "۵۵۲۱"),
    ("zh", "编号：20240110-033", "20240110-033"),
)


@pytest.mark.parametrize(("language", "line", "code"), CODES)
def test_a_labelled_code_near_the_headline_is_the_story_code(language: str, line: str, code: str) -> None:
    article = read_made(language, above=f"<div>{line}</div>")
    assert article.story_code is not None
    assert article.story_code.value == code
    assert article.story_code.span is not None
    assert article.story_code.span.of(article.text) == code


def test_the_label_may_stand_in_the_cell_before() -> None:
    article = read_made("ar", above="<dl><dt>رمز الخبر</dt><dd>44871</dd></dl>")
    assert article.story_code is not None
    assert article.story_code.value == "44871"


@pytest.mark.parametrize("line", ["Dress code: black", "Reference works of 1999", "5 December 2023, 10:15"])
def test_other_numbers_are_no_story_code(line: str) -> None:
    assert read_made("en", above=f"<div>{line}</div>").story_code is None
