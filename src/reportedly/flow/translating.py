"""Who translated from whom, as articles come in; nothing is looked for while all are in one language."""

import datetime
import functools
import logging
from typing import Final

from reportedly.copies import (
    TRANSLATED_BY,
    Meant,
    answering_passages,
    find_translations,
    meant,
    sketched_meaning,
    translated_passages,
)
from reportedly.models import LANGUAGES_COMPARED, meanings
from reportedly.records import Article, Passage, ReportedlyError
from reportedly.store import Store
from reportedly.store.translations import MOST_BEHIND, InLanguage
from reportedly.stories import Told, link_abroad

_log = logging.getLogger(__name__)
_EPOCH: Final = datetime.date(1970, 1, 1)


def link_translations(store: Store, article_id: str, article: Article, *, now: datetime.datetime) -> bool:
    """Find and keep which articles in other languages an article was translated from or into.

    Return whether anything was done: not for an article that was linked as it stands by this version of
    the room, nor one in a language that cannot be compared. `now` is UTC.
    """
    language = article.language.value if article.language else ""
    try:
        if language not in LANGUAGES_COMPARED or not store.translations.others_than(language):
            return False
        return _link(store, _ready(article_id, article, language), day_of(article, now), now)
    except ReportedlyError:
        raise
    except Exception:  # noqa: BLE001  # one article must not stop the day; what happened is kept
        _log.exception("the article %s could not be compared with other languages", article_id)
        return False


def passages_abroad(copy: Article, origin: Article) -> tuple[Passage, ...] | None:
    """Return what became of every sentence of two articles in two languages; None where they are not."""
    languages = [each.language.value if each.language else "" for each in (copy, origin)]
    if languages[0] == languages[1] or not LANGUAGES_COMPARED.issuperset(languages):
        return None
    here, there = (
        meant("", each, code, meanings()) for each, code in zip((copy, origin), languages, strict=True)
    )
    return translated_passages(answering_passages(here, there), copy, origin)


def day_of(article: Article, now: datetime.datetime) -> int:
    """Return the day an article is compared under: of its publishing, else that of `now`."""
    day = article.published.value.date if article.published else now.date()
    return (day - _EPOCH).days


def _link(store: Store, article: Meant, day: int, now: datetime.datetime) -> bool:
    sketch = sketched_meaning(article, day)
    if store.translations.is_linked(sketch, TRANSLATED_BY):
        return False
    _catch_up(store, day)
    near = [_meant(each) for each in store.translations.near(sketch)]
    store.stories.put_abroad(article.id, link_abroad(_told(article), map(_told, near)), now=now)
    links = find_translations(article, near)
    store.translations.keep(sketch, links, by=TRANSLATED_BY)
    return True


def _catch_up(store: Store, day: int) -> None:
    """Put articles of the days around into the index that came while all were in one language."""
    for each in store.translations.days_behind(day):
        behind = store.translations.behind(each, LANGUAGES_COMPARED)
        sketches = [sketched_meaning(_meant(one), one.day) for one in behind]
        is_all = len(behind) < MOST_BEHIND
        store.translations.catch_up(sketches, each, is_all=is_all)
        if not is_all:
            break


def _told(article: Meant) -> Told:
    """Return an article as stories compare it across languages."""
    return Told(id=article.id, vectors=article.vectors, figures=frozenset().union(*article.figures))


def _meant(each: InLanguage) -> Meant:
    return _ready(each.id, each.article, each.language)


@functools.lru_cache(maxsize=256)
def _ready(article_id: str, article: Article, language: str) -> Meant:
    """Return an article ready to be compared; the last ones are remembered, as those of a day meet often."""
    return meant(article_id, article, language, meanings())
