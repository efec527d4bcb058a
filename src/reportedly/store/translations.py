"""Articles that tell the like in other languages, as the record finds and keeps them."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select

from reportedly.copies import NEAR_DAYS, MeantSketch
from reportedly.records import Article, CopyLink, Maker
from reportedly.store.articles import article_of
from reportedly.store.connecting import Connections
from reportedly.store.identifiers import any_of
from reportedly.store.meant_days import MeantDays
from reportedly.store.replacing import replace_links
from reportedly.store.schema import articles
from reportedly.store.translation_tables import meant_articles, meant_days, meant_languages, translations

MOST_BEHIND: Final = 300
"""Articles put into the index late that are handed out at a time, the rest with the next article."""

_LOOK_EVERY: Final = 64
"""Articles of an only language after which it is asked anew whether there is another by now."""

_NOT_LINKED: Final = ""
"""The version of an article that others are compared with, and that was compared with none itself."""

_EPOCH: Final = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class InLanguage(msgspec.Struct, frozen=True, kw_only=True):
    """An article with the language it is in, and the day it is compared under (days since 1970)."""

    id: str
    language: str
    day: int
    article: Article


class KeptTranslations:
    """The part of the record that is about translations."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._languages: frozenset[str] = frozenset()
        self._days = MeantDays()
        self._asked = 0

    def others_than(self, language: str) -> bool:
        """Note that there are articles in a language; return whether there are any in another."""
        if language not in self._languages or (len(self._languages) < 2 and self._is_due()):
            with self._connections.reading() as connection:
                self._languages = frozenset(connection.scalars(select(meant_languages.c.language)))
            if language not in self._languages:
                with self._connections.writing() as connection:
                    row = insert(meant_languages).prefix_with("OR IGNORE").values(language=language)
                    connection.execute(row)
                self._languages |= {language}
        return len(self._languages) > 1

    def _is_due(self) -> bool:
        """Return whether to look again for a second language, which another process may have brought.

        Articles that came in between are met by those that follow, so that once in a while is enough.
        """
        self._asked += 1
        return self._asked % _LOOK_EVERY == 0

    def is_linked(self, sketch: MeantSketch, by: Maker) -> bool:
        """Return whether this version of the room has linked an article as it stands."""
        m = meant_articles.c
        query = select(m.number).where(
            m.article_id == sketch.id, m.digest == sketch.digest, m.version == by.version
        )
        with self._connections.reading() as connection:
            return connection.scalar(query) is not None

    def near(self, sketch: MeantSketch) -> tuple[InLanguage, ...]:
        """Return the articles in other languages around an article's day that are most like its sketch."""
        with self._connections.reading() as connection:
            numbers = self._days.near(connection, sketch)
            query = (
                select(articles.c.record, articles.c.text, meant_articles)
                .join_from(meant_articles, articles, meant_articles.c.article_id == articles.c.id)
                .where(meant_articles.c.number.in_(numbers), meant_articles.c.article_id != sketch.id)
                .where(articles.c.withdrawn_at.is_(None), articles.c.newer_id.is_(None))
                .order_by(meant_articles.c.number)
            )
            return tuple(
                InLanguage(
                    id=row.article_id,
                    language=row.language,
                    day=row.day,
                    article=article_of(row.record, row.text),
                )
                for row in connection.execute(query)
            )

    def days_behind(self, day: int) -> tuple[int, ...]:
        """Return the days around one whose articles may not all be in the index, the nearest first.

        Those read while all articles were in one language are not: nobody had to look for them.
        """
        around = sorted(range(day - NEAR_DAYS, day + NEAR_DAYS + 1), key=lambda each: abs(each - day))
        with self._connections.reading() as connection:
            known = set(connection.scalars(select(meant_days.c.day).where(meant_days.c.day.in_(around))))
        return tuple(each for each in around if each not in known)

    def behind(self, day: int, languages: Iterable[str]) -> tuple[InLanguage, ...]:
        """Return up to `MOST_BEHIND` articles of a day that are not in the index."""
        with self._connections.reading() as connection:
            return tuple(_behind(connection, day, languages))

    def catch_up(self, sketches: Sequence[MeantSketch], day: int, *, is_all: bool) -> None:
        """Put articles of a day into the index without links; `is_all` says that none is left behind."""
        with self._connections.writing() as connection:
            for sketch in sketches:
                _put(connection, sketch, _NOT_LINKED)
            if is_all:
                connection.execute(insert(meant_days).prefix_with("OR IGNORE").values(day=day))

    def keep(self, sketch: MeantSketch, links: Sequence[CopyLink], *, by: Maker) -> None:
        """Put an article into the index, and its links in place of those it had; all is kept or nothing."""
        with self._connections.writing() as connection:
            _put(connection, sketch, by.version)
            replace_links(connection, translations, sketch.id, links)


def translations_of(connection: Connection, article_ids: Sequence[str]) -> tuple[CopyLink, ...]:
    """Return the links of some articles with those they were translated from or into, in the order kept."""
    wanted, t = any_of(article_ids), translations.c
    query = select(t.record).where(or_(t.copy_id.in_(wanted), t.origin_id.in_(wanted))).order_by(t.seq)
    return tuple(msgspec.json.decode(record, type=CopyLink) for record in connection.scalars(query))


def _put(connection: Connection, sketch: MeantSketch, version: str) -> None:
    m = meant_articles.c
    connection.execute(delete(meant_articles).where(m.article_id == sketch.id))
    row = {
        "article_id": sketch.id,
        "language": sketch.language,
        "day": sketch.day,
        "digest": sketch.digest,
        "version": version,
        "sketch": sketch.packed,
    }
    connection.execute(insert(meant_articles).values(row))


def _behind(connection: Connection, day: int, languages: Iterable[str]) -> Iterable[InLanguage]:
    """Yield articles published on a day that are not in the index; without a date, those read on it."""
    a = articles.c
    first, end = (_EPOCH + datetime.timedelta(days=each) for each in (day, day + 1))
    of_day = or_(
        (a.published_order >= str(first.date())) & (a.published_order < str(end.date())),
        a.published_order.is_(None) & (a.read_at >= first) & (a.read_at < end),
    )
    known = select(meant_articles.c.number).where(meant_articles.c.article_id == a.id).exists()
    query = (
        select(a.id, a.language, a.record, a.text)
        .where(of_day, a.language.in_(tuple(languages)), a.withdrawn_at.is_(None), ~known)
        .order_by(a.seq.desc())
        .limit(MOST_BEHIND)
    )
    for row in connection.execute(query):
        article = article_of(row.record, row.text)
        yield InLanguage(id=row.id, language=row.language, day=day, article=article)
