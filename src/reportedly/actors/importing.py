"""A user's own actors: a CSV file, or FollowTheMoney entities as JSON lines."""

import csv
import datetime
import io
from collections.abc import Iterator
from typing import Final, NoReturn

import msgspec

from reportedly.actors.countries import country_of
from reportedly.actors.known import KnownActors, known_actors
from reportedly.actors.likeness import likeness
from reportedly.actors.world import actor_id, country_actor, holders_called
from reportedly.records import Actor, ActorKind, ActorName, BadRequest, DatePrecision, OfficeHeld
from reportedly.text import fold

COLUMNS: Final = ("name", "kind", "country", "aliases", "office", "since", "until", "id")
"""The columns of a CSV file; only `name` must be there. Several aliases are parted by `;`."""

_KINDS: Final[dict[str, ActorKind]] = {
    kind: kind for kind in ("person", "country", "organisation", "armed group", "institution")
} | {"organization": "organisation", "company": "organisation", "": "person"}
_SCHEMATA: Final[dict[str, ActorKind]] = {
    "Person": "person",
    "Organization": "organisation",
    "Company": "organisation",
    "LegalEntity": "organisation",
    "PublicBody": "institution",
}
_SHAPES: Final[tuple[tuple[str, DatePrecision], ...]] = (
    ("%Y-%m-%d", "day"),
    ("%Y-%m", "month"),
    ("%Y", "year"),
)


class Entity(msgspec.Struct, frozen=True):
    """One line of FollowTheMoney JSON, as far as it is read."""

    schema: str
    id: str | None = None
    caption: str | None = None
    properties: dict[str, list[str]] = {}


class _Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a file, read: somebody, or an office of somebody named on an earlier line."""

    number: int
    key: str
    actor: Actor


def read_actors(text: str, file: str, known: KnownActors | None = None) -> tuple[Actor, ...]:
    """Return the actors of a user's file: JSON lines where it begins with a brace, else CSV.

    Lines about the same one (the same `id`, or the same name, kind and country) are one actor with all
    names and offices. One of the knowledge base, told by full name and country, keeps its identifier.
    Raises BadRequest for the first line that cannot be read, with its number and the next step.
    """
    known = known or known_actors()
    plain = text.lstrip("\ufeff")
    lines = _json_lines if plain.lstrip().startswith("{") else _csv_lines
    joined: dict[str, Actor] = {}
    for line in lines(plain, file, known):
        joined[line.key] = _joined(joined.get(line.key), line.actor)
    if not joined:
        _refuse(
            file, 1, "there is nobody in it", f"Write a header with {', '.join(COLUMNS)} and a line each."
        )
    return tuple(_of_world(actor, known) for actor in joined.values())


def _csv_lines(text: str, file: str, known: KnownActors) -> Iterator[_Line]:
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip().casefold() for name in rows.fieldnames or ()]
        rows.fieldnames = header
        _check_header(header, file)
        for row in rows:
            yield _csv_line(row, rows.line_num, file, known)
    except csv.Error as error:
        _refuse(
            file, rows.line_num, f"it is no CSV ({error})", "Quote fields that hold commas or quotes.", error
        )


def _check_header(header: list[str], file: str) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    if "name" not in header:
        _refuse(file, 1, "no column is called `name`", f"Begin with a line of names: {','.join(COLUMNS)}.")
    if unknown:
        what = f"nothing is known of a column {unknown[0]!r}"
        _refuse(file, 1, what, f"Rename it or leave it out; known are {', '.join(COLUMNS)}.")


def _csv_line(row: dict[str, str | None], number: int, file: str, known: KnownActors) -> _Line:
    if None in row:
        _refuse(file, number, "it has more fields than the header", "Quote fields that hold commas.")
    field = {name: (value or "").strip() for name, value in row.items()}
    name = field.get("name", "")
    if not fold(name):
        _refuse(file, number, "it has no name", "Fill in `name`, or delete the line.")
    kind = _KINDS.get(field.get("kind", "").casefold())
    if kind is None:
        _refuse(file, number, f"{field['kind']!r} is no kind", f"Choose {', '.join(sorted(_KINDS)[1:])}.")
    country = _country(field.get("country", ""), number, file, known)
    since, precision = _day(field.get("since", ""), number, file)
    until, _ = _day(field.get("until", ""), number, file)
    if since and until and until < since:
        _refuse(file, number, "`until` lies before `since`", "Exchange the two.")
    office = field.get("office", "")
    held = OfficeHeld(
        title=office, source=file, country=country, since=since, precision=precision, until=until
    )
    aliases = [alias.strip() for alias in field.get("aliases", "").split(";")]
    names = (name, *(alias for alias in aliases if fold(alias)))
    key = field.get("id") or f"{fold(name)}\x1f{kind}\x1f{country or ''}"
    actor = _actor(file, key, names, kind, country, (held,) if office else ())
    return _Line(number=number, key=key, actor=actor)


def _json_lines(text: str, file: str, known: KnownActors) -> Iterator[_Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            entity = msgspec.json.decode(line, type=Entity)
        except msgspec.MsgspecError as error:
            _refuse(
                file,
                number,
                f"it is no FollowTheMoney entity ({error})",
                "Write one JSON object a line.",
                error,
            )
        kind = _SCHEMATA.get(entity.schema)
        if kind is not None:
            yield _entity_line(entity, kind, number, file, known)


def _entity_line(entity: Entity, kind: ActorKind, number: int, file: str, known: KnownActors) -> _Line:
    told = entity.properties
    names = [*told.get("name", ()), *([entity.caption] if entity.caption else [])]
    names += [*told.get("alias", ()), *told.get("weakAlias", ()), *told.get("previousName", ())]
    names = [name for name in dict.fromkeys(names) if fold(name)]
    if not names:
        _refuse(file, number, "it has no name", "Fill in `name` of its properties, or delete the line.")
    codes = [*told.get("country", ()), *told.get("nationality", ()), *told.get("jurisdiction", ())]
    found = [code for code in (_country_of(each, known) for each in codes) if code]
    country = found[0] if found else None
    offices = tuple(
        OfficeHeld(title=title, source=file, country=country) for title in told.get("position", ()) if title
    )
    key = entity.id or f"{fold(names[0])}\x1f{kind}\x1f{country or ''}"
    return _Line(number=number, key=key, actor=_actor(file, key, tuple(names), kind, country, offices))


def _actor(
    file: str,
    key: str,
    names: tuple[str, ...],
    kind: ActorKind,
    country: str | None,
    offices: tuple[OfficeHeld, ...],
) -> Actor:
    return Actor(
        id=actor_id("import", key),
        name=names[0],
        kind=kind,
        origin="import",
        source=file,
        country=country,
        names=tuple(ActorName(name=name, source=file) for name in dict.fromkeys(names)),
        offices=offices,
    )


def _joined(first: Actor | None, second: Actor) -> Actor:
    """Return what two lines about the same one say together."""
    if first is None:
        return second
    return msgspec.structs.replace(
        first,
        country=first.country or second.country,
        names=tuple(dict.fromkeys((*first.names, *second.names))),
        offices=tuple(dict.fromkeys((*first.offices, *second.offices))),
    )


def _of_world(actor: Actor, known: KnownActors) -> Actor:
    """Return an actor as the one of the knowledge base that it is, with the names and offices of both."""
    base = _in_world(actor, known)
    if base is None:
        return actor
    return msgspec.structs.replace(
        base,
        names=tuple(dict.fromkeys((*base.names, *actor.names))),
        offices=tuple(dict.fromkeys((*base.offices, *actor.offices))),
    )


def _in_world(actor: Actor, known: KnownActors) -> Actor | None:
    if actor.kind == "country":
        country = country_of(actor.name, known=known)
        return country_actor(country) if country else None
    if actor.kind != "person" or actor.country is None or len(fold(actor.name).split()) < 2:
        return None
    found = [seen.actor for seen in holders_called(actor.name, known)]
    same = [
        one
        for one in found
        if one.country == actor.country and likeness(actor.name, [n.name for n in one.names]) in _SURE
    ]
    return same[0] if len(same) == 1 else None


_SURE: Final = frozenset({"same-name", "sounds-alike", "part-of-name"})


def _country(words: str, number: int, file: str, known: KnownActors) -> str | None:
    code = _country_of(words, known)
    if words and code is None:
        _refuse(file, number, f"{words!r} is no country", "Write its two-letter code or its English name.")
    return code


def _country_of(words: str, known: KnownActors) -> str | None:
    """Return the alpha-2 code of a country by its code of two or three letters or by a name."""
    plain = words.strip()
    if not plain:
        return None
    if found := known.country(plain.upper()):
        return found.code
    for country in known.base.countries if len(plain) == 3 else ():
        if country.alpha3 == plain.upper():
            return country.code
    found = country_of(plain, known=known)
    return found.code if found else None


def _day(words: str, number: int, file: str) -> tuple[datetime.date | None, DatePrecision]:
    if not words:
        return None, "day"
    for shape, precision in _SHAPES:
        try:
            return datetime.datetime.strptime(words, shape).replace(tzinfo=datetime.UTC).date(), precision
        except ValueError:
            continue
    return _refuse(file, number, f"{words!r} is no day", "Write YYYY-MM-DD, YYYY-MM or YYYY.")


def _refuse(file: str, number: int, what: str, next_step: str, cause: Exception | None = None) -> NoReturn:
    """Raise what is wrong with a line; nothing of the file is brought in."""
    raise BadRequest(
        f"{file}, line {number}: {what}; nothing was brought in.", next_step=next_step, about=file
    ) from cause
