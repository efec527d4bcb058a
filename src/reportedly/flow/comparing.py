"""What follows once an article is kept: it is set beside all others of the record."""

import datetime

from reportedly.flow.copying import link_copies
from reportedly.flow.storying import tell_story
from reportedly.flow.translating import link_translations
from reportedly.records import Article
from reportedly.store import Store


def compare_article(store: Store, article_id: str, article: Article, *, now: datetime.datetime) -> bool:
    """Find out who took an article from whom, then which story it is of; return whether either was new.

    `article` is what the record holds under `article_id`.
    An article that was compared as it stands, by these versions of the rooms, is left alone. `now` is UTC.
    """
    is_linked = link_copies(store, article_id, article, now=now)
    is_linked = link_translations(store, article_id, article, now=now) or is_linked
    return tell_story(store, article_id, article, now=now) or is_linked
