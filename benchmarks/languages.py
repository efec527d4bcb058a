"""How well statements are found in our own sentences of other languages, written before anything read them.

    python -m benchmarks.languages [CODE ...]

The sentences stand in tests/statements/languages. Prints figures and never a sentence: nobody who works
on the room should learn them. Needs the scorer of quotes in ../shared.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from benchmarks.asking import Row
from benchmarks.measuring import scorer
from benchmarks.predict.quotes import quotes_in

FOLDER = Path(__file__).parents[1] / "tests" / "statements" / "languages"
_ROLES = {"s": "source", "c": "cue", "q": "content"}
_MARK = re.compile(r"⟦(?P<role>[scq])(?P<numbers>[\d,]+):|⟧")


def codes() -> tuple[str, ...]:
    """Return the languages that have sentences."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.toml")))


def read_texts(code: str) -> Iterator[Row]:
    """Yield the texts of a language in the form of the scorer's gold; a trap has no quotes."""
    texts = tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf8"))["texts"]
    for number, marked in enumerate(texts):
        yield {"id": f"{code}-{number}", **unmarked(marked)}


def unmarked(marked: str) -> Row:
    """Return a text without its marks, and its quotes as spans; the numbers join the parts of quotes."""
    text, at, waiting = "", 0, list[tuple[str, str, int]]()
    quotes: dict[str, Row] = {}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark["role"]:
            waiting.append((mark["role"], mark["numbers"], len(text)))
            continue
        role, numbers, start = waiting.pop()
        for number in numbers.split(","):
            quote = quotes.setdefault(number, {"source": [], "cue": [], "content": []})
            quote[_ROLES[role]].append([start, len(text)])
    return {"text": text + marked[at:], "quotes": [quotes[number] for number in sorted(quotes, key=int)]}


def main(arguments: list[str]) -> int:
    """Print the figures of each language; return the exit status."""
    score = scorer("quotes")
    for code in arguments or codes():
        golds = list(read_texts(code))
        answers = [{"id": gold["id"], "quotes": quotes_in(gold["text"], code)} for gold in golds]
        found = score.score(golds, answers)
        traps = [answer for gold, answer in zip(golds, answers, strict=True) if not gold["quotes"]]
        false = sum(bool(answer["quotes"]) for answer in traps)
        right = found["attribution"]
        print(
            f"{code}: {len(golds)} texts; attribution F1 {right['f']:.3f} (P {right['p']:.3f}, "
            f"R {right['r']:.3f}), direct found {found['type.direct']['r']:.3f}, "
            f"all exact {found['triple.strict']['f']:.3f}; false finds in {false} of {len(traps)} traps"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
