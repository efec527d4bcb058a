"""Titles told from the names behind them, and what they amount to."""

import functools
import re
from typing import NamedTuple

from training.actors.sources import table

_CAPITALS = re.compile(r"[^\W\d_a-zß-ÿ]{2,}")
REGNAL = frozenset(("II", "III", "IV", "VI", "VII", "VIII", "XVI", "XIV"))
_PARTS = re.compile(r"\s+and\s+|[,;()]")
_WORD = re.compile(r"[\w'.-]+")
# Particles that running text writes small even inside a surname; the rest ("Van", "Le", "Di") differ.
_SMALL = frozenset(("de", "del", "da", "do", "dos", "bin", "ibn", "bint"))
# What a plural title calls one of its holders.
_SINGULAR = {
    "Presidents": "President",
    "Ministers": "Minister",
    "Premiers": "Premier",
    "Chairpersons": "Chairperson",
}


class Titled(NamedTuple):
    """A title, the words of the name behind it, and whether the title is that of several people."""

    title: str
    name: tuple[str, ...]
    is_plural: bool


@functools.cache
def _words() -> dict[str, frozenset[str]]:
    data = table("titles.toml")
    kinds = ("titles", "joining", "domains", "honorifics", "particles")
    return {kind: frozenset(data[kind].split()) for kind in kinds}


def is_surname(word: str) -> bool:
    """Return whether a word is written in capitals, as the table writes surnames."""
    letters = word.split("'")[-1] if word.lower().startswith("n'") else word
    return bool(_CAPITALS.search(re.sub(r"^(?:Mc|Mac|al-|Al-)", "", letters))) and "." not in word[:-1]


def titled(segment: str) -> Titled:
    """Return the title at the head of a segment and the name behind it, without ranks and honorifics."""
    words = segment.split()
    known, title = _words(), _end_of_title(words)
    kept = [
        word
        for before, word in zip(["", *words], words[:title], strict=False)
        if word not in known["honorifics"] or (before, word) == ("Governor", "General")
    ]
    name = [word.strip(",") for word in words[title:] if not known["honorifics"] & {word, word.strip(",")}]
    while name and name[0] in known["joining"]:
        name.pop(0)
    singular = [_SINGULAR.get(word, word) for word in kept]
    is_plural = singular != kept and "of" not in kept
    return Titled(" ".join(singular if is_plural else kept).strip(","), _cut(name), is_plural)


def _end_of_title(words: list[str]) -> int:
    """Return how many words belong to the title at their head; what it is of opens none by itself."""
    known, title = _words(), 0
    for position, word in enumerate(words, 1):
        bare = word.strip(".,")
        following = words[position].strip(".,") if position < len(words) else ""
        is_domain = bare in known["domains"] and (title or following in known["titles"] | known["domains"])
        if bare in known["titles"]:
            title = position
        elif is_domain:
            title = position if title else 0
        elif not (bare in known["joining"] or known["honorifics"] & {word, bare}):
            break
    return title


def _cut(name: list[str]) -> tuple[str, ...]:
    """Return a name up to the first word behind its surname that is no part of one ("resigned", "of")."""
    known, has_surname = _words(), False
    for position, word in enumerate(name):
        plain = word.strip(",.")
        is_small = plain[:1].islower() and plain not in known["particles"] and "-" not in plain
        if plain == "-" or (has_surname and plain in known["titles"]):
            return tuple(name[:position])
        if is_small and (has_surname or position > 0):
            return tuple(name[:position])
        has_surname = has_surname or is_surname(word)
    return tuple(name)


def roles_of(title: str, office: str) -> tuple[str, ...]:
    """Return what a title amounts to, the strongest first; a bare office where its words say nothing."""
    found: list[str] = []
    for part in _PARTS.split(title):
        words = frozenset(_WORD.findall(part.lower()))
        fitting = [role for role, rows in _roles() if any(row <= words for row in rows)]
        first = [role for role in fitting if role != "monarch"][:2] if "heir" in fitting else fitting[:1]
        found += [role for role in first if role not in found]
    strong = [role for role in found if role not in ("deputy", "heir")]
    if strong and not (strong == ["leader"] and "deputy" in found):
        return tuple(strong) + tuple(role for role in found if role == "heir")
    return tuple(found) or (
        ("head of government",) if office == "head of government" else ("chief of state",)
    )


@functools.cache
def _roles() -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    rows = table("titles.toml")["roles"]
    return tuple((role, tuple(frozenset(row.split()) for row in written)) for role, written in rows.items())


def printed(word: str) -> str:
    """Return a word of a name with capitals as in running text: DIAZ-CANEL as Diaz-Canel."""
    if word in REGNAL or not is_surname(word):
        return word.strip(",")
    small = word.strip(",").lower()
    if small in _SMALL:
        return small
    return re.sub(r"(?:^|(?<=[-'’ ]))(mc)?(\w)", lambda m: (m[1] or "").title() + m[2].upper(), small)
