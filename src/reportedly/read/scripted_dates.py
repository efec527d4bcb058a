"""Moments in the data of a page's scripts, for pages whose other markup names no publishing."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

# Keys of publishing and making, as content systems and shops write them, with a day behind.
_KEY = re.compile(
    r"(first_?published(?:_?at)?|published_?(?:at|date|on)?|publish_?(?:ed)?_?date|publication_?date|datePublished"
    r'|created_?at)\\?["\']\s*:\s*\\?["\'](\d{4}-\d\d-\d\d[^"\'\\]{0,25})',
    re.IGNORECASE,
)
# Attributes in which elements keep a moment in seconds since 1970, for a script that shows it.
_COUNTED = ("data-time", "data-timestamp", "data-unixtime", "data-epoch")
_ANY_COUNTED = ",".join(f"[{name}]" for name in _COUNTED)
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?$")
# A script longer than this is a program or a heap of other stories.
_LONGEST_SCRIPT = 600_000


def scripted_moments(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the first moment that each script with data names, as (key, value)."""
    for node in tree.css("script"):
        raw = node.text()
        if len(raw) > _LONGEST_SCRIPT or not ("ublish" in raw or "reated" in raw):
            continue
        match = _KEY.search(raw)
        if match:
            yield match[1], match[2]


def counted_moments(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """Yield the first moment that an element holds in seconds, as (attribute, value)."""
    node = tree.css_first(_ANY_COUNTED)
    attributes = node.attributes if node is not None else {}
    for name in _COUNTED:
        value = attributes.get(name) or ""
        if _SECONDS.match(value):
            yield name, value
