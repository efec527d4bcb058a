"""Which story a report is of, told as it comes in; stories grow, merge and split by it."""

import datetime
import logging

from reportedly.records import Article, ReportedlyError
from reportedly.store import Store
from reportedly.stories import MAKER, Report, sketched

_log = logging.getLogger(__name__)
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def tell_story(store: Store, article_id: str, article: Article, *, now: datetime.datetime) -> bool:
    """Find and keep which story an article is of; return whether anything was done.

    An article that was told as it stands, by this version of the room, is left alone. `now` is UTC.
    """
    try:
        sketch = sketched(report_of(article_id, article))
        if store.stories.is_told(sketch, MAKER.version):
            return False
        store.stories.tell(sketch, version=MAKER.version, now=now)
    except ReportedlyError:
        raise
    except Exception:  # noqa: BLE001  # one article must not stop the day; what happened is kept
        _log.exception("the story of the article %s could not be told", article_id)
        return False
    return True


def report_of(article_id: str, article: Article) -> Report:
    """Return an article as the room of stories takes it: its headline, its paragraphs, its publish time."""
    paragraphs = (span.of(article.text) for span in article.paragraphs)
    return Report(
        id=article_id,
        headline=article.headline.value if article.headline else "",
        text=" ".join(paragraphs),
        day=_day_of(article),
    )


def _day_of(article: Article) -> float | None:
    if article.published is None:
        return None
    stamp = article.published.value
    moment = datetime.datetime.fromisoformat(stamp.isoformat())
    if stamp.time is None:
        moment = moment.replace(hour=12)
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return (zoned - _EPOCH) / datetime.timedelta(days=1)
