"""Make `src/reportedly/stories/data/rarity.npz`: in how many reports each word stands.

    python -m training.stories.counts ../shared/data/copies/articles.jsonl.gz

Words are kept as digests alone, 18 bits of them, so that no text can be read off the table.
"""

import gzip
import json
import sys
from pathlib import Path

import numpy as np

from reportedly.stories.wording import _PLACES_BITS, digest, roots

TABLE = Path(__file__).parents[2] / "src" / "reportedly" / "stories" / "data" / "rarity.npz"
# Characters of an article that are counted: as much as most reports have.
READ = 1500


def main(path: Path) -> None:
    """Count the words of all articles and write the table."""
    counts, reports = np.zeros(1 << _PLACES_BITS, np.uint16), 0
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            article = json.loads(line)
            words = set(roots(f"{article['headline']}. {article['text'][:READ]}"))
            counts[list({digest(word) >> (32 - _PLACES_BITS) for word in words})] += 1
            reports += 1
    np.savez_compressed(TABLE, counts=counts, reports=reports)
    print(f"{reports} reports, {np.count_nonzero(counts)} places, {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
