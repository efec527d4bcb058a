"""The day from which an article's words of time are reckoned."""

import datetime

from reportedly.dates import find_moments
from reportedly.language import Language
from reportedly.records import Article

# A dateline's day older than this many days is no day of the report ("on this day in 1911").
_OLDEST_DATELINE_DAYS = 7


def day_of_report(article: Article, language: Language) -> datetime.date | None:
    """Return the day an article was written: that of its dateline, else that of its publishing.

    "LINDMARK, Dec. 4 (KNA)" in an article that was published on 5 December makes "today" the fourth. None
    where the article does not say when it was published.
    """
    if article.published is None:
        return None
    published = article.published.value.date
    line = article.dateline.span if article.dateline else None
    if line is None:
        return published
    days = (m.first for m in find_moments(article.text, (line,), language, published).moments if m.first)
    recent = (day for day in days if 0 <= (published - day).days <= _OLDEST_DATELINE_DAYS)
    return next(recent, published)
