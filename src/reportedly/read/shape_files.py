"""From the file of an outlet to its shapes, every key checked."""

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

import msgspec
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from reportedly.read.shapes import (
    BLOCK_FIELDS,
    SEVERAL,
    TIME_FIELDS,
    WORD_FIELDS,
    Chooser,
    Outlet,
    Shape,
    zone_of,
)
from reportedly.records import BadRequest

_RECIPE = "docs/recipes/a-new-outlet.md lists what a shape may hold."
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
_COUNTRY = re.compile(r"[A-Z]{2}")
_PLAIN = frozenset({"css", "without", "attribute", "pattern"})
_BLOCKS = frozenset({"css", "without"})
_TOP = frozenset({"outlet", "hosts", "language", "country", "shape"})
_FIELDS = (*WORD_FIELDS, *BLOCK_FIELDS, *TIME_FIELDS)


def parse_outlet(text: str, file: str) -> Outlet:
    """Return the outlet that a file's text describes; `file` is the name its errors and fields carry.

    Raises BadRequest, with the file and the line, for what is no TOML, for unknown or missing keys, and
    for selectors, patterns, hosts, zones and days that make no sense.
    """
    try:
        top = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRequest(f"{file} is no TOML: {error}.", next_step=_RECIPE, about=file) from error
    return _File(text, file).outlet(top)


class _File:
    """One file being read: its text finds the line of each complaint."""

    def __init__(self, text: str, file: str) -> None:
        self._lines = text.splitlines()
        self._file = file

    def outlet(self, top: Mapping[str, Any]) -> Outlet:
        """Return the outlet of the parsed file."""
        self._known(top, _TOP, -1, "the file")
        name = self._words(top, "outlet", -1) or self._refuse(-1, "outlet", "the outlet's name is missing")
        language, country = self._words(top, "language", -1), self._words(top, "country", -1)
        if language is not None and not _TAG.fullmatch(language):
            self._refuse(-1, "language", f"{language!r} is no language tag such as en or pt-BR")
        if country is not None and not _COUNTRY.fullmatch(country):
            self._refuse(-1, "country", f"{country!r} is no country code of two capitals")
        shapes = [self._shape(t, n, name, language) for n, t in enumerate(self._tables(top))]
        self._refuse_same_day(shapes)
        return Outlet(
            file=self._file,
            name=name,
            hosts=self._hosts(top),
            shapes=tuple(sorted(shapes, key=lambda shape: shape.since)),
            language=language,
            country=country,
        )

    def _hosts(self, top: Mapping[str, Any]) -> tuple[str, ...]:
        hosts = top.get("hosts")
        if not isinstance(hosts, list) or not hosts:
            self._refuse(-1, "hosts", 'there are no hosts; write hosts = ["kna.example"]')
        for host in hosts:
            if not isinstance(host, str) or not _HOST.fullmatch(host):
                self._refuse(-1, "hosts", f"{host!r} is no host name in lower case, such as kna.example")
        return tuple(dict.fromkeys(hosts))

    def _tables(self, top: Mapping[str, Any]) -> list[dict[str, Any]]:
        tables = top.get("shape")
        if not isinstance(tables, list) or not tables or not all(isinstance(t, dict) for t in tables):
            self._refuse(-1, "shape", "there is no [[shape]] table")
        return tables

    def _shape(self, table: Mapping[str, Any], number: int, outlet: str, language: str | None) -> Shape:
        self._known(table, frozenset({"from", "timezone", *_FIELDS}), number, "a shape")
        since = table.get("from", datetime.date.min)
        if type(since) is not datetime.date:
            self._refuse(
                number, "from", f"{since!r} is no day; write from = 2023-01-31, without quotation marks"
            )
        timezone = self._words(table, "timezone", number)
        if timezone is not None and zone_of(timezone) is None:
            self._refuse(
                number, "timezone", f"{timezone!r} is neither an offset like +02:00 nor a known zone"
            )
        choosers = {name: self._chooser(table[name], name, number) for name in _FIELDS if name in table}
        return Shape(
            file=self._file,
            outlet=outlet,
            since=since,
            choosers=choosers,
            language=language,
            timezone=timezone,
        )

    def _chooser(self, table: object, name: str, number: int) -> Chooser:
        if table is False and name not in ("headline", "body"):
            return Chooser(is_absent=True)
        if not isinstance(table, dict) or not table:
            self._refuse(number, name, 'write { css = "…" }, or false where the outlet never shows it')
        self._known(table, allowed_keys(name), number, name)
        given = {key: self._words(table, key, number, name) for key in table}
        chooser = msgspec.convert(given, Chooser)
        self._check_together(chooser, name, number)
        for selector in (chooser.css, chooser.without):
            self._check(_select, selector, name, number, "selector")
        for pattern in (chooser.pattern, chooser.split):
            self._check(_compiled, pattern, name, number, "pattern")
        return chooser

    def _check_together(self, chooser: Chooser, name: str, number: int) -> None:
        """Refuse keys that say nothing without another, or that contradict one another."""
        if chooser.value is not None and chooser != Chooser(value=chooser.value):
            self._refuse(number, name, "a fixed value stands alone")
        if chooser.css is None and (chooser.without or chooser.attribute):
            self._refuse(number, name, "without and attribute need css beside them")
        needs_css = name in (*BLOCK_FIELDS, *TIME_FIELDS, "headline")
        if chooser.css is None and chooser.value is None and (needs_css or chooser.pattern is None):
            self._refuse(number, name, "css is missing")

    def _check(
        self, test: Callable[[str], None], value: str | None, name: str, number: int, kind: str
    ) -> None:
        try:
            if value is not None:
                test(value)
        except (SelectolaxError, re.error, ValueError) as error:
            self._refuse(number, name, f"{value!r} is no {kind} ({error})".replace(".)", ")"))

    def _words(self, table: Mapping[str, Any], key: str, number: int, name: str | None = None) -> str | None:
        value = table.get(key)
        if value is not None and (not isinstance(value, str) or not value.strip()):
            self._refuse(number, name or key, f"{key} has to be words in quotation marks")
        return value

    def _known(self, table: Mapping[str, Any], known: frozenset[str], number: int, where: str) -> None:
        for key in table:
            if key not in known:
                self._refuse(
                    number,
                    where if where in _FIELDS else key,
                    f"{where} has no key {key!r}; it has {', '.join(sorted(known))}",
                )

    def _refuse_same_day(self, shapes: list[Shape]) -> None:
        for number, shape in enumerate(shapes):
            if shape.since in [earlier.since for earlier in shapes[:number]]:
                self._refuse(number, "from", "two shapes begin on the same day")

    def _refuse(self, number: int, key: str, what: str) -> NoReturn:
        """Raise the complaint about a key of a shape, counted from 0; -1 is the head of the file."""
        line = self._line(number, key)
        raise BadRequest(f"{self._file}, line {line}, {key}: {what}.", next_step=_RECIPE, about=self._file)

    def _line(self, number: int, key: str) -> int:
        """Return the line of a key, or that of the table where the key is missing."""
        heads = [n for n, line in enumerate(self._lines, 1) if re.match(r"\s*\[\[\s*shape\s*\]\]", line)]
        start = heads[number] if 0 <= number < len(heads) else 1
        wanted = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""")
        end = next((head for head in heads if head > start), len(self._lines) + 1)
        return next((n for n in range(start, end) if wanted.match(self._lines[n - 1])), start)


def allowed_keys(field: str) -> frozenset[str]:
    """Return the keys that the chooser of a field may have."""
    if field in BLOCK_FIELDS:
        return _BLOCKS
    if field in TIME_FIELDS:
        return _PLAIN
    several = frozenset({"split"}) if field in SEVERAL else frozenset()
    return _PLAIN | several | (frozenset() if field == "headline" else frozenset({"value"}))


def _select(selector: str) -> None:
    """Raise SelectolaxError for what is no selector."""
    LexborHTMLParser("<p>").css(selector)


def _compiled(pattern: str) -> None:
    """Raise for what is no regular expression, or one with several groups."""
    if re.compile(pattern).groups > 1:
        raise ValueError("it has more than one group")
