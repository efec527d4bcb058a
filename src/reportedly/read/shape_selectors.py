"""The selectors that name an element, the ones that will last longest first."""

import itertools
import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

# Attributes that say what an element is for; their values outlive a change of style.
_SAYING = ("itemprop", "rel", "data-testid", "data-component", "property", "name", "role")
_NAME = re.compile(r"-?[A-Za-z_][\w-]*", re.ASCII)
# Three figures in a row number one page ("post-88214"), not a kind of page.
_NUMBERED = re.compile(r"\d{3}")
# Names that a build made change with the next one: "hKxQzB", "sc-1kq8pv-0", "css-x7fdt".
_CHANGES_OF_CASE = re.compile(r"[a-z][A-Z]|[A-Z]{2}")
_LONGEST_MADE = 8
_MADE_COST = 40
# What a selector costs is its length, and more where it says little: a tag alone names half a page, a
# tag below a named element says enough, and each step down can break.
_TAG_COST = {"h1": 2, "time": 6, "figcaption": 6, "article": 8, "main": 8, "header": 8, "figure": 8}
_LONE_TAG_COST = 40
_INNER_TAG_COST = 8
_STEP_COST = 6
_MOST_ANCESTORS = 8
_MOST_SELECTORS = 80


def simple_selectors(node: LexborNode) -> list[str]:
    """Return the selectors of one step that an element answers to, cheapest first."""
    tag = node.tag or ""
    found = [tag] if _NAME.fullmatch(tag) else []
    attributes = node.attributes
    for key in _SAYING:
        value = attributes.get(key)
        if value and not _NUMBERED.search(value) and '"' not in value and "\\" not in value:
            found.append(f'[{key}="{value}"]')
    names = [("#", name) for name in (attributes.get("id") or "").split()[:1]]
    names += [(".", name) for name in (attributes.get("class") or "").split()]
    for mark, name in names:
        if _NAME.fullmatch(name) and not _NUMBERED.search(name):
            found += [f"{mark}{name}", f"{tag}{mark}{name}"]
    return sorted(found, key=_cost_and_name)


def selectors(node: LexborNode) -> list[str]:
    """Return the selectors of one or two steps that an element answers to, cheapest first."""
    own = simple_selectors(node)
    found = list(own)
    for distance, ancestor in enumerate(ancestors(node)):
        for outer, inner in itertools.product(simple_selectors(ancestor)[:3], own[:4]):
            found.append(f"{outer} {inner}")
            if not distance:
                found.append(f"{outer} > {inner}")
    return sorted(found, key=_cost_and_name)[:_MOST_SELECTORS]


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements around one, the nearest first, without those that hold every page."""
    at = node.parent
    for _ in range(_MOST_ANCESTORS):
        if at is None or at.tag in (None, "html", "-document"):
            return
        yield at
        at = at.parent


def common_selectors(nodes: Iterable[LexborNode]) -> list[str]:
    """Return the selectors of one step that name all of some elements, cheapest first.

    Elements of several kinds, paragraphs and headings say, are named by their tags together.
    """
    each = [simple_selectors(node) for node in nodes]
    if not each:
        return []
    shared = [selector for selector in each[0] if all(selector in one for one in each)]
    tags = sorted({next((s for s in one if s.isalnum()), "") for one in each})
    if len(tags) > 1 and all(tags):
        shared.append(", ".join(tags))
    return sorted(shared, key=_cost_and_name)


def step_down(container: str, mark: str, inner: str) -> str:
    """Return a selector of two steps; each of several inner ones gets the container before it."""
    return ", ".join(f"{container}{mark}{one}" for one in inner.split(", "))


def cost_of(selector: str) -> int:
    """Return how much a selector is to be avoided: its length, its steps, tags alone, made names."""
    cost = 0
    for one in selector.split(", "):
        steps = [step for step in re.split(r""" (?:> )?(?![^\[]*\])""", one) if step]
        cost += sum(_step_cost(step, is_first=not n) for n, step in enumerate(steps))
        cost += _STEP_COST * (len(steps) - 1) + (" > " in one)
    return cost


def _step_cost(step: str, *, is_first: bool) -> int:
    if step.isalnum():
        return _TAG_COST.get(step, _LONE_TAG_COST if is_first else _INNER_TAG_COST)
    names = re.findall(r"[.#]([\w-]+)", step)
    return len(step) + sum(_MADE_COST for name in names if _looks_made(name))


def _cost_and_name(selector: str) -> tuple[int, str]:
    return cost_of(selector), selector


def _looks_made(name: str) -> bool:
    """Return whether a name looks as if a program had made it up."""
    changes = len(_CHANGES_OF_CASE.findall(name))
    return any(c.isdigit() for c in name) or (len(name) <= _LONGEST_MADE and changes > 1)
