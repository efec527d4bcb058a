"""What came of one request, trouble included: a value, so that what is next is decided without a network."""

import datetime
import email.utils
from typing import Final, Literal

import msgspec

from reportedly.records import Page

Hitch = Literal["unreachable", "slow", "large", "broken", "refused"]
"""Why there is no answer: nobody answered; too slow; too large; broken off or garbled; not to be asked."""

LONGEST_WAIT_SECONDS: Final = 86_400.0
"""The longest wait an answer may ask for: a day. Past it a mistyped header would silence a source."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to one request, or the hitch that there was none, with the reason in words.

    `address` is the one asked. `came_at` is UTC. `body` is unpacked. `request` is what was sent, as in
    `Page`.
    """

    address: str
    came_at: datetime.datetime
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    took_seconds: float = 0.0
    hitch: Hitch | None = None
    words: str = ""
    request: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str | None:
        """Return the first header called `name`, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)

    @property
    def is_host_trouble(self) -> bool:
        """Return whether it is trouble of the whole host: nothing is to be asked there for a while."""
        return self.hitch in ("unreachable", "slow") or self.status in (429, 503)

    @property
    def redirects_to(self) -> str | None:
        """Return where it sends the asker, as it is written; None where it sends nowhere."""
        return self.header("location") if self.status in (301, 302, 303, 307, 308) else None

    @property
    def retry_after_seconds(self) -> float | None:
        """Return how long it asks to be left alone, None where it does not; a day at most."""
        given = (self.header("retry-after") or "").strip()
        if given.isdecimal() and len(given) < 10:
            return min(float(given), LONGEST_WAIT_SECONDS)
        try:
            moment = email.utils.parsedate_to_datetime(given)
        except (ValueError, TypeError, IndexError):
            return None
        zoned = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
        return min(max((zoned - self.came_at).total_seconds(), 0.0), LONGEST_WAIT_SECONDS)

    def page(self, address: str | None = None) -> Page:
        """Return it as a page, under the address asked unless another is given."""
        return Page(
            body=self.body,
            url=address or self.address,
            fetched_at=self.came_at,
            status=self.status,
            headers=self.headers,
            request=self.request,
        )

    def told(self) -> str:
        """Return what came of it in a sentence for a reader."""
        return self.words if self.hitch else f"The site answered {self.status}."
