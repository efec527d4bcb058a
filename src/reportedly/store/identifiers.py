"""Identifiers as people write them, whole or cut to their first digits, and many of them in one question."""

import json
from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Column, Connection, Select, select, text

from reportedly.records import NotInRecord
from reportedly.store.pages import not_in_record

PREFIX_DIGITS: Final = 6
"""The fewest digits an identifier may be cut to: 24 bits tell a desk's day apart."""

_WHOLE_DIGITS: Final = 16
_HEXADECIMAL: Final = frozenset("0123456789abcdef")


def any_of(values: Iterable[str | int]) -> Select[Any]:
    """Return some values as a list for `in_`: of any length, in one parameter, so that SQL stays the same."""
    return select(text("value")).select_from(
        text("json_each(:any_of)").bindparams(any_of=json.dumps(list(values)))
    )


def whole_identifier(connection: Connection, column: Column[Any], kind: str, given: str) -> str:
    """Return the one identifier in a column that begins with the digits given.

    `kind` is what the identifiers are of ("article"). Raises NotInRecord where none or several do.
    """
    wanted = given.lower()
    if not PREFIX_DIGITS <= len(wanted) <= _WHOLE_DIGITS or not _HEXADECIMAL.issuperset(wanted):
        raise not_in_record(kind, given)
    # A range instead of LIKE, so that the index of identifiers answers; "g" comes after every digit.
    query = select(column).where(column >= wanted, column < wanted + "g").distinct().limit(2)
    found = connection.scalars(query).all()
    if not found:
        raise not_in_record(kind, given)
    if len(found) > 1:
        raise NotInRecord(
            f"More than one {kind}'s identifier begins with {given}.",
            next_step="Write more of its digits.",
            about=given,
        )
    return str(found[0])
