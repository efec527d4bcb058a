"""Quotation marks around a name: the title of a work, a nickname."""

import re

from reportedly.statements.lexicon import Lexicon
from reportedly.text import Quotation

# Words: longer stretches inside a name, or with capitals throughout, are no nicknames and no titles.
_LONGEST_NICKNAME = 3
_LONGEST_TITLE = 12
# Letters: shorter words ("of", "and") have no capital inside a title.
_LONG_WORD = 4
# Characters looked at on each side of the marks: a long word and what may stand between.
_NEAR = 40
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LAST = re.compile(r"([^\W\d_][\w.’'-]*)[ \u00a0]$")
_FIRST = re.compile(r"[ \u00a0][^\W\d_]")


def is_nickname(text: str, quotation: Quotation, lexicon: Lexicon) -> bool:
    """Return whether a few words in marks stand between two parts of a name (Ana “Red” Torv).

    That shows only where names alone have capitals.
    """
    outer, words = quotation.outer[0], _words(text, quotation)
    if not lexicon.cases_names or lexicon.capitals_mark_nouns or not 0 < len(words) <= _LONGEST_NICKNAME:
        return False
    before = _LAST.search(text, max(0, outer.start - _NEAR), outer.start)
    after = _FIRST.match(text, outer.end)
    if before is None or after is None or not text[after.end() - 1].isupper():
        return False
    known = lexicon.determiners | lexicon.prepositions | lexicon.conjunctions | lexicon.pronouns
    return before[1][0].isupper() and before[1].lower() not in known


def is_title(text: str, quotation: Quotation, lexicon: Lexicon) -> bool:
    """Return whether words in marks are called a work, or have a capital each as titles do.

    A word for a work stands right before the marks (the novel “Tide”). Capitals count where names
    alone have them, from two words on.
    """
    words = _words(text, quotation)
    if not 0 < len(words) <= _LONGEST_TITLE or not words[0][0].isupper():
        return False
    start = quotation.outer[0].start
    before = _LAST.search(text, max(0, start - _NEAR), start)
    if before is not None and before[1].lower() in lexicon.works:
        return True
    shown = lexicon.cases_names and not lexicon.capitals_mark_nouns and len(words) > 1
    long = [word for word in words if len(word) >= _LONG_WORD]
    return shown and bool(long) and all(word[0].isupper() for word in [*long, words[-1]])


def _words(text: str, quotation: Quotation) -> list[str]:
    return _WORD.findall(quotation.parts[0].of(text))
