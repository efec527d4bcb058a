"""How long ago comments were written, and days without a year: what gives a comment's head no time."""

import functools
import re

from reportedly.language import PageWords, load_language
from reportedly.read.calendar_days import month_names
from reportedly.read.comment_buttons import comment_buttons
from reportedly.read.word_patterns import WordPattern, either
from reportedly.records import Span

# "Yesterday at 14:05", "Gestern, 14.05 Uhr", "Hier à 9h12".
_CLOCK = r"\d\d?[:.h]\d\d(?:\s?[^\W\d]{1,4}\.?)?"
_OF_DAY = rf"(?:[,،]?\s(?:\S{{1,6}}\s){{0,2}}{_CLOCK})?"
# "6d", "17 h", "2mo" alone or behind a name.
_COMPACT = re.compile(r"(?<!\S)\d{1,2}\s?(?:mo|min|hrs?|std|tg|yrs?|[smhdwyjст])\.?$")
# "12/02 à 11:30", "19.02. 08:50".
_DAY_AND_CLOCK = re.compile(rf"(?<![\d./])\d\d?[./]\d\d?\.?,?\s(?:[^\W\d]{{1,2}}\s)?{_CLOCK}$")
_FIGURE = re.compile(r"\d")


def find_age(words: str, page_words: PageWords, language: str) -> Span | None:
    """Return where a line says how long ago something was, or on which day of no year."""
    words = _without_buttons(words, page_words)
    match = _ago(page_words).search(words)
    if match is None and _FIGURE.search(words):
        match = (
            _COMPACT.search(words) or _DAY_AND_CLOCK.search(words) or _day_of_month(language).search(words)
        )
    return Span(*match.span()) if match else None


def _without_buttons(words: str, page_words: PageWords) -> str:
    """Return a line without the buttons behind its last word: "час назад Ответить"."""
    buttons = comment_buttons(page_words)
    before, blank, last = words.rpartition(" ")
    while blank and last.casefold() in buttons:
        words = before.rstrip(" ·•|")
        before, blank, last = words.rpartition(" ")
    return words


@functools.lru_cache(maxsize=64)
def _ago(words: PageWords) -> WordPattern:
    """Return the pattern of how long ago something was: "2 hours ago", "il y a 2 jours", "vor 3 Stunden"."""
    known = (*words.ago, *load_language("en").page_words.ago)
    ago = either(known)
    figure = r"\d+\s?[^\W\d_]+\.?"
    return WordPattern(
        known,
        rf"(?:\b{figure}(?:\s{figure})?\s?(?:{ago})(?!\w)|(?<!\w)(?:{ago})\s{figure}"
        rf"|(?:^|[·•|,،–—-]\s?)(?:{ago}){_OF_DAY}$)",
    )


@functools.lru_cache(maxsize=64)
def _day_of_month(language: str) -> WordPattern:
    """Return the pattern of a day without its year that ends a line: "Oct 7", "le 19 février à 08:50"."""
    names = month_names(language)
    month = either(names)
    return WordPattern(
        names,
        rf"(?<!\w)(?:(?:{month})\.?\s\d\d?|\d\d?\.?\s(?:de\s)?(?:{month})\.?)(?!\w){_OF_DAY}$",
    )
