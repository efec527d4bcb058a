"""What a site lets a reader fetch, and at what pace: its robots.txt (RFC 9309)."""

import datetime
from typing import Final
from urllib.parse import urljoin, urlsplit

from protego import Protego

from reportedly.sources.reply import Reply

AGENT: Final = "Reportedly"
"""The name that a robots.txt calls the reader by."""

HELD_SECONDS: Final = 24 * 3600.0
"""How long a robots.txt is believed; what RFC 9309 recommends at most."""

HELD_CLOSED_SECONDS: Final = 3600.0
"""How long a robots.txt is believed that lets nobody in: a slip that costs an outlet its readers is mended
within hours, and one letter garbled on the way ("/private" to "/") costs the desk a day of it."""

PAUSE_SECONDS: Final = 1.0
"""Between two requests to a host that asks for no other pause."""

LONGEST_PAUSE_SECONDS: Final = 300.0
"""The longest crawl-delay that is kept; sites that write more mean to be left alone, or mistyped it."""

MOST_BYTES: Final = 512 * 1024
"""As much of a robots.txt as is read; RFC 9309 asks for 500 KiB at least."""


class Rules:
    """What one host allows, and until when that is believed (UTC). `pause_seconds` is between requests."""

    def __init__(self, until: datetime.datetime, text: str, pause_seconds: float) -> None:
        self.until = until
        self._rules = Protego.parse(text) if text.strip() else None
        asked = self._rules.crawl_delay(AGENT) if self._rules else None
        self.pause_seconds = max(pause_seconds, min(float(asked or 0.0), LONGEST_PAUSE_SECONDS))

    def allows(self, address: str) -> bool:
        """Return whether an address may be fetched."""
        return self._rules is None or bool(self._rules.can_fetch(address, AGENT))


def address_of_rules(address: str) -> str:
    """Return where the rules for an address stand."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def rules_of(reply: Reply, pause_seconds: float = PAUSE_SECONDS) -> Rules | None:
    """Return the rules an answer gives; None where it gives none yet: the host is in trouble, ask again.

    A file that is not there allows all, as does one that is elsewhere: a site that only sends on
    (example.com to www.example.com) is asked for its rules there, before its pages are.
    """
    if reply.hitch is not None and reply.hitch not in ("large", "refused"):
        return None
    if reply.status is not None and (reply.status >= 500 or reply.status == 429):
        return None
    is_there = reply.status is not None and 200 <= reply.status < 300 and reply.hitch is None
    text = reply.body[:MOST_BYTES].decode("utf-8", "replace") if is_there else ""
    rules = Rules(reply.came_at + datetime.timedelta(seconds=HELD_SECONDS), text, pause_seconds)
    if not rules.allows(urljoin(reply.address, "/")):
        rules.until = reply.came_at + datetime.timedelta(seconds=HELD_CLOSED_SECONDS)
    return rules
