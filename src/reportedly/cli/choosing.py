"""Options that take one of a few words (kind, act, kind of source, place), or a day."""

import datetime
from typing import Final, cast, get_args

from reportedly.records import ActorKind, BadRequest, SourceKind, StatementAct, StatementKind, StatementPlace

_CHOICES: Final = {
    "kind": get_args(StatementKind),
    "act": get_args(StatementAct),
    "source_kind": get_args(SourceKind),
    "found_in": get_args(StatementPlace),
}


def chosen(field: str, value: str | None) -> str | None:
    """Return the word given for a field of `StatementQuery`; raises BadRequest where it is none of them."""
    words = _CHOICES[field]
    if value is not None and value not in words:
        raise BadRequest(
            f"{value!r} is no {field.replace('_', ' ')} of a statement.",
            next_step=f"Choose {', '.join(words[:-1])} or {words[-1]}.",
            about=value,
        )
    return value


def kind_of(value: str) -> ActorKind:
    """Return the kind of actor given for an option; raises BadRequest where it is none."""
    for kind in get_args(ActorKind):
        if value.casefold() == kind:
            return cast("ActorKind", kind)
    raise BadRequest(
        f"{value!r} is no kind of actor.", next_step=f"Choose {', '.join(get_args(ActorKind))}.", about=value
    )


def day_of(value: str | None) -> datetime.date | None:
    """Return the day given for an option, None where none is; raises BadRequest where it is no day."""
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise BadRequest(
            f"{value!r} is no day.", next_step="Write it as YYYY-MM-DD, 2023-12-05 say.", about=value
        ) from error
