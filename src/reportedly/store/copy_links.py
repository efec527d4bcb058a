"""Who took it from whom, as the record keeps it: the links, and all articles that hang together by them."""

import datetime
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, or_, select

from reportedly.copies import CopiesFound, Printed
from reportedly.records import CopyLink, Maker
from reportedly.store.articles import as_line, line_query
from reportedly.store.connecting import Connections
from reportedly.store.copy_index import CopyIndex, is_known, put_in_index
from reportedly.store.copy_tables import copy_links
from reportedly.store.identifiers import any_of
from reportedly.store.replacing import replace_links
from reportedly.store.rows import ArticleLine
from reportedly.store.runs import Work
from reportedly.store.schema import articles, pages
from reportedly.store.translations import translations_of

_AT_ONCE: Final = 500  # identifiers asked for at a time
_LARGEST_FAMILY: Final = 1000  # articles followed from one; a larger family is cut off there


class KeptCopies:
    """The part of the record that is about copies: `index` is what new articles are compared with."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self.index = CopyIndex(connections)

    def is_linked(self, article: Printed, by: Maker) -> bool:
        """Return whether this version of the room has linked the article as it stands."""
        with self._connections.reading() as connection:
            return is_known(connection, article, by.version)

    def keep(self, article: Printed, found: CopiesFound, *, by: Maker, now: datetime.datetime) -> None:
        """Put an article into the index, and its links in place of those it had; all is kept or nothing.

        Credits of other articles that this one answers are dropped. `now` is UTC.
        """
        with self._connections.writing() as connection:
            work = Work(connection=connection, page_id=article.id, now=now)
            put_in_index(work, article, by.version)
            replace_links(connection, copy_links, article.id, found.links)
            _drop(connection, found.answered)

    def links_of(self, article_ids: Sequence[str]) -> tuple[CopyLink, ...]:
        """Return all links in which any of some articles is the copy or the origin, in the order kept."""
        with self._connections.reading() as connection:
            return _links(connection, article_ids)

    def links_around(self, article_ids: Sequence[str]) -> tuple[CopyLink, ...]:
        """Return the links of some articles, without those to other versions of their own pages.

        Of several versions of any other page the newest stands for all.
        """
        with self._connections.reading() as connection:
            links = _links(connection, article_ids)
            named = dict.fromkeys(each for link in links for each in (link.copy, link.origin) if each)
            return _among(_one_a_page(connection, article_ids, (*article_ids, *named)), links)

    def lines(self, article_ids: Sequence[str]) -> tuple[ArticleLine, ...]:
        """Return some articles as lines, in the order given; those that were withdrawn are left out."""
        with self._connections.reading() as connection:
            found = {
                row.id: as_line(row)
                for start in range(0, len(article_ids), _AT_ONCE)
                for row in connection.execute(
                    line_query().where(articles.c.id.in_(article_ids[start : start + _AT_ONCE]))
                )
            }
        return tuple(found[each] for each in article_ids if each in found)

    def family(self, article_id: str) -> tuple[tuple[str, ...], tuple[CopyLink, ...]]:
        """Return the articles that hang together with one by links, itself first, and the links.

        Of several versions of an address the newest stands for all, beside the article itself.
        """
        found, asked = {article_id: None}, [article_id]
        links: dict[tuple[str, str | None, str | None], CopyLink] = {}
        with self._connections.reading() as connection:
            while asked and len(found) < _LARGEST_FAMILY:
                met = _links(connection, asked)
                links |= {(link.copy, link.origin, link.credited): link for link in met}
                named = [each for link in met for each in (link.copy, link.origin) if each]
                asked = [each for each in dict.fromkeys(named) if each not in found]
                found |= dict.fromkeys(asked)
            apart = _one_a_page(connection, (article_id,), tuple(found))
        return apart, _among(apart, links.values())


def _one_a_page(
    connection: Connection, first: Sequence[str], article_ids: tuple[str, ...]
) -> tuple[str, ...]:
    """Return some articles, of each address one: one of `first` where there is one, else the newest."""
    query = select(pages.c.id, pages.c.url).where(pages.c.id.in_(any_of(article_ids)))
    rows = connection.execute(query.order_by(pages.c.fetched_at, pages.c.seq)).all()
    asked = set(first)
    last = {row.url or row.id: row.id for row in rows}
    last |= {row.url or row.id: row.id for row in rows if row.id in asked}
    stands = {*last.values(), *asked}
    return tuple(dict.fromkeys(each for each in article_ids if each in stands))


def _among(article_ids: Sequence[str], links: Iterable[CopyLink]) -> tuple[CopyLink, ...]:
    known = {*article_ids, None}
    return tuple(link for link in links if {link.copy, link.origin} <= known)


def _links(connection: Connection, article_ids: Sequence[str]) -> tuple[CopyLink, ...]:
    wanted = any_of(article_ids)
    query = (
        select(copy_links.c.record)
        .where(or_(copy_links.c.copy_id.in_(wanted), copy_links.c.origin_id.in_(wanted)))
        .order_by(copy_links.c.seq)
    )
    copies = tuple(msgspec.json.decode(record, type=CopyLink) for record in connection.scalars(query))
    return (*copies, *translations_of(connection, article_ids))


def _drop(connection: Connection, answered: Iterable[CopyLink]) -> None:
    """Drop the credits of other articles whose origin is in the record now."""
    for link in answered:
        is_answered = (copy_links.c.copy_id == link.copy) & (copy_links.c.credited == link.credited)
        connection.execute(delete(copy_links).where(is_answered))
