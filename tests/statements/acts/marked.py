"""Sentences in a compact form, each with its act, and how well the room tells acts, negations and hedges.

A line is `act | sentence`. In the sentence {s:who}, {c:the cue}, {q:what was said}, {n:a negation} and
{h:a hedge} are marked; marks may stand in one another. What is right: the act; as many negations (or
hedges) as marked, each sharing a letter with one that is. `python -m statements.acts.marked en_held`
prints the figures and every line that is not right.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from reportedly.language import load_language
from reportedly.records import Span, Statement, StatementKind
from reportedly.statements.acts import with_acts
from reportedly.statements.hedging import with_hedges
from reportedly.statements.lexicon import lexicon_of
from reportedly.statements.negating import with_negations
from reportedly.statements.passages import sentences_with_quotations
from reportedly.statements.setting import setting_of
from reportedly.text import quotations

FOLDER = Path(__file__).parent
_OPENING = "“\"«„「'"


class Marked(msgspec.Struct, frozen=True):
    """A sentence without its marks, the statement in it as a person describes it, and its line."""

    line: str
    text: str
    statement: Statement


class Right(msgspec.Struct, frozen=True):
    """Which aspects of a sentence came out as a person has them."""

    act: bool
    negations: bool
    hedges: bool


def marked_lines(name: str) -> Iterator[Marked]:
    """Yield the sentences of one file."""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            act, _, sentence = line.partition(" | ")
            text, places = unmarked(sentence)
            yield Marked(line, text, _statement(text, act, places))


def unmarked(sentence: str) -> tuple[str, dict[str, list[Span]]]:
    """Return a sentence without its marks, and where the marked words stand, by their letter."""
    text, open_marks = "", list[tuple[str, int]]()
    places: dict[str, list[Span]] = {letter: [] for letter in "scqnh"}
    at = 0
    while at < len(sentence):
        if sentence[at] == "{":
            open_marks.append((sentence[at + 1], len(text)))
            at += 3
        elif sentence[at] == "}":
            letter, start = open_marks.pop()
            places[letter].append(Span(start, len(text)))
            at += 1
        else:
            text, at = text + sentence[at], at + 1
    return text, places


def _statement(text: str, act: str, places: dict[str, list[Span]]) -> Statement:
    first = places["q"][0].start if places["q"] else 0
    kind: StatementKind = "direct" if first and text[first - 1] in _OPENING else "indirect"
    raw = {
        "content": places["q"] or [Span(len(text), len(text))],
        "kind": kind,
        "act": act,
        "speaker": places["s"][0] if places["s"] else None,
        "cue": places["c"][0] if places["c"] else None,
        "negations": places["n"],
        "hedges": places["h"],
    }
    return msgspec.convert(msgspec.to_builtins(raw), Statement)


def described(text: str, statement: Statement, code: str) -> Statement:
    """Return the statement with act, negations and hedges as the room finds them."""
    language = load_language(code)
    lexicon, whole = lexicon_of(language.cues), Span(0, len(text))
    found = quotations(text, [whole])
    setting = setting_of(
        text, tuple(sentences_with_quotations(text, [whole], found, lexicon)), found, language
    )
    bare = msgspec.structs.replace(statement, act="says", negations=(), hedges=())
    (told,) = with_acts(with_negations(with_hedges([bare], setting), setting), setting)
    return told


def right(marked: Marked, code: str) -> Right:
    """Return which aspects of a sentence the room finds as they are marked."""
    told, wanted = described(marked.text, marked.statement, code), marked.statement
    return Right(
        act=told.act == wanted.act,
        negations=_alike(told.negations, wanted.negations),
        hedges=_alike(told.hedges, wanted.hedges),
    )


def _alike(found: tuple[Span, ...], wanted: tuple[Span, ...]) -> bool:
    ordered = sorted(wanted)
    return len(found) == len(ordered) and all(
        one.overlaps(other) for one, other in zip(found, ordered, strict=True)
    )


def shares(name: str) -> tuple[float, float, float]:
    """Return the shares of a file's sentences whose act, negations and hedges are right."""
    each = [right(marked, name.split("_")[0]) for marked in marked_lines(name)]
    return (
        sum(one.act for one in each) / len(each),
        sum(one.negations for one in each) / len(each),
        sum(one.hedges for one in each) / len(each),
    )


def marks_found(name: str) -> dict[str, tuple[int, int, int]]:
    """Return of negations and hedges how many were found rightly, found, and marked."""
    counts = {"negations": [0, 0, 0], "hedges": [0, 0, 0]}
    for marked in marked_lines(name):
        told = described(marked.text, marked.statement, name.split("_")[0])
        for aspect, count in counts.items():
            found, wanted = getattr(told, aspect), getattr(marked.statement, aspect)
            count[0] += sum(any(one.overlaps(other) for other in wanted) for one in found)
            count[1] += len(found)
            count[2] += len(wanted)
    return {aspect: (count[0], count[1], count[2]) for aspect, count in counts.items()}


def _print(name: str) -> None:
    act, negations, hedges = shares(name)
    print(f"{name}: act {act:.3f}, negations {negations:.3f}, hedges {hedges:.3f}; {marks_found(name)}")  # noqa: T201
    for marked in marked_lines(name):
        told, told_right = (
            described(marked.text, marked.statement, name.split("_")[0]),
            right(marked, name.split("_")[0]),
        )
        if not (told_right.act and told_right.negations and told_right.hedges):
            words = [span.of(marked.text) for span in (*told.negations, *told.hedges)]
            print(f"  {told.act} {words}: {marked.line}")  # noqa: T201


if __name__ == "__main__":
    for each_name in sys.argv[1:]:
        _print(each_name)
