"""The words of a stretch of text that can say when, with numbers read."""

import re
from collections.abc import Iterator, Sequence

from reportedly.dates.figures import Token, figure_dates
from reportedly.dates.lexicon import YEARS, Entry, Lexicon
from reportedly.records import Span

_WORD = re.compile(r"[^\W_]+|,")
# What may stand between two words of one expression; a dot only behind figures and abbreviations.
_GLUE = re.compile(r"[ \t\u00a0\u202f\u200c\u200e\u200f\-‑–'’\n]*")
_GLUE_WITH_DOT = re.compile(r"\.?[ \t\u00a0\u202f\u200c\u200e\u200f\-‑'’\n]*")
_MOST_GLUE = 6
_LAST_DAY = 31
_TWENTY, _HUNDRED, _THOUSAND = 20, 100, 1000
_CENTURIES = range(13, 21)  # first halves of years that are read in two
_SHORT_YEAR_FROM = 30  # two figures of a year from here on are of the twentieth century
_CASED = frozenset({"M", "W"})


def read_tokens(text: str, span: Span, lexicon: Lexicon) -> list[Token]:
    """Return the words inside `span` that the language's data or their figures make words of time."""
    found = list(figure_dates(text, span, lexicon.words.order))
    taken = {at for token in found for at in range(token.start, token.end)}
    entries = lexicon.entries
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        if word[0].isdigit() and match.start() in taken:
            continue
        if word[0].isdigit():
            token = _figures(text, match.start(), match.end(), lexicon)
        elif (entry := entries.get(word.lower())) is not None:
            keys = entry
            if lexicon.words.capital_names and not word[0].isupper() and not _CASED.isdisjoint(entry):
                keys = {key: value for key, value in entry.items() if key not in _CASED}
            token = Token(match.start(), match.end(), keys, word.lower() in lexicon.dotted)
        elif word == ",":
            token = Token(match.start(), match.end(), {",": ","})
        else:
            continue
        if token is not None:
            found.append(token)
    if taken:
        found.sort(key=lambda token: token.start)
    return list(_with_numbers(text, found, lexicon))


def are_near(text: str, one: Token, other: Token) -> bool:
    """Return whether two words may belong to one expression: nothing but spaces and hyphens between."""
    gap = other.start - one.end
    if gap == 1 and text[one.end] == " ":
        return True
    if gap > _MOST_GLUE:
        return False
    glue = _GLUE_WITH_DOT if one.may_dot else _GLUE
    return glue.fullmatch(text, one.end, other.start) is not None


def _figures(text: str, start: int, end: int, lexicon: Lexicon) -> Token | None:
    """Return figures as a count, a day, a year or a decade; None where letters follow that say nothing."""
    stop = next((at for at in range(start, end) if not text[at].isdigit()), end)
    value, ending = int(text[start:stop]), text[stop:end].lower()
    if ending in lexicon.words.decades and ending:
        return Token(start, end, {"E": _full_year(value)})
    if ending and ending not in lexicon.words.endings:
        return None
    keys: Entry = {"O": value} if ending else {"N": value}
    if 1 <= value <= _LAST_DAY:
        keys["D"] = value
    if stop - start == 4 and value in YEARS and not ending:  # figures of a year
        keys["Y"] = value
    elif stop - start == 2 and text[start - 1 : start] in ("'", "’"):
        keys["Y"] = _full_year(value)
    return Token(start, end, keys, may_dot=True)


def _full_year(value: int) -> int:
    """Return the four figures of a year given by its last two."""
    if value >= _HUNDRED:
        return value
    return value + (1900 if value >= _SHORT_YEAR_FROM else 2000)


def _with_numbers(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens, the words of one number as one token."""
    at = 0
    while at < len(tokens):
        run = [tokens[at]]
        if _is_number_word(text, tokens[at]):
            while at + len(run) < len(tokens) and _goes_on(text, run[-1], tokens[at + len(run)]):
                run.append(tokens[at + len(run)])
        yield _number(run, lexicon) if len(run) > 1 else run[0]
        at += len(run)


def _is_number_word(text: str, token: Token) -> bool:
    return bool(token.keys.get("N")) and not text[token.start].isdigit()


def _goes_on(text: str, last: Token, token: Token) -> bool:
    """Return whether a number word goes on the number before it: tens and units, hundreds, years."""
    before, value = int(last.keys.get("N", 0)), int(token.keys.get("N", token.keys.get("O", 0)))
    if not value or text[token.start].isdigit() or not are_near(text, last, token):
        return False
    is_units = before >= _TWENTY and before % 10 == 0 and value < 10
    return is_units or value >= _HUNDRED or before in _CENTURIES or before >= _HUNDRED


def _number(run: Sequence[Token], lexicon: Lexicon) -> Token:
    """Return the words of a number as one token, a year where they can be one."""
    total = part = 0
    is_rank = "N" not in run[-1].keys
    for token in run:
        value = int(token.keys.get("N", token.keys.get("O", 0)))
        if value in (_HUNDRED, _THOUSAND):
            part = max(1, part) * value
        elif lexicon.words.spoken_years and part in _CENTURIES and value >= 10:
            total, part = part * _HUNDRED, value
        else:
            part += value
    total += part
    keys: Entry = {"O" if is_rank else "N": total}
    if total in YEARS and not is_rank:
        keys["Y"] = total
    if 1 <= total <= _LAST_DAY:
        keys["D"] = total
    return Token(run[0].start, run[-1].end, keys)
