"""Rulings in words, as the pages list them."""

import msgspec

from reportedly.records import NotInRecord, Ruling
from reportedly.web.actor_desk import ActorQuestions


class RulingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling with the names of those it is about."""

    ruling: Ruling
    actor: str
    other: str | None


def ruling_line(ruling: Ruling, actors: ActorQuestions) -> RulingLine:
    """Return a ruling with the names of those it is about."""
    other = None if ruling.other_id is None else _name(ruling.other_id, actors)
    return RulingLine(ruling=ruling, actor=_name(ruling.actor_id, actors), other=other)


def _name(actor_id: str, actors: ActorQuestions) -> str:
    try:
        return actors.name_of(actor_id)
    except NotInRecord:
        return actor_id
