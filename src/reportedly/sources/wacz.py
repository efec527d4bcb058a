"""Pages out of WACZ files: zip files with WARC files in `archive/`, as browsers' archivers make them.

Nothing is ever unpacked to the disk. A file whose members lead out of it, or grow past all reason, is
refused as a whole: it was built to harm whoever opens it.
"""

import functools
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from reportedly.records import Passed, Unread
from reportedly.sources.contract import Given, Unfolded
from reportedly.sources.warc_files import Archived, Originals, pages_in

MOST_MEMBERS: Final = 100_000
"""Files in one archive; the specification's own examples have under 20."""

MOST_GROWTH: Final = 200
"""How many times its packed size a member may have. WARC files are packed already and grow 1 to 30
times where somebody packs them as a whole."""

_ZIP_MARK: Final = b"PK\x03\x04"


class WaczFile:
    """A WACZ file."""

    name = "wacz"
    words = "a WACZ archive"
    is_watched = False

    def recognises(self, given: Given) -> bool:
        """Return whether it is a zip file that is called a WACZ, or begins with what one holds."""
        if not given.head.startswith(_ZIP_MARK):
            return False
        begins = given.head[30:120]
        return given.name.lower().endswith(".wacz") or b"archive/" in begins or b"datapackage.json" in begins

    def unfold(self, given: Given) -> Iterator[Unfolded]:
        """Yield the pages, and what is broken; what is no page is passed over."""
        yield from (each for each in zipped(given) if not isinstance(each, Passed))


WACZ: Final = WaczFile()


def zipped(given: Given) -> Iterator[Archived]:
    """Yield every page of a WACZ file, what is passed over with the reason, and what is broken."""
    try:
        with given.open() as stream, zipfile.ZipFile(stream) as archive:
            members = archive.infolist()
            trouble = _refusal(members)
            if trouble is not None:
                yield Unread(where=given.name, words=f"This archive is not opened: {trouble}.")
                return
            originals = Originals()
            for member in members:
                if _is_warc(member.filename):
                    yield from _pages(given, archive, member, originals)
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        yield Unread(where=given.name, words=f"This archive cannot be opened: {error}.")


def _pages(
    given: Given, archive: zipfile.ZipFile, member: zipfile.ZipInfo, originals: Originals
) -> Iterator[Archived]:
    opened = functools.partial(_open, archive, member)
    with opened() as stream:
        yield from pages_in(stream, f"{given.name}: {member.filename}", given.given_at, opened, originals)


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> BinaryIO:
    return cast("BinaryIO", archive.open(member))


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))


def _refusal(members: list[zipfile.ZipInfo]) -> str | None:
    """Return why an archive is not opened, None where nothing speaks against it."""
    if len(members) > MOST_MEMBERS:
        return f"it has more than {MOST_MEMBERS} files"
    for member in members:
        path = PurePosixPath(member.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and ":" in path.parts[0]):
            return f"its file {member.filename[:80]!r} leads out of it"
        if member.file_size > 2**20 and member.file_size > MOST_GROWTH * max(member.compress_size, 1):
            return f"its file {member.filename[:80]!r} grows {MOST_GROWTH} times and more"
        if member.flag_bits & 1:
            return "it is locked with a password"
    return None
