"""Reports in two languages that are likely of one story, as the record keeps them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, or_, select

from reportedly.records import StoryLink
from reportedly.store.identifiers import any_of
from reportedly.store.story_tables import story_abroad


def put_abroad(connection: Connection, article_id: str, links: Iterable[StoryLink]) -> None:
    """Keep the links of a report with reports in other languages, in place of those it had."""
    s = story_abroad.c
    connection.execute(delete(story_abroad).where(or_(s.one == article_id, s.other == article_id)))
    rows = [{"one": link.one, "other": link.other, "likely": link.likely} for link in links]
    if rows:
        connection.execute(insert(story_abroad), rows)


def linked_abroad(connection: Connection, article_ids: Sequence[str]) -> tuple[StoryLink, ...]:
    """Return the links in which any of some reports is."""
    s, wanted = story_abroad.c, any_of(article_ids)
    rows = {
        (row.one, row.other): row.likely
        for column in (s.one, s.other)
        for row in connection.execute(select(story_abroad).where(column.in_(wanted)))
    }
    return tuple(StoryLink(one=one, other=other, likely=rows[one, other]) for one, other in sorted(rows))
