"""Whether who speaks in two articles is taken for one person where it is one, and for two where it is two.

    python -m benchmarks.identity [--wrong] [--floors]

Three sets of 40, 40 and 23 pairs of articles (`mentions/identity.toml`; each was written when the rules for
those before it stood), each pair read into an empty record. A pair is joined where both speakers are one
actor. Precision is the share of the joined pairs that are one person, recall the share of the pairs of one
person that are joined. Whoever is left open with candidates is not joined. `--wrong` prints the pairs that
are wrong. Results go to results/identity.json; `--floors` writes nothing and exits with 1 where a figure
broke its floor.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.floors import OURS
from benchmarks.keeping import held, keep
from reportedly import Desk

_PAIRS = Path(__file__).parent / "mentions" / "identity.toml"
_SETS = (
    ("pairs", "same", "different"),
    ("fresh", "same_fresh", "different_fresh"),
    ("third", "same_third", "different_third"),
)
_FILLING = "The harbour lies in the north, where the old fleet landed its catch and ferries leave every day."


def page(sentence: str, code: str, outlet: str) -> bytes:
    """Return an article of one sentence and a paragraph about nothing."""
    return (
        f'<html lang="{code}"><head><title>Notes</title><meta property="og:site_name" content="{outlet}">'
        '<meta property="article:published_time" content="2024-04-01T09:00:00Z"></head><body><article>'
        f"<h1>Notes of the day</h1><p>{sentence}</p><p>{_FILLING}</p></article></body></html>"
    ).encode()


def is_joined(pair: str) -> bool:
    """Return whether the first speakers of both articles are one actor in the record."""
    speakers = []
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder) / "desk.db") as desk:
        for number, written in enumerate(pair.split(" || ")):
            code, outlet, sentence = written.split(" | ")
            kept = desk.read_bytes(page(sentence, code, outlet), url=f"https://{number}.example/a")
            said = desk.article(kept.article_id or "").statements
            speakers.append(said[0].actor.id if said and said[0].actor else None)
    return speakers[0] is not None and speakers[0] == speakers[1]


def measure(
    pairs: Mapping[str, Sequence[str]], same: str, different: str
) -> tuple[dict[str, float], list[str]]:
    """Return precision and recall over the pairs of two lists, and the pairs that are wrong."""
    joined = {kind: [pair for pair in pairs[kind] if is_joined(pair)] for kind in (same, different)}
    right, wrong = len(joined[same]), len(joined[different])
    figures = {"precision": right / max(1, right + wrong), "recall": right / len(pairs[same])}
    return figures, [*(p for p in pairs[same] if p not in joined[same]), *joined[different]]


def main(arguments: list[str]) -> int:
    """Print precision and recall of both sets; return the exit status."""
    parser = argparse.ArgumentParser(description="Whether one person is one actor, and two are two.")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args(arguments)
    pairs = tomllib.loads(_PAIRS.read_text("utf8"))
    found: dict[str, dict[str, dict[str, float]]] = {}
    for name, same, different in _SETS:
        figures, wrong = measure(pairs, same, different)
        print(f"{name}: {len(pairs[same])} pairs of one person, {len(pairs[different])} of two")
        print(f"  precision {figures['precision']:.3f}, recall {figures['recall']:.3f}")
        for pair in wrong if options.wrong else ():
            print("    ", pair)
        found[name] = {OURS: figures}
    if options.floors:
        return held("identity", found)
    keep("identity", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
