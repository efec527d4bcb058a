"""Whose page it is, which section, which story code, and in which language."""

import re

from reportedly.language import detect_language
from reportedly.read.document import Document, Region
from reportedly.read.markup import Markup, text_of, texts_of
from reportedly.read.sight import Sight, marked_up, shown
from reportedly.records import Field, Span

_LONGEST_LABEL_LINE = 120
_LONGEST_NAME = 60
_MASTHEAD_BLOCKS = 12
_CODE = r"(?P<code>[A-Za-z]{0,5}[-/]?\d[\w./-]{2,24})"
_SECTION_META = ("article:section", "og:article:section", "section", "parsely-section", "cxenseparse:section")
# A declared language is believed unless the text is long enough to be told and says otherwise.
_ENOUGH_TEXT = 200


def find_outlet(sight: Sight) -> Field[str] | None:
    """Return the outlet's name as the markup gives it, None where it does not."""
    meta = sight.markup.meta
    for linked in sight.markup.articles:
        publisher = text_of(linked, "publisher")
        if publisher and not publisher.startswith("http"):
            return marked_up(publisher, "json-ld:publisher", 0.9)
    for name, sure in (("og:site_name", 0.9), ("application-name", 0.7), ("dc.publisher", 0.7)):
        if meta.get(name):
            return marked_up(meta[name], f'meta[name="{name}"]', sure)
    return _masthead(sight)


def _masthead(sight: Sight) -> Field[str] | None:
    """Return the name in the page's header that links to its front: the first words that are all link."""
    for index in range(min(sight.body_start, _MASTHEAD_BLOCKS)):
        block = sight.blocks[index]
        regions = sight.document.regions(block)
        in_header = regions & Region.HEADER and not regions & (
            Region.NAVIGATION | Region.ARTICLE | Region.FORM
        )
        if in_header and block.linked == block.length <= _LONGEST_NAME:
            return shown(sight.words(index), block.span, 0.6)
    return None


def find_section(sight: Sight) -> Field[str] | None:
    """Return the section the markup files the article under."""
    for linked in sight.markup.articles:
        sections = texts_of(linked, "articleSection")
        if sections:
            return marked_up(sections[0], "json-ld:articleSection", 0.9)
    for name in _SECTION_META:
        if sight.markup.meta.get(name):
            return marked_up(sight.markup.meta[name], f'meta[name="{name}"]', 0.9)
    return None


def find_story_code(sight: Sight) -> Field[str] | None:
    """Return the code a desk files the story under ("Story Code : 281656"), printed near the article."""
    labels = "|".join(re.escape(w) for w in sorted(sight.page_words.story_code, key=len, reverse=True))
    if not labels:
        return None
    pattern = re.compile(rf"(?<![^\W\d_])(?:{labels})\s*[:：#№.]\s*{_CODE}(?=$|[\s|,;)])", re.IGNORECASE)
    for index in range(len(sight.blocks)):
        block = sight.blocks[index]
        match = pattern.search(sight.words(index)) if block.length <= _LONGEST_LABEL_LINE else None
        if match:
            start = block.span.start
            return shown(match["code"], Span(start + match.start("code"), start + match.end("code")), 0.95)
    return None


def find_language(document: Document, markup: Markup, body: list[int]) -> Field[str] | None:
    """Return the article's language: what the page declares unless its text says otherwise."""
    blocks = [document.blocks[i] for i in body] or document.blocks
    text = " ".join(document.words(block) for block in blocks[:_MOST_BLOCKS])
    told = detect_language(text)
    declared = markup.language or markup.meta.get("og:locale") or markup.meta.get("content-language")
    tag = (declared or "").replace("_", "-").strip()
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag):
        tag = ""
    if tag and (told in (None, _primary(tag)) or len(text) < _ENOUGH_TEXT or _written_alike(told, tag)):
        return marked_up(_primary(tag), "html[lang]", 0.9)
    if told is None or not blocks:
        return None
    return Field(value=told, span=blocks[0].span, confidence=0.8)


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
