"""htmldate: the publish date and nothing else."""

import htmldate  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines


def read(row: Row) -> Row:
    """Return the original publish date, with the extensive search, as in htmldate's own evaluation."""
    found = htmldate.find_date(row["html"], url=row.get("url"), extensive_search=True, original_date=True)
    return {"published": found}


if __name__ == "__main__":
    answer_lines(read)
