"""One language as data: a folder of TOML files read into a frozen `Language`."""

import functools
from importlib import resources
from typing import TypeVar

import msgspec

from reportedly.language.calendar import Calendar
from reportedly.language.cues import Cues
from reportedly.language.page_words import PageWords
from reportedly.language.titles import Titles

T = TypeVar("T")

# Tags for a language that another folder serves: Dari is written as Persian is, Bokmål stands for Norwegian.
_SERVED_BY = {"prs": "fa", "no": "nb", "nn": "nb", "iw": "he", "in": "id"}


class Language(msgspec.Struct, frozen=True, kw_only=True):
    """What the rooms know of one language; a file that is absent gives that part empty.

    `code` is the BCP 47 primary subtag (`en`, `fa`); `und` is the language we know nothing of.
    """

    code: str
    cues: Cues
    titles: Titles
    calendar: Calendar
    page_words: PageWords


def known_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder of data, sorted."""
    folders = resources.files("reportedly.language").iterdir()
    return tuple(sorted(f.name for f in folders if f.is_dir() and (f / "cues.toml").is_file()))


@functools.cache
def load_language(code: str) -> Language:
    """Return the language with this BCP 47 tag ("en", "en-GB", "EN_us"); unknown ones come empty."""
    primary = code.replace("_", "-").split("-")[0].lower()
    folder = _SERVED_BY.get(primary, primary)
    return Language(
        code=primary or "und",
        cues=language_part(folder, "cues.toml", Cues),
        titles=language_part(folder, "titles.toml", Titles),
        calendar=language_part(folder, "calendar.toml", Calendar),
        page_words=language_part(folder, "page.toml", PageWords),
    )


def language_part(code: str, name: str, kind: type[T]) -> T:
    """Return one TOML file of a language as `kind`, or `kind()` where the file is absent."""
    file = resources.files("reportedly.language").joinpath(code, name)
    if not (code.isalpha() and file.is_file()):
        return kind()
    return msgspec.toml.decode(file.read_bytes(), type=kind)
