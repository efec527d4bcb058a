"""trafilatura as installed: its fallbacks, its metadata, its extensive search for the date."""

from typing import Any

import trafilatura  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines, names_in


def read(row: Row, **options: Any) -> Row:  # noqa: ANN401  trafilatura's own options
    """Return what trafilatura finds; comments are left out, as in its own evaluation."""
    found = trafilatura.bare_extraction(
        row["html"], url=row.get("url"), include_comments=False, with_metadata=True, **options
    )
    if found is None:
        return {}
    return {
        "headline": found.title,
        "body": found.text,
        "published": found.date,
        "authors": names_in(found.author),
        "description": found.description,
    }


if __name__ == "__main__":
    answer_lines(read)
