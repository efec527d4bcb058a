"""What sources declare, as TOML that people write and exchange."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from reportedly.records import BadRequest, Declared
from reportedly.sources.addresses import whole_address
from reportedly.sources.identity import host_of
from reportedly.sources.pace import check_quiet

_SPAN: Final = re.compile(r"^(\d{1,6}(?:\.\d+)?)\s*(s|m|h|d)$")
_UNITS: Final = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86_400.0}
_NAME: Final = re.compile(r"^[a-z0-9][a-z0-9._-]{0,63}$")
_SHORTEST: Final = 60.0  # seconds between two askings that a declaration may ask for
_WORDS: Final = ("title", "kind", "country", "language", "owner", "notes")


def seconds_of(span: str) -> float:
    """Return the seconds of a length of time written as `90s`, `15m`, `2h` or `1d`; raises BadRequest."""
    match = _SPAN.match(span.strip())
    if match is None:
        raise BadRequest(f"{span} is no length of time.", next_step="Write 90s, 15m, 2h or 1d.")
    return float(match.group(1)) * _UNITS[match.group(2)]


def span_of(seconds: float) -> str:
    """Return seconds as a length of time is written in a declaration."""
    for unit in ("d", "h", "m"):
        if seconds >= _UNITS[unit] and seconds % _UNITS[unit] == 0:
            return f"{seconds / _UNITS[unit]:g}{unit}"
    return f"{seconds:g}s"


def checked(declared: Declared) -> Declared:
    """Return a declaration that makes sense; raises BadRequest with what does not."""
    if not _NAME.match(declared.name):
        raise BadRequest(
            f"{declared.name!r} cannot be a source's name.",
            next_step="Use small letters, digits, dots and hyphens, 64 at most.",
        )
    if whole_address(declared.address) != declared.address:
        raise BadRequest(
            f"{declared.address!r} is no web address.", next_step="Begin it with https:// or http://."
        )
    if declared.every_seconds is not None and declared.every_seconds < _SHORTEST:
        raise BadRequest("A source is not asked more than once a minute.", next_step="Let `every` be longer.")
    if declared.expected is not None and declared.expected <= 0:
        raise BadRequest("`expected` is how many pages come a day.", next_step="Write a number above 0.")
    check_quiet(declared.quiet)
    return declared


def name_for(title: str, address: str, taken: Sequence[str] = ()) -> str:
    """Return a name for a source, by its title or else its host, that nobody has yet."""
    plain = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")[:40].strip("-")
    base = plain if len(plain) > 2 else re.sub(r"[^a-z0-9]+", "-", host_of(address)).strip("-") or "source"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name


def read_toml(text: str) -> tuple[Declared, ...]:
    """Return the sources that a TOML file declares in `[[source]]` tables; raises BadRequest."""
    try:
        tables = tomllib.loads(text).get("source", [])
    except tomllib.TOMLDecodeError as error:
        raise BadRequest(f"This is no TOML: {error}.", next_step="Mend that line.") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise BadRequest("No sources are declared here.", next_step="Begin each with a line [[source]].")
    return tuple(_of_table(table) for table in tables)


def write_toml(sources: Sequence[Declared]) -> str:
    """Return sources as TOML that `read_toml` reads back; what is not declared is left out."""
    return "\n".join(_table(source) for source in sources)


def _of_table(table: Mapping[str, object]) -> Declared:
    given = dict(table)
    every = given.pop("every", None)
    if isinstance(every, str):
        given["every_seconds"] = seconds_of(every)
    given.setdefault("name", name_for(str(given.get("title", "")), str(given.get("address", ""))))
    try:
        return checked(msgspec.convert(given, type=Declared))
    except msgspec.ValidationError as error:
        raise BadRequest(
            f"The source {given['name']} is not declared as it should be: {error}.",
            next_step="docs/sources.md lists what a source may declare.",
            about=str(given["name"]),
        ) from error


def _table(source: Declared) -> str:
    lines = ["[[source]]", f"name = {_quoted(source.name)}", f"address = {_quoted(source.address)}"]
    lines += [f"{key} = {_quoted(value)}" for key in _WORDS if (value := getattr(source, key))]
    if source.every_seconds is not None:
        lines.append(f"every = {_quoted(span_of(source.every_seconds))}")
    if source.expected is not None:
        lines.append(f"expected = {source.expected:g}")
    if source.quiet:
        lines.append(f"quiet = [{', '.join(map(_quoted, source.quiet))}]")
    if not source.follow_credits:
        lines.append("follow_credits = false")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Return a text as a basic string of TOML, which escapes as JSON does, and the delete character too."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
