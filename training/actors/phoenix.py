"""The Phoenix dictionaries of actors (TABARI's form) read into entries."""

import datetime
import functools
import re
from collections.abc import Iterator
from pathlib import Path

from training.actors.names import rows
from training.actors.sources import table

from reportedly.actors.base import Entry, Term
from reportedly.records.actor import ActorKind
from reportedly.text import fold

_KINDS: dict[str, ActorKind] = {
    "Phoenix.Countries.actors.txt": "institution",
    "Phoenix.International.actors.txt": "organisation",
    "Phoenix.MilNonState.actors.txt": "armed group",
}
_CODE = re.compile(r"\[([A-Z0-9]{3,})\s*(?:([<>])\s*)?(\d{5,9})?(?:\s*-\s*(\d{5,9}))?\s*\]")
_COMMENT = re.compile(r"\s*[;#].*$")
# Words of the dictionary that are written small inside a name.
_SMALL = frozenset("of the and for in on de la le del des du al el bin".split())
# The dictionaries were closed in 2014: two-digit years up to there are of this century.
_CLOSED = 14
# Names of at most so many letters in a list of organisations are short forms.
_SHORT_FORM = 5


class _Block:
    """Names that share codes, while the lines of one entry are read."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.terms: list[Term] = []


def dictionary(folder: Path) -> tuple[list[Entry], dict[str, tuple[int, ...]]]:
    """Return the entries of the dictionaries in a folder, in their order, and their places by folded name."""
    entries: list[Entry] = []
    named: dict[str, dict[int, None]] = {}
    for file, kind in _KINDS.items():
        text = (folder / file).read_bytes().decode("utf-8", "replace")
        for block in _blocks(text):
            names = [name for name in map(_plain, block.names) if len(fold(name)) > 1]
            if names and block.terms:
                for name in names:
                    named.setdefault(fold(name.removeprefix("the ").removeprefix("The ")), {})[
                        len(entries)
                    ] = None
                entries.append(Entry(_shown(names), _kind(block, kind), tuple(block.terms)))
    return entries, {name: tuple(places) for name, places in named.items()}


def _blocks(text: str) -> Iterator[_Block]:
    """Yield each entry; codes stand behind the first name, or below all of them."""
    block = _Block()
    is_closed = False
    for raw in text.splitlines():
        line = _COMMENT.sub("", raw).rstrip() if not raw.lstrip().startswith(("#", ";")) else ""
        if not line.strip():
            continue
        codes = [_term(match) for match in _CODE.finditer(line)]
        name = line.split("[")[0].strip()
        if name and not name.startswith("+") and (is_closed or block.terms):
            yield block
            block, is_closed = _Block(), False
        if name:
            block.names.append(name.lstrip("+").strip())
        block.terms += codes
        is_closed = bool(codes) and not name
    yield block


def _shown(names: list[str]) -> str:
    """Return the name an entry is shown by: the first without an article, if any."""
    return next((name for name in names if not name.startswith("The ")), names[0])


def _plain(name: str) -> str:
    """Return a name in running text: capitals at its words alone."""
    words = re.sub(r"[_\s]+", " ", re.sub(r"[({].*?[)}]|[{}=+]", " ", name)).strip().split()
    if len(words) == 1 and len(words[0]) <= _SHORT_FORM and words[0].isupper():
        return words[0]
    return " ".join(w.lower() if i and w.lower() in _SMALL else _capital(w) for i, w in enumerate(words))


def _capital(word: str) -> str:
    return (
        "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-")) if "." not in word else word
    )


def _kind(block: _Block, kind: ActorKind) -> ActorKind:
    """Return what an entry is: dated codes are people's, a bare country's code names the country."""
    if any(term.first or term.last for term in block.terms):
        return "person"
    if all(len(term.code) == 3 and term.country for term in block.terms):
        return "country"
    return kind


def _term(match: re.Match[str]) -> Term:
    code, side, one, two = match.groups()
    first, last = _day(one), _day(two)
    if side == "<":
        first, last = None, first
    return Term(code, _country(code), first, last)


def _country(code: str) -> str | None:
    """Return the country in a code: of a territory before that of the state it belongs to."""
    known = _by_alpha3()
    first, second = known.get(code[:3]), None if code[3:6] == _MUSLIM else known.get(code[3:6])
    return second if second and (first or code[:3] in ("IGO", "NGO", "MNC", "IMG", "NGM")) else first


# Behind the code of a kind this is a religion's; before others it is that of Mauritius.
_MUSLIM = "MUS"


@functools.cache
def _by_alpha3() -> dict[str, str]:
    codes: dict[str, str] = table("countries.toml")["other_codes"]
    return {columns[0]: alpha2 for alpha2, columns in rows().items()} | codes


def _day(digits: str | None) -> datetime.date | None:
    """Return the day that six digits or eight write; None where they write none."""
    if digits is None:
        return None
    if len(digits) == len("YYMMDD"):
        digits = ("20" if int(digits[:2]) <= _CLOSED else "19") + digits
    try:
        return datetime.datetime.strptime(digits, "%Y%m%d").replace(tzinfo=datetime.UTC).date()
    except ValueError:
        return None
