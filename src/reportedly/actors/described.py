"""Sources without a name that a text goes on speaking of: "a police spokeswoman … she"."""

from collections.abc import Sequence

from reportedly.actors.chains import Chain
from reportedly.actors.mentions import NameMention
from reportedly.actors.titles import Office, names_body, office_head, read_office
from reportedly.actors.tokens import Token
from reportedly.language import Titles

_LONGEST = 12  # words of a phrase looked through for its head


def describe(tokens: Sequence[Token], places: range, titles: Titles) -> Chain | None:
    """Return the chain of a speaker without a name, known by the head of its phrase; None for no phrase.

    It is a person's where the head is singular and no organisation's word; several people and lists
    ("Torv and Kostova") are plural, and only "they" goes back to them.
    """
    head = _head(tokens, places, titles)
    if head is None:
        return None
    low = tokens[head].low
    is_joined = any(tokens[place].low in titles.conjunctions for place in places[:_LONGEST])
    is_body = _is_body(low, titles)
    is_crowd = tokens[places[0]].low in titles.plural_bodies and office_head(low, titles) is None
    is_plural = is_joined or (not is_body and (is_crowd or _is_plural(tokens, places, head, titles)))
    office = read_office(tokens, head, titles, right=True)
    start = places[0] + (tokens[places[0]].low in titles.articles and len(places) > 1)
    gender = office.gender if not is_plural else ""
    stop = min(max(head + 1, office.stop), places.stop) if not is_joined else places.stop
    keys = tuple(tokens[place].key for place in range(start, stop))
    return Chain(
        fullest=NameMention(first=start, name=start, stop=stop, keys=keys, offices=(office,)),
        organisation=is_body,
        person=not (is_plural or is_body),
        definite=False,
        doubtful=False,
        gender=gender,
        offices=(office,),
        described=True,
        plural=is_plural,
    )


def points_back(tokens: Sequence[Token], first: int, titles: Titles) -> bool:
    """Return whether a phrase opens like one for somebody who was spoken of: "the …", "his …", "X's …"."""
    return tokens[first].low in titles.articles or tokens[first].possessive


def is_owned(tokens: Sequence[Token], first: int, titles: Titles) -> bool:
    """Return whether a phrase opens with whose it is: "his website" is not the last website."""
    low = tokens[first].low
    return tokens[first].possessive or low in titles.he | titles.she | titles.they | titles.it


def is_person_word(asked: Office, titles: Titles) -> bool:
    """Return whether the head of a phrase is a word for one person: an office, or "the 52-year-old"."""
    endings = titles.age_endings + titles.people_endings
    return office_head(asked.head, titles) is not None or bool(endings and asked.head.endswith(endings))


def _head(tokens: Sequence[Token], places: range, titles: Titles) -> int | None:
    """Return the place of the head of a phrase: the last word before a preposition, a comma or "who"."""
    head = None
    for place in places[:_LONGEST]:
        token = tokens[place]
        is_tie = (
            token.low in titles.prepositions
            or token.low in titles.relative
            or token.low in titles.conjunctions
        )
        if place > places[0] and (is_tie or not token.glued) and head is not None:
            break
        if token.low not in titles.articles and token.low not in titles.indefinite:
            head = place
    return head


def _is_body(low: str, titles: Titles) -> bool:
    return (names_body(low, titles) or low in titles.documents) and low not in titles.plural_bodies


def _is_plural(tokens: Sequence[Token], places: range, head: int, titles: Titles) -> bool:
    first, low = tokens[places[0]].low, tokens[head].low
    if first in titles.singular:
        return False
    ends_so = low.endswith(titles.plural_endings) if titles.plural_endings else False
    return low in titles.plural_bodies or (ends_so and not low.endswith("ss")) or first in titles.indefinite
