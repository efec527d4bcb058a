"""Who took it from whom, as articles come in: found, kept, and put right by what comes later."""

import datetime
import logging

from reportedly.copies import MAKER, Printed, find_copies, printed
from reportedly.records import Article, ReportedlyError
from reportedly.store import Store

_log = logging.getLogger(__name__)

# Articles looked at again because words they share have just shown as house words, or came with the new
# one; a box of an outlet shows as one at its third report or its fourth, so there are two or three.
_MOST_SHAKEN = 8


def link_copies(store: Store, article_id: str, article: Article, *, now: datetime.datetime) -> bool:
    """Find and keep an article's links with all others in the record; return whether anything was done.

    An article that was linked as it stands, by this version of the room, is left alone. Links to articles
    that came before are the same, whichever came first. `now` is UTC.
    """
    try:
        return _link(store, printed(article_id, article), now)
    except ReportedlyError:
        raise
    except Exception:  # noqa: BLE001  # one article must not stop the day; what happened is kept
        _log.exception("the article %s could not be compared with others", article_id)
        return False


def _link(store: Store, article: Printed, now: datetime.datetime) -> bool:
    if store.copies.is_linked(article, MAKER):
        return False
    found = find_copies(article, store.copies.index)
    store.copies.keep(article, found, by=MAKER, now=now)
    for shaken in found.shaken[:_MOST_SHAKEN]:
        again = printed(shaken, store.article_read(shaken))
        store.copies.keep(again, find_copies(again, store.copies.index), by=MAKER, now=now)
    return True
