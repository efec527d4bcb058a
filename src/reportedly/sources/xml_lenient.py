"""Walk through markup that is no well-formed XML, as feeds often are not, in one pass over its text."""

import html
import re
from collections.abc import Callable, Mapping
from typing import Final

_NAME: Final = re.compile(r"/?[A-Za-z_][\w.:-]*")
_ATTRIBUTE: Final = re.compile(r"""([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_LONGEST_TAG: Final = 100_000  # characters; past this a "<" opened no tag

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]


def walk_leniently(text: str, start: Start, end: End, data: Data, escaped: Data) -> None:
    """Call back for each element's start and end and for text, whatever the text is.

    `data` takes text as it stands, `escaped` text whose entities are still to be put into letters.

    An end that nothing opened is passed over; one that closes an outer element closes those inside.
    """
    opened: list[str] = []
    place, length = 0, len(text)
    while place < length:
        tag = text.find("<", place)
        if tag < 0:
            escaped(text[place:])
            break
        if tag > place:
            escaped(text[place:tag])
        place = _special(text, tag, data) or _element(text, tag, opened, start, end) or _bare(tag, data)
    for name in reversed(opened):
        end(name)


def _bare(tag: int, data: Data) -> int:
    """Take a "<" that opens nothing as text."""
    data("<")
    return tag + 1


def _special(text: str, tag: int, data: Data) -> int:
    """Step over a comment, a section, an instruction or a DOCTYPE; return 0 where it is none."""
    if text.startswith("<![CDATA[", tag):
        stop = text.find("]]>", tag)
        data(text[tag + 9 : stop if stop >= 0 else len(text)])
        return stop + 3 if stop >= 0 else len(text)
    for opening, closing in (("<!--", "-->"), ("<?", "?>"), ("<!", ">")):
        if text.startswith(opening, tag):
            stop = text.find(closing, tag + len(opening))
            return stop + len(closing) if stop >= 0 else len(text)
    return 0


def _element(text: str, tag: int, opened: list[str], start: Start, end: End) -> int:
    """Take a tag; return where it ends, 0 where it is none."""
    named = _NAME.match(text, tag + 1)
    if named is None:
        return 0
    stop = text.find(">", named.end(), tag + _LONGEST_TAG)
    if stop < 0:
        return 0
    name = named.group()
    if name.startswith("/"):
        _close(name[1:], opened, end)
        return stop + 1
    inside = text[named.end() : stop]
    attributes = {
        m.group(1): html.unescape(m.group(2) or m.group(3) or m.group(4) or "")
        for m in _ATTRIBUTE.finditer(inside)
    }
    opened.append(name)
    start(name, attributes)
    if inside.endswith("/"):
        opened.pop()
        end(name)
    return stop + 1


def _close(name: str, opened: list[str], end: End) -> None:
    if name not in opened:
        return
    while opened:
        inner = opened.pop()
        end(inner)
        if inner == name:
            return
