"""Languages as data: one folder of TOML files each, read into a frozen `Language`."""

from reportedly.language.agencies import Agency, find_agency, known_agencies
from reportedly.language.calendar import Calendar
from reportedly.language.common_words import common_words
from reportedly.language.cues import Cues
from reportedly.language.date_words import DateOrder, DateRule, DateWords
from reportedly.language.detection import detect_language
from reportedly.language.given_names import gender_of_given
from reportedly.language.given_spellings import has_spellings, one_spelling
from reportedly.language.language import Language, known_languages, load_language
from reportedly.language.language_names import language_name
from reportedly.language.offices import Offices
from reportedly.language.page_words import PageWords
from reportedly.language.titles import Titles

__all__ = [
    "Agency",
    "Calendar",
    "Cues",
    "DateOrder",
    "DateRule",
    "DateWords",
    "Language",
    "Offices",
    "PageWords",
    "Titles",
    "common_words",
    "detect_language",
    "find_agency",
    "gender_of_given",
    "has_spellings",
    "known_agencies",
    "known_languages",
    "language_name",
    "load_language",
    "one_spelling",
]
