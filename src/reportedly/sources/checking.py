"""What to do once a watched page has answered: keep it, look again later, or let it be."""

import datetime
from typing import Final, Literal

import msgspec

from reportedly.records import WatchedPage
from reportedly.sources.pace import Chance, back_off
from reportedly.sources.reply import Reply
from reportedly.sources.wholeness import looks_whole

RECHECK_SECONDS: Final[tuple[float, ...]] = (3600.0, 6 * 3600.0, 86_400.0, 3 * 86_400.0, 7 * 86_400.0)
"""When a kept page is looked at again, after the look before: corrections come within hours, removals
within days. Every further look costs a request for each page ever kept."""

MOST_TRIES: Final = 16
"""Tries in vain before a page is given up: with the back-off, two days."""

MOST_MISSES: Final = 3
"""404s in a row before a page that was listed is taken to be gone: a fresh page is often listed minutes
before every server of a site has it."""

MOST_DENIALS: Final = 3
"""401, 402, 403 or 451 in a row before a page is given up; so of answers that are empty or of no known
type, and of addresses that must not be asked: each of them may be a gateway's answer and not the site's."""

FORBIDDEN_SECONDS: Final = (3600.0, 86_400.0)
"""When a page that robots.txt forbids is looked at again: a file that forbids all is believed for an hour,
any other for a day (`robots.py`). Nothing is asked of the site for it."""

_DENIALS: Final = frozenset({401, 402, 403, 451})
_DENIED_SECONDS: Final = 3600.0
_MISSED_SECONDS: Final = 600.0
_DOUBTED_SECONDS: Final = 60.0
"""After an answer that does not look whole; the second in a row is taken as it is. Else a page garbled on its
way is in the record with garbled words, and the sound one beside it as if the outlet had edited it."""
_PAGE_TYPES: Final = ("text/", "application/xhtml", "application/xml", "application/pdf")
_OTHER_TYPES: Final = ("image/", "audio/", "video/", "font/", "model/", "application/")
"""What is no page, and told so plainly: it is not fetched again to make sure."""

Deed = Literal["keep", "same", "gone", "nothing"]
"""What becomes of the record: a page is kept, seen unchanged, found gone, or nothing."""


def after_look(page: WatchedPage, reply: Reply, *, chance: Chance) -> tuple[WatchedPage, Deed]:
    """Return what a watched page becomes after an answer, and what is to be done in the record."""
    now = reply.came_at
    if reply.status == 304 and page.page_id is not None:
        return _again(page, now, state="kept"), "same"
    if reply.status is not None and 200 <= reply.status < 300 and reply.hitch is None:
        return _answered(page, reply)
    if reply.status in (404, 410):
        return _missing(page, reply)
    if reply.status in _DENIALS:
        return _tried(page, reply, MOST_DENIALS, _DENIED_SECONDS), "nothing"
    if reply.hitch == "large":
        return _given_up(page, reply), "nothing"
    if reply.hitch == "refused":
        return _tried(page, reply, MOST_DENIALS, _DENIED_SECONDS), "nothing"
    wait = reply.retry_after_seconds
    return _tried(
        page, reply, MOST_TRIES, back_off(page.tries + 1, chance) if wait is None else wait
    ), "nothing"


def forbidden(page: WatchedPage, now: datetime.datetime) -> WatchedPage:
    """Return a watched page that the site's robots.txt does not let anybody fetch, for now or for good."""
    words = "The site's robots.txt does not allow it to be fetched."
    if page.tries < len(FORBIDDEN_SECONDS):
        due_at = now + datetime.timedelta(seconds=FORBIDDEN_SECONDS[page.tries])
        return msgspec.structs.replace(page, tries=page.tries + 1, due_at=due_at, words=words)
    state = page.state if page.page_id else "lost"
    return msgspec.structs.replace(page, state=state, due_at=None, words=words)


def _answered(page: WatchedPage, reply: Reply) -> tuple[WatchedPage, Deed]:
    media_type = (reply.header("content-type") or "text/html").lower()
    if not media_type.startswith(_PAGE_TYPES) or not reply.body:
        words = "The answer is empty." if not reply.body else f"It is no page of words ({media_type[:60]})."
        told = msgspec.structs.replace(reply, hitch="broken", words=words)
        if media_type.startswith(_OTHER_TYPES):
            return _given_up(page, told), "nothing"
        return _tried(page, told, MOST_DENIALS, _DENIED_SECONDS), "nothing"
    is_whole = looks_whole(reply)
    doubted = msgspec.structs.replace(reply, hitch="broken", words="The answer did not look whole.")
    if not is_whole and page.words != doubted.words:
        return _tried(page, doubted, MOST_TRIES, _DOUBTED_SECONDS), "nothing"
    after = _again(page, reply.came_at, state="kept")
    return (
        msgspec.structs.replace(
            after,
            etag=reply.header("etag") if is_whole else None,
            last_modified=reply.header("last-modified") if is_whole else None,
            kept_at=page.kept_at or reply.came_at,
        ),
        "keep",
    )


def _again(page: WatchedPage, now: datetime.datetime, *, state: Literal["kept", "gone"]) -> WatchedPage:
    """Return a page that was had, with the moment of the next look."""
    checks = page.checks + 1 if page.page_id is not None else 0
    seconds = RECHECK_SECONDS[checks] if checks < len(RECHECK_SECONDS) else None
    due_at = None if seconds is None else now + datetime.timedelta(seconds=seconds)
    return msgspec.structs.replace(page, state=state, due_at=due_at, tries=0, checks=checks, words=None)


def _missing(page: WatchedPage, reply: Reply) -> tuple[WatchedPage, Deed]:
    """Return a page that is not there: gone at once by a 410, else after some looks."""
    if reply.status == 404 and not _is_enough(page, reply, MOST_MISSES):
        return _tried(page, reply, MOST_MISSES, _MISSED_SECONDS), "nothing"
    words = f"The site answered {reply.status}: it is there no more."
    if page.page_id is None:
        return msgspec.structs.replace(page, state="gone", due_at=None, words=words), "nothing"
    is_news = page.state != "gone"
    after = msgspec.structs.replace(_again(page, reply.came_at, state="gone"), words=words)
    return after, "gone" if is_news else "nothing"


def _tried(page: WatchedPage, reply: Reply, most: int, seconds: float) -> WatchedPage:
    if _is_enough(page, reply, most):
        return _given_up(page, reply)
    due_at = reply.came_at + datetime.timedelta(seconds=seconds)
    return msgspec.structs.replace(page, tries=page.tries + 1, due_at=due_at, words=reply.told())


def _is_enough(page: WatchedPage, reply: Reply, most: int) -> bool:
    """Return whether a page was tried so often that this trouble, twice in a row at least, is believed.

    Tries in vain for another reason count, too, but alone they do not make a single 404 the last word.
    """
    tries = page.tries + 1
    return tries >= MOST_TRIES or (tries >= most and page.words == reply.told())


def _given_up(page: WatchedPage, reply: Reply) -> WatchedPage:
    """Return a page that is not asked for again; a kept one still has its later looks."""
    if page.page_id is not None:
        state: Literal["kept", "gone"] = "gone" if page.state == "gone" else "kept"
        return msgspec.structs.replace(_again(page, reply.came_at, state=state), words=reply.told())
    return msgspec.structs.replace(page, state="lost", due_at=None, tries=page.tries + 1, words=reply.told())
