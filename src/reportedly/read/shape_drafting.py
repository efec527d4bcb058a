"""From one page, as the general reader read it, to the draft of its outlet's shape."""

import datetime
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from reportedly.read.shape_choosing import find_time, find_words
from reportedly.read.shape_drafting_blocks import block_choosers
from reportedly.read.shape_drafting_words import time_choosers, word_choosers
from reportedly.read.shape_places import Layout
from reportedly.read.shape_reading import read_shaped
from reportedly.read.shapes import BLOCK_FIELDS, SEVERAL, TIME_FIELDS, WORD_FIELDS, Chooser, Outlet, Shape
from reportedly.records import Article, Field, Page, Refusal, Span

_ORDER = ("headline", "lead", "body", "published", "updated", "authors", "credits")
FIELDS = (*_ORDER, *(f for f in (*WORD_FIELDS, *BLOCK_FIELDS, *TIME_FIELDS) if f not in _ORDER))

T = TypeVar("T")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """The draft of an outlet, what it reads on its page, and the fields it leaves to the general reader."""

    outlet: Outlet
    reading: Article
    left: tuple[str, ...]


def draft_outlet(page: Page, layout: Layout, general: Article, host: str, file: str) -> Draft:
    """Return an outlet with one shape that reads on a page what the general reader did.

    A field that no short selector or pattern expresses is left out, so that the general reader goes on
    reading it. The draft has been read back: what stands in it gives the same fields.
    """
    name = general.outlet.value if general.outlet else host
    shape = Shape(file=file, outlet=name, since=datetime.date.min, choosers={})
    wanted = [field for field in FIELDS if getattr(general, field)]
    for field in wanted:
        chooser = next(
            (c for c in _choosers(layout, general, field) if _reads(layout, shape, general, field, c)), None
        )
        if chooser is not None:
            shape = _with(shape, field, chooser)
    shape, reading = _read_back(page, layout, shape, general)
    outlet = Outlet(file=file, name=name, hosts=_hosts(host), shapes=(shape,))
    return Draft(outlet=outlet, reading=reading, left=tuple(f for f in wanted if f not in shape.choosers))


def same_field(field: str, one: Article, general: Article) -> bool:
    """Return whether a reading agrees with the general one in a field: its values, and where both show it.

    An outlet's name from the file agrees with a page that names none.
    """
    mine, theirs = getattr(one, field), getattr(general, field)
    if field == "outlet" and theirs is None:
        return True
    if field in ("body", "captions"):
        return bool(mine == theirs)
    if field not in SEVERAL:
        mine, theirs = (mine,) if mine else (), (theirs,) if theirs else ()
    return len(mine) == len(theirs) and all(_same(a, b) for a, b in zip(mine, theirs, strict=True))


def _same(one: Field[T], other: Field[T]) -> bool:
    both = one.span and other.span
    return one.value == other.value and (not both or _overlap(one.span, other.span))


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one.overlaps(other)


def _choosers(layout: Layout, general: Article, field: str) -> Iterator[Chooser]:
    if field in BLOCK_FIELDS:
        return block_choosers(layout, general, field)
    return (
        time_choosers(layout, general, field)
        if field in TIME_FIELDS
        else word_choosers(layout, general, field)
    )


def _reads(layout: Layout, shape: Shape, general: Article, field: str, chooser: Chooser) -> bool:
    """Return whether a chooser alone gives a field as the general reader has it."""
    if field in BLOCK_FIELDS:
        return True  # blocks are compared where their choosers are made
    trial = _with(shape, field, chooser)
    if field in TIME_FIELDS:
        found = find_time(layout, trial, field)
        return found is not None and _same(found, getattr(general, field))
    blocks = [layout.block_at(span.start) for span in general.body]
    words = [f.field for f in find_words(layout, trial, field, blocks)]
    wanted = getattr(general, field)
    wanted = wanted if field in SEVERAL else (wanted,)
    return len(words) == len(wanted) and all(_same(a, b) for a, b in zip(words, wanted, strict=True))


def _with(shape: Shape, field: str, chooser: Chooser) -> Shape:
    return msgspec.structs.replace(shape, choosers={**shape.choosers, field: chooser})


def _read_back(page: Page, layout: Layout, shape: Shape, general: Article) -> tuple[Shape, Article]:
    """Return a shape less the fields that change the reading, and the reading it gives."""
    while True:
        reading = read_shaped(page, shape, layout, general)
        if isinstance(reading, Refusal):
            return msgspec.structs.replace(shape, choosers={}), general
        wrong = [f for f in FIELDS if not same_field(f, reading, general)]
        if not wrong:
            return shape, reading
        # Another body moves what is looked for beside it, so it goes before all the rest does.
        own = [f for f in wrong if f in shape.choosers]
        dropped = own or (["body"] if "body" in shape.choosers else list(shape.choosers))
        if not dropped:
            return shape, general
        left = {name: c for name, c in shape.choosers.items() if name not in dropped}
        shape = msgspec.structs.replace(shape, choosers=left)


def _hosts(host: str) -> tuple[str, ...]:
    """Return a host with and without its www."""
    bare = host.removeprefix("www.")
    return (bare, f"www.{bare}")
