"""Titles that stand for a person: reading them, and telling whether two are the same office."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.tokens import Token
from reportedly.language import Titles

_WORDS_BEFORE = 4  # words before the head of a title that can belong to it
_WORDS_BEHIND = 6  # words behind it: "of the Islamic Revolution"
_APPOSITION = 9  # words in which "…, the mayor of Lindmark," must name its office
_SAME_LETTERS = 4  # "Cuba" and "Cuban" share at least so many first letters


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as the text words it: its head ("minister"), ranks ("prime") and qualifiers ("cuban").

    `first`, `head_at` and `stop` are places of tokens. `former` says that it is no longer held.
    `gender` is what the head says of its holder (`he`, `she` or empty).
    """

    head: str
    head_at: int
    first: int
    stop: int
    ranks: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    former: bool = False
    gender: str = ""


def office_head(low: str, titles: Titles) -> str | None:
    """Return the office a word names ("minister", "mayor-elect" -> "mayor"), None where it names none."""
    low = titles.short_titles.get(low, low)
    if low in titles.offices or low in titles.offices_he or low in titles.offices_she:
        return low
    if low.endswith(titles.office_endings) and low not in titles.office_endings:
        return low
    if "-" not in low:
        return None
    parts = [part for part in low.split("-") if part]
    heads = [part for part in reversed(parts) if part in titles.also_surnames or office_head(part, titles)]
    if all(part in titles.also_surnames for part in heads):  # "Cobb-Hunter"
        return None
    return next((found for found in (office_head(part, titles) for part in heads) if found), None)


def names_body(low: str, titles: Titles) -> bool:
    """Return whether a word in a name makes it an organisation's: "ministry", "Hafenverwaltung"."""
    if low in titles.organisations or low.rpartition("-")[2] in titles.organisations:  # "Sun-Times"
        return True
    ends_so = bool(titles.organisation_endings) and low.endswith(titles.organisation_endings)
    return ends_so and office_head(low, titles) is None  # "Landrat"


def read_office(
    tokens: Sequence[Token], head: int, titles: Titles, *, right: bool, until: int | None = None
) -> Office:
    """Return the office whose head stands at `head`, with its qualifiers to the left.

    `right` asks for those behind it as well ("of the Islamic Revolution"), up to the place `until`.
    """
    before = _before(tokens, head, titles)
    behind = _behind(tokens, head, titles, until) if right else ()
    low = tokens[head].low
    word = office_head(low, titles) or low
    words = {tokens[place].key for place in (*before, *behind)}
    words |= {part for part in low.split("-") if part != word}
    skipped = titles.of | titles.articles | titles.indefinite
    return Office(
        head=word,
        head_at=head,
        first=min(before, default=head),
        stop=max(behind, default=head) + 1,
        ranks=frozenset(words & titles.ranks),
        qualifiers=frozenset(w for w in words - titles.ranks - titles.former - skipped if not w[0].isdigit()),
        former=bool(words & titles.former),
        gender="he" if word in titles.offices_he else "she" if word in titles.offices_she else "",
    )


def apposition(tokens: Sequence[Token], name: int, stop: int, titles: Titles) -> Office | None:
    """Return the office that commas set beside a name at `name`..`stop`, behind it or before it."""
    return _apposition_behind(tokens, stop, titles) or _apposition_before(tokens, name, stop, titles)


def fit(asked: Office, held: Office, titles: Titles) -> float | None:
    """Return how well the words of `asked` fit an office somebody holds; None where they contradict.

    A qualifier on one side alone is no contradiction ("the president", "Cuban President X"); one on
    each side that the other lacks is ("the Cuban president", "Iranian President Y").
    """
    if asked.head != held.head or asked.ranks != held.ranks:
        return None
    if asked.former and not held.former:
        return None
    unmet = [q for q in asked.qualifiers if not any(same_qualifier(q, h, titles) for h in held.qualifiers)]
    if unmet and held.qualifiers:
        left = [h for h in held.qualifiers if not any(same_qualifier(q, h, titles) for q in asked.qualifiers)]
        if left:
            return None
    met = len(asked.qualifiers) - len(unmet)
    return 1.0 + met - 0.5 * len(unmet) - (0.5 if held.former and not asked.former else 0.0)


def same_qualifier(one: str, other: str, titles: Titles) -> bool:
    """Return whether two words qualify an office alike: "cuban" and "cuba", "dutch" and "netherlands"."""
    if one == other:
        return True
    first, second = titles.demonyms.get(one, one), titles.demonyms.get(other, other)
    shared = min(len(first), len(second))
    return first == second or (shared >= _SAME_LETTERS and _alike(first, second, shared))


def _alike(first: str, second: str, shared: int) -> bool:
    size = max(_SAME_LETTERS, shared - 1)
    return first[:size] == second[:size]


def _before(tokens: Sequence[Token], head: int, titles: Titles) -> range:
    """Return the places of the words before the head of a title that belong to it."""
    stops = (titles.articles, titles.indefinite, titles.prepositions, titles.conjunctions)
    place = head
    while place > 0 and head - place < _WORDS_BEFORE and tokens[place].glued:
        word = tokens[place - 1]
        is_opener = word.first and word.low in titles.openers and word.low not in titles.former
        if any(word.low in stop for stop in stops) or is_opener:
            break
        place -= 1
        if word.possessive:
            break
    return range(place, head)


def _behind(tokens: Sequence[Token], head: int, titles: Titles, until: int | None) -> tuple[int, ...]:
    """Return the places of the words that "of (the) …" sets behind the head of a title."""
    last = min(len(tokens), head + 1 + _WORDS_BEHIND, until if until is not None else len(tokens))
    place = head + 1
    if place >= last or not tokens[place].glued or tokens[place].low not in titles.of:
        return ()
    taken: list[int] = []
    has_capital = False
    for place in range(head + 1, last):
        token = tokens[place]
        is_tie = token.low in titles.of or token.low in titles.articles
        if not token.glued or (not is_tie and not token.capital and (has_capital or len(taken) > 2)):
            break
        has_capital = has_capital or token.capital
        taken.append(place)
    while taken and (tokens[taken[-1]].low in titles.of or tokens[taken[-1]].low in titles.articles):
        taken.pop()
    return tuple(taken)


def _apposition_behind(tokens: Sequence[Token], stop: int, titles: Titles) -> Office | None:
    """Return the office of "X, the mayor of Lindmark," and "X, 43, a farmer from Lindmark,"."""
    if stop >= len(tokens) or tokens[stop].gap.strip() != ",":
        return None
    if tokens[stop].low.isdigit():
        stop += 1
        if stop >= len(tokens) or not tokens[stop].gap.strip().startswith(","):
            return None
    end = stop + 1
    while end < len(tokens) and end - stop < _APPOSITION and tokens[end].glued:
        if tokens[end].low in titles.prepositions or tokens[end].low in titles.relative:
            break
        end += 1
    return _office_within(tokens, stop, end, titles)


def _office_within(tokens: Sequence[Token], start: int, end: int, titles: Titles) -> Office | None:
    """Return the office of an apposition's words: a known one, or what "the" or "a" makes one."""
    known = [p for p in range(start, end) if office_head(tokens[p].low, titles) and not tokens[p].possessive]
    opens = tokens[start].low in titles.articles or tokens[start].low in titles.indefinite
    if known and _closes(tokens, known[-1], end, titles):
        return read_office(tokens, known[-1], titles, right=True)
    if known:
        return None
    closed = end >= len(tokens) or tokens[end].first or "," in tokens[end].gap
    if not (opens and closed) or end - start < 2 or tokens[end - 1].capital or titles.capital_nouns:
        return None  # where nouns have capitals, small words at the end are a clause: ", der … wollte"
    return read_office(tokens, end - 1, titles, right=True)


def _closes(tokens: Sequence[Token], head: int, end: int, titles: Titles) -> bool:
    """Return whether the words up to `end` end with an office, and do not go on with a verb.

    "In Lindmark, the mayor said" tells Lindmark no office. Only where no adjective or genitive may stand
    behind the office ("ministre français").
    """
    if titles.small_bodies or titles.case_endings or titles.capital_nouns or head + 1 >= end:
        return True
    after = tokens[head + 1]
    ties = titles.conjunctions | titles.of | titles.former
    return not after.glued or after.capital or after.low in ties or after.low in titles.naming


def _apposition_before(tokens: Sequence[Token], name: int, stop: int, titles: Titles) -> Office | None:
    """Return the office of "The mayor of Lindmark, X, said": commas on both sides of the name."""
    closed = stop >= len(tokens) or tokens[stop].gap.strip() == "," or tokens[stop].first
    if not closed or name < 2 or tokens[name].gap.strip() != ",":
        return None
    start = name - 1
    while start > 0 and tokens[start].glued and name - start < _APPOSITION:
        if tokens[start].low in titles.articles and office_head(tokens[start + 1].low, titles):
            break
        start -= 1
    known = [p for p in range(start, name) if office_head(tokens[p].low, titles)]
    return read_office(tokens, known[0], titles, right=True, until=name) if known else None
