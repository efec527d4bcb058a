"""rensa: MinHash and its LSH in Rust, 64 bands of two."""

from collections.abc import Iterator

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-not-found]

from benchmarks.peers.shingles import BANDS, VALUES, answer_pairs


def find(reports: list[set[str]]) -> Iterator[tuple[int, int]]:
    """Yield every report with those before it that share a band."""
    index = RMinHashLSH(threshold=0.1, num_perm=VALUES, num_bands=BANDS)
    for number, report in enumerate(reports):
        values = RMinHash(num_perm=VALUES, seed=1)
        values.update(list(report))
        yield from ((earlier, number) for earlier in index.query(values))
        index.insert(number, values)


if __name__ == "__main__":
    answer_pairs(find)
