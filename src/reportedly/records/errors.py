"""Every error that Reportedly raises on purpose.

    ReportedlyError
    ├── PageError                 a page could not be turned into an article
    │   ├── UnreadablePage        empty, binary, too large, or no article on it
    │   └── UnreachablePage       an address or a path that could not be fetched
    │       └── GonePage          the site says that nothing is there (404, 410)
    ├── StoreError                the record could not be opened, read or written
    │   ├── StoreLocked           another process holds it
    │   ├── StoreDamaged          the file is not a sound record
    │   ├── StoreFull             no room left on the disk
    │   └── StoreNewer            written by a newer Reportedly
    ├── NotInRecord               nothing in the record has that identifier
    └── BadRequest                the caller's words make no sense

Expected trouble inside a room is a value (`Refusal`), not an error. An error's message is one
sentence on what is wrong and one on the next step; `about` carries the identifier it is about.
"""


class ReportedlyError(Exception):
    """The root of the tree: `what` went wrong, the `next_step` for the user, and what it is `about`."""

    def __init__(self, what: str, *, next_step: str, about: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.next_step = next_step
        self.about = about

    def __str__(self) -> str:
        return f"{self.what} {self.next_step}"


class PageError(ReportedlyError):
    """A page could not be turned into an article."""


class UnreadablePage(PageError):
    """The page is empty, binary, too large, or carries no article."""


class UnreachablePage(PageError):
    """The address or path could not be fetched."""


class GonePage(UnreachablePage):
    """The site answered 404 or 410 (`status`): nothing is there, or no more."""

    def __init__(self, what: str, *, next_step: str, about: str | None = None, status: int = 404) -> None:
        super().__init__(what, next_step=next_step, about=about)
        self.status = status


class StoreError(ReportedlyError):
    """The record could not be opened, read or written; what it held is as it was."""


class StoreLocked(StoreError):
    """Another process holds the record for writing."""


class StoreDamaged(StoreError):
    """The file is not a sound record; nothing was written to it."""


class StoreFull(StoreError):
    """The disk is full; the record is as it was before the write."""


class StoreNewer(StoreError):
    """The record was written by a newer Reportedly than this one."""


class NotInRecord(ReportedlyError):
    """Nothing in the record has that identifier."""


class BadRequest(ReportedlyError):
    """What the caller asked for makes no sense as written."""
