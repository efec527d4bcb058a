"""The WARC files beside the record, in which the bytes of what was fetched are kept.

`desk.db` has its pages in `desk.db-warc/`. A file is only ever appended to, by whoever holds the
record's write lock, and the record says how many of its bytes count (`warc_files`). What stands
behind them was never reported as kept: a writer was killed there, and the next one cuts it off.

The order is what makes it safe: records are appended, the file is synced to the disk, and only then
does the record commit what points into it. A transaction costs one sync, however many pages it keeps.
"""

import contextlib
import datetime
import os
from collections.abc import Iterator
from io import FileIO
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert as insert_or_update

from reportedly.records import StoreDamaged
from reportedly.store.schema import warc_files
from reportedly.warc import BrokenRecord, WarcRecord, Written, info_record, read_at

LARGEST_FILE: Final = 2**30
"""Bytes after which a further file is begun: the 1 GB that ISO 28500 recommends and archives use."""

SOFTWARE: Final = "Reportedly"

_KEY: Final = "reportedly_kept_files"
_NEW: Final = insert_or_update(warc_files)
_SET_END: Final = _NEW.on_conflict_do_update(
    index_elements=["number"], set_={"byte_count": _NEW.excluded.byte_count}
)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where one record stands: in which file, at which byte, how many bytes long."""

    number: int
    offset: int
    length: int


class KeptFiles:
    """The files beside one record."""

    def __init__(self, path: Path, *, largest: int = LARGEST_FILE) -> None:
        self.folder = path.with_name(f"{path.name}-warc")
        self.largest = largest

    def path_of(self, number: int) -> Path:
        """Return where the file of this number stands, whether it does or not."""
        return self.folder / f"pages-{number:05}.warc.gz"

    @contextlib.contextmanager
    def appending(self, connection: Connection) -> Iterator[None]:
        """Let pages of this transaction be appended; ends with all of them on the disk, or with none."""
        with contextlib.ExitStack() as closing:
            appender = _Appender(self, connection, closing)
            connection.info[_KEY] = appender
            try:
                yield
                appender.sync()
            except BaseException:
                appender.undo()
                raise
            finally:
                connection.info.pop(_KEY, None)

    def record_at(self, place: Place) -> WarcRecord:
        """Return the record at a place; raises StoreDamaged where it does not stand there any more."""
        path = self.path_of(place.number)
        try:
            with path.open("rb") as stream:
                found = read_at(stream, place.offset, place.length)
        except FileNotFoundError as trouble:
            raise StoreDamaged(
                f"{path} is missing, in which pages of this record are kept.",
                next_step=f"Put the folder {self.folder.name} back beside the record.",
                about=str(path),
            ) from trouble
        if isinstance(found, BrokenRecord):
            raise StoreDamaged(
                f"The kept bytes at {place.offset} of {path} can no longer be read: {found.words}.",
                next_step="Put back a copy of the file, or read the page again from its address.",
                about=str(path),
            )
        return found


def append(connection: Connection, record: Written) -> Place:
    """Return where a record was put, within a transaction that writes."""
    appender: _Appender = connection.info[_KEY]
    return appender.append(record)


class _Appender:
    """Appends within one transaction; the file is opened once there is something to append."""

    def __init__(self, files: KeptFiles, connection: Connection, closing: contextlib.ExitStack) -> None:
        self._files = files
        self._connection = connection
        self._closing = closing
        self._file: FileIO | None = None
        self._begun: list[tuple[FileIO, int]] = []  # each file written to, and where its writing began
        self._number = 0
        self._end = 0

    def append(self, record: Written) -> Place:
        """Return where a record was put."""
        file = self._file or self._open_last()
        if self._end >= self._files.largest:
            file = self._open_next()
        _write(file, record.packed)
        place = Place(number=self._number, offset=self._end, length=len(record.packed))
        self._end += len(record.packed)
        return place

    def sync(self) -> None:
        """Have all that was appended stand on the disk, and the record know how far each file counts."""
        for file, _ in self._begun:
            os.fsync(file.fileno())
        if self._file is not None:
            self._note_end()

    def undo(self) -> None:
        """Cut off what this transaction appended."""
        for file, begun in self._begun:
            with contextlib.suppress(OSError):  # the next writer cuts it off, too
                file.truncate(begun)

    def _open_last(self) -> FileIO:
        query = select(warc_files).order_by(warc_files.c.number.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        if row is None or not self._is_whole(row.number, row.byte_count):
            self._number = row.number if row else 0
            return self._open_next()
        self._number = row.number
        return self._open(self._files.path_of(row.number), row.byte_count)

    def _is_whole(self, number: int, byte_count: int) -> bool:
        """Return whether a file still has all the bytes that count; one that lost some is left as it is."""
        path = self._files.path_of(number)
        return path.is_file() and path.stat().st_size >= byte_count

    def _open_next(self) -> FileIO:
        if self._file is not None:
            self._note_end()
        self._number = 1 + max(
            self._number, self._connection.scalar(select(func.max(warc_files.c.number))) or 0
        )
        self._files.folder.mkdir(exist_ok=True)
        path = self._files.path_of(self._number)
        path.touch(exist_ok=True)
        file = self._open(path, 0)
        _sync_folder(self._files.folder)
        head = info_record(path.name, SOFTWARE, datetime.datetime.now(datetime.UTC))
        _write(file, head.packed)
        self._end = len(head.packed)
        return file

    def _open(self, path: Path, end: int) -> FileIO:
        """Return a file ready to be written to behind the bytes that count; a torn tail is cut off."""
        file = self._closing.enter_context(path.open("r+b", buffering=0))
        file.truncate(end)
        file.seek(end)
        self._file, self._end = file, end
        self._begun.append((file, end))
        return file

    def _note_end(self) -> None:
        self._connection.execute(_SET_END, {"number": self._number, "byte_count": self._end})


def _write(file: FileIO, data: bytes) -> None:
    """Write all of it; a plain file takes a part where the disk fills, and then refuses."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def _sync_folder(folder: Path) -> None:
    """Have the names in a folder stand on the disk, where the system can do so."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
