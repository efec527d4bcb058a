"""A sieve for each segment of the index of copies, so that what nobody has is not looked up on the disk.

A page of a sieve is the 32,000 bits of one in so many equal ranges of fingerprints; each fingerprint sets
three bits of its page.
"""

from collections.abc import Iterator

import numpy as np
import sqlalchemy as sa
from alembic import op
from numpy.typing import NDArray

revision = "0011"
down_revision = "0010"

_IN_ROW, _IN_PAGE, _PAGE_BITS = 256, 4000, 32_000
_PAGES_AT_ONCE = 250
_ROWS = "FROM copy_blocks WHERE place BETWEEN :low AND :high"

Prints = NDArray[np.uint64]


def upgrade() -> None:
    """Create the table, and make the sieves: some 20 seconds for a million articles."""
    op.create_table(
        "copy_sieves",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("bits", sa.LargeBinary, nullable=False),
    )
    connection = op.get_bind()
    segments = connection.execute(sa.text("SELECT segment FROM copy_segments")).scalars().all()
    add = sa.text("INSERT INTO copy_sieves (place, bits) VALUES (:place, :bits)")
    for segment in segments:
        for page, bits in _sieve(connection, segment):
            connection.execute(add, {"place": (segment << 24) + page, "bits": bits})


def _sieve(connection: sa.Connection, segment: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages of a segment's sieve."""
    low, left = segment << 40, np.zeros(0, np.uint64)
    bounds = {"low": low, "high": low + (1 << 40) - 1}
    rows = connection.execute(sa.text(f"SELECT count(*) {_ROWS}"), bounds).scalar_one()
    pages = max(1, -(-rows * _IN_ROW // _IN_PAGE))
    for first in range(0, pages, _PAGES_AT_ONCE):
        end = min(pages, first + _PAGES_AT_ONCE)
        start, stop = (-(-(page << 40) // pages) for page in (first, end))
        prints = np.concatenate([left, *_read(connection, low + start, low + stop - 1)])
        at = np.searchsorted(prints >> np.uint64(24), np.uint64(stop))
        prints, left = prints[:at], prints[at:]
        yield from enumerate(_pages(prints, pages, first, end), first)


def _read(connection: sa.Connection, low: int, high: int) -> Iterator[Prints]:
    """Yield the fingerprints of the rows that begin between two places."""
    query = sa.text(f"SELECT prints {_ROWS} ORDER BY place")
    for prints in connection.execute(query, {"low": low, "high": high}).scalars():
        yield np.frombuffer(prints, "<u8")


def _pages(prints: Prints, pages: int, first: int, end: int) -> list[bytes]:
    is_set = np.zeros((end - first, _PAGE_BITS), np.bool_)
    own = (((prints >> np.uint64(24)) * np.uint64(pages)) >> np.uint64(40)).astype(np.int64) - first
    for shift in (1, 16, 31):
        part = (prints >> np.uint64(shift)) & np.uint64(0x7FFF)
        is_set[own, ((part * np.uint64(_PAGE_BITS)) >> np.uint64(15)).astype(np.int64)] = True
    return [row.tobytes() for row in np.packbits(is_set, axis=1, bitorder="little")]
