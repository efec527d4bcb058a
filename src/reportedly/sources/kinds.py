"""Every kind of source there is: our own, and those that others add by an entry point."""

import functools
import importlib.metadata
import logging
from typing import Final

from reportedly.records import BadRequest
from reportedly.sources.archives import ARCHIVES
from reportedly.sources.contract import ENTRY_POINTS, Given, Kind
from reportedly.sources.feed_json import JSON_FEED
from reportedly.sources.feeds import FEEDS
from reportedly.sources.site_maps import SITE_MAPS
from reportedly.sources.web_pages import SECTION, SINGLE_PAGE

_log = logging.getLogger(__name__)

OUR_KINDS: Final[tuple[Kind, ...]] = (*ARCHIVES, *FEEDS, JSON_FEED, *SITE_MAPS, SECTION, SINGLE_PAGE)
"""Our own kinds, in the order in which they are asked: the one that knows best first."""


@functools.cache
def all_kinds() -> tuple[Kind, ...]:
    """Return every kind, others' before ours: who installs one wants it asked.

    An entry point that cannot be loaded, or is no kind, is told in the log and left out.
    """
    others: list[Kind] = []
    for entry in importlib.metadata.entry_points(group=ENTRY_POINTS):
        try:
            kind = entry.load()
        except Exception:  # noqa: BLE001  # another's code; it must not keep ours from working
            _log.exception("the kind of source %s could not be loaded", entry.name)
            continue
        if isinstance(kind, Kind):
            others.append(kind)
        else:
            _log.error("the entry point %s gives no kind of source", entry.name)
    return (*others, *OUR_KINDS)


def kind_of(given: Given) -> Kind | None:
    """Return the first kind that recognises what was handed over, None where none does."""
    return next((kind for kind in all_kinds() if kind.recognises(given)), None)


def kind_called(name: str) -> Kind:
    """Return the kind of this name; raises BadRequest with those there are."""
    for kind in all_kinds():
        if kind.name == name:
            return kind
    known = ", ".join(kind.name for kind in all_kinds())
    raise BadRequest(f"There is no kind of source called {name}.", next_step=f"There are {known}.")
