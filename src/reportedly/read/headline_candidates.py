"""What may be an article's headline: every wording the page gives, with who gives it."""

import enum
import html
import re
from collections.abc import Iterator

import msgspec

from reportedly.read.folding import fold
from reportedly.read.markup import texts_of
from reportedly.read.sight import Sight

# A title shorter than this names a site or a section; a longer one is a paragraph.
_SHORTEST = 8
_LONGEST = 400
# Scripts without spaces say in this many characters what others say in `_SHORTEST`.
_SHORTEST_WIDE = 4
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
# A part of a title this many times shorter than its longest is the site's name or a section's.
_SHORT_PART = 1.6
_SITE_MARKS = re.compile(r"\s+[|–—·•:»*\-]+\s+|\s*[|｜]\s*")
_KICKER_ENDS = " \t:|/·•–—-+"
_SPACES = re.compile(r"\s+")


class Source(enum.IntFlag):
    """Who gives a wording of the headline."""

    SHOWN = 1  # the heading on the page
    PART = 2  # a part of that heading: without its kicker, or the kicker alone
    LINKED = 4  # JSON-LD headline
    ALTERNATIVE = 8  # JSON-LD alternativeHeadline
    SHARED = 16  # og:title
    TWITTER = 32  # twitter:title
    TITLE = 64  # <title>
    NAMED = 128  # JSON-LD name
    META = 256  # another meta element, or microdata


_META = (
    "headline",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "cxenseparse:title",
    "title",
)


class Candidate(msgspec.Struct, gc=False):
    """One wording, folded too, with all who give it and the markup that gave it first (None: shown)."""

    words: str
    folded: str
    sources: int
    markup: str | None = None


def find_candidates(sight: Sight, heading: int | None) -> list[Candidate]:
    """Return the different wordings of the headline; `heading` is the block most like one."""
    found: dict[str, Candidate] = {}
    for source, words, markup in _given(sight, heading):
        clean = _SPACES.sub(" ", html.unescape(words)).strip()
        folded = fold(clean)
        if folded in found:
            found[folded].sources |= source
        elif _fits(clean):
            found[folded] = Candidate(clean, folded, int(source), markup)
    return list(found.values())


def _fits(words: str) -> bool:
    shortest = _SHORTEST_WIDE if _WIDE.search(words) else _SHORTEST
    return shortest <= len(words) <= _LONGEST


def _given(sight: Sight, heading: int | None) -> Iterator[tuple[Source, str, str | None]]:
    """Yield every wording with its source and its markup, the shown one first."""
    if heading is not None:
        yield Source.SHOWN, sight.words(heading), None
        for part in _parts(sight, sight.words(heading)):
            yield Source.PART, part, None
    for key, source in _LINKED:
        for linked in sight.markup.articles[:2]:
            for words in texts_of(linked, key)[:1]:
                yield source, without_site(sight, words), f"json-ld:{key}"
    yield from _from_meta(sight)
    if sight.markup.title:
        yield Source.TITLE, without_site(sight, sight.markup.title), "title"


_LINKED = (
    ("headline", Source.LINKED),
    ("alternativeHeadline", Source.ALTERNATIVE),
    ("name", Source.NAMED),
)


def _from_meta(sight: Sight) -> Iterator[tuple[Source, str, str]]:
    meta = sight.markup.meta
    for name, source in (("og:title", Source.SHARED), ("twitter:title", Source.TWITTER)):
        if name in meta:
            yield source, without_site(sight, meta[name]), f'meta[property="{name}"]'
    for name in _META:
        if name in meta:
            yield Source.META, without_site(sight, meta[name]), f'meta[name="{name}"]'
    for name, value in sight.markup.marked:
        if name == "headline":
            yield Source.META, value, '[itemprop="headline"]'


def _parts(sight: Sight, shown: str) -> Iterator[str]:
    """Yield what is left of a heading of several elements without the first or the last of them."""
    squeezed = shown.replace(" ", "")
    for pieces in sight.markup.headings:
        if len(pieces) > 1 and "".join(pieces).replace(" ", "") == squeezed:
            after, before = shown.find(pieces[0]) + len(pieces[0]), shown.rfind(pieces[-1])
            yield shown[after:].strip(_KICKER_ENDS)
            yield shown[: max(0, before)].strip(_KICKER_ENDS)
            return


def without_site(sight: Sight, title: str) -> str:
    """Return a title without the site's name, which stands at either end behind a bar or dash."""
    parts = _SITE_MARKS.split(title)
    if len(parts) < 2:
        return title
    longest = len(max(parts, key=len))
    shown = [part for part in parts if len(part) * _SHORT_PART > longest and not is_site(sight, part)]
    start, end = title.find(shown[0]) if shown else 0, title.rfind(shown[-1]) if shown else 0
    return title[start : end + len(shown[-1])] if shown else title


def is_site(sight: Sight, part: str) -> bool:
    """Return whether a part of a title is the site's name, as the markup or the address has it."""
    name = fold(sight.markup.meta.get("og:site_name", "")).replace(" ", "")
    host = "".join((sight.url or "").split("/")[2:3])
    plain = fold(part).replace(" ", "")
    return bool(plain) and (plain == name or plain in host)
