"""Archives and lists of addresses on the command line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.progress import Progress

from reportedly.desk import ArchiveRead, Counted, Desk
from reportedly.records import BadRequest

_MOST_NAMED = 20  # broken records told one by one; a torn archive may have thousands


def read_archive(desk: Desk, path: str, *, quiet: bool) -> ArchiveRead | None:
    """Return what became of an archive, with a bar while it is read; None where the file is none."""
    with Progress(transient=True, disable=quiet) as progress:
        task = progress.add_task(f"Reading {Path(path).name}", total=None, visible=False)
        return desk.archives.read(
            path,
            told=lambda done, all_of_it: progress.update(task, completed=done, total=all_of_it, visible=True),
        )


def archive_sentences(read: ArchiveRead) -> list[str]:
    """Return what became of an archive: a sentence on its pages, and one for each record that is broken."""
    said = [f"{read.path}: {read.pages} pages" + _listed(read.outcomes)]
    if read.passed:
        said.append(
            f"{read.path}: {sum(each.count for each in read.passed)} passed over" + _listed(read.passed)
        )
    said += [f"{each.where}: {each.words}" for each in read.unread[:_MOST_NAMED]]
    if len(read.unread) > _MOST_NAMED:
        said.append(f"{read.path}: {len(read.unread) - _MOST_NAMED} further records cannot be read.")
    return said


def addresses_in(source: str) -> Sequence[str]:
    """Return the addresses in a file, one a line; `-` is standard input, # begins a remark."""
    try:
        text = (
            sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8", errors="replace")
        )
    except OSError as error:
        raise BadRequest(
            f"{source} cannot be read ({error.strerror}).", next_step="Check the path."
        ) from error
    lines = [line.strip() for line in text.splitlines()]
    found = [line for line in lines if line and not line.startswith("#")]
    wrong = next((line for line in found if not line.startswith(("http://", "https://"))), None)
    if wrong is not None:
        raise BadRequest(
            f"{wrong[:80]!r} is no address.",
            next_step="Write one http: or https: address a line.",
            about=wrong,
        )
    return found


def _listed(counts: Sequence[Counted]) -> str:
    return "".join(f", {each.reason} {each.count}" for each in counts).replace(", ", " (", 1) + ")" * bool(
        counts
    )
