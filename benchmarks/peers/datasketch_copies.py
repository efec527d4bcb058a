"""datasketch: MinHash and its LSH; `half` as threshold, else 64 bands of two."""

import sys
from collections.abc import Iterator

from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found]

from benchmarks.peers.shingles import BANDS, VALUES, answer_pairs


def find(reports: list[set[str]]) -> Iterator[tuple[int, int]]:
    """Yield every report with those before it that share a band."""
    bands = {"threshold": 0.5} if "half" in sys.argv[3:] else {"params": (BANDS, VALUES // BANDS)}
    index = MinHashLSH(num_perm=VALUES, **bands)
    for number, report in enumerate(reports):
        values = MinHash(num_perm=VALUES)
        values.update_batch([run.encode("utf8") for run in report])
        yield from ((earlier, number) for earlier in index.query(values))
        index.insert(number, values)


if __name__ == "__main__":
    answer_pairs(find)
