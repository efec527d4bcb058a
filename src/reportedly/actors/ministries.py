"""Which ministry words name, and of which country: "the Iranian Foreign Ministry"."""

from reportedly.actors.countries import country_in
from reportedly.actors.known import KnownActors
from reportedly.language import Offices, load_language
from reportedly.records import Candidate
from reportedly.text import fold

# A ministry of this name exists nearly everywhere; a few countries call it a department or put it elsewhere.
_SURE = 0.85


def ministry_of(words: str, language: str, known: KnownActors) -> Candidate | None:
    """Return the ministry that words as a whole name, None where they are none or say no country.

    A ministry and a country, and nothing beside them but articles and prepositions: "the Foreign Ministry of
    Iran". It is told by an English name made of the two ("Foreign Ministry of Iran").
    """
    offices = load_language(language).offices
    folded = fold(words)
    found = _named(folded, offices)
    if found is None:
        return None
    name, phrase = found
    placed = country_in(words, language, known)
    if placed is None:
        return None
    country, part = placed
    rest = f" {folded} ".replace(f" {phrase} ", " ").split()
    taken = set(fold(part).split()) | offices.passed_over
    if any(word not in taken and word.strip("'’s") not in taken for word in rest):
        return None
    return Candidate(
        name=f"{name} of {country.name}",
        kind="institution",
        country=country.code,
        title=name,
        source="countries",
        confidence=_SURE,
    )


def _named(folded: str, offices: Offices) -> tuple[str, str] | None:
    """Return the English name of the ministry in some folded words, and the phrase that names it."""
    if not offices.ministries:
        return None
    inside = f" {folded} "
    phrases = ((phrase, name) for name, given in offices.ministries.items() for phrase in given)
    found = [(len(phrase), name, phrase) for phrase, name in phrases if f" {phrase} " in inside]
    return max(found)[1:] if found else None
