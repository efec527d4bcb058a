"""The words of a stretch of text that can say when, with numbers read."""

import itertools
import re
from collections.abc import Iterator, Sequence

from reportedly.dates.calendars import full_year
from reportedly.dates.figures import Token, figure_dates
from reportedly.dates.lexicon import YEARS, Lexicon
from reportedly.dates.lookup import COMMA, FIGURES, Entry, fold
from reportedly.dates.runs import Word, read_runs
from reportedly.records import Span

# What may stand between two words of one expression; a dot only behind figures and abbreviations.
_GLUE = re.compile(r"[ \t\u00a0\u202f\u200c\u200e\u200f\-‑–'’\n]*")
_GLUE_WITH_DOT = re.compile(r"\.?[ \t\u00a0\u202f\u200c\u200e\u200f\-‑'’\n]*")
_MOST_GLUE = 6
_LAST_DAY = 31
# More figures than these count nothing that a calendar reaches; raised and ringed ones are no figures.
_MOST_FIGURES = 9
_TWENTY, _HUNDRED, _THOUSAND = 20, 100, 1000
_CENTURIES = range(13, 21)  # first halves of years that are read in two
_NAMED = frozenset({"M", "W"})  # classes of names


def read_tokens(text: str, span: Span, lexicon: Lexicon) -> list[Token]:
    """Return the words inside `span` that the language's data or their figures make words of time."""
    words, has_date = read_runs(text, span, lexicon)
    found = list(figure_dates(text, span, lexicon.data.order)) if has_date else []
    taken = {at for token in found for at in range(token.start, token.end)}
    for word in words:
        if word.entry is FIGURES:
            token = None if word.start in taken else _figures(text, word.start, word.end, lexicon)
        elif word.entry is COMMA:
            token = Token(word.start, word.end, COMMA)
        else:
            token = _word(text, word, lexicon)
        if token is not None:
            found.append(token)
    if taken:
        found.sort(key=lambda token: token.start)
    return list(_with_numbers(text, _with_names(text, found, lexicon), lexicon))


def _word(text: str, word: Word, lexicon: Lexicon) -> Token:
    """Return a word with what it can be where it stands: small letters and short names mean less."""
    start, end, entry = word.start, word.end, word.entry
    if _NAMED.isdisjoint(entry):
        return Token(start, end, entry)
    is_short = fold(text[start:end]) in lexicon.abbreviations
    is_small = lexicon.data.capital_names and not text[start].isupper()
    if is_small or (is_short and not _is_dated(text, start, end)):
        entry = {key: value for key, value in entry.items() if key not in _NAMED}
    return Token(start, end, entry, is_short)


def _is_dated(text: str, start: int, end: int) -> bool:
    """Return whether a dot or figures beside a word show that it is a name cut short."""
    beside = text[max(0, start - 2) : start] + text[end : end + 3]
    return text[end : end + 1] == "." or any(character.isdigit() for character in beside)


def _with_names(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return the tokens, the words of one name ("Dhu al-Hijjah") as one token."""
    if not lexicon.names:
        return list(tokens)
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        length, entry = _name_at(text, tokens, at, lexicon)
        if length > 1:
            found.append(Token(tokens[at].start, tokens[at + length - 1].end, entry))
        else:
            found.append(tokens[at])
        at += length
    return found


def _name_at(text: str, tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, Entry]:
    """Return how many words from a place on are one name, and what it can be; 1 where none is."""
    best: tuple[int, Entry] = (1, {})
    rows = lexicon.names.get(fold(text[tokens[at].start : tokens[at].end]))
    for parts, entry in rows or ():
        here = tokens[at : at + len(parts)]
        words = tuple(fold(text[token.start : token.end]) for token in here)
        if words != parts or not all(are_near(text, a, b) for a, b in itertools.pairwise(here)):
            continue
        if len(parts) > best[0]:
            best = (len(parts), entry)
        elif len(parts) == best[0]:
            best = (best[0], best[1] | entry)
    return best


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
    stop = next((at for at in range(start, end) if not text[at].isdecimal()), end)
    if not 0 < stop - start <= _MOST_FIGURES:
        return None
    value, ending = int(text[start:stop]), text[stop:end].lower()
    if ending in lexicon.data.decades and ending:
        return Token(start, end, {"E": full_year(value)})
    if ending and ending not in lexicon.data.endings:
        return None
    keys: Entry = {"O": value} if ending else {"N": value}
    if 1 <= value <= _LAST_DAY:
        keys["D"] = value
    if stop - start == 4 and value in YEARS and not ending:  # figures of a year
        keys["Y"] = value
    elif stop - start == 2 and text[start - 1 : start] in ("'", "’"):
        keys = {"Y": full_year(value)}
    return Token(start, end, keys, may_dot=True)


def _with_numbers(text: str, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Yield the tokens, the words of one number as one token."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if "N" not in token.keys or not _is_number_word(text, token):
            yield token
            continue
        run = [token]
        while at < len(tokens) and _goes_on(text, run[-1], tokens[at]):
            run.append(tokens[at])
            at += 1
        yield _number(run, lexicon) if len(run) > 1 else token


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
        elif lexicon.data.spoken_years and part in _CENTURIES and value >= 10:
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
