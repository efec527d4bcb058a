"""Gaps that a page shows between two elements though no white space stands in its markup."""

from selectolax.lexbor import LexborNode

_STYLED = frozenset({"span", "a", "b", "strong", "i", "em", "time", "small"})
_SENTENCE_MARKS = frozenset(".!?…")
_EAST_ASIAN = ("\u3040", "\ud7af")  # dates in these scripts join digits and letters

# "来源：" and "更新时间：" label what stands behind them.
_LONGEST_LABEL = 8
_LONGEST_WORD = 4
# Parts of one word that style sheets set apart are shorter: the first letter, an ending.
_SHORTEST_STYLED = 3


def shows_gap(before: str, after: str) -> bool:
    """Return whether the texts of two elements side by side cannot be one word in two types.

    "12 May" and "Anna" are two words though no white space parts them: pages show a gap there by
    their style sheets. "journal" and "istes", "2023" and "年" may be one.
    """
    if "：" in after[1:_LONGEST_LABEL]:
        return True
    last, first = before[-1:], after[:1]
    is_number = after[:2].isdigit()
    if last.isalpha() and _is_of_time(after):
        return True
    if last == ":":
        return first.isalnum() and not before[-2:-1].isdigit()
    if last.isdigit():
        is_clock = after[1:2] == ":" and before[-4:].isdigit()
        if first.isdigit() and after[1:2] == " " and not before[before.rfind(" ") + 1 :].isdigit():
            return True
        return first.isupper() or is_clock or (is_number and before[-2:].isdigit())
    if last.islower() or last in _SENTENCE_MARKS:
        is_age = first.isdigit() and after[1:2].isalpha() and len(after) > _LONGEST_WORD
        return first.isupper() or ((is_number or is_age) and last.islower())
    return is_number and last.isalpha() and not _EAST_ASIAN[0] <= last <= _EAST_ASIAN[1]


def are_styled_apart(before: str, element: LexborNode, after: str) -> bool:
    """Return whether an element and the one before it are each named for the style sheet, by other names.

    `before` and `after` are their last and first text: parts of one word in two types are short.
    """
    if len(before) < _SHORTEST_STYLED or len(after) < _SHORTEST_STYLED or element.tag not in _STYLED:
        return False
    beside = element.prev
    if beside is None or beside.tag not in _STYLED:
        return False
    names = beside.attributes.get("class"), element.attributes.get("class")
    return all(names) and names[0] != names[1]


def _is_of_time(words: str) -> bool:
    """Return whether words begin with one or two short ones and a figure, as the times of comments do."""
    first, blank, rest = words[:_LONGEST_LABEL].partition(" ")
    return (
        1 < len(first) <= _LONGEST_WORD and bool(blank) and first.isalpha() and any(c.isdigit() for c in rest)
    )
