"""The people of an article, gathered from its namings, with what the article says of each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from reportedly.actors.asking import read_mention
from reportedly.actors.countries import country_of
from reportedly.actors.known import KnownActors
from reportedly.actors.titles import names_body, office_head
from reportedly.language import Language, Titles
from reportedly.records import ActorKind, Naming, Span, Statement
from reportedly.text import fold

# Code points behind a name in which ", the mayor of Lindmark," must end.
_APPOSITION: Final = 80
_BESIDE: Final = re.compile(r",\s+(?:\d{1,3},\s+)?([^,.;:!?()\"“”„«»\n]+)(?=[,.;)\n])")
_WORD: Final = re.compile(r"[^\s,;:()“”\"„«»]+")
UNNAMED: Final = "unnamed"
"""The reason of a `Naming` whose words describe somebody and give no name."""

_NAMES_ONE: Final = frozenset({"organisation", "acronym"})


class Described(msgspec.Struct, frozen=True, kw_only=True):
    """What an article says of somebody: titles as it writes them, what they amount to, the country in them.

    `heads` are the words that name the office ("minister"), folded; `roles` those of `Offices.roles`.
    """

    titles: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    country: str | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody an article names, a person or not: the naming with the fullest name, and every mention."""

    naming: Naming
    kind: ActorKind
    mentions: tuple[Span, ...]
    described: Described

    @property
    def name(self) -> str:
        """Return the fullest name the article gives."""
        return self.naming.name


def gather_people(
    text: str, namings: Sequence[Naming], language: Language, known: KnownActors
) -> tuple[Person, ...]:
    """Return who is named in an article, in text order, without unnamed sources."""
    named = chains_of(naming for naming in namings if naming.reason != UNNAMED)
    return tuple(_person(text, chain, language, known) for chain in named)


def chains_of(namings: Iterable[Naming]) -> tuple[tuple[Naming, ...], ...]:
    """Return namings gathered by whom they mean, in the order of first mentions."""
    chains: dict[tuple[str, Span], list[Naming]] = defaultdict(list)
    for naming in namings:
        chains[naming.name, naming.named_at].append(naming)
    return tuple(tuple(chain) for chain in chains.values())


def bodies_spoken_for(
    text: str, statements: Sequence[Statement], namings: Sequence[Naming], titles: Titles
) -> tuple[Naming, ...]:
    """Return namings of the organisations that others speak for within the words of their own mention.

    "Runa Holm, a spokeswoman for the Torv Institute" is one mention of a person; the institute has none.
    """
    found = []
    for span in sorted({said.on_behalf_of for said in statements if said.on_behalf_of}):
        if any(span.contains(naming.mention) for naming in namings):
            continue
        words = span.of(text).split()
        while words and words[0].casefold() in titles.articles:
            words.pop(0)
        if any(names_body(word.casefold(), titles) for word in words):
            name = " ".join(words)
            same = next((one for one in namings if fold(one.name) == fold(name)), None)
            named_at, name = (same.named_at, same.name) if same else (span, name)
            found.append(Naming(mention=span, name=name, named_at=named_at, reason="organisation"))
    return tuple(found)


def _person(text: str, chain: Sequence[Naming], language: Language, known: KnownActors) -> Person:
    kind = _kind(chain, language, known)
    described = Described() if kind == "country" else _described(text, chain, language, known)
    if kind == "organisation":
        named = read_mention(chain[0].name, language.code, known).country
        own = described.country or (named.code if named else None)
        described = msgspec.structs.replace(described, country=own)
    mentions = tuple(sorted(naming.mention for naming in chain))
    return Person(naming=chain[0], kind=kind, mentions=mentions, described=described)


def _kind(chain: Sequence[Naming], language: Language, known: KnownActors) -> ActorKind:
    """Return what the words of a chain are about; a person unless something shows another kind."""
    name = chain[0].name
    if country_of(name, language.code, known):
        return "country"
    is_many = any(naming.reason in _NAMES_ONE for naming in chain)
    is_body = any(names_body(word, language.titles) for word in name.casefold().split())
    return "organisation" if is_many or is_body else "person"


def _described(text: str, chain: Sequence[Naming], language: Language, known: KnownActors) -> Described:
    """Return what the titles beside the names of a chain say."""
    told = (title for naming in chain for title in _titles(text, naming, language.titles))
    found = {fold(title): title for title in reversed(list(told))}.values()
    heads: set[str] = set()
    roles: set[str] = set()
    countries: list[str] = []
    for title in found:
        asked = read_mention(title, language.code, known)
        heads |= _heads(title, language.titles)
        roles |= {asked.role} if asked.role else set()
        countries += [asked.country.code] if asked.country else []
    return Described(
        titles=tuple(found)[::-1],
        heads=frozenset(heads),
        roles=frozenset(roles),
        country=countries[0] if len(set(countries)) == 1 else None,
    )


def _titles(text: str, naming: Naming, titles: Titles) -> Iterator[str]:
    """Yield the titles that stand before a name, beside it between commas, or for it."""
    words = naming.mention.of(text)
    if naming.reason in ("full-name", "short-name"):
        start, end = _name_in(words, naming.name)
        if title := _trimmed(words[:start], titles):
            yield title
        behind = naming.mention.start + end
        beside = _BESIDE.match(text, behind, behind + _APPOSITION)
        if beside and (title := _trimmed(beside[1], titles)):
            yield title
    elif naming.reason == "title" and (title := _trimmed(words, titles)):
        yield title


def _name_in(words: str, name: str) -> tuple[int, int]:
    """Return where the name begins and ends in a mention; the beginning where it does not stand there."""
    own = set(fold(name).split())
    places = [word for word in _WORD.finditer(words) if own & set(fold(word[0]).split())]
    run = [place for at, place in enumerate(places) if at == 0 or place.start() - places[at - 1].end() <= 1]
    return (run[0].start(), run[-1].end()) if run else (0, 0)


def _trimmed(words: str, titles: Titles) -> str:
    """Return words without articles before them and forms of address around them, if they name an office."""
    parts = words.replace("\n", " ").split()
    honorifics = titles.honorifics | titles.honorifics_he | titles.honorifics_she
    opening = titles.articles | titles.indefinite | honorifics
    while parts and parts[0].casefold().rstrip(".") in opening:
        parts.pop(0)
    while parts and parts[-1].casefold().rstrip(".") in honorifics:
        parts.pop()
    title = " ".join(parts).strip(" ,")
    return title if _heads(title, titles) else ""


def _heads(title: str, titles: Titles) -> frozenset[str]:
    """Return the words of a title that name an office."""
    words = (word.casefold().strip(".’'") for word in _WORD.findall(title))
    return frozenset(fold(head) for word in words if (head := office_head(word, titles)))
