"""When the article was published and last updated."""

from collections.abc import Iterator

import msgspec

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.markup import text_of
from reportedly.read.shown_dates import find_dates, read_iso
from reportedly.read.sight import Sight
from reportedly.records import Field, Span, Timestamp

# A block that prints a date is short; a longer one tells a story.
_LONGEST_DATE_LINE = 160
_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "cxenseparse:recs:publishtime",
)
_UPDATED_META = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified")


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """The publish time and the time of the last update, None where the page does not say."""

    published: Field[Timestamp] | None = None
    updated: Field[Timestamp] | None = None


def find_times(sight: Sight) -> Times:
    """Return when the article was published and updated, from markup first, else from what it shows.

    Schema.org data, then meta tags and microdata, then `<time>` beside the headline, then a printed
    date with a label, then any printed date near the headline. A date only, a time without zone and a
    time with one are told apart.
    """
    printed = list(_printed(sight))
    published = next(_from_markup(sight, "datePublished", _PUBLISHED_META), None) or _shown(sight, printed)
    updated = next(_from_markup(sight, "dateModified", _UPDATED_META), None)
    if updated is None:
        updated = next((f for label, f in printed if label == "updated"), None)
    if updated is not None and published is not None and updated.value == published.value:
        updated = None
    return Times(published=_with_time(published, printed), updated=updated)


def _from_markup(sight: Sight, key: str, metas: tuple[str, ...]) -> Iterator[Field[Timestamp]]:
    for linked in sight.markup.articles:
        stamp = read_iso(text_of(linked, key) or "")
        if stamp:
            yield Field(value=stamp, markup=f"json-ld:{key}", confidence=1.0)
    for name in metas:
        stamp = read_iso(sight.markup.meta.get(name, ""))
        if stamp:
            yield Field(value=stamp, markup=f'meta[name="{name}"]', confidence=0.95)
    for name, value in sight.markup.marked:
        stamp = read_iso(value) if name == key else None
        if stamp:
            yield Field(value=stamp, markup=f'[itemprop="{name}"]', confidence=0.95)


def _shown(sight: Sight, printed: list[tuple[str, Field[Timestamp]]]) -> Field[Timestamp] | None:
    """Return the publish time a page shows where its markup names none."""
    labelled = next((f for label, f in printed if label == "published"), None)
    if labelled is not None:
        return labelled
    for value, text in sight.markup.times:
        stamp = read_iso(value) or next((s for _, s in find_dates(text, sight.language)), None)
        if stamp:
            return Field(value=stamp, markup="time", confidence=0.8)
    return next((f for label, f in printed if not label), None)


def _printed(sight: Sight) -> Iterator[tuple[str, Field[Timestamp]]]:
    """Yield the dates printed in short blocks near the article, with what their label calls them."""
    for index in sight.near():
        block = sight.blocks[index]
        if block.length > _LONGEST_DATE_LINE or index in sight.body:
            continue
        if sight.document.regions(block) & (OUTSIDE & ~Region.TAGS):
            continue
        words = sight.words(index)
        exact = read_iso(sight.document.times.get(index, ""))
        for span, stamp in find_dates(words, sight.language):
            place = Span(block.span.start + span.start, block.span.start + span.end)
            label = _label(sight, words[: span.start], index)
            value = exact if exact and exact.date == stamp.date and exact.time else stamp
            yield label, Field(value=value, span=place, confidence=0.9 if label else 0.6)


def _label(sight: Sight, before: str, index: int) -> str:
    """Return `published` or `updated` by the words before a date or in the line above, else ''."""
    above = sight.words(index - 1) if not before.strip() and index else ""
    words = (before or above).lower().strip(" :|·-–—")
    for label, names in (("updated", sight.page_words.updated), ("published", sight.page_words.published)):
        if any(words.endswith(name) or words.startswith(name) for name in names):
            return label
    return ""


def _with_time(
    published: Field[Timestamp] | None, printed: list[tuple[str, Field[Timestamp]]]
) -> Field[Timestamp] | None:
    """Add the printed time of day where the markup names the day alone."""
    if published is None or published.value.time is not None:
        return published
    for label, field in printed:
        if label != "updated" and field.value.date == published.value.date and field.value.time:
            return msgspec.structs.replace(field, markup=published.markup)
    return published
