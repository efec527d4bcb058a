"""Where the files of outlets lie: the package's own, those of installed packages, and the user's folder."""

import functools
import importlib.metadata
import importlib.resources
import logging
import os
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType

from reportedly.read.shape_files import parse_outlet
from reportedly.read.shapes import Outlet, Outlets
from reportedly.records import BadRequest, ReportedlyError

ENTRY_POINTS = "reportedly.outlets"
OWN_FOLDER = "REPORTEDLY_SHAPES"
_RECIPE = "docs/recipes/a-new-outlet.md says how shapes are handed over."

_log = logging.getLogger(__name__)


@functools.cache
def known_outlets() -> Outlets:
    """Return all outlets with a shape, read from their files once, when the first page asks.

    A file that cannot be taken is logged and kept in `problems`: the general reader does its pages.
    """
    found = read_outlets(shape_folders(os.environ))
    for problem in found.problems:
        _log.warning("%s", problem)
    return found


def read_outlets(folders: Iterable[Traversable | ReportedlyError]) -> Outlets:
    """Return the outlets of some folders; for one host, a later folder stands before an earlier one.

    In one folder two files cannot claim one host. Folders that could not be had come as their errors.
    """
    by_host: dict[str, Outlet] = {}
    problems: list[ReportedlyError] = []
    for folder in folders:
        if isinstance(folder, ReportedlyError):
            problems.append(folder)
            continue
        claimed: dict[str, Outlet] = {}
        for found in _outlets_in(folder):
            twice = found if isinstance(found, ReportedlyError) else _claimed_twice(found, claimed)
            if twice is not None:
                problems.append(twice)
            elif isinstance(found, Outlet):
                claimed |= dict.fromkeys(found.hosts, found)
        by_host |= claimed
    return Outlets(by_host=by_host, problems=tuple(problems))


def read_outlet(path: Traversable) -> Outlet:
    """Return the outlet of one file. Raises BadRequest where it cannot be read or makes no sense."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"{path} cannot be read ({error}).", next_step=_RECIPE, about=str(path)) from error
    return parse_outlet(text, path.name)


def shape_folders(environment: Mapping[str, str]) -> Iterator[Traversable | ReportedlyError]:
    """Yield the folders of shapes, the strongest last: shipped, installed, the user's own."""
    yield shipped_folder()
    for entry in sorted(importlib.metadata.entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
        yield _installed(entry)
    own = environment.get(OWN_FOLDER)
    if own:
        folder = Path(own).expanduser()
        missing = BadRequest(f"{OWN_FOLDER} names {own}, which is no folder.", next_step=_RECIPE, about=own)
        yield folder if folder.is_dir() else missing


def shipped_folder() -> Traversable:
    """Return the folder of the shapes that come with the package."""
    return importlib.resources.files("reportedly.read").joinpath("shapes")


def _installed(entry: importlib.metadata.EntryPoint) -> Traversable | ReportedlyError:
    """Return the folder of an installed package: a package itself, or what a function or a name gives."""
    try:
        found = entry.load()
        if isinstance(found, ModuleType):
            return importlib.resources.files(found)
        folder = found() if callable(found) else found
        folder = Path(folder) if isinstance(folder, str) else folder
        if isinstance(folder, Traversable) and folder.is_dir():
            return folder
        why = "it gives no folder"
    except (ImportError, AttributeError, TypeError, ValueError, OSError) as error:
        why = str(error)
    what = f"The entry point {entry.name} of {ENTRY_POINTS} cannot be used ({why})."
    return BadRequest(what, next_step=_RECIPE, about=entry.value)


def _outlets_in(folder: Traversable) -> Iterator[Outlet | ReportedlyError]:
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".toml"):
            try:
                yield read_outlet(path)
            except BadRequest as error:
                yield error


def _claimed_twice(outlet: Outlet, claimed: Mapping[str, Outlet]) -> ReportedlyError | None:
    for host in outlet.hosts:
        if host in claimed:
            what = f"{outlet.file}, hosts: {host} is already that of {claimed[host].file} in the same folder."
            return BadRequest(what, next_step="Keep one of them.", about=outlet.file)
    return None
