"""A page as it was fetched; never edited."""

import datetime
import functools
import hashlib

import msgspec


class Page(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The bytes of a page as they came, and where and when they came from.

    `url` is the address (https:, http: or file:), None for pasted text. `fetched_at` is UTC.
    `status` and `headers` are those of the HTTP response, None and empty where there was none.
    `request` is what was sent to get it, where that is known: the request line under an empty name, then
    the headers; it is kept beside the answer and is not part of what a page is read from.
    `is_pasted` says that `body` is running text (UTF-8) a person handed over, not a file's bytes.
    """

    body: bytes
    fetched_at: datetime.datetime
    url: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    is_pasted: bool = False
    request: tuple[tuple[str, str], ...] = ()

    @functools.cached_property  # asked for by whoever keeps, reads and finds it: .25 ms for 280 KB each time
    def sha256(self) -> str:
        """Return the SHA-256 of `body`, as 64 hexadecimal digits."""
        return hashlib.sha256(self.body).hexdigest()

    def header(self, name: str) -> str | None:
        """Return the first header called `name`, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
