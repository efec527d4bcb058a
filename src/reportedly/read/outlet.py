"""Whose page it is, and in which language."""

import re
from collections.abc import Iterator

from reportedly.language import detect_language, load_language
from reportedly.read.agency_names import is_own_name
from reportedly.read.document import Document, Region
from reportedly.read.folding import fold
from reportedly.read.markup import Markup, text_of
from reportedly.read.pasted import pasted_outlet
from reportedly.read.paths import is_home
from reportedly.read.sight import Sight, marked_up, shown
from reportedly.records import Field, Span

_LONGEST_LABEL_LINE = 120
_LONGEST_NAME = 60
_MASTHEAD_BLOCKS = 12
_TOP_BLOCKS = 3
_FOOT_BLOCKS = 6
# What parts a site's name from a headline in the page's title.
_TITLE_PARTS = re.compile(
    r"\s+[|\-–—:•·»«›]+\s+|\s*[|_｜]\s*|\s*(?:::|-{2,}|——)\s*|(?<=[\u3040-\u9fff？！])[-—–](?=[\u4e00-\u9fff])"
)
_FOOT_PARTS = re.compile(r"©|\(c\)|\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|[|·—–。]|\s-\s|\.\s|,\s")
# A declared language is believed unless the text is long enough to be told and says otherwise.
_ENOUGH_TEXT = 200


def find_outlet(sight: Sight) -> Field[str] | None:
    """Return the outlet's name as the markup gives it, else as title, masthead or foot have it."""
    if sight.document.is_pasted:
        return _pasted(sight)
    meta = sight.markup.meta
    for linked in sight.markup.articles:
        publisher = text_of(linked, "publisher")
        if publisher and not publisher.startswith("http"):
            return marked_up(publisher, "json-ld:publisher", 0.9)
    for name, sure in (("og:site_name", 0.9), ("application-name", 0.7), ("dc.publisher", 0.7)):
        if meta.get(name):
            return marked_up(meta[name], f'meta[name="{name}"]', sure)
    return (
        _in_title(sight)
        or _in_header(sight)
        or _masthead(sight)
        or _in_foot(sight)
        or _behind_headline(sight)
    )


def _pasted(sight: Sight) -> Field[str] | None:
    """Return the first line of a pasted text where it is the outlet's name."""
    top = pasted_outlet(
        [sight.words(i) for i in range(min(len(sight.blocks), _TOP_BLOCKS))], sight.page_words
    )
    return shown(sight.words(top), sight.blocks[top].span, 0.8) if top is not None else None


def _in_title(sight: Sight) -> Field[str] | None:
    """Return the last or first part of the page's title that also stands at the page's top or foot."""
    parts = [part.strip() for part in _TITLE_PARTS.split(sight.markup.title or "") if part.strip()]
    edges = list(_edges(sight))
    named = _in_header(sight)
    for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
        is_name = len(part) <= _LONGEST_NAME and not _is_headline(sight, part)
        if is_name and named and part != named.value and is_own_name(part, named.value):
            return named
        at = next((i for i in edges if part in sight.words(i)), None) if is_name else None
        if at is not None:
            start = sight.blocks[at].span.start + sight.words(at).index(part)
            return shown(part, Span(start, start + len(part)), 0.8)
    return None


def _behind_headline(sight: Sight) -> Field[str] | None:
    """Return what the page's title has behind the headline and nothing else: "Headline - Talvern Post"."""
    title = " ".join((sight.markup.title or "").split())
    shown_headline = " ".join(sight.words(sight.headline).split()) if sight.headline is not None else ""
    if not shown_headline or not title.startswith(shown_headline):
        return None
    parts = [part for part in _TITLE_PARTS.split(title[len(shown_headline) :]) if part.strip()]
    if len(parts) != 1 or not 2 < len(parts[0].strip()) <= _LONGEST_NAME:
        return None
    return marked_up(parts[0].strip(), "title", 0.5)


def _is_headline(sight: Sight, words: str) -> bool:
    return sight.headline is not None and words in sight.words(sight.headline)


def _edges(sight: Sight) -> Iterator[int]:
    """Yield the short blocks at the page's top and at its foot."""
    top = range(min(sight.body_start, _MASTHEAD_BLOCKS))
    foot = range(max(sight.body_start, len(sight.blocks) - _FOOT_BLOCKS), len(sight.blocks))
    for index in (*top, *foot):
        if index != sight.headline and sight.blocks[index].length <= _LONGEST_LABEL_LINE:
            yield index


def _in_header(sight: Sight) -> Field[str] | None:
    """Return the name in the page's header that links to its front, best one found elsewhere too."""
    named = [i for i in range(min(sight.body_start, _MASTHEAD_BLOCKS)) if _could_be_masthead(sight, i)]
    if not named:
        return None
    elsewhere = " ".join(
        (sight.markup.title or "", *(sight.words(i) for i in _edges(sight) if i not in named))
    )
    host = (sight.url or "").split("/")[2:3]
    site = "".join(host).replace("-", "")
    confirmed = (
        i for i in named if sight.words(i) in elsewhere or fold(sight.words(i)).replace(" ", "") in site
    )
    index = next(confirmed, named[0])
    return shown(sight.words(index), sight.blocks[index].span, 0.6)


def _could_be_masthead(sight: Sight, index: int) -> bool:
    block = sight.blocks[index]
    regions = sight.document.regions(block)
    outside = regions & (Region.NAVIGATION | Region.ARTICLE | Region.FORM)
    return bool(regions & Region.HEADER) and not outside and block.linked == block.length <= _LONGEST_NAME


def _masthead(sight: Sight) -> Field[str] | None:
    """Return the name at the page's top that the page's foot repeats."""
    foot = " ".join(sight.words(i) for i in _edges(sight) if i >= sight.body_start)
    for index in range(min(sight.body_start, _TOP_BLOCKS)) if foot else ():
        name = _TITLE_PARTS.split(sight.words(index)[:_LONGEST_LABEL_LINE])[0].strip()
        if 2 < len(name) <= _LONGEST_NAME and name in foot and not is_home(name, sight.page_words):
            start = sight.blocks[index].span.start + sight.words(index).index(name)
            return shown(name, Span(start, start + len(name)), 0.6)
    return None


def _in_foot(sight: Sight) -> Field[str] | None:
    """Return the name beside the rights in the page's foot: "© Talvern Post. All rights reserved"."""
    rights = (*sight.page_words.rights, *load_language("en").page_words.rights)
    for index in reversed(list(_edges(sight))):
        words = sight.words(index)
        if index < sight.body_start or not ("©" in words or any(r in words.casefold() for r in rights)):
            continue
        for part in _FOOT_PARTS.split(words):
            name = part.strip(" .,-–—|·")
            is_right = any(r in name.casefold() or name.casefold() in r for r in rights)
            if 2 < len(name) <= _LONGEST_NAME and not is_right and name[0].isalpha():
                start = sight.blocks[index].span.start + words.index(name)
                return shown(name, Span(start, start + len(name)), 0.5)
    return None


def find_language(document: Document, markup: Markup, body: list[int]) -> Field[str] | None:
    """Return the article's language: what the page declares unless its text says otherwise."""
    blocks = [document.blocks[i] for i in body] or document.blocks
    text = " ".join(document.words(block) for block in blocks[:_MOST_BLOCKS])
    declared = markup.language or markup.meta.get("og:locale") or markup.meta.get("content-language")
    tag = (declared or "").replace("_", "-").strip()
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
        tag = ""
    told = detect_language(text, _primary(tag) if tag else None)
    is_short = not body or len(text) < _ENOUGH_TEXT  # labels and names tell no language
    if tag and (told in (None, _primary(tag)) or is_short or _written_alike(told, tag)):
        return marked_up(_primary(tag), "html[lang]", 0.9)
    if told is None or not blocks:
        return None
    return Field(value=told, span=blocks[0].span, confidence=0.8)


def language_tag(markup: Markup, language: Field[str] | None) -> str:
    """Return the tag a page's fields are read by: the declared one with its country if believed."""
    declared = markup.language if language and language.markup else None
    return declared or (language.value if language else "en")


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()


def _written_alike(told: str | None, tag: str) -> bool:
    """Return whether two languages share so many words that telling them by words says nothing."""
    return any({told, _primary(tag)} <= group for group in _ALIKE)


_MOST_BLOCKS = 12
_ALIKE = (
    frozenset({"da", "nb", "no", "nn", "sv", "is"}),
    frozenset({"fa", "prs", "ps", "ur"}),
    frozenset({"es", "pt", "gl", "ca", "it"}),
    frozenset({"ru", "uk", "be", "bg"}),
    frozenset({"id", "ms"}),
    frozenset({"zh", "ja"}),
    frozenset({"nl", "af"}),
)
