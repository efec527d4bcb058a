"""The links of an article put in place of those it had, in whichever table keeps them."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Table, delete, insert, or_

from reportedly.records import CopyLink


def replace_links(connection: Connection, table: Table, article_id: str, links: Iterable[CopyLink]) -> None:
    """Put an article's links in place of those it had on either side.

    What others credit to nobody known stays; the name that a link credits is kept where the table has it.
    """
    connection.execute(
        delete(table).where(or_(table.c.copy_id == article_id, table.c.origin_id == article_id))
    )
    rows = [
        {"copy_id": link.copy, "origin_id": link.origin, "record": msgspec.json.encode(link).decode()}
        | ({"credited": link.credited} if "credited" in table.c else {})
        for link in links
    ]
    if rows:
        connection.execute(insert(table), rows)
