"""Whether who speaks in two articles is taken for one person where it is one, and for two where it is two.

    python -m benchmarks.identity [--wrong]

40 pairs of articles (`mentions/identity.toml`), each pair read into an empty record. A pair is joined where
both speakers are one actor. Precision is the share of the joined pairs that are one person, recall the share
of the pairs of one person that are joined. Whoever is left open with candidates is not joined.
"""

import sys
import tempfile
import tomllib
from pathlib import Path

from benchmarks.keeping import keep
from reportedly import Desk

_PAIRS = Path(__file__).parent / "mentions" / "identity.toml"
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


def main(arguments: list[str]) -> int:
    """Print precision and recall, and with `--wrong` the pairs that are wrong."""
    pairs = tomllib.loads(_PAIRS.read_text("utf8"))
    joined = {kind: [pair for pair in pairs[kind] if is_joined(pair)] for kind in ("same", "different")}
    right, wrong = len(joined["same"]), len(joined["different"])
    precision, recall = right / max(1, right + wrong), right / len(pairs["same"])
    print(f"{len(pairs['same'])} pairs of one person, {len(pairs['different'])} of two")
    print(f"precision {precision:.3f}, recall {recall:.3f}")
    if "--wrong" in arguments:
        for pair in [*(p for p in pairs["same"] if p not in joined["same"]), *joined["different"]]:
            print("  ", pair)
    keep("identity", {"pairs": {"reportedly": {"precision": precision, "recall": recall}}})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
