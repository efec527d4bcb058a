"""Walk through markup that is no well-formed XML, as feeds often are not, in one pass over its text."""

import html
import re
from collections.abc import Callable, Mapping
from typing import Final

_TAG: Final = re.compile(r"<(/)?+([A-Za-z_][\w.:-]*+)([^>]*+)>")
_OTHER: Final = re.compile(r"<(!\[CDATA\[|!--|\?|!)")
_ATTRIBUTE: Final = re.compile(
    r"""(?<![\w.:-])([A-Za-z_][\w.:-]*+)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))"""
)
_CLOSED_BY: Final = {"![CDATA[": "]]>", "!--": "-->", "?": "?>", "!": ">"}
_LONGEST_TAG: Final = 100_000  # characters of a tag that are looked at for attributes; more are an attack

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]


def walk_leniently(text: str, start: Start, end: End, data: Data, escaped: Data) -> None:
    """Call back for each element's start and end and for text, whatever the text is.

    `data` takes text as it stands, `escaped` text whose entities are still to be put into letters.

    An end that nothing opened is passed over; one that closes an outer element closes those inside.
    """
    opened: list[str] = []
    find, match = text.find, _TAG.match
    place, last = (
        0,
        text.rfind(">") + 1,
    )  # behind it no tag ends, and none is looked for
    while (tag := find("<", place)) >= 0:
        if tag > place:
            escaped(text[place:tag])
        token = match(text, tag, last)
        if token is None:
            place = _step_over(text, tag, data)
        else:
            place = token.end()
            _element(token, opened, start, end)
    if place < len(text):
        escaped(text[place:])
    for name in reversed(opened):
        end(name)


def _step_over(text: str, tag: int, data: Data) -> int:
    """Step over a section, a comment, an instruction, a DOCTYPE, or a "<" that opens none of these.

    Returns where it ends. A section and a bare "<" are text.
    """
    token = _OTHER.match(text, tag)
    if token is None:
        data("<")
        return tag + 1
    begin, closing = token.end(), _CLOSED_BY[token[1]]
    stop = text.find(closing, begin)
    if token[1] == "![CDATA[":
        data(text[begin : stop if stop >= 0 else len(text)])
    return stop + len(closing) if stop >= 0 else len(text)


def _element(token: re.Match[str], opened: list[str], start: Start, end: End) -> None:
    """Take a tag."""
    is_end, name, inside = token.group(1, 2, 3)
    if is_end:
        if opened and opened[-1] == name:
            opened.pop()
            end(name)
        else:
            _close(name, opened, end)
        return
    start(name, _attributes(inside) if "=" in inside else {})
    if inside.endswith("/"):
        end(name)
    else:
        opened.append(name)


def _attributes(inside: str) -> dict[str, str]:
    found = _ATTRIBUTE.finditer(inside, 0, _LONGEST_TAG)
    return {m[1]: html.unescape(m[2] or m[3] or m[4] or "") for m in found}


def _close(name: str, opened: list[str], end: End) -> None:
    if name not in opened:
        return
    while opened:
        inner = opened.pop()
        end(inner)
        if inner == name:
            return
