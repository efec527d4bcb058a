"""Whether a speaker becomes an actor of the right name and kind, and nothing else becomes one.

    python -m benchmarks.kinds [--wrong] [--floors]

26 sentences a language (`mentions/kinds.toml`), half of them looked at by score alone. A speaker is right if
its actor bears the name and is a person, an organisation or a country as it should; a source without a name,
an office or a group is right if no actor is made of it. Whatever else becomes an actor counts as one wrong
more. `--wrong` prints the wrong ones of the open half. Results go to results/kinds.json; `--floors` writes
nothing and exits with 1 where a figure broke its floor.
"""

import argparse
import datetime
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.floors import OURS
from benchmarks.keeping import held, keep
from reportedly.actors import NobodyKnown, name_mentions, resolve_people
from reportedly.language import load_language
from reportedly.records import Article, Field, Resolution, Span, Statement, Timestamp
from reportedly.text import paragraphs_of

_SENTENCES = Path(__file__).parent / "mentions" / "kinds.toml"
_MARK = re.compile(r"\[([^\]=]*)=([^\]]*)\]")
_DAY = Field(value=Timestamp(date=datetime.date(2024, 3, 5)), markup="meta")


class Expected(NamedTuple):
    """A speaker as written, the names its actor may have (none: no actor) and its kind."""

    at: Span
    names: frozenset[str]
    kind: str


class Asked(NamedTuple):
    """A sentence, its speakers, and the names that others in it may have."""

    text: str
    speakers: tuple[Expected, ...]
    others: frozenset[str]


def unmarked(marked: str) -> Asked:
    """Return a sentence without its marks."""
    words, _, others = marked.partition("##")
    text, found, reached = "", [], 0
    for match in _MARK.finditer(words.strip()):
        text += words[reached : match.start()]
        name, _, kind = match[2].partition("|")
        names = frozenset(part.strip() for part in name.split(" / ") if part.strip())
        found.append(Expected(Span(len(text), len(text) + len(match[1])), names, kind))
        text += match[1]
        reached = match.end()
    text += words.strip()[reached:]
    return Asked(text, tuple(found), frozenset(part.strip() for part in others.split(";")))


def verdicts(asked: Asked, code: str) -> Iterator[tuple[bool, str]]:
    """Yield for each speaker, and for each actor too many, whether it is right, and what was made of it."""
    language = load_language(code)
    article = Article(
        page_sha256="0" * 64, text=asked.text, body=tuple(paragraphs_of(asked.text)), published=_DAY
    )
    statements = [Statement(content=(), kind="indirect", speaker=each.at) for each in asked.speakers]
    namings = name_mentions(article, statements, language)
    resolved = resolve_people(article, statements, namings, language, NobodyKnown())
    met: set[int] = set()
    for expected, roles in zip(asked.speakers, resolved.roles, strict=True):
        met |= {roles.speaker} if roles.speaker is not None else set()
        one = resolved.resolutions[roles.speaker] if roles.speaker is not None else None
        yield _is_right(expected, one), f"{expected.at.of(asked.text)} -> {_told(one)}"
    for place, one in enumerate(resolved.resolutions):
        if place not in met and one.actor_id and one.name not in asked.others:
            yield False, f"too many: {_told(one)}"


def _is_right(expected: Expected, one: Resolution | None) -> bool:
    """Return whether a speaker is who it should be; "the ministry" alone is named right and no actor."""
    if one is None or not expected.names:
        return not expected.names and (one is None or one.actor_id is None)
    name = one.name.split(" ", 1)[-1] if one.kind == "country" else one.name  # "La Belgique"
    return name in expected.names and one.kind == expected.kind


def _told(one: Resolution | None) -> str:
    return (
        f"{one.name} ({one.kind}, {one.reason}, {'actor' if one.actor_id else 'nobody'})" if one else "nobody"
    )


def main(arguments: list[str]) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description="Whether speakers become actors of the right name and kind.")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args(arguments)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for code, halves in tomllib.loads(_SENTENCES.read_text("utf8")).items():
        for half, sentences in halves.items():
            told = [verdict for marked in sentences for verdict in verdicts(unmarked(marked), code)]
            right = sum(is_right for is_right, _ in told)
            print(f"{code} {half:<5} {right / len(told):.3f} of {len(told)}")
            found[f"{code}-{half}"] = {OURS: {"right": right / len(told)}}
            for is_right, line in told if options.wrong and half == "open" else ():
                if not is_right:
                    print("     ", line)
    if options.floors:
        return held("kinds", found)
    keep("kinds", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
