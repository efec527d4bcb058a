"""Handing pages to the desk: paths, folders, addresses, standard input."""

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from rich.progress import track

from reportedly.cli.archives import read_archive
from reportedly.desk import ArchiveRead, Desk
from reportedly.records import Article, BadRequest, Page, PageError
from reportedly.sources import PAGE_SUFFIXES, fetch_page, files_in, page_of_file, page_of_text
from reportedly.store import Kept

_NAME_THESE = (
    "Name .html, .htm, .xhtml or .txt files, or archives: .warc, .warc.gz, .warc.zst, .wacz, .mbox, .eml."
)


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one thing handed over: what the record kept, or why it could not be had.

    `archive` is what became of an archive's pages. `article` is what was read, with the evidence of each
    field; only where one thing was handed over.
    """

    source: str
    kept: Kept | None = None
    archive: ArchiveRead | None = None
    error: str | None = None
    article: Article | None = None


def expand(sources: Sequence[str]) -> list[str]:
    """Return the sources with every folder replaced by the pages in it."""
    found: list[str] = []
    for source in sources:
        if is_address(source) or source == "-":
            found.append(source)
        else:
            found.extend(str(path) for path in files_in(Path(source)))
    if not found:
        raise BadRequest(
            f"There is no page in {', '.join(sources)}.",
            next_step=_NAME_THESE,
        )
    return found


def is_address(source: str) -> bool:
    """Return whether a source is a web address rather than a path."""
    return source.startswith(("http://", "https://"))


def hand_over(desk: Desk, sources: Sequence[str], *, url: str | None, quiet: bool) -> Iterator[Handed]:
    """Read and keep every source; one that cannot be had is told and the rest goes on."""
    shown = track(sources, description="Reading", disable=quiet or len(sources) < 2, transient=True)
    for source in shown:
        try:
            archive = _archive(desk, source, quiet=quiet) if url is None else None
            kept = None if archive else _hand(desk, source, url=url)
            yield Handed(source=source, kept=kept, archive=archive)
        except PageError as error:
            yield Handed(source=source, error=str(error))


def _archive(desk: Desk, source: str, *, quiet: bool) -> ArchiveRead | None:
    """Return what became of a source that is an archive, None where it is none or no file."""
    path = Path(source)
    if source == "-" or is_address(source) or not path.is_file() or path.suffix.lower() in PAGE_SUFFIXES:
        return None
    return read_archive(desk, source, quiet=quiet)


def _hand(desk: Desk, source: str, *, url: str | None) -> Kept:
    if source == "-":
        return desk.read_text(standard_input(), url=url)
    if is_address(source):
        return desk.read_url(source)
    return desk.read_file(source, url=url)


def page_of(source: str, *, now: datetime.datetime) -> Page:
    """Return one source as a page without keeping it."""
    if source == "-":
        return page_of_text(standard_input(), fetched_at=now)
    if is_address(source):
        return fetch_anywhere(source, fetched_at=now)
    return page_of_file(Path(source), fetched_at=now)


def fetch_anywhere(url: str, *, fetched_at: datetime.datetime) -> Page:
    """Return the page at an address, private networks included: the user typed it."""
    return fetch_page(url, fetched_at=fetched_at, allow_private=True)


def standard_input() -> str:
    """Return what stands on standard input, its line ends as they are."""
    return sys.stdin.buffer.read().decode("utf-8", errors="replace")
