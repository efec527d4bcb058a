"""Reporters and times in lines that neither label them nor write them out."""

import pytest

from read.made_pages import read_made


@pytest.mark.parametrize(
    ("language", "given", "author"),
    [
        ("ru", {"below": "<div class=sign>Ольга Крутикова</div>"}, "Ольга Крутикова"),
        ("ja", {"closing": "町は今後、若い世代の働き手を募るという。（小林拓也）"}, "小林拓也"),
        (
            "fr",
            {"above": "<p>Talvern Post Gwenaël TANGUY Publié le 29/04/2024 à 11h48</p>"},
            "Gwenaël TANGUY",
        ),
    ],
)
def test_a_reporter_is_read_where_no_word_introduces_the_name(
    language: str, given: dict[str, str], author: str
) -> None:
    article = read_made(language, **given)
    assert [each.value for each in article.authors] == [author]


def test_an_agency_with_a_share_in_a_report_is_no_author() -> None:
    article = read_made("fr", above="<p>Par Talvern Post avec AFP</p>")
    assert article.authors == ()


def test_a_day_without_its_year_has_that_of_the_markup() -> None:
    article = read_made(
        "ru", head="<meta name='date' content='2024-06-18'>", above="<p>18 ИЮН, 09:14 Обновлено 15:02</p>"
    )
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.value.isoformat(), article.updated.value.isoformat()) == (
        "2024-06-18T09:14:00",
        "2024-06-18T15:02:00",
    )


def test_who_reported_from_where_is_behind_the_report() -> None:
    article = read_made("en", closing="Torv reported from Umby. Per Lund in Holm contributed to this report.")
    assert all("Torv" not in span.of(article.text) for span in article.body)
