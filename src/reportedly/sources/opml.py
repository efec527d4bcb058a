"""Lists of feeds as feed readers exchange them: OPML 1.0 to 2.0."""

import html
from collections.abc import Mapping, Sequence
from typing import Final

from reportedly.records import BadRequest, Declared
from reportedly.sources.addresses import whole_address
from reportedly.sources.declaring import checked, name_for
from reportedly.sources.decoding import decode
from reportedly.sources.feed_words import plain_title
from reportedly.sources.identity import identity_of
from reportedly.sources.xml_fields import XmlRefused, walk_xml

MOST_BYTES: Final = 8 * 2**20
"""A list of feeds that is read: the largest of feed readers hold some thousands in 1 MB."""


def read_opml(body: bytes) -> tuple[Declared, ...]:
    """Return the feeds of an OPML list as sources, each address once; raises BadRequest where it is none."""
    found: dict[str, Declared] = {}
    is_opml = False

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal is_opml
        is_opml = is_opml or name.lower().endswith("opml")
        lowered = {key.lower(): value for key, value in attributes.items()}
        address = whole_address(lowered.get("xmlurl", ""))
        if name.lower().endswith("outline") and address and identity_of(address) not in found:
            title = plain_title(lowered.get("title") or lowered.get("text") or "") or ""
            taken = [source.name for source in found.values()]
            found[identity_of(address)] = checked(
                Declared(
                    name=name_for(title, address, taken), address=address, title=title,
                    language=lowered.get("language", "")[:35],
                )
            )  # fmt: skip

    try:
        walk_xml(decode(body[:MOST_BYTES]), start)
    except XmlRefused as refusal:
        raise BadRequest(f"This list is not read: {refusal}.", next_step="Export it anew.") from refusal
    if not is_opml:
        raise BadRequest("This is no OPML list.", next_step="Choose the file that a feed reader exported.")
    return tuple(found.values())


def write_opml(sources: Sequence[Declared]) -> str:
    """Return sources as an OPML list; what OPML has no place for (notes, quiet times) is left out."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        "<head><title>Sources watched by Reportedly</title></head>",
        "<body>",
    ]
    for source in sources:
        title = html.escape(source.title or source.name)
        language = f' language="{html.escape(source.language)}"' if source.language else ""
        address = html.escape(source.address)
        lines.append(f'<outline type="rss" text="{title}" title="{title}" xmlUrl="{address}"{language}/>')
    return "\n".join([*lines, "</body>", "</opml>", ""])
