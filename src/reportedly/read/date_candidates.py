"""What on a page may be the time of its publishing or its last update, apart from what it prints."""

import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from reportedly.read.machine_dates import read_stamp
from reportedly.read.markup import LinkedData, text_of
from reportedly.read.sight import Sight
from reportedly.records import Field, Span, Timestamp

Role = Literal["published", "created", "updated"]

# How sure each kind of source is; they are the weights of its vote. On 812 labelled pages the first
# date of each kind gave the right day: schema.org data in 429 of 464, meta tags that speak of publishing
# in 381 of 404, microdata in 112 of 124, attributes in 8 of 10, a plain "date" in 75 of 81, the address
# in 112 of 115, a printed date in 510 of 550. Exact times weigh more than days.
SURE_LINKED = 1.0
SURE_META = 0.95
SURE_MARKED = 0.9
SURE_ATTRIBUTE = 0.85
SURE_PLAIN_META = 0.7
SURE_ADDRESS = 0.6
SURE_RECORDING = 0.55
SURE_SCRIPT = 0.35

_LONGEST_VALUE = 64
_DIGIT = re.compile(r"\d")
# Names of meta tags, less all but their letters. The many systems of the world agree on little else
# than that they speak of publishing, of issuing, of changing or of creating.
_NEVER = re.compile(
    r"expir|unavailable|valid|build|render|event|start|end$|image|crawl|review|server|birth|publisher"
)
_UPDATED = re.compile(r"modif|moddate|updat|lastmod|lastedit|revis|change")
_CREATED = re.compile(r"creat")
_PUBLISHED = re.compile(
    r"publi|pubdate|datepub|pubday|ppub|issued|releasedate|firstcreate|dateofarticle|uploaded$"
)
_PLAIN = re.compile(
    r"(^|dc|dcterms|sailthru|citation|srf|veeseo|analytics|article|content|by)(date|pts)$|tmgpt$"
)
_LETTERS = re.compile(r"[^a-z]+")
_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-])(?P<month>\d\d?|[a-z]{3})(?P=mark)(?P<day>\d\d?)(?![\d])"
    r"|[/_.-](?P<year2>20\d\d)(?P<month2>0[1-9]|1[0-2])(?P<day2>[0-3]\d)(?!\d)"
    r"|/(?P<year3>20\d\d)/(?P<month3>0[1-9]|1[0-2])(?P<day3>[0-3]\d)/",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A moment that may be the publishing, the making or the last update of an article.

    `source` is the kind of place it comes from (two candidates of one kind are one witness), `sure`
    runs from 0 to 1, `markup` and `span` say where it stands.
    """

    stamp: Timestamp
    role: Role
    source: str
    sure: float
    markup: str | None = None
    span: Span | None = None

    def field(self) -> Field[Timestamp]:
        """Return the candidate as a field of the article."""
        return Field(value=self.stamp, markup=self.markup, span=self.span, confidence=round(self.sure, 2))


def marked_candidates(sight: Sight) -> list[Candidate]:
    """Return what schema.org data, meta tags, microdata, attributes and the address say, surest first."""
    return [*_linked(sight), *_meta(sight), *_marked(sight), *_attributes(sight), *_address(sight)]


def _linked(sight: Sight) -> Iterator[Candidate]:
    for linked in sight.markup.articles:
        yield from _of_object(linked, "json-ld", SURE_LINKED, sight.language)
    if not sight.markup.articles:
        for linked in sight.markup.recordings:
            yield from _of_object(linked, "recording", SURE_RECORDING, sight.language)


_PROPERTIES: tuple[tuple[str, Role], ...] = (
    ("datePublished", "published"),
    ("uploadDate", "published"),
    ("dateModified", "updated"),
    ("dateCreated", "created"),
)


def _of_object(linked: LinkedData, source: str, sure: float, language: str) -> Iterator[Candidate]:
    for key, role in _PROPERTIES:
        value = text_of(linked, key) if key in linked else None
        stamp = read_stamp(value, language) if value else None
        if stamp:
            yield Candidate(stamp=stamp, role=role, source=source, sure=sure, markup=f"json-ld:{key}")


def _meta(sight: Sight) -> Iterator[Candidate]:
    for name, value in sight.markup.meta.items():
        kind = _kind(name)
        if kind is None or len(value) > _LONGEST_VALUE or not _DIGIT.search(value):
            continue
        stamp = read_stamp(value, sight.language)
        if stamp:
            role, source, sure = kind
            yield Candidate(stamp=stamp, role=role, source=source, sure=sure, markup=f'meta[name="{name}"]')


@functools.lru_cache(maxsize=4096)
def _kind(name: str) -> tuple[Role, str, float] | None:
    """Return what a meta tag of this name speaks of: the role, the kind of source and how sure it is."""
    letters = _LETTERS.sub("", name)
    if _NEVER.search(letters):
        return None
    if _UPDATED.search(letters):
        return "updated", "meta", SURE_META
    if _PUBLISHED.search(letters):
        return "published", "meta", SURE_META
    if _PLAIN.search(letters):
        return "published", "plain-meta", SURE_PLAIN_META
    return ("created", "meta", SURE_META) if _CREATED.search(letters) else None


def _marked(sight: Sight) -> Iterator[Candidate]:
    for name, value in sight.markup.marked:
        role = _MARKED.get(name)
        stamp = read_stamp(value, sight.language) if role and _DIGIT.search(value) else None
        if role and stamp:
            yield Candidate(
                stamp=stamp, role=role, source="microdata", sure=SURE_MARKED, markup=f'[itemprop="{name}"]'
            )


_MARKED: dict[str, Role] = {"datePublished": "published", "dateModified": "updated"}


def _attributes(sight: Sight) -> Iterator[Candidate]:
    """Yield the first moment in an attribute: the later ones are those of comments and other articles."""
    for name, value in sight.markup.dated:
        stamp = read_stamp(value, sight.language) if _DIGIT.search(value) else None
        if stamp is None:
            continue
        role: Role = "updated" if "updated" in name and "publish" not in name else "published"
        in_script = name.startswith("script:")
        yield Candidate(
            stamp=stamp,
            role=role,
            source="script" if in_script else "attribute",
            sure=SURE_SCRIPT if in_script else SURE_ATTRIBUTE,
            markup=name if in_script else f"[{name}]",
        )
        return


def _address(sight: Sight) -> Iterator[Candidate]:
    """Yield the day in the page's address; figures behind a question mark are not looked at."""
    for where, url in (("url", sight.url), ("canonical", sight.markup.canonical), ("og:url", _og_url(sight))):
        if not url:
            continue
        match = _ADDRESS.search(_ARCHIVE.sub("", url).split("?")[0])
        groups = match.groupdict() if match else {}
        parts = [
            groups.get(p) or groups.get(f"{p}2") or groups.get(f"{p}3") for p in ("day", "month", "year")
        ]
        stamp = read_stamp(_spelled(parts), "en") if match else None
        if stamp:
            yield Candidate(stamp=stamp, role="published", source="address", sure=SURE_ADDRESS, markup=where)
            return


def _og_url(sight: Sight) -> str | None:
    return sight.markup.meta.get("og:url")


def _spelled(parts: list[str | None]) -> str:
    day, month, year = (part or "" for part in parts)
    return f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}"
