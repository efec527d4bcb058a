"""The words of a text as numbers: equal words have equal codes, in any case, accent and script.

A copy is found by runs of equal words, so a text is turned into arrays once and compared as arrays.
The codes come from one pass of numpy over the code points: the polynomial of a word is the difference
of two running sums (Rabin and Karp's rolling hash), so that no word is ever cut out as a string.
"""

import functools
import unicodedata

import msgspec
import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint64]
Places = NDArray[np.int64]

_BEYOND, _BREAK, _LETTER, _ALONE, _UNSEEN = 0xFFFF, 0, 1, 2, 3
# Scripts that put no space between words: each sign counts as a word of its own.
_UNSPACED = ((0x2E80, 0xA000), (0x0E00, 0x1000), (0x1780, 0x1800))
# Signs inside a word that two outlets may or may not write: tatweel, joiners, soft hyphens.
_JOINERS = "\u0640\u200b\u200c\u200d\u2060\u00ad"
# Letters that keyboards of neighbouring languages exchange.
_SAME = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه"}

# Odd multipliers that mix well (the golden ratio's, and those of splitmix64); any odd ones would do.
_STEP = np.uint64(0x9E3779B97F4A7C15)
_STEP_BACK = np.uint64(pow(0x9E3779B97F4A7C15, -1, 2**64))
_MIX = np.uint64(0xD6E8FEB86659FD93)
_HALF = np.uint64(32)


class WordCodes(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a text in order: where each starts and ends (code points), and its 64-bit code."""

    starts: Places
    ends: Places
    codes: Codes

    def __len__(self) -> int:
        return len(self.codes)

    def chosen(self, which: NDArray[np.bool_]) -> "WordCodes":
        """Return the words for which `which` is true."""
        return WordCodes(starts=self.starts[which], ends=self.ends[which], codes=self.codes[which])


def word_codes(text: str) -> WordCodes:
    """Return the words of a text: letters and digits between anything else; marks and case do not count.

    >>> one, other = word_codes("The “Quay”, re-opened."), word_codes("the quay reopened")
    >>> len(one), [bool(code in other.codes) for code in one.codes]
    (4, [True, True, False, False])
    """
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if len(points) and points.max() > _BEYOND:
        points = np.minimum(points, np.uint32(_BEYOND))
    kinds_of, numbers_of = _alphabet()
    kinds = kinds_of.take(points)
    seen: Places | None = None
    if (kinds == _UNSEEN).any():
        seen = np.flatnonzero(kinds != _UNSEEN)
        points, kinds = points[seen], kinds[seen]
    starts, ends = _bounds(kinds)
    codes = _codes(numbers_of.take(points), starts, ends)
    if seen is not None:
        starts, ends = seen[starts], seen[ends - 1] + 1
    return WordCodes(starts=starts, ends=ends, codes=codes)


def _bounds(kinds: NDArray[np.uint8]) -> tuple[Places, Places]:
    """Return where words start and end in a text of which each sign's kind is given."""
    inside = kinds > 0
    begins = inside.copy()
    begins[1:] &= ~inside[:-1]
    alone = kinds == _ALONE
    if alone.any():
        begins |= inside & alone
        begins[1:] |= inside[1:] & alone[:-1]
    finishes = inside.copy()
    finishes[:-1] &= ~inside[1:] | begins[1:]
    return np.flatnonzero(begins), np.flatnonzero(finishes) + 1


def _codes(numbers: Codes, starts: Places, ends: Places) -> Codes:
    forth, back = _powers(max(1 << 14, 1 << len(numbers).bit_length()))
    sums = np.zeros(len(numbers) + 1, np.uint64)
    np.cumsum(numbers * forth[: len(numbers)], out=sums[1:])
    return _stirred((sums[ends] - sums[starts]) * back[starts])


def _stirred(codes: Codes) -> Codes:
    codes ^= codes >> _HALF
    codes *= _MIX
    codes ^= codes >> _HALF
    return codes


def run_codes(codes: Codes, length: int) -> Codes:
    """Return the code of every run of `length` words, by the place of its first word."""
    count = max(0, len(codes) - length + 1)
    runs = codes[:count].copy()
    for step in range(1, length):
        runs *= _STEP
        runs += codes[step : step + count]
    return _stirred(runs)


@functools.cache
def _powers(count: int) -> tuple[Codes, Codes]:
    """Return the powers of the step and of its inverse, from the zeroth on (modulo 2 to the 64th)."""
    forth, back = np.full(count, _STEP, np.uint64), np.full(count, _STEP_BACK, np.uint64)
    forth[0] = back[0] = 1
    return np.multiply.accumulate(forth), np.multiply.accumulate(back)


@functools.cache
def _alphabet() -> tuple[NDArray[np.uint8], Codes]:
    """Return each code point's kind and its number: 0 outside words, the same for signs that count as one."""
    kinds = np.zeros(_BEYOND + 1, np.uint8)
    folded = np.arange(_BEYOND + 1, dtype=np.uint32)
    for point in range(ord("0"), _BEYOND):
        kinds[point], folded[point] = _sign(point)
    kinds[_BEYOND] = _ALONE
    for sign in _JOINERS:
        kinds[ord(sign)] = _UNSEEN
    for sign, same in _SAME.items():
        folded[ord(sign)] = folded[ord(same)]
    numbers = _stirred((folded.astype(np.uint64) + np.uint64(1)) * _STEP)
    return kinds, np.where((kinds == _BREAK) | (kinds == _UNSEEN), np.uint64(0), numbers)


def _sign(point: int) -> tuple[int, int]:
    """Return a code point's kind and the code point it counts as."""
    if 0xD800 <= point < 0xF900:
        return _BREAK, point
    sign = chr(point)
    if not sign.isalnum():
        return (_UNSEEN if unicodedata.combining(sign) else _BREAK), point
    if any(first <= point < end for first, end in _UNSPACED):
        return _ALONE, point
    if 0xAC00 <= point < 0xD7B0:
        return _LETTER, point
    plain = unicodedata.normalize("NFKD", sign)[0].lower()
    return _LETTER, min(ord(plain[0]), _BEYOND)
