"""From a page whose outlet has a shape to the article on it."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from reportedly.read.assembling import assemble
from reportedly.read.credits import without_outlet
from reportedly.read.headline import find_headline
from reportedly.read.lead import find_lead
from reportedly.read.outlet import find_language, language_tag
from reportedly.read.shape_choosing import Found, find_blocks, find_time, find_words, with_zone
from reportedly.read.shape_places import Layout
from reportedly.read.shapes import SEVERAL, TIME_FIELDS, WORD_FIELDS, Shape
from reportedly.read.sight import Sight
from reportedly.records import Article, Field, Page, Refusal, Span

# Every article has these: a shape that names them and finds nothing is out of date.
_ON_EVERY_PAGE = ("headline", "body", "published")

# The one refusal that a shape may overrule; a list of stories or a page that is gone stays what it is.
_TOO_LITTLE = "no-article"

_Changes = dict[str, Any]  # fields of an Article by their names; it never leaves this file


def read_shaped(page: Page, shape: Shape, layout: Layout, general: Article | Refusal) -> Article | Refusal:
    """Return the article as its outlet's shape reads it; `general` is what the general reader made.

    The shape's fields stand before the general reader's. A field of the shape that the page does not
    show is none, but for headline, body and publish time: there the general reading stands, with a
    refusal (`shape-missed`) that names the shape. A page that the general reader refused as `no-article`
    is one where the shape finds its body. What a shape takes for another field leaves the body.
    """
    body = _blocks(layout, shape, "body")
    is_other = isinstance(general, Refusal) and general.reason != _TOO_LITTLE
    base = _assembled(page, shape, layout, general, body) if body and not is_other else general
    if isinstance(base, Refusal):
        return base
    paragraphs = _paragraphs(layout, base)
    found = {
        field: find_words(layout, shape, field, paragraphs)
        for field in WORD_FIELDS
        if field in shape.choosers and not shape.choosers[field].is_absent
    }
    changes = _changed(layout, shape, base, found)
    has = {"headline": changes.get("headline"), "body": body, "published": changes.get("published")}
    missed = [field for field in _ON_EVERY_PAGE if field in shape.choosers and not has[field]]
    for field in missed:
        changes.pop(field, None)
    changes["body"] = _body(layout, base, changes, found)
    refusals = (*base.refusals, *(_refusal(shape, field) for field in missed))
    return msgspec.structs.replace(base, **changes, refusals=refusals)


def _assembled(
    page: Page, shape: Shape, layout: Layout, general: Article | Refusal, body: list[int]
) -> Article:
    """Return the article whose body the shape has chosen, all else read by the general reader's rules."""
    document, markup = layout.document, layout.markup
    language = find_language(document, markup, body)
    tag = shape.language or language_tag(markup, language)
    sight = Sight(document=document, markup=markup, url=page.url, language=tag, body=body)
    index, headline = _headline(layout, shape, sight, general)
    lead = set(_blocks(layout, shape, "lead"))
    own = [i for i in body if i != index and i not in lead]
    sight = msgspec.structs.replace(sight, body=own, headline=index)
    return assemble(page, sight, headline, None if "lead" in shape.choosers else find_lead(sight))


def _headline(
    layout: Layout, shape: Shape, sight: Sight, general: Article | Refusal
) -> tuple[int | None, Field[str] | None]:
    """Return the block of the headline and the headline: the shape's, else the general reader's."""
    if "headline" in shape.choosers and not shape.choosers["headline"].is_absent:
        found = find_words(layout, shape, "headline", [])
        if found:
            return _block_at(layout, found[0].field.span), found[0].field
    if isinstance(general, Article):
        return _block_at(layout, general.headline.span if general.headline else None), general.headline
    return find_headline(sight)


def _changed(layout: Layout, shape: Shape, base: Article, found: Mapping[str, list[Found]]) -> _Changes:
    """Return the fields of an article that its shape sets, by their names."""
    changes: _Changes = {field: () if field in SEVERAL else None for field in shape.choosers}
    changes.pop("body", None)
    for field, values in found.items():
        fields = tuple(value.field for value in values)
        changes[field] = fields if field in SEVERAL else next(iter(fields), None)
    changes |= _times(layout, shape, base)
    spans = [layout.document.blocks[i].span for i in _blocks(layout, shape, "lead")]
    if spans:
        changes["lead"] = _spanning(layout, spans, shape.markup("lead"))
    if "captions" in shape.choosers:
        changes["captions"] = tuple(
            layout.document.blocks[i].span for i in _blocks(layout, shape, "captions")
        )
    return changes | _outlet_and_language(shape, base, changes)


def _times(layout: Layout, shape: Shape, base: Article) -> _Changes:
    """Return the times that the shape reads, and those of the general reader with the outlet's zone."""
    changes: _Changes = {}
    for field in TIME_FIELDS:
        chooser = shape.choosers.get(field)
        general = getattr(base, field)
        if chooser is not None:
            changes[field] = None if chooser.is_absent else find_time(layout, shape, field)
        elif general is not None and shape.timezone:
            changes[field] = msgspec.structs.replace(general, value=with_zone(general.value, shape.timezone))
    return changes


def _outlet_and_language(shape: Shape, base: Article, changes: _Changes) -> _Changes:
    """Return the outlet's name where the page has none, its language, and credits less the outlet."""
    more: _Changes = {}
    outlet = changes.get("outlet", base.outlet)
    if outlet is None and "outlet" not in shape.choosers:
        outlet = more["outlet"] = Field(value=shape.outlet, markup=shape.markup("outlet"))
    if shape.language:
        tag = shape.language.split("-")[0].lower()
        more["language"] = Field(value=tag, markup=shape.markup("language"))
    if "credits" in changes:
        more["credits"] = without_outlet(list(changes["credits"]), outlet)
    return more


def _body(
    layout: Layout, base: Article, changes: _Changes, found: Mapping[str, list[Found]]
) -> tuple[Span, ...]:
    """Return the article's paragraphs without what the shape takes for another field.

    Whole paragraphs leave it; what a pattern without a selector matched leaves its paragraph where it
    begins or ends it. A lead of the general reader's that the shape does not take goes back.
    """
    taken = [f.whole for values in found.values() for f in values if f.whole]
    lead = changes.get("lead")
    taken += [lead.span] if lead else []
    body = set(base.body)
    if "lead" in changes and base.lead and base.lead.span:
        body.add(base.lead.span)
    kept = [p for p in sorted(body) if not any(span.contains(p) for span in taken)]
    loose = [f.whole for values in found.values() for f in values if f.whole and f.is_loose]
    cut = (_cut(layout.document.text, paragraph, loose) for paragraph in kept)
    return tuple(p for p in cut if p.end > p.start)


def _cut(text: str, paragraph: Span, loose: Iterable[Span]) -> Span:
    """Return a paragraph without the stretches that begin or end it, nor white space beside them."""
    start, end = paragraph.start, paragraph.end
    for span in loose:
        if span.start <= start < span.end:
            start = min(span.end, end)
        elif span.start < end <= span.end:
            end = max(span.start, start)
    words = text[start:end]
    return Span(end - len(words.lstrip()), start + len(words.rstrip())) if words.strip() else Span(end, end)


def _blocks(layout: Layout, shape: Shape, field: str) -> list[int]:
    return find_blocks(layout, shape.choosers[field]) if field in shape.choosers else []


def _block_at(layout: Layout, span: Span | None) -> int | None:
    """Return the block that holds the beginning of a span."""
    return None if span is None else layout.block_at(span.start)


def _paragraphs(layout: Layout, article: Article) -> list[int]:
    return [layout.block_at(span.start) for span in article.body]


def _spanning(layout: Layout, spans: list[Span], markup: str) -> Field[str]:
    """Return several blocks as one field."""
    span = Span(spans[0].start, spans[-1].end)
    return Field(value=" ".join(span.of(layout.document.text).split()), span=span, markup=markup)


def _refusal(shape: Shape, field: str) -> Refusal:
    words = f"The shape {shape.file} finds no {field} here; the page may have a new design."
    return Refusal(reason="shape-missed", words=words)
