"""Mentions gathered into the people and organisations they name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from reportedly.actors.mentions import NameMention
from reportedly.actors.short_forms import (
    behind_place,
    in_other_case,
    is_head_of_body,
    is_initials_of,
    misspelt,
    places_named,
)
from reportedly.actors.titles import Office, apposition, names_body
from reportedly.actors.tokens import Token
from reportedly.language import Titles, gender_of_given

_FEWEST_WORDS = 2  # of a name whose build is looked at
_NAMESAKES = 50  # people of one surname looked through; lists of hundreds are registers, not news


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """One person or organisation of an article and what the article calls it.

    `fullest` is the mention with the longest name; `person` says that something beside the capital
    letters shows a person (a title, a common given name, a later mention by surname), `definite` that
    an article mostly stands before the name, as before no person's, `doubtful` that it is one word
    whose capital can come from opening a sentence. `gender` is `he`, `she` or empty where nothing tells.
    `by_build` says that only the build of its name shows an organisation, which a place's may have too.
    `described` says that it has no name, only words ("a police spokeswoman"), `plural` that they mean
    several.
    """

    fullest: NameMention
    organisation: bool
    person: bool
    definite: bool
    doubtful: bool
    gender: str
    offices: tuple[Office, ...]
    described: bool = False
    by_build: bool = False
    plural: bool = False


class Chains(msgspec.Struct, frozen=True, kw_only=True):
    """The chains of an article and, for each name mention in order, the chains it can belong to."""

    chains: tuple[Chain, ...]
    candidates: tuple[tuple[int, ...], ...]


def gather_chains(mentions: Sequence[NameMention], tokens: Sequence[Token], titles: Titles) -> Chains:
    """Return who is named in an article: full names first, then the short ones that fit into them.

    A full name that comes later in the text counts too. A short name that fits several keeps them all
    as candidates; the reading order decides between them.
    """
    order = sorted(range(len(mentions)), key=lambda at: (*_rank(mentions[at]), at))
    places = places_named(mentions, tokens, titles)
    fullest: list[int] = []
    by_key: dict[str, list[int]] = defaultdict(list)
    candidates: list[tuple[int, ...]] = [()] * len(mentions)
    for at in order:
        mention = mentions[at]
        fitting = (
            _fitting(mention, mentions, fullest, by_key)
            or behind_place(mention, places, mentions, fullest, by_key)
            or _by_other_letters(mention, tokens, mentions, fullest, by_key, titles)
        )
        if not fitting:
            fitting = (len(fullest),)
            fullest.append(at)
            for key in {*mention.keys, mention.acronym} - {""}:
                by_key[key].append(fitting[0])
        candidates[at] = fitting
    members = _members(mentions, candidates, len(fullest))
    chains = (_chain(mentions[at], own, tokens, titles) for at, own in zip(fullest, members, strict=True))
    return Chains(chains=tuple(chains), candidates=tuple(candidates))


def _members(
    mentions: Sequence[NameMention], candidates: Sequence[tuple[int, ...]], count: int
) -> Sequence[Sequence[NameMention]]:
    """Return for each chain the mentions that can belong to no other."""
    members: list[list[NameMention]] = [[] for _ in range(count)]
    for mention, fitting in zip(mentions, candidates, strict=True):
        if len(fitting) == 1:
            members[fitting[0]].append(mention)
    return members


def _rank(mention: NameMention) -> tuple[int, bool, int]:
    """Return what puts the fuller names first; of short ones those that tell the gender."""
    return -len(mention.keys), not mention.gender, -sum(map(len, mention.keys))


def _fitting(
    mention: NameMention,
    mentions: Sequence[NameMention],
    fullest: Sequence[int],
    by_key: dict[str, list[int]],
) -> tuple[int, ...]:
    """Return the chains a mention can be the short form of; surnames before given names."""
    probe = mention.keys[-1] if len(mention.keys[-1]) > 1 else mention.keys[0]
    namesakes = by_key.get(probe, [])[:_NAMESAKES]
    known = [n for n in namesakes if _may_be(mention, mentions[fullest[n]])]
    if len(mention.keys) > 1 or mention.organisation:
        return tuple(known[:1])
    people = [n for n in known if not mentions[fullest[n]].organisation]
    last = [n for n in people if mentions[fullest[n]].keys[-1] == probe]
    return tuple(last or [n for n in people if mentions[fullest[n]].keys[0] == probe] or people)


def _by_other_letters(
    mention: NameMention,
    tokens: Sequence[Token],
    mentions: Sequence[NameMention],
    fullest: Sequence[int],
    by_key: dict[str, list[int]],
    titles: Titles,
) -> tuple[int, ...]:
    """Return the chains of which one word is the initials, the organisation's head, or a misspelt surname."""
    if len(mention.keys) > 1:
        return ()
    if tokens[mention.name].upper:
        return tuple(n for n, at in enumerate(fullest) if is_initials_of(mention, mentions[at], titles))[:1]
    if mention.organisation:
        return tuple(n for n, at in enumerate(fullest) if is_head_of_body(mention, mentions[at], titles))
    meant = in_other_case(mention.keys[0], by_key, titles) or misspelt(mention.keys[0], by_key)
    people = by_key.get(meant or "", [])
    return tuple(
        n
        for n in people
        if not mentions[fullest[n]].organisation
        and len(mentions[fullest[n]].keys) > 1
        and mentions[fullest[n]].keys[-1] == meant
    )


def _may_be(short: NameMention, full: NameMention) -> bool:
    """Return whether `short` can be another form of the name `full`."""
    if short.gender and full.gender and short.gender != full.gender:
        return False
    is_full = len(short.keys) > 1 and not (short.organisation or full.organisation)
    if is_full and short.generation != full.generation:  # a father and a son of one name
        return False
    if len(short.keys) == 1 and (full.acronym == short.keys[0] or short.keys == full.keys):
        return True
    if len(short.keys) == 1 and (full.organisation or short.organisation):
        return False
    if full.organisation and not short.organisation:
        return short.keys == full.keys
    return _within(short.keys, full.keys)


def _within(short: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether the words of `short` come in `full` in the same order; an initial fits its word."""
    rest = iter(full)
    return all(any(_same_word(word, other) for other in rest) for word in short)


def _same_word(word: str, other: str) -> bool:
    return word == other or (1 in (len(word), len(other)) and word[0] == other[0])


def _chain(
    full: NameMention, members: Sequence[NameMention], tokens: Sequence[Token], titles: Titles
) -> Chain:
    """Return what an article says of the one whom `members` name."""
    own = (office for m in members for office in m.offices)
    may_be_noun = titles.capital_nouns and len(full.keys) == 1  # "nach Holz, als Landrätin Torv …"
    beside = (apposition(tokens, m.first, m.stop, titles) for m in members if not may_be_noun)
    offices = _once_each([*own, *(office for office in beside if office)])
    organisation = any(m.organisation for m in members)
    offices += _organisation_words(full, titles) if organisation else ()
    told = [*(m.gender for m in members), *(office.gender for office in offices)]
    genders = Counter(gender for gender in told if gender)
    with_article = sum(m.first > 0 and tokens[m.first - 1].low in titles.articles for m in members)
    has_article = 2 * with_article > len(members)
    shortened = not has_article and len(full.keys) > 1 and any(m.keys == full.keys[-1:] for m in members)
    placed = sum(m.first > 0 and tokens[m.first - 1].low in titles.place_prepositions for m in members)
    is_place = 2 * placed > len(members) and not any(m.offices for m in members)
    titled = genders or offices or shortened or any(m.titled for m in members)
    built_so = not titled and _reads_as_body(full, tokens, titles, has_article=has_article)
    person = bool(titled) and not (organisation or built_so or is_place)
    is_once = len(full.keys) == 1 and len(members) == 1 and tokens[full.first].first
    return Chain(
        fullest=_without_epithet(full, members),
        definite=has_article,
        organisation=organisation or built_so,
        by_build=built_so and not organisation,
        person=person,
        doubtful=is_once and not (person or organisation),
        gender=genders.most_common(1)[0][0] if genders else "",
        offices=tuple(offices),
    )


def _reads_as_body(full: NameMention, tokens: Sequence[Token], titles: Titles, *, has_article: bool) -> bool:
    """Return whether a name of several words that nothing shows to be a person's is built like no person's.

    An article stands before it ("the Halmgate Echo"), or its words are joined ("Puertos y Canales", "Aguas
    de Olvarra"), or all in the plural ("Salinas Reunidas").
    """
    words = [tokens[place].low for place in range(full.name, full.stop)]
    if len(words) < _FEWEST_WORDS or gender_of_given(full.keys[0]):
        return False
    joined = titles.small_bodies and (words[1] in titles.conjunctions or words[1] in titles.of)
    endings = titles.plural_endings or ("\0",)
    plural = titles.small_bodies and all(w.endswith(endings) for w in words if w not in titles.particles)
    return has_article or joined or plural


def _without_epithet(full: NameMention, members: Sequence[NameMention]) -> NameMention:
    """Return the mention to take the name from: a shorter full name where it is at least as frequent.

    A word that happens to stand before a name once ("Republican Ana Torv") must not become part of it.
    """
    counts = Counter(m.keys for m in members)
    shorter = sorted(keys for keys in counts if len(keys) > 1 and _stands_in(keys, full.keys))
    best = max(shorter, key=lambda keys: counts[keys], default=full.keys)
    if full.organisation or counts[best] < counts[full.keys]:
        return full
    return next(m for m in members if m.keys == best)


def _stands_in(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether `short` is a stretch of `full`."""
    return any(full[at : at + len(short)] == short for at in range(len(full) - len(short) + 1))


def _once_each(offices: Iterable[Office]) -> list[Office]:
    """Return the offices without those that another words the same, wherever they stand."""
    return list({(o.head, o.ranks, o.qualifiers, o.former): o for o in offices}.values())


def _organisation_words(full: NameMention, titles: Titles) -> Iterable[Office]:
    """Return the words that can stand alone for an organisation ("the ministry"), as offices."""
    for key in full.keys:
        if names_body(key, titles):
            others = frozenset(full.keys) - {key}
            yield Office(
                head=key, head_at=full.first, first=full.first, stop=full.stop, qualifiers=others - titles.of
            )
