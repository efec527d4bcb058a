"""What countries are called: names out of CLDR, adjectives and seats of government as written here."""

import functools
import re
from collections.abc import Iterable, Iterator

from babel import Locale
from training.actors.sources import table

from reportedly.records.actor import Country
from reportedly.text import fold

LANGUAGES = (
    "en af am ar az be bg bn bs ca cs cy da de el es et eu fa fi fr ga gl gu he hi hr hu hy id is it "
    "ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl pa pl ps pt ro ru sd si sk sl so sq sr sv sw "
    "ta te th tk tr uk ur uz vi zh zu"
).split()
# The word for "and" that may stand where CLDR writes "&".
_AND = {
    "en": "and",
    "de": "und",
    "es": "y",
    "fr": "et",
    "pt": "e",
    "it": "e",
    "nl": "en",
    "ru": "и",
    "sv": "och",
}
_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]|\s+SAR.*$")

Rows = dict[str, list[str]]  # country -> columns of countries.toml


@functools.cache
def rows() -> Rows:
    """Return the columns of each country's row."""
    return {code: row.split("|") for code, row in table("countries.toml")["countries"].items()}


def countries() -> tuple[Country, ...]:
    """Return every country with its English name and its first capital."""
    english = Locale("en").territories
    return tuple(
        Country(code, alpha3, _BRACKETS.sub("", english[code]), capitals.split("/")[0] or None)
        for code, (alpha3, _, capitals, _) in sorted(rows().items())
    )


def names() -> dict[str, dict[str, str]]:
    """Return by language the folded names and adjectives of countries and the codes they mean."""
    written = table("countries.toml")["also"]
    found: dict[str, dict[str, str]] = {}
    for language in LANGUAGES:
        own = {code: [Locale(language).territories.get(code, "")] for code in sorted(rows())}
        if language == "en":
            own = {code: [*names, *written.get(code, [])] for code, names in own.items()}
        found[language] = _indexed(
            (name, code) for code, given in own.items() for name in _variants(given, language)
        )
        for adjective, code in _adjectives(language):
            found[language].setdefault(adjective, code)
    return found


def _variants(given: Iterable[str], language: str) -> Iterator[str]:
    """Yield each name as it is, without brackets, with "and" for "&", Saint for St., and its cases."""
    cases = table("adjectives.toml")["cases"].get(language, {"": [""]})
    for name in given:
        for form in dict.fromkeys((name, _BRACKETS.sub("", name))):
            joined = form.replace("&", _AND.get(language, "&"))
            for spelled in dict.fromkeys(
                (form, joined, joined.replace("St.", "Saint"), form.replace("ё", "е"))
            ):
                yield from _formed(spelled, cases)


def _formed(word: str, endings: dict[str, list[str]]) -> Iterator[str]:
    """Yield a word with the longest of its endings replaced by each of its forms."""
    ending = max((ending for ending in endings if word.endswith(ending)), key=len, default=None)
    if ending is None:
        yield word
        return
    for form in endings[ending]:
        yield word[: len(word) - len(ending)] + form


def _adjectives(language: str) -> Iterator[tuple[str, str]]:
    """Yield the folded adjectives of a language with their countries."""
    if language == "en":
        peoples = table("countries.toml")["peoples"]
        written = {code: "/".join((columns[3], *peoples.get(code, ()))) for code, columns in rows().items()}
    else:
        written = table("adjectives.toml").get(language, {}) if language in ("de", "es", "fr", "ru") else {}
    endings = table("adjectives.toml")["endings"].get(language, {})
    for code, words in written.items():
        for word in words.split("/"):
            for form in _formed(fold(word), {fold(ending): forms for ending, forms in endings.items()}):
                if form:
                    yield fold(form), code


def seats(others: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Return the folded names of capitals and houses that stand for a government.

    `others` are further names of capitals with their countries; of those left out none counts.
    """
    left_out = set(table("countries.toml")["left_out"]["capitals"])
    capitals = [
        (capital, code)
        for code, columns in rows().items()
        for capital in columns[2].split("/")
        if capital and capital not in left_out
    ]
    houses = [(house, code) for code, given in table("countries.toml")["seats"].items() for house in given]
    known = set(_indexed([*capitals, *houses])) | {name for own in names().values() for name in own}
    barred = {fold(name) for name in left_out}
    more = [(name, code) for name, code in others if name not in known and not _is_barred(name, code, barred)]
    return _indexed([*capitals, *houses, *more])


def _is_barred(name: str, code: str, barred: set[str]) -> bool:
    """Return whether a name is one that is left out, or another name of a capital that is."""
    own = {fold(capital) for capital in rows().get(code, ["", "", ""])[2].split("/")}
    return name in barred or code not in rows() or own <= barred


def _indexed(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return folded names with their codes; a name given first wins."""
    found: dict[str, str] = {}
    for name, code in pairs:
        if folded := fold(name):
            found.setdefault(folded, code)
    return found
