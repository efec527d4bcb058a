"""Pages from files, folders and pasted text."""

import datetime
from collections.abc import Iterator
from pathlib import Path

from reportedly.records import Page, UnreachablePage
from reportedly.sources.archives import ARCHIVE_ENDINGS

# What a saved page is called; other files of a folder (pictures, scripts) are not pages.
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt"})


def page_of_file(path: Path, *, fetched_at: datetime.datetime, url: str | None = None) -> Page:
    """Return a saved file as a page; its address is `url`, else the file's own (file:).

    Raises UnreachablePage where there is no such file or it cannot be read.
    """
    try:
        body = path.read_bytes()
    except IsADirectoryError as error:
        raise UnreachablePage(
            f"{path} is a folder.",
            next_step="Name the files in it, or hand it to `reportedly read`.",
            about=str(path),
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreachablePage(
            f"{path} cannot be read ({reason}).",
            next_step="Check the path and its permissions.",
            about=str(path),
        ) from error
    return Page(body=body, url=url or path.resolve().as_uri(), fetched_at=fetched_at)


def page_of_text(text: str, *, fetched_at: datetime.datetime, url: str | None = None) -> Page:
    """Return pasted text as a page, kept as UTF-8."""
    return Page(body=text.encode("utf-8", "surrogatepass"), url=url, fetched_at=fetched_at, is_pasted=True)


def is_taken(name: str) -> bool:
    """Return whether a file of a folder is a saved page or an archive by its name."""
    return name.lower().endswith((*PAGE_SUFFIXES, *ARCHIVE_ENDINGS))


def files_in(path: Path) -> Iterator[Path]:
    """Yield the pages and archives of a folder and its folders by name; what is no folder, as it is."""
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if is_taken(p.name) and p.is_file())
    else:
        yield path
