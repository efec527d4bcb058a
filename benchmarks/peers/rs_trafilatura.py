"""rs-trafilatura with its defaults."""

import rs_trafilatura  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines, names_in


def read(row: Row) -> Row:
    """Return what rs-trafilatura finds."""
    found = rs_trafilatura.extract(row["html"], url=row.get("url"))
    return {
        "headline": found.title,
        "body": found.main_content,
        "published": found.date,
        "authors": names_in(found.author),
        "description": found.description,
    }


if __name__ == "__main__":
    answer_lines(read)
