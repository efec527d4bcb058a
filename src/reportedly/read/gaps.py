"""Gaps that a page shows between two elements though no white space stands in its markup."""

_SENTENCE_MARKS = frozenset(".!?…")
_EAST_ASIAN = ("\u3040", "\ud7af")  # dates in these scripts join digits and letters


def shows_gap(before: str, after: str) -> bool:
    """Return whether the texts of two elements side by side cannot be one word in two types.

    "12 May" and "Anna" are two words though no white space parts them: pages show a gap there by
    their style sheets. "journal" and "istes", "2023" and "年" may be one.
    """
    last, first = before[-1:], after[:1]
    is_number = after[:2].isdigit()
    if last == ":":
        return first.isalnum() and not before[-2:-1].isdigit()
    if last.isdigit():
        return first.isupper() or (is_number and before[-2:].isdigit())
    if last.islower() or last in _SENTENCE_MARKS:
        return first.isupper() or (is_number and last.islower())
    return is_number and last.isalpha() and not _EAST_ASIAN[0] <= last <= _EAST_ASIAN[1]
