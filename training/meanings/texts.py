"""What the vectors learn from: words, words thrown together, sentences, and terms in several languages."""

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib import util
from pathlib import Path
from typing import Literal

import msgspec
import wordfreq
from babel import Locale
from babel.messages.mofile import read_mo

from reportedly.models import LANGUAGES_COMPARED
from reportedly.read import read_page
from reportedly.records import Article, Page
from reportedly.text import sentences_of

LANGUAGES = tuple(sorted(LANGUAGES_COMPARED))
_OWN = Path(__file__).parents[1] / "statements" / "sentences"
_LEXICON = Path(__file__).parent / "words.txt"
_WORDS, _THROWN = 9000, 9000  # a language
_POOL = 16_000  # commonest words that are thrown together, each by the root of how common it is
_MOST_SENTENCES = 7000  # a language
_WORD = re.compile(r"[^\W\d_][^\W\d_'’\-\u200c]*$")
_HOLES = re.compile(r"%\(\w+\)s|%[sd]|<[^>]+>|\{\w*\}")
_MARKUP = re.compile(r"[\[\]{}<>|]")

Sort = Literal["word", "thrown", "term", "sentence"]


class Text(msgspec.Struct, frozen=True):
    """One text of a language; those of one `term` say the same in several."""

    language: str
    sort: Sort
    text: str
    term: str = ""


def all_texts(pages: Path) -> list[Text]:
    """Return all texts; `pages` is a folder of news pages as JSON lines."""
    rng = random.Random(5)
    found = [each for language in LANGUAGES for each in _words(language, rng)]
    found += [*_terms(), *_messages(), *_lexicon()]
    return found + list(_sentences(pages, rng))


def _words(language: str, rng: random.Random) -> Iterator[Text]:
    listed = [word for word in wordfreq.top_n_list(language, 30_000) if _WORD.match(word)]
    for word in listed[:_WORDS]:
        is_noun = language == "de" and rng.random() < 0.5
        yield Text(language, "word", word.capitalize() if is_noun else word)
    pool = listed[:_POOL]
    weights = [wordfreq.word_frequency(word, language) ** 0.5 for word in pool]
    for _ in range(_THROWN):
        yield Text(
            language, "thrown", " ".join(rng.choices(pool, weights, k=rng.choice([2, 3, 4, 5, 6, 8, 10])))
        )


def _terms() -> Iterator[Text]:
    """Yield names of countries, languages, currencies, months and days, as the CLDR has them (Unicode)."""
    for language in LANGUAGES:
        locale = Locale(language)
        for sort in ("territories", "languages", "currencies"):
            for key, name in getattr(locale, sort).items():
                yield Text(language, "term", name, f"{sort} {key}")
        for sort in ("months", "days"):
            for key, name in getattr(locale, sort)["format"]["wide"].items():
                yield Text(language, "term", name, f"{sort} {key}")


def _messages() -> Iterator[Text]:
    """Yield the messages of Django (BSD), which many languages have."""
    spec = util.find_spec("django")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    if folder is None:
        return
    seen: set[tuple[str, str]] = set()
    for language in LANGUAGES:
        for file in sorted(folder.glob(f"**/locale/{language}/LC_MESSAGES/django.mo")):
            for english, told in _pairs(file):
                for code, text in (("en", english), (language, told)):
                    if (code, english) not in seen:
                        seen.add((code, english))
                        yield Text(code, "term", " ".join(_HOLES.sub("", text).split()), english)


def _pairs(file: Path) -> Iterator[tuple[str, str]]:
    """Yield the messages of a catalogue with their translations, without those that have several forms."""
    with file.open("rb") as opened:
        for message in read_mo(opened):
            english, told = message.id, message.string
            if isinstance(english, str) and isinstance(told, str) and told and 4 < len(english) < 200:
                yield english, told


def _lexicon() -> Iterator[Text]:
    """Yield the words of news that we wrote down in all languages."""
    if not _LEXICON.is_file():
        return
    lines = [line for line in _LEXICON.read_text(encoding="utf8").splitlines() if line and line[0] != "#"]
    for line in lines:
        words = line.split("|")
        for language, told in zip(("en", "de", "es", "fr", "ru", "ar", "fa"), words, strict=True):
            for each in told.split("/"):
                yield Text(language, "term", each.strip(), f"lexicon {words[0]}")


def _sentences(pages: Path, rng: random.Random) -> Iterator[Text]:
    """Yield sentences of news pages, and of the texts that we wrote for the taggers."""
    found: dict[str, dict[str, None]] = {language: {} for language in LANGUAGES}
    for article in _articles(pages):
        language = article.language.value if article.language else ""
        for paragraph in article.paragraphs:
            for span in sentences_of(article.text, paragraph):
                if language in found and 20 <= span.end - span.start <= 400:
                    found[language][" ".join(span.of(article.text).split())] = None
    for language in LANGUAGES:
        own = _OWN / f"{language}.toml"
        if own.is_file():
            found[language] |= dict.fromkeys(_strings(msgspec.toml.decode(own.read_bytes())))
        listed = list(found[language])
        rng.shuffle(listed)
        yield from (Text(language, "sentence", each) for each in listed[:_MOST_SENTENCES])


def _articles(pages: Path) -> Iterator[Article]:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for file in sorted(pages.glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf8") as lines:
            for line in lines:
                told = json.loads(line)
                if told.get("html"):
                    page = Page(body=told["html"].encode(), url=told.get("url"), fetched_at=now)
                    article = read_page(page)
                    if isinstance(article, Article):
                        yield article


def _strings(found: object) -> Iterable[str]:
    if isinstance(found, str):
        told = _MARKUP.sub("", found)
        yield from (" ".join(each.split()) for each in re.split(r"(?<=[.!?؟])\s+", told) if len(each) > 15)
    elif isinstance(found, dict):
        for each in found.values():
            yield from _strings(each)
    elif isinstance(found, list):
        for each in found:
            yield from _strings(each)
