"""What a person typed, as a question to the full-text index; nothing typed can break its syntax."""

import re
from typing import Final

import msgspec

from reportedly.store.folding import is_unspaced

TERMS_READ: Final = 32
"""Words or phrases taken from one search. SQLite's parser gives up on a few hundred; nobody types 32."""

TYPED_READ: Final = 1000
"""Code points read of what was typed; beyond it SQLite's patterns have their own end, at 50,000 bytes."""

_TRIGRAM: Final = 3  # code points: shorter terms are not in the trigram index and are looked for one by one

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂「」『』", '"'))
_TERM = re.compile(r'"(?P<phrase>[^"]*)(?:"(?P<star>\*)?|$)|(?P<word>[^\s"]+)')


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A search: by words, or by letters where its script has no spaces.

    `expression` is in FTS5's own language, None where no term is long enough for the index;
    `letters` are the terms to look for letter by letter, each of which must stand there; `terms`
    are all of them as typed.
    """

    by_letters: bool
    terms: tuple[str, ...]
    expression: str | None
    letters: tuple[str, ...] = ()


def match_for(words: str | None) -> Match | None:
    """Return the search a person's words ask for, None where they ask for nothing.

    All terms must be there. "Quoted words" stand next to each other; a trailing * takes every word
    that begins so. In scripts without spaces a term is found wherever its letters stand.
    """
    terms = _terms(readable(words or "").translate(_QUOTES))
    if not terms:
        return None
    texts = tuple(text for text, _ in terms)
    if any(is_unspaced(text) for text in texts):
        indexed = " ".join(_quoted(text) for text in texts if len(text) >= _TRIGRAM)
        letters = tuple(text for text in texts if len(text) < _TRIGRAM)
        return Match(by_letters=True, terms=texts, expression=indexed or None, letters=letters)
    expression = " ".join(_quoted(text) + "*" * is_prefix for text, is_prefix in terms)
    return Match(by_letters=False, terms=texts, expression=expression)


def readable(typed: str) -> str:
    """Return what SQLite can read of what was typed: no NUL, no half characters, no endless text."""
    whole = typed[:TYPED_READ].encode("utf-8", "ignore").decode("utf-8")
    return whole.replace("\x00", " ")


def _terms(words: str) -> list[tuple[str, bool]]:
    terms = []
    for found in _TERM.finditer(words):
        word = found["word"]
        if word is None:
            text, is_prefix = found["phrase"].strip(), found["star"] is not None
        else:
            text, is_prefix = word.rstrip("*"), word.endswith("*")
        if text:
            terms.append((text, is_prefix))
    return terms[:TERMS_READ]


def _quoted(text: str) -> str:
    return f'"{text}"'
