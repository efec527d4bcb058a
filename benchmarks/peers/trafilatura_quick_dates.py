"""trafilatura without its extensive search for the date."""

from benchmarks.peers.answering import Row, answer_lines
from benchmarks.peers.trafilatura import read as read_with


def read(row: Row) -> Row:
    """Return what trafilatura finds when it looks for the date in the likely places only."""
    dates = {"extensive_search": False, "original_date": True}
    return read_with(row, date_extraction_params=dates)


if __name__ == "__main__":
    answer_lines(read)
