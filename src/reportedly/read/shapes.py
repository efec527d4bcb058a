"""The shapes of single outlets: where their pages show each field, from which day on, on which hosts."""

import datetime
import zoneinfo

import msgspec

from reportedly.records import Page, ReportedlyError

# Fields whose value is words, those that are blocks of the page, and those that are times.
WORD_FIELDS = ("headline", "outlet", "desk", "authors", "dateline", "credits", "story_code", "section")
BLOCK_FIELDS = ("lead", "body", "captions")
TIME_FIELDS = ("published", "updated")
# Fields that may hold several values; the others take the first one that is found.
SEVERAL = ("authors", "credits")


class Chooser(msgspec.Struct, frozen=True, kw_only=True):
    """How one field is found: elements by `css`, less those in `without`, or a fixed `value`.

    `attribute` takes an attribute's words instead of the visible ones, `pattern` the first group of a
    regular expression in them, `split` is a regular expression that parts several names. A pattern
    without `css` is looked for in the paragraphs of the article. `is_absent` says that the outlet
    never shows the field.
    """

    css: str | None = None
    without: str | None = None
    attribute: str | None = None
    pattern: str | None = None
    split: str | None = None
    value: str | None = None
    is_absent: bool = False


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """How an outlet's pages look from the day `since` on: the choosers by the names of their fields.

    `file` is the name of the file it stands in, `language` the tag of the outlet's pages, `timezone`
    an offset ("+02:00") or a zone's name ("Europe/Berlin") for times that are shown without one.
    """

    file: str
    outlet: str
    since: datetime.date
    choosers: dict[str, Chooser]
    language: str | None = None
    timezone: str | None = None

    def markup(self, field: str) -> str:
        """Return the name under which a field says that this shape read it."""
        return f"shape:{self.file}#{field}"

    def chooser(self, field: str) -> Chooser | None:
        """Return how a field is found, None where the general reader finds it."""
        return self.choosers.get(field)


class Outlet(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet as its file describes it: its name, its hosts, and its shapes by their first days."""

    file: str
    name: str
    hosts: tuple[str, ...]
    shapes: tuple[Shape, ...]
    language: str | None = None
    country: str | None = None

    def shape_on(self, day: datetime.date) -> Shape | None:
        """Return the latest shape that had begun by a day, None before the first."""
        return next((shape for shape in reversed(self.shapes) if shape.since <= day), None)


class Outlets(msgspec.Struct, frozen=True, kw_only=True):
    """All outlets with a shape, by host; `problems` are the files that could not be taken."""

    by_host: dict[str, Outlet] = {}
    problems: tuple[ReportedlyError, ...] = ()

    def shape_of(self, page: Page, canonical: str | None) -> Shape | None:
        """Return the shape that held when a page was fetched, None where its host has none.

        A page without a web address of its own, a saved file say, goes by the one it names as canonical.
        """
        url = page.url if page.url and page.url.startswith("http") else canonical
        outlet = self.by_host.get(host_of(url)) if url else None
        return outlet.shape_on(page.fetched_at.date()) if outlet else None


NO_OUTLETS = Outlets()


def host_of(url: str) -> str:
    """Return the host in an address, in lower case and without a port; '' where there is none."""
    host = url.partition("://")[2].partition("/")[0].partition("?")[0].partition("#")[0]
    return host.rpartition("@")[2].partition(":")[0].lower()


def zone_of(name: str) -> datetime.tzinfo | None:
    """Return the time zone that "+02:00" or "Europe/Berlin" stands for, None where there is no such zone."""
    if name[:1] in "+-":
        try:
            return datetime.datetime.strptime(name, "%z").tzinfo
        except ValueError:
            return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
