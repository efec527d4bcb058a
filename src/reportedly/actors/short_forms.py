"""Short and misspelt forms of a name that its letters do not simply repeat."""

from collections.abc import Mapping, Sequence

from reportedly.actors.mentions import NameMention
from reportedly.actors.titles import names_body
from reportedly.actors.tokens import Token, fold
from reportedly.language import Titles

_SHORTEST_MISSPELT = 5  # letters; of shorter names many differ by one letter
_SHORTEST_STEM = 4  # letters before the ending of a case
_FEWEST_INITIALS = 2
_PLACE_AND_SURNAME = 2  # words


def places_named(mentions: Sequence[NameMention], tokens: Sequence[Token], titles: Titles) -> frozenset[str]:
    """Return the names of one word that a place's preposition stands before: "in Velmark"."""
    alone = (m for m in mentions if len(m.keys) == 1 and m.first)
    return frozenset(m.keys[0] for m in alone if tokens[m.first - 1].low in titles.place_prepositions)


def behind_place(
    mention: NameMention,
    places: frozenset[str],
    mentions: Sequence[NameMention],
    fullest: Sequence[int],
    by_key: Mapping[str, Sequence[int]],
) -> tuple[int, ...]:
    """Return the one person whose surname stands behind a place: "the Velmark Torv rally" is no new Torv."""
    is_bare = not (mention.titled or mention.gender or mention.organisation)
    if not is_bare or len(mention.keys) != _PLACE_AND_SURNAME or mention.keys[0] not in places:
        return ()
    known = [(n, mentions[fullest[n]]) for n in by_key.get(mention.keys[1], ())]
    people = [n for n, full in known if full.gender and full.keys[-1] == mention.keys[1]]
    return tuple(people) if len(people) == 1 else ()


def is_head_of_body(short: NameMention, full: NameMention, titles: Titles) -> bool:
    """Return whether one capital word is the head of an organisation's name: "the Front", "the Board".

    The head stands before "of" or "for", else last. Words that name a body by themselves ("the House"
    beside the White House) are none.
    """
    key = short.keys[0]
    if len(full.keys) < 2 or key in titles.bodies_by_themselves or not full.organisation:
        return False
    tie = next((at for at, word in enumerate(full.keys) if at and word in titles.of), len(full.keys))
    return names_body(key, titles) and full.keys[tie - 1] == key


def is_initials_of(short: NameMention, full: NameMention, titles: Titles) -> bool:
    """Return whether a word in capitals is made of the first letters of an organisation's last words."""
    key = short.keys[0].replace(".", "")
    if len(short.keys) > 1 or len(key) < _FEWEST_INITIALS or len(full.keys) < len(key):
        return False
    small = titles.of | titles.articles | titles.conjunctions | titles.particles
    initials = "".join(word[0] for word in full.keys if word not in small)
    return full.organisation and len(initials) <= len(key) + 1 and initials.endswith(key)


def in_other_case(key: str, by_key: Mapping[str, Sequence[int]], titles: Titles) -> str | None:
    """Return the one name of the article that is `key` with another ending: "Ветлугина" for "Ветлугиной"."""
    if not titles.case_endings:
        return None
    stem = _stem(key, titles)
    same = [other for other in by_key if other[:1] == key[0] and _stem(other, titles) == stem]
    return same[0] if len(same) == 1 and len(stem) >= _SHORTEST_STEM else None


def _stem(key: str, titles: Titles) -> str:
    """Return a name without the longest ending of a case that leaves a stem."""
    endings = map(fold, titles.case_endings)
    fitting = (len(e) for e in endings if key.endswith(e) and len(key) - len(e) >= _SHORTEST_STEM)
    return key[: len(key) - next(fitting, 0)]


def misspelt(key: str, by_key: Mapping[str, Sequence[int]]) -> str | None:
    """Return the one name of the article a letter away from `key`, None where none or several are."""
    if len(key) < _SHORTEST_MISSPELT:
        return None
    near = [other for other in by_key if other[:1] == key[0] and _is_one_letter_off(key, other)]
    return near[0] if len(near) == 1 else None


def _is_one_letter_off(one: str, other: str) -> bool:
    """Return whether one letter was changed, left out, added, or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, other_rest = one[at:], other[at:]
    swapped = rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]
    return swapped or rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]
