"""The names that stand in an article, person by person and organisation by organisation."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.complements import head_of_complement, head_of_small_complement, place_behind
from reportedly.actors.mentions import NameMention, Spellings, is_title, run_end
from reportedly.actors.organisations import read_organisation, read_small_body
from reportedly.actors.titles import Office, names_body, office_head, read_office
from reportedly.actors.tokens import Token
from reportedly.language import Titles, gender_of_given

_FULL_NAME = 2  # words
_HANDLE = ("@", "_", "#")  # marks before a word of somebody's account: "@ana_torv" spells no word small
_LONGEST_NAME = 6  # words; longer runs of capitals are headlines or lists, not people


def find_names(
    tokens: Sequence[Token], titles: Titles, unread: frozenset[int] = frozenset()
) -> tuple[NameMention, ...]:
    """Return every run of capital words that can be a name, in text order, titles told from names.

    Sentences whose numbers are in `unread` are left out: where every word has a capital, none tells.
    """
    spelt = Spellings(
        low=frozenset(t.low for t in tokens if not t.capital and t.gap[-1:] not in _HANDLE),
        capital=frozenset(token.key for token in tokens if token.capital and not token.upper),
    )
    found: list[NameMention] = []
    bare: list[int] = []  # lone capital titles: "Baker" may be a surname after all
    place = 0
    while place < len(tokens):
        if tokens[place].sentence in unread:
            place += 1
            continue
        if not tokens[place].capital:
            body = read_small_body(tokens, place, titles)
            found += [body] if body else []
            place = body.stop if body else place + 1
            continue
        stop = run_end(tokens, place, titles)
        start = _without_openers(tokens, place, stop, titles, spelt)
        mention = _read_run(tokens, start, stop, titles, spelt) if start < stop else None
        found += [mention] if mention else []
        bare += [start] if mention is None and stop - start == 1 else []
        place = max(stop, mention.stop) if mention else stop
    return _with_surnames(found, bare, tokens, titles)


def _with_surnames(
    found: Sequence[NameMention], bare: Sequence[int], tokens: Sequence[Token], titles: Titles
) -> tuple[NameMention, ...]:
    """Return the mentions and those words that are a title elsewhere and a surname here ("Baker")."""
    surnames = {mention.keys[-1] for mention in found if len(mention.keys) > 1}
    named = (place for place in bare if tokens[place].low in titles.also_surnames)
    more = [
        NameMention(first=place, name=place, stop=place + 1, keys=(tokens[place].key,))
        for place in named
        if tokens[place].key in surnames
    ]
    return tuple(sorted((*found, *more), key=lambda mention: mention.first))


def _without_openers(tokens: Sequence[Token], start: int, stop: int, titles: Titles, spelt: Spellings) -> int:
    """Return where the run begins once words that are capital for another reason are left out."""
    while start < stop and (
        (tokens[start].low in titles.openers and not tokens[start].possessive)
        or ("-" in tokens[start].low and tokens[start].low.rpartition("-")[2] in titles.epithet_endings)
        or (tokens[start].first and _only_opens(tokens[start], titles, spelt))
    ):
        start += 1
    return start


def _only_opens(token: Token, titles: Titles, spelt: Spellings) -> bool:
    """Return whether a word at the head of a sentence has its capital from there."""
    if token.low in titles.given_he or token.low in titles.given_she or is_title(token.low, titles):
        return False
    return token.low in spelt.low or token.low.endswith(titles.opener_endings)


def _read_run(
    tokens: Sequence[Token], start: int, stop: int, titles: Titles, spelt: Spellings
) -> NameMention | None:
    """Return what a run of capital words names; None where it is a bare title."""
    name = _behind_titles(tokens, start, stop, titles)
    if name == stop or _is_complement_alone(tokens, start, name, stop, titles):
        return None
    if not tokens[name].capital and _is_complement(tokens[name].low, titles):
        return _read_complement(tokens, start, name, stop, titles, spelt)
    name = _behind_genitive(tokens, start, name, stop, titles)
    if name == start:
        named = read_organisation(tokens, start, stop, titles, spelt)
        if named:
            return named
    if stop - name > _LONGEST_NAME:
        return None
    return _person(tokens, start, name, stop, titles)


def _is_complement(low: str, titles: Titles) -> bool:
    """Return whether a small word behind a title opens what it is a title of, and no surname ("von")."""
    return low in titles.articles or (titles.small_bodies and low in titles.of)


def _read_complement(
    tokens: Sequence[Token], start: int, name: int, stop: int, titles: Titles, spelt: Spellings
) -> NameMention | None:
    """Return what "Vorsitzende der Torfgenossenschaft (Harm Brokelund)" names: its holder, else the body."""
    first = next((place for place in range(name, stop) if tokens[place].capital), stop)
    given = (place for place in range(first + 1, stop - 1) if _is_given(tokens[place], titles))
    holder = next(given, None)
    if holder is not None:
        return _person(tokens, start, holder, stop, titles)
    if first == stop:
        return None
    named = read_organisation(tokens, first, stop, titles, spelt)
    keys = tuple(tokens[place].key for place in range(first, stop))
    return named or NameMention(first=first, name=first, stop=stop, keys=keys)


def _behind_titles(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> int:
    """Return the place behind the last title of the run; "King" behind a given name is a surname."""
    behind, after_given = start, False
    for place in range(start, stop):
        low = tokens[place].low
        may_be_surname = after_given or (place > start and place == stop - 1)
        if is_title(low, titles) and not (may_be_surname and low in titles.also_surnames):
            behind = place + 1
        after_given = after_given or bool(_given(low, titles))
    is_epithet = tokens[start].low in titles.demonyms or _is_trade(tokens, start, stop, titles)
    if behind == start and stop - start > 2 and is_epithet:
        return start + 1
    is_body = any(names_body(tokens[place].low, titles) for place in range(start, stop))
    # "director of Government Affairs Ana Torv" is a person all the same.
    is_person = not is_body or any(_is_given(tokens[place], titles) for place in range(start + 1, stop - 1))
    if (
        behind == start
        and stop - start > 2
        and is_person
        and head_of_complement(tokens, start, titles) is not None
    ):
        return _behind_place(tokens, start, stop, titles)
    return behind


def _is_trade(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> bool:
    """Return whether a run opens with a trade that no list has: "der Pächter Onno Siebrands"."""
    if not titles.trade_endings or start == 0 or tokens[start - 1].low not in titles.trade_articles:
        return False
    is_body = any(names_body(tokens[place].low, titles) for place in range(start, stop))
    return tokens[start].low.endswith(titles.trade_endings) and not is_body


def _is_complement_alone(tokens: Sequence[Token], start: int, name: int, stop: int, titles: Titles) -> bool:
    """Return whether what stands behind a title is its place: "Kanzlerin von Westmark, Ana Torv"."""
    is_place = titles.capital_nouns and name > start and stop - name == _FULL_NAME
    if not is_place or tokens[name].capital or tokens[name].low not in titles.of or stop >= len(tokens):
        return False
    return "," in tokens[stop].gap and tokens[stop].capital


def _behind_genitive(tokens: Sequence[Token], start: int, name: int, stop: int, titles: Titles) -> int:
    """Return where the name begins in "мэр Верхнелугска Дарина Осокина": behind the place in the genitive."""
    has_title = name > start or (start > 0 and office_head(tokens[start - 1].low, titles) is not None)
    if not titles.patronymics or not has_title or stop - name <= _FULL_NAME:
        return name
    first, second = tokens[name].low, tokens[name + 1].low
    is_given = bool(_given(first, titles)) or second.endswith(titles.patronymics)
    return name if is_given or not first.endswith(titles.genitive_endings) else name + 1


def _behind_place(tokens: Sequence[Token], start: int, stop: int, titles: Titles) -> int:
    """Return where the name begins in "mayor of Port Selm Ana Torv": at a given name or two words."""
    given = (place for place in range(start + 1, stop - 1) if _is_given(tokens[place], titles))
    two = stop - 2 if tokens[stop - 2].capital and tokens[stop - 3].capital else start
    return next(given, two)


def _person(tokens: Sequence[Token], start: int, name: int, stop: int, titles: Titles) -> NameMention:
    end = stop
    while stop - name > 1 and tokens[stop - 1].low in titles.suffixes:
        stop -= 1
    generation = tokens[stop].low if stop < end and tokens[stop].low in titles.generations else ""
    offices = _offices_of(tokens, start, name, stop, titles)
    keys = tuple(tokens[place].key for place in range(name, stop))
    gender = _gender(tokens, start, name, titles) or next((o.gender for o in offices if o.gender), "")
    given = _given(tokens[name].low, titles)
    return NameMention(
        first=min((start, *(office.head_at for office in offices))),
        name=name,
        stop=stop + bool(generation),
        keys=keys,
        generation=generation,
        titled=name > start or bool(offices) or (bool(given) and len(keys) > 1),
        gender=gender or ((given or gender_of_given(tokens[name].key)) if len(keys) > 1 else ""),
        offices=offices,
    )


def _is_given(token: Token, titles: Titles) -> bool:
    return bool(_given(token.low, titles) or gender_of_given(token.key))


def _given(low: str, titles: Titles) -> str:
    """Return `he` or `she` where a given name is one of the common ones, else nothing."""
    first = low.split("-")[0]
    return "he" if first in titles.given_he else "she" if first in titles.given_she else ""


def _gender(tokens: Sequence[Token], start: int, name: int, titles: Titles) -> str:
    words = {tokens[place].low for place in range(start, name)}
    return "he" if words & titles.honorifics_he else "she" if words & titles.honorifics_she else ""


def _offices_of(
    tokens: Sequence[Token], start: int, name: int, stop: int, titles: Titles
) -> tuple[Office, ...]:
    """Return the offices before a name: those in the run, and the one right before it or "X of (the)"."""
    heads = [place for place in range(start, name) if office_head(tokens[place].low, titles)]
    before = start - 1
    if before >= 0 and tokens[start].glued and office_head(tokens[before].low, titles):
        heads.insert(0, before)
    elif name == start and (tied := head_of_small_complement(tokens, start, titles)) is not None:
        heads.insert(0, tied)
    offices = [read_office(tokens, place, titles, right=False) for place in heads]
    over = None if name == start else head_of_complement(tokens, start, titles)
    if over is not None:
        offices.insert(0, read_office(tokens, over, titles, right=True, until=name))
    behind = place_behind(tokens, stop, titles)
    return tuple(msgspec.structs.replace(o, qualifiers=o.qualifiers | behind) for o in offices)
