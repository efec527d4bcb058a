"""Options that take one of a few words: kind, act, kind of source, place."""

from typing import Final, get_args

from reportedly.records import BadRequest, SourceKind, StatementAct, StatementKind, StatementPlace

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
