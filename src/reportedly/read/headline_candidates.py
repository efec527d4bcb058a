"""What may be an article's headline: every wording the page gives, with who gives it."""

import enum
import functools
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
# What stands between a wording and the name or section beside it in a longer title.
_AFTER = re.compile(r"\s*[|｜：»*•·]|\s+-|-{2}|,\s")
_BEFORE = re.compile(r"(?:[|»*•·:]|\s-)\s+$")
_KICKER_ENDS = " \t:|/·•–—-+"
_SPACES = re.compile(r"\s+")
_NO_LETTER = re.compile(r"[\W_]+")


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
    CUT = 512  # a title without what may be the site's name


_META = (
    ("og:title", Source.SHARED),
    ("twitter:title", Source.TWITTER),
    *((name, Source.META) for name in ("headline", "parsely-title", "sailthru.title", "dc.title")),
    *((name, Source.META) for name in ("dcterms.title", "citation_title", "cxenseparse:title", "title")),
)
# As plain numbers: they are asked for with every wording, and an `IntFlag` is joined in Python.
_CUT_FROM = int(Source.SHARED | Source.TITLE | Source.LINKED)
_LENGTHENED = int(Source.TITLE | Source.SHARED | Source.TWITTER | Source.NAMED)
_BEFORE_ONLY = int(Source.TITLE)
_REPEATED = int(Source.SHOWN | Source.LINKED | Source.SHARED)


_AGREEING = (Source.LINKED, Source.SHARED)


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
        folded, who = fold(clean), int(source)
        part = _delimited(folded, found, who) if folded not in found else folded
        if part is not None:
            found[part].sources |= who
        elif fits_headline(clean):
            found[folded] = Candidate(clean, folded, who, markup)
    return list(found.values())


def _delimited(folded: str, found: dict[str, Candidate], source: int) -> str | None:
    """Return the wording that a page's title or its shared title repeats with a name or section beside it."""
    if not source & _LENGTHENED:
        return None
    for known, candidate in found.items():
        if candidate.sources & _REPEATED and len(known) < len(folded):
            if folded.startswith(known) and _AFTER.match(folded, len(known)):
                return known
            if source & _BEFORE_ONLY and folded.endswith(known) and _BEFORE.search(folded[: -len(known)]):
                return known
    return None


def fits_headline(words: str) -> bool:
    """Return whether a text is as long as a headline is."""
    shortest = _SHORTEST_WIDE if _WIDE.search(words) else _SHORTEST
    return shortest <= len(words) <= _LONGEST


def _given(sight: Sight, heading: int | None) -> Iterator[tuple[Source, str, str | None]]:
    """Yield every wording with its source and its markup, the shown one first."""
    shown = "" if heading is None else sight.words(heading)
    if shown:
        yield Source.SHOWN, shown, None
        for part in _parts(sight, shown):
            yield Source.PART, part, None
    given = list(given_by_markup(sight))
    whole = _agreed(given) | {fold(shown)}
    for source, words, markup in given:
        named = without_site(sight, words, sure=True)
        yield source, named, markup
        cut = without_site(sight, words, sure=False)
        if cut != words and int(source) & _CUT_FROM and whole.isdisjoint((fold(words), fold(named))):
            yield Source.CUT, cut, markup


def _agreed(given: list[tuple[Source, str, str]]) -> set[str]:
    """Return the wordings that JSON-LD and og:title share: no part of them is the site's."""
    linked, shared = ({fold(words) for source, words, _ in given if source & who} for who in _AGREEING)
    return linked & shared


def given_by_markup(sight: Sight) -> Iterator[tuple[Source, str, str]]:
    """Yield what the markup calls the article: who says so, the words as written, and the markup."""
    for key, source in _LINKED:
        for linked in sight.markup.articles[:2]:
            for words in texts_of(linked, key)[:1]:
                yield source, words, f"json-ld:{key}"
    for name, source in _META:
        if name in sight.markup.meta:
            yield source, sight.markup.meta[name], f'meta[name="{name}"]'
    for name, value in sight.markup.marked:
        if name == "headline":
            yield Source.META, value, '[itemprop="headline"]'
    if sight.markup.title:
        yield Source.TITLE, sight.markup.title, "title"


_LINKED = (
    ("headline", Source.LINKED),
    ("alternativeHeadline", Source.ALTERNATIVE),
    ("name", Source.NAMED),
)


def _parts(sight: Sight, shown: str) -> Iterator[str]:
    """Yield what is left of a heading of several elements without the first or the last of them."""
    squeezed = shown.replace(" ", "")
    for pieces in sight.markup.headings:
        if len(pieces) > 1 and "".join(pieces).replace(" ", "") == squeezed:
            after, before = shown.find(pieces[0]) + len(pieces[0]), shown.rfind(pieces[-1])
            yield shown[after:].strip(_KICKER_ENDS)
            yield shown[: max(0, before)].strip(_KICKER_ENDS)
            return


def without_site(sight: Sight, title: str, *, sure: bool) -> str:
    """Return a title without the site's name, which stands at either end behind a bar or dash.

    Where it need not be `sure`, parts much shorter than the longest go too, whatever they name.
    """
    parts = _SITE_MARKS.split(title)
    if len(parts) < 2:
        return title
    longest = 0 if sure else len(max(parts, key=len))
    shown = [part for part in parts if len(part) * _SHORT_PART > longest and not is_site(sight, part)]
    start, end = title.find(shown[0]) if shown else 0, title.rfind(shown[-1]) if shown else 0
    return title[start : end + len(shown[-1])] if shown else title


def title_parts(title: str) -> list[str]:
    """Return what a title's bars and dashes part: the article's name, a section's, the site's."""
    return [part.strip() for part in _SITE_MARKS.split(title) if part.strip()]


def is_site(sight: Sight, part: str) -> bool:
    """Return whether a part of a title is the site's name, as the markup or the address has it."""
    plain = _plain(part)
    if not plain:
        return False
    if plain in "".join((sight.url or sight.markup.canonical or "").split("/")[2:3]):
        return True
    return any(plain == _plain(name) for name in site_names(sight))


def site_names(sight: Sight) -> list[str]:
    """Return the names that the markup gives the site and its publisher."""
    named = [sight.markup.meta.get(name, "") for name in ("og:site_name", "application-name")]
    named += [words for linked in sight.markup.articles[:1] for words in texts_of(linked, "publisher")]
    return [name for name in named if name]


@functools.lru_cache(maxsize=1024)
def _plain(words: str) -> str:
    return _NO_LETTER.sub("", fold(words))
