"""Archives: things handed over that hold any number of pages."""

from collections.abc import Callable, Iterator
from typing import Final

from reportedly.sources.contract import Given
from reportedly.sources.mail import MAIL, MAILBOX, mailed
from reportedly.sources.wacz import WACZ, zipped
from reportedly.sources.warc_files import WARC, Archived, archived

ARCHIVES: Final = (WARC, WACZ, MAILBOX, MAIL)
"""The kinds of archive, in the order in which they are asked."""

ARCHIVE_ENDINGS: Final = (".warc", ".warc.gz", ".wacz", ".mbox", ".eml")
"""How the names of archives end that are taken out of a folder."""

_OPENING: Final[dict[str, Callable[[Given], Iterator[Archived]]]] = {
    "warc": archived,
    "wacz": zipped,
    "mbox": mailed,
    "mail": mailed,
}


def open_archive(given: Given) -> Iterator[Archived] | None:
    """Return all that stands in an archive, what is passed over too; None where it is no archive."""
    kind = next((kind for kind in ARCHIVES if kind.recognises(given)), None)
    return None if kind is None else _OPENING[kind.name](given)
