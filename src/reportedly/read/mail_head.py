"""What the head of a mail tells of a newsletter, where the page itself does not."""

import email.utils

import msgspec

from reportedly.records import Article, Field, Page, Timestamp

_SURE = 0.6  # senders' names are outlets' names more often than not; a subject is rarely the headline


def with_mail_head(page: Page, article: Article) -> Article:
    """Return the article with outlet, publish time and headline out of From, Date and Subject.

    Each only where the page says nothing of the kind. Pages that came by another way are left alone.
    """
    if page.status is not None or (page.header("Message-ID") is None and page.header("From") is None):
        return article
    changed: dict[str, object] = {}
    name = email.utils.parseaddr(page.header("From") or "")[0].strip()
    if article.outlet is None and name:
        changed["outlet"] = Field(value=name, markup="mail:From", confidence=_SURE)
    subject = " ".join((page.header("Subject") or "").split())
    if article.headline is None and subject:
        changed["headline"] = Field(value=subject, markup="mail:Subject", confidence=_SURE)
    sent = _sent(page.header("Date") or "")
    if article.published is None and sent is not None:
        changed["published"] = Field(value=sent, markup="mail:Date", confidence=_SURE)
    return msgspec.structs.replace(article, **changed) if changed else article


def _sent(value: str) -> Timestamp | None:
    try:
        return Timestamp.of(email.utils.parsedate_to_datetime(value))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
