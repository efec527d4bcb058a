"""One language as data: a folder of TOML files read into a frozen `Language`."""

import functools
from importlib import resources
from typing import TypeVar, cast

import msgspec

from reportedly.language.acts import Acts
from reportedly.language.calendar import Calendar
from reportedly.language.cues import Cues
from reportedly.language.date_words import DateWords
from reportedly.language.hearers import Hearers
from reportedly.language.offices import Offices
from reportedly.language.page_words import PageWords
from reportedly.language.sources import Sources
from reportedly.language.titles import Titles

T = TypeVar("T", bound=msgspec.Struct)

# Tags for a language that another folder serves: Dari is written as Persian is, Bokmål stands for Norwegian.
_SERVED_BY = {"prs": "fa", "no": "nb", "nn": "nb", "iw": "he", "in": "id"}


class Language:
    """What the rooms know of one language; a file that is absent gives that part empty.

    `code` is the BCP 47 primary subtag (`en`, `fa`); `und` is the language we know nothing of. Each
    part is read when it is first asked for: who reads pages has no need of the cues.
    """

    def __init__(self, code: str) -> None:
        self.code = code
        self._folder = _SERVED_BY.get(code, code)

    @functools.cached_property
    def cues(self) -> Cues:
        """Return the words that report what somebody said."""
        return language_part(self._folder, "cues.toml", Cues)

    @functools.cached_property
    def acts(self) -> Acts:
        """Return the words that show what is done by a statement, and what turns it round or weakens it."""
        return language_part(self._folder, "acts.toml", Acts)

    @functools.cached_property
    def sources(self) -> Sources:
        """Return the words that say what kind of source somebody is."""
        return language_part(self._folder, "sources.toml", Sources)

    @functools.cached_property
    def hearers(self) -> Hearers:
        """Return the words that say to whom something was said, and about what."""
        return language_part(self._folder, "hearers.toml", Hearers)

    @functools.cached_property
    def titles(self) -> Titles:
        """Return the titles, offices and pronouns that stand in for names."""
        return language_part(self._folder, "titles.toml", Titles)

    @functools.cached_property
    def offices(self) -> Offices:
        """Return the words for the offices of a state."""
        return language_part(self._folder, "offices.toml", Offices)

    @functools.cached_property
    def calendar(self) -> Calendar:
        """Return the names of months and days."""
        return language_part(self._folder, "calendar.toml", Calendar)

    @functools.cached_property
    def date_words(self) -> DateWords:
        """Return the words that say when something was or will be."""
        return language_part(self._folder, "dates.toml", DateWords)

    @functools.cached_property
    def page_words(self) -> PageWords:
        """Return the words that news pages put around an article."""
        return language_part(self._folder, "page.toml", PageWords)


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder of data, sorted."""
    folders = resources.files("reportedly.language").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and (f / "cues.toml").is_file()))


@functools.cache
def load_language(code: str) -> Language:
    """Return the language with this BCP 47 tag ("en", "en-GB", "EN_us"); unknown ones come empty."""
    primary = code.replace("_", "-").split("-")[0].lower()
    return Language(primary or "und")


def language_part(code: str, name: str, kind: type[T]) -> T:
    """Return one TOML file of a language as `kind`, or `kind()` where the file is absent."""
    return cast("T", _decoded(code, name, kind))


@functools.cache
def _decoded(code: str, name: str, kind: type[object]) -> object:
    """Return the file as decoded once: detecting languages and reading pages ask for the same ones."""
    file = resources.files("reportedly.language").joinpath(code, name)
    if not (code.isalpha() and file.is_file()):
        return kind()
    return msgspec.toml.decode(file.read_bytes(), type=kind)
