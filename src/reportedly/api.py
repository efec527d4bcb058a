"""The functions that need no record."""

import datetime

from reportedly import actors, flow
from reportedly.dates import find_moments
from reportedly.language import detect_language, known_languages, load_language
from reportedly.read import read_page
from reportedly.records import (
    Article,
    BadRequest,
    Identified,
    Moment,
    Page,
    Refusal,
    Statement,
    UnreadablePage,
)
from reportedly.sources import page_of_text
from reportedly.text import paragraphs_of

_FEW = 80  # characters of an expression or a short sentence


def read(page: bytes | str, url: str | None = None, fetched_at: datetime.datetime | None = None) -> Article:
    """Return the article on a page: bytes of HTML or of plain text, or a str of pasted text.

    `fetched_at` is UTC, now where it is not given. Raises UnreadablePage where there is no article.
    """
    when = fetched_at or datetime.datetime.now(datetime.UTC)
    if isinstance(page, str):
        kept = page_of_text(page, fetched_at=when, url=url)
    else:
        kept = Page(body=page, url=url, fetched_at=when)
    found = read_page(kept)
    if isinstance(found, Refusal):
        raise UnreadablePage(found.words, next_step="Hand over a page with one article on it.", about=url)
    return found


def statements(text: Article | str) -> tuple[Statement, ...]:
    """Return who said what in an article, or in a str of running text, in reading order.

    Spans are offsets into `article.text`, or into the str.
    """
    if isinstance(text, Article):
        return flow.statements_of(text).statements
    language = load_language(detect_language(text) or "und")
    return flow.statements_in(text, paragraphs_of(text), language).statements


def when(text: str, on: datetime.date, language: str | None = None) -> tuple[Moment, ...]:
    """Return the expressions of time in a text with the days they mean, in reading order.

    `on` is the day it was written, from which “last week” is reckoned. Spans are offsets into `text`. A few
    words tell their language badly: without `language` they are read in the one that reads most of them.
    """
    told = language or detect_language(text) or "en"
    codes = [told] if language or len(text) > _FEW else dict.fromkeys((told, "en", *known_languages()))
    paragraphs = paragraphs_of(text)
    found = [find_moments(text, paragraphs, load_language(code), on).moments for code in codes]
    return max(found, key=lambda moments: sum(each.words.end - each.words.start for each in moments))


def who(words: str, on: datetime.date, language: str | None = None) -> Identified:
    """Return whom words mean on a day ("the Cuban president"), with the candidates and the reason.

    An office with its country, a name, a country or what stands for its government, an organisation; what
    cannot be decided is said to be `unsure`. `language` is that of the words, told by them where it is not
    given, English where they tell none. Raises BadRequest for no words and for a language nobody knows.
    """
    if not words.strip():
        raise BadRequest(
            "There are no words to ask about.", next_step="Name somebody: 'the Cuban president' say."
        )
    known = actors.known_actors().base.names
    primary = (language or "").replace("_", "-").split("-")[0].lower()
    if primary and primary not in known:
        raise BadRequest(
            f"{language!r} is no language with names of countries.",
            next_step=f"Choose one of {', '.join(sorted(known))}, or leave it out.",
            about=language,
        )
    told = detect_language(words) or "en"
    return actors.who(words, on, primary or (told if load_language(told).offices.roles else "en"))
