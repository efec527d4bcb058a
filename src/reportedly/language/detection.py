"""Which language a text is in."""

import functools
import re
from importlib import resources

from reportedly.language.language import language_part
from reportedly.language.page_words import PageWords

# So many words say enough; more only cost time.
_SAMPLE_WORDS = 400
# Below this share of common words no language is recognised: a list of names has none.
_LEAST_SHARE = 0.06
# Short words of one language stand in others ("de", "da"): one with this part of the best share may be it.
_BELIEVED = 0.5
_WORD = re.compile(r"[^\W\d_]+")
# Scripts that one language has to itself, as code point ranges.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_OWN_SCRIPT = re.compile("|".join(script.pattern for _, script in _SCRIPTS))
_LEAST_SCRIPT = 0.1


def detect_language(text: str, declared: str | None = None) -> str | None:
    """Return the code of the language a text is written in, None where too little tells it.

    A script of its own decides first, then the share of the languages' commonest words; the language
    that is `declared` is believed where it has more than half the share of the best.
    """
    return _detected(text[: _SAMPLE_WORDS * 12], declared)


@functools.lru_cache(maxsize=8)
def _detected(sample: str, declared: str | None) -> str | None:
    """Return the language of a sample; the last few are remembered, for rooms ask about the same text."""
    words = "\n".join(_first_words(sample)).lower().split("\n")
    letters = "".join(words)
    if not letters:
        return None
    if not letters.isascii() and _OWN_SCRIPT.search(letters):
        for code, script in _SCRIPTS:
            if len(script.findall(letters)) > _LEAST_SCRIPT * len(letters):
                return code
    codes, common = _common_words()
    shares = dict.fromkeys(codes, 0)
    for word in words:
        for code in common.get(word, ()):
            shares[code] += 1
    best = max(shares, key=lambda code: shares[code])
    if declared in shares and shares[declared] > _BELIEVED * shares[best]:
        return declared
    return best if shares[best] >= _LEAST_SHARE * len(words) else None


def _first_words(sample: str) -> list[str]:
    """Return the first words of a sample; most texts have enough of them in the first two thirds."""
    part = sample[: len(sample) * 2 // 3]
    words = _WORD.findall(part)
    if len(words) <= _SAMPLE_WORDS:  # the last may be cut in two
        words = _WORD.findall(sample)
    return words[:_SAMPLE_WORDS]


@functools.cache
def _common_words() -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the languages whose common words are known, and the languages of each such word."""
    folders = sorted(f.name for f in resources.files("reportedly.language").iterdir() if f.is_dir())
    found = {code: language_part(code, "page.toml", PageWords).common for code in folders}
    common: dict[str, tuple[str, ...]] = {}
    for code, words in found.items():
        for word in dict.fromkeys(words):
            common[word] = (*common.get(word, ()), code)
    return tuple(code for code, words in found.items() if words), common
