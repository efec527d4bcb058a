"""Pasted text: outlet, section, headline, labels and comments by their lines alone."""

import reportedly
from read.made_pages import STORIES
from reportedly.records import Article, Field


def pasted(*lines: str) -> Article:
    """Return the article in pasted lines."""
    article = reportedly.read("\n".join(lines))
    assert isinstance(article, Article)
    return article


def value(field: Field[str] | None) -> str | None:
    """Return the words of a field."""
    return field.value if field else None


ENGLISH = (
    "Talvern Daily",
    "Home > Region",
    "Night ferry sails again",
    "5 December 2023, 10:15",
    "By Ana Torv",
    "TALVERN, Dec. 5 (Reuters) - " + STORIES["en"],
    "The mayor will be on board.",
    "Source: Reuters",
    "Share Tweet Print",
    "Comments (1)",
    "Per",
    "5 December 2023, 11:00",
    "At last.",
    "Leave a comment",
    "Name",
)
PERSIAN = (
    "خبرگزاری مرغاب",
    "خانه | سیاست | اقتصاد | ورزش",
    "تاریخ انتشار: ۱۴ آذر ۱۴۰۲ - ۱۰:۱۵",
    "کد خبر: ۴۴۱۲",
    "کشتی شبانه از بهار به راه می‌افتد",
    "مرغاب - " + STORIES["fa"],
    "منبع: ایرنا",
    "ارسال نظر",
    "نام",
)


def test_outlet_section_and_headline_of_pasted_lines_are_told_apart() -> None:
    article = pasted(*ENGLISH)
    assert value(article.outlet) == "Talvern Daily"
    assert value(article.section) == "Region"
    assert value(article.headline) == "Night ferry sails again"


def test_only_the_report_is_the_body_of_pasted_lines() -> None:
    article = pasted(*ENGLISH)
    assert [span.of(article.text) for span in article.body] == [STORIES["en"], "The mayor will be on board."]
    assert value(article.dateline) == "TALVERN, Dec. 5 (Reuters)"
    assert [credit.value for credit in article.credits] == ["Reuters"]


def test_comments_below_pasted_lines_are_read() -> None:
    article = pasted(*ENGLISH)
    (comment,) = article.comments
    assert comment.author is not None
    assert (comment.author.of(article.text), comment.words.of(article.text)) == ("Per", "At last.")


def test_labels_may_stand_above_the_headline() -> None:
    article = pasted(*PERSIAN)
    assert value(article.headline) == "کشتی شبانه از بهار به راه می‌افتد"
    assert value(article.outlet) == "خبرگزاری مرغاب"
    assert value(article.story_code) == "۴۴۱۲"


def test_a_bar_of_all_sections_names_none() -> None:
    assert pasted(*PERSIAN).section is None


def test_text_without_anything_around_it_is_all_report() -> None:
    article = pasted(STORIES["en"], "The mayor will be on board.")
    assert len(article.body) == 2
    assert article.headline is None
    assert article.outlet is None
