"""One value that a page gives, with where it stands; moments as sure as the page is."""

import datetime
from typing import Generic, TypeVar

import msgspec

from reportedly.records.span import Span

T = TypeVar("T")


class Field(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One thing an article says of itself, with where it stands and how sure the reading is.

    `span` is where in `Article.text` the words stand; `markup` names the markup that said it
    (`meta[property="og:title"]`, `json-ld:NewsArticle.headline`). At least one of them is set.
    `confidence` runs from 0 to 1.
    """

    value: T
    span: Span | None = None
    markup: str | None = None
    confidence: float = 1.0


class Timestamp(msgspec.Struct, frozen=True, kw_only=True):
    """A publish time exactly as sure as the page is: no time or no zone where it names none."""

    date: datetime.date
    time: datetime.time | None = None
    utc_offset_minutes: int | None = None

    def isoformat(self) -> str:
        """Return ISO 8601: `2023-12-05`, `2023-12-05T15:26:00` or `2023-12-05T15:26:00+04:30`."""
        if self.time is None:
            return self.date.isoformat()
        naive = datetime.datetime.combine(self.date, self.time.replace(tzinfo=None))
        if self.utc_offset_minutes is None:
            return naive.isoformat()
        zone = datetime.timezone(datetime.timedelta(minutes=self.utc_offset_minutes))
        return naive.replace(tzinfo=zone).isoformat()

    @classmethod
    def of(cls, moment: datetime.datetime) -> "Timestamp":
        """Return the timestamp of a datetime; the offset is kept where it has one."""
        offset = moment.utcoffset()
        minutes = None if offset is None else int(offset.total_seconds() // 60)
        return cls(date=moment.date(), time=moment.time(), utc_offset_minutes=minutes)
