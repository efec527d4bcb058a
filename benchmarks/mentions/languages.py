"""Whether speakers of seven languages get the right name and kind, on sentences of our own.

    python -m benchmarks.mentions.languages [--wrong] [--floors]

`languages.txt` holds the sentences and says what is marked in them. Of every marked speaker the actor of
the record is looked at: its name (one of those given) and whether it is a person, an organisation or a
country; one who should be nobody must have none. Every other name that the reading makes a person
or an actor of counts as one more that is wrong. `--wrong` prints the wrong ones of the open half alone.
Results go to results/mentions_languages.json; `--floors` writes nothing and exits with 1 where a figure
broke its floor.
"""

import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from benchmarks.floors import OURS
from benchmarks.keeping import held, keep
from reportedly.actors import NobodyKnown, name_mentions, resolve_people
from reportedly.language import load_language
from reportedly.records import Article, Resolution, Span, Statement

_SENTENCES = Path(__file__).with_name("languages.txt")
_MARK = re.compile(r"[\[\]<>]|=[^\[\]<>=]*(?=[\]>])")
_KINDS = {"p": "person", "o": "organisation", "c": "country", "": ""}
# Kinds that the record tells finer than the sentences do.
_SAME = {"institution": "organisation", "armed group": "organisation"}


class Marked(NamedTuple):
    """A mention and what it should be: one of these names, of this kind; none and "" for nobody."""

    at: Span
    names: tuple[str, ...]
    kind: str
    speaks: bool


class Sentence(NamedTuple):
    """One line: its language, half, text and marks."""

    language: str
    half: str
    text: str
    marks: tuple[Marked, ...]


def sentences() -> list[Sentence]:
    """Return the sentences of the file."""
    lines = _SENTENCES.read_text("utf8").splitlines()
    return [_read(*line.split("|", 2)) for line in lines if line and not line.startswith("#")]


def _read(language: str, half: str, marked: str) -> Sentence:
    text, reached, open_at, found = "", 0, [], []
    for mark in _MARK.finditer(marked):
        text += marked[reached : mark.start()]
        reached = mark.end()
        if mark[0] in "[<":
            open_at.append((len(text), mark[0] == "["))
        elif mark[0].startswith("="):
            names, _, kind = mark[0][1:].partition("#")
            start, speaks = open_at.pop()
            found.append(
                Marked(Span(start, len(text)), tuple(filter(None, names.split("|"))), _KINDS[kind], speaks)
            )
    return Sentence(language, half, text + marked[reached:], tuple(found))


def outcomes(sentence: Sentence) -> list[tuple[str, bool]]:
    """Return for each marked speaker, and each name that was made up, what was found and if it is right."""
    language = load_language(sentence.language)
    text = sentence.text
    article = Article(page_sha256="0" * 64, text=text, body=(Span(0, len(text)),))
    said = [Statement(content=(), kind="direct", speaker=m.at) for m in sentence.marks if m.speaks]
    namings = name_mentions(article, said, language)
    found = resolve_people(article, said, namings, language, NobodyKnown()).resolutions
    named = {n for m in sentence.marks for n in m.names}
    rows = []
    for mark in (m for m in sentence.marks if m.speaks):
        own = next((r for r in found if mark.at in r.mentions), None)
        rows.append((f"{mark.names[:1]} {mark.kind}: {_told(own)}", _is_right(mark, own)))
    spoken = {mark.at for mark in sentence.marks}
    others = [r for r in found if r.is_named and spoken.isdisjoint(r.mentions)]
    spare = [r for r in others if r.name not in named and (r.actor_id or r.kind == "person")]
    beside = [(r, m) for r in others for m in sentence.marks if not m.speaks and r.name in m.names]
    wrong_kind = [r for r, mark in beside if _kind(r) != mark.kind]
    return rows + [(f"made up: {_told(r)}", False) for r in (*spare, *wrong_kind)]


def _is_right(mark: Marked, own: Resolution | None) -> bool:
    if not mark.names:
        return own is None or not own.is_named
    return own is not None and own.name in mark.names and _kind(own) == mark.kind


def _kind(one: Resolution) -> str:
    return _SAME.get(one.kind, one.kind)


def _told(one: Resolution | None) -> str:
    return f"{one.name!r} {one.kind} ({one.reason})" if one else "nobody"


def main(arguments: list[str]) -> int:
    """Print the figures by language and half; return the exit status."""
    right: Counter[tuple[str, str]] = Counter()
    count: Counter[tuple[str, str]] = Counter()
    for sentence in sentences():
        for told, is_right in outcomes(sentence):
            for language in (sentence.language, "all"):
                count[language, sentence.half] += 1
                right[language, sentence.half] += is_right
            if "--wrong" in arguments and sentence.half == "open" and not is_right:
                print(f"{sentence.language} {told}\n     {sentence.text}")
    print("| language | open | held |")
    for language in dict.fromkeys(language for language, _ in count):
        cells = (
            f"{right[language, h] / count[language, h]:.3f} of {count[language, h]}" for h in ("open", "held")
        )
        print(f"| {language} | " + " | ".join(cells) + " |")
    found = {
        f"{language}-{half}": {OURS: {"right": right[language, half] / of}}
        for (language, half), of in sorted(count.items())
    }
    if "--floors" in arguments:
        return held("mentions_languages", found)
    keep("mentions_languages", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
