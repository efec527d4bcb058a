"""What became of one item, in words: when it was published and asked for, and what befell the answers."""

import datetime
from collections.abc import Iterable

from benchmarks.watch.proxy import Passed
from press.outlets import Outlet
from reportedly.store import Store

_SHOWN_BYTES = 700  # of an answer that came garbled


def histories_of(outlet: Outlet, number: int, log: Iterable[Passed], store: Store) -> str:
    """Return an item's history, a line an event: from the proxy's log and from what the record knows."""
    page, feed = f"/{outlet.number}-{number}.html", f"/f{outlet.number}.xml"
    lines = [f"{outlet.host}{page}: published {_clock(outlet.moments[number])}"]
    lines += [
        f"  {_clock(passed.at)} asked for {passed.path}: {_befallen(passed, page)}"
        for passed in log
        if passed.host == outlet.host and passed.path.partition("?")[0] in (page, feed, "/robots.txt")
    ]
    source = store.sources.called(f"o{outlet.number}")
    watch = source.watch
    lines.append(
        f"  its list: etag {watch.etag}, trouble {watch.trouble}, next asked {_clock(watch.next_at)}"
    )
    lines += [
        f"  the record knows {known.address}: {known.state}, {known.words}"
        for known in store.sources.pages(source.declared.name, limit=100_000)
        if known.state != "kept"
    ]
    return "\n".join(lines)


def _befallen(passed: Passed, page: str) -> str:
    if not passed.fault:
        return "sound"
    if not passed.sent:
        return passed.fault
    names = "names the item" if page.encode() in passed.sent else "does not name the item"
    return f"{passed.fault} ({names}): {passed.sent[:_SHOWN_BYTES]!r}"


def _clock(moment: datetime.datetime) -> str:
    return f"{moment:%d %H:%M:%S}"
