"""Put who the people of an article are into the record, inside the caller's transaction."""

import datetime
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
from sqlalchemy import bindparam, delete, insert, update

from reportedly.records import Article, Maker, Moment, Resolved, Roles, Statement
from reportedly.store.actor_facts import change_facts, standing_in
from reportedly.store.actor_lookup import ActorsInRecord
from reportedly.store.actor_rows import put_actors
from reportedly.store.actor_schema import resolutions
from reportedly.store.runs import Work, write_run
from reportedly.store.schema import statements
from reportedly.store.standing import stand

Resolve = Callable[[ActorsInRecord], Resolved]
"""How the people of one article are resolved, given whom the record knows."""

_PLACE_STATEMENT: Final = update(statements).where(
    statements.c.article_id == bindparam("of_article"), statements.c.id == bindparam("statement_id")
)


def write_resolutions(
    work: Work, article: Article, said: Sequence[Statement], resolve: Resolve, by: Maker
) -> None:
    """Put who the people of an article are in place of what was found before; what persons ruled stays.

    It is found out here, within the transaction, so that two articles read at once that name somebody
    new make one actor of them and not two.
    """
    withdraw_resolutions(work)  # what was found before is no evidence for what is found now
    resolved = resolve(ActorsInRecord(work.connection))
    run = write_run(work, "resolution", by)
    put_actors(work.connection, resolved.actors, work.now)
    rows = [
        {
            "article_id": work.page_id,
            "run_seq": run,
            "ordinal": ordinal,
            "name": each.name,
            "made_actor": each.actor_id,
            "outlet": article.outlet.value if article.outlet else None,
            "dated_on": _day_of(article),
            "record": msgspec.json.encode(each).decode(),
        }
        for ordinal, each in enumerate(resolved.resolutions)
    ]
    if rows:
        work.connection.execute(insert(resolutions), rows)
    _place(work, article, said, resolved.roles)
    stand(work.connection, work.page_id)


def withdraw_resolutions(work: Work) -> None:
    """Have an article that is withdrawn speak of nobody."""
    before = standing_in(work.connection, work.page_id)
    work.connection.execute(delete(resolutions).where(resolutions.c.article_id == work.page_id))
    change_facts(work.connection, work.page_id, before, ())


def write_days(
    work: Work, article: Article, said: Sequence[Statement], days: Sequence[Moment | None]
) -> None:
    """Put in place on which day each statement was made; where nobody tells, the article's day."""
    published = _day_of(article)
    rows = [
        {
            "of_article": work.page_id,
            "statement_id": statement.identifier(article.page_sha256),
            "said_on": msgspec.json.encode(moment).decode() if moment else None,
            "dated_on": (moment.first if moment else None) or published,
        }
        for statement, moment in zip(said, days or (None,) * len(said), strict=True)
    ]
    if rows:
        work.connection.execute(_PLACE_STATEMENT, rows)


def _place(work: Work, article: Article, said: Sequence[Statement], roles: Sequence[Roles]) -> None:
    """Note which of the article's people have which part in each statement."""
    rows = [
        {
            "of_article": work.page_id,
            "statement_id": statement.identifier(article.page_sha256),
            "speaker_at": role.speaker,
            "speaks_for_at": role.speaks_for,
            "addressee_at": role.addressee,
        }
        for statement, role in zip(said, roles, strict=True)
    ]
    if rows:
        work.connection.execute(_PLACE_STATEMENT, rows)


def _day_of(article: Article) -> datetime.date | None:
    return article.published.value.date if article.published else None
