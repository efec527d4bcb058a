"""Credits: whom a page says its report was taken from."""

import pytest

import reportedly
from read.made_pages import STORIES, read_made

# language, the last paragraph, who is credited, what is left of the paragraph
CREDITS = (
    ("en", "The board will meet again in May. (Reuters)", ["Reuters"], "The board will meet again in May."),
    ("en", "The board will meet again in May./IRNA/", ["IRNA"], "The board will meet again in May."),
    ("en", "The board will meet again in May. — AFP", ["AFP"], "The board will meet again in May."),
    (
        "en",
        "The board will meet again./Riverside News Agency",
        ["Riverside News Agency"],
        "The board will meet again.",
    ),
    ("en", "With files from The Canadian Press and Reuters", ["Canadian Press", "Reuters"], ""),
    ("en", "Reuters and AFP contributed to this report.", ["Reuters", "AFP"], ""),
    ("en", "Additional reporting by Harbour Wire", ["Harbour Wire"], ""),
    ("en", "Source: Xinhua", ["Xinhua"], ""),
    ("de", "Der Bau soll im Mai beginnen. (dpa/lnw)", ["dpa", "lnw"], "Der Bau soll im Mai beginnen."),
    ("de", "Mit Material von dpa und AFP", ["dpa", "AFP"], ""),
    ("de", "Quelle: Nordfunk Dienst", ["Nordfunk Dienst"], ""),
    ("fr", "Avec AFP et Reuters", ["AFP", "Reuters"], ""),
    ("fr", "Source : Agence Armor", ["Agence Armor"], ""),
    ("es", "Con información de EFE y AFP", ["EFE", "AFP"], ""),
    ("es", "EFE", ["EFE"], ""),
    ("it", "Fonte: Adnkronos", ["Adnkronos"], ""),
    ("pt", "Com informações da Agência Brasil", ["Agência Brasil"], ""),
    ("nl", "Bron: ANP", ["ANP"], ""),
    ("ru", "Мост откроют в мае. (Интерфакс)", ["Интерфакс"], "Мост откроют в мае."),
    ("ru", "По материалам газеты «Садовый вестник»", ["Садовый вестник"], ""),
    ("uk", "Джерело: Укрінформ", ["Укрінформ"], ""),
    ("tr", "Yeni sefer mayısta başlayacak. (İHA)", ["İHA"], "Yeni sefer mayısta başlayacak."),
    ("ar", "المصدر: الأناضول", ["الأناضول"], ""),
    ("fa", "کار تا بهار ادامه دارد./ایلنا", ["ایلنا"], "کار تا بهار ادامه دارد."),
    ("fa", "برگرفته از: خبرگزاری مهر", ["خبرگزاری مهر"], ""),
    ("ps", "سرچینه: پژواک", ["پژواک"], ""),
    ("ur", "بشکریہ بی بی سی اردو", ["بی بی سی اردو"], ""),
    ("zh", "（来源：新华网）", ["新华网"], ""),
    ("ja", "渡し船は夜も動く。（時事）", ["時事"], "渡し船は夜も動く。"),
)
NO_CREDITS = (
    ("en", "The crowd of fishermen sang all night long (and danced)."),
    ("en", "He was 72 years old on Monday. (The name has been changed.)"),
    ("en", "She wrote the report with her colleague. (E-2)"),
)


@pytest.mark.parametrize(("language", "closing", "names", "left"), CREDITS)
def test_a_credit_at_the_end_is_read_and_leaves_the_report(
    language: str, closing: str, names: list[str], left: str
) -> None:
    article = read_made(language, closing=closing)
    assert [credit.value for credit in article.credits] == names
    assert article.body[-1].of(article.text) == (left or STORIES[language])


@pytest.mark.parametrize(("language", "closing"), NO_CREDITS)
def test_other_words_in_brackets_credit_nobody(language: str, closing: str) -> None:
    article = read_made(language, closing=closing)
    assert article.credits == ()


@pytest.mark.parametrize("closing", ["[Share] [Facebook] [Print]", "All rights reserved.", "End of message/"])
def test_buttons_rights_and_sign_offs_are_neither_credit_nor_report(closing: str) -> None:
    article = read_made("en", closing=closing)
    assert article.credits == ()
    assert closing not in [span.of(article.text) for span in article.body] or closing.startswith("[")


def test_an_agency_that_the_first_sentence_took_the_report_from_is_credited() -> None:
    article = read_made("fa", opening="به گزارش موج نو به نقل از ایرنا، ", site="پایگاه خبری موج نو")
    assert [credit.value for credit in article.credits] == ["ایرنا"]
    assert article.body[0].of(article.text).startswith("به گزارش موج نو")


def test_a_claim_laid_to_a_source_is_no_credit() -> None:
    closing = "The stores will be counted every month, the website of the ministry reported."
    assert read_made("en", closing=closing).credits == ()


def test_the_outlet_does_not_credit_itself() -> None:
    assert read_made("en", closing="Source: Talvern Post").credits == ()
    assert (
        read_made("en", closing="The board will meet in May. (TNN)", site="Talvern News Network").credits
        == ()
    )


@pytest.mark.parametrize(
    ("language", "above", "names"),
    [
        ("fr", "Par Odile Marsan (avec AFP)", ["AFP"]),
        ("ar", "2024-10-21 | 17:05 المصدر: رويترز الساحل برس", ["رويترز"]),
    ],
)
def test_the_head_credits_whom_it_names_and_no_more(language: str, above: str, names: list[str]) -> None:
    site = '<meta property="og:site_name" content="الساحل برس">'
    story = f"<p>{STORIES[language]}</p>" * 3
    html = f"<html lang={language}>{site}<body><article><h1>Ferry</h1><p>{above}</p>{story}</article>"
    article = reportedly.read(html.encode())
    assert [credit.value for credit in article.credits] == names


def test_an_agency_under_two_of_its_names_is_credited_once() -> None:
    article = read_made("es", opening="Villa Molinos, 17 sep (EFE).- ", closing="Fuente: Agencia EFE")
    assert [credit.value for credit in article.credits] == ["EFE"]


def test_the_spaced_initials_of_an_outlet_are_no_credit() -> None:
    article = read_made("ar", opening="سرمد (و س أ) – ", site="وكالة سرمد للأنباء")
    assert article.dateline is not None
    assert article.credits == ()
