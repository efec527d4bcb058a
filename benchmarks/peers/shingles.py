"""What near-copy finders are given, and the form in which they answer: no peer says who copied whom.

Each report becomes the set of its runs of five words; MinHashes have 128 values. Of a pair the earlier
report is called the origin. Run as a program: IN and OUT are files of JSON lines, as for the scorer.
"""

import json
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

RUN_WORDS = 5
VALUES = 128
BANDS = 64

_WORD = re.compile(r"\w+")


def shingles(text: str) -> set[str]:
    """Return the runs of five words of a text, in lower case."""
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + RUN_WORDS]) for at in range(max(1, len(words) - RUN_WORDS + 1))}


def answer_pairs(find: Callable[[list[set[str]]], Iterable[tuple[int, int]]]) -> None:
    """Write the pairs that a finder returns, as places in the order of arrival, the earlier one first."""
    with Path(sys.argv[1]).open(encoding="utf8") as rows:
        reports = [json.loads(line) for line in rows]
    pairs = find([shingles(report["text"]) for report in reports])
    with Path(sys.argv[2]).open("w", encoding="utf8") as out:
        for origin, copy in pairs:
            out.write(json.dumps({"copy": reports[copy]["id"], "origin": reports[origin]["id"]}) + "\n")
