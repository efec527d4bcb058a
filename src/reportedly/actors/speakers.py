"""What kind of mention a speaker span is: a pronoun, a name, a title, or nobody who is named."""

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from reportedly.actors.mentions import NameMention
from reportedly.actors.titles import Office, names_body, office_head, read_office
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_ARTICLE_AND_WORD = 2
PronounKind = Literal["he", "she", "either", "they", "it", "relative"]


class Pronoun(msgspec.Struct, frozen=True):
    """A pronoun at a place, and whom it can mean; `is_thing` says that no person is ("which")."""

    kind: PronounKind
    place: int
    is_thing: bool = False


class Named(msgspec.Struct, frozen=True):
    """A mention that gives the name itself: which of the article's name mentions it is."""

    mention: int


def read_speaker(
    tokens: Sequence[Token],
    places: range,
    names: Mapping[int, int],
    all_names: Sequence[NameMention],
    titles: Titles,
) -> Pronoun | Named | Office | None:
    """Return what the words of a speaker span are; None for unnamed sources and for several people.

    `names` gives the number of the name mention at the place of its first name word.
    """
    if not places:
        return None
    pronoun = _pronoun(tokens, places, titles)
    if pronoun:
        return pronoun
    if _is_of_people(tokens, places, titles):
        return read_office(tokens, places[1], titles, right=False)
    inside = [names[place] for place in places if place in names]
    heads = [n for n in inside if _is_head(tokens, places, all_names[n], all_names, titles)]
    if heads:
        is_one = not _joined(tokens, places, names, all_names, heads[0], titles)
        return Named(heads[0]) if is_one else None
    return title_phrase(tokens, places, titles)


def _is_of_people(tokens: Sequence[Token], places: range, titles: Titles) -> bool:
    """Return whether a phrase is "the Texan": somebody met before, by where they are from."""
    if len(places) != _ARTICLE_AND_WORD or not titles.people_endings:
        return False
    article, word = tokens[places[0]], tokens[places[1]]
    return article.low in titles.articles and word.capital and word.low.endswith(titles.people_endings)


def pronoun_kind(low: str, titles: Titles) -> PronounKind | None:
    """Return whom a word can mean as a pronoun, None where it is none."""
    kinds: tuple[tuple[PronounKind, frozenset[str]], ...] = (
        ("he", titles.he), ("she", titles.she), ("either", titles.either),
        ("they", titles.they), ("it", titles.it), ("relative", titles.relative),
    )  # fmt: skip
    return next((kind for kind, words in kinds if low in words), None)


def title_phrase(tokens: Sequence[Token], places: range, titles: Titles) -> Office | None:
    """Return the title that a phrase without a head name is ("the Cuban president"), else None."""
    first = tokens[places[0]]
    if first.low in titles.indefinite:
        return None
    opens = first.low in titles.articles
    for place in places:
        low = tokens[place].low
        if place > places[0] and (low in titles.prepositions or low in titles.conjunctions):
            break
        is_known = names_body(low, titles) or office_head(low, titles) is not None
        if is_known and not _goes_on(tokens, place, places, titles):
            return read_office(tokens, place, titles, right=True)
    return _last_word(tokens, places, titles) if opens else None


def _goes_on(tokens: Sequence[Token], place: int, places: range, titles: Titles) -> bool:
    """Return whether a later word of the same phrase is the head instead ("ministry spokeswoman")."""
    after = place + 1
    if after in places and tokens[after].gap == "/":
        return True  # "the Post/Herald poll"
    if after not in places or not tokens[after].glued:
        return False
    low = tokens[after].low
    return low not in titles.prepositions and low not in titles.conjunctions and not tokens[after].capital


def _last_word(tokens: Sequence[Token], places: range, titles: Titles) -> Office | None:
    """Return the last word before a preposition as an office, for "the farmer from Lindmark"."""
    head = places[0]
    for place in places[1:]:
        is_joined = tokens[place].glued or tokens[place].gap == "/"
        if tokens[place].low in titles.prepositions or not is_joined:
            break
        head = place
    return read_office(tokens, head, titles, right=True) if head > places[0] else None


def _pronoun(tokens: Sequence[Token], places: range, titles: Titles) -> Pronoun | None:
    kind = pronoun_kind(tokens[places[0]].low, titles)
    if kind is None or tokens[places[0]].upper:  # "WHO" asks nobody
        return None
    others = [tokens[place].low for place in places[1:]]
    is_alone = all(pronoun_kind(low, titles) for low in others)
    is_thing = tokens[places[0]].low in titles.relative_things
    return Pronoun(kind, places[0], is_thing) if is_alone else None


def _is_head(
    tokens: Sequence[Token],
    places: range,
    mention: NameMention,
    all_names: Sequence[NameMention],
    titles: Titles,
) -> bool:
    """Return whether a name is whom the phrase is about, and not whose spokesman or ministry."""
    after = mention.stop
    if after in places and (tokens[after - 1].possessive or "/" in tokens[after].gap):
        return False
    start = max(mention.first, places[0])
    if start > places[0] and "/" in tokens[start].gap:
        return False
    if start > places[0] and tokens[start - 1].low in titles.naming:
        before = (tokens[place].low for place in range(places[0] + 1, start - 1))
        return titles.prepositions.isdisjoint(before)  # "an official named Ana Torv"
    is_unnamed = tokens[places[0]].low in titles.indefinite and "," not in tokens[start].gap
    is_place = "," in tokens[start].gap and len(mention.keys) == 1 and not mention.titled
    if is_place:
        is_place = not any(one.keys[-1:] == mention.keys and len(one.keys) > 1 for one in all_names)
    if _depends(tokens, places[0], start, titles, is_place=is_place) or (is_unnamed and not mention.offices):
        return False
    if after not in places or not tokens[after].glued:
        return True
    low = tokens[after].low
    ties = titles.prepositions | titles.conjunctions | titles.relative | titles.articles
    return low in ties or pronoun_kind(low, titles) is not None or tokens[after].capital


def _depends(tokens: Sequence[Token], first: int, start: int, titles: Titles, *, is_place: bool) -> bool:
    """Return whether a preposition of the phrase governs the name at `start` ("a study by X").

    A comma ends what it governs, but not between two places ("residents of Selm, Velmark").
    """
    for place in range(start - 1, first - 1, -1):
        if "," in tokens[place + 1].gap and not (is_place and place == start - 1 and tokens[place].capital):
            return False
        is_tie = place > first and tokens[place].low in titles.of and tokens[place].glued
        if is_tie or tokens[place].low in titles.prepositions:
            return True
    before = start - 1  # "the speaker of the board" without "of": "Sprecher der Verwaltung"
    is_genitive = titles.capital_nouns and before > first and tokens[before].low in titles.articles
    return is_genitive and "," not in tokens[before].gap


def _is_apposition(tokens: Sequence[Token], places: range, after: int, titles: Titles) -> bool:
    """Return whether a comma and no further name stand behind a name: "X, founder and head of Y"."""
    return after in places and "," in tokens[after].gap and not tokens[after].capital


def _joined(
    tokens: Sequence[Token],
    places: range,
    names: Mapping[int, int],
    all_names: Sequence[NameMention],
    head: int,
    titles: Titles,
) -> bool:
    """Return whether "and" ties the name to someone else, so that the phrase means several."""
    mention = all_names[head]
    after, before = mention.stop, max(mention.first, places[0]) - 1
    beside = [place for place in (after, before) if place in places]
    if not _is_apposition(tokens, places, after, titles):
        starts = {all_names[number].first for place, number in names.items() if place in places} | {*names}
        beside += [place for place in range(after, places.stop - 1) if place + 1 in starts]
    return any(tokens[place].low in titles.conjunctions for place in beside)
