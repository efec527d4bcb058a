"""The verbs of saying in a headline, which may be written in capitals throughout."""

from collections.abc import Sequence

import msgspec

from reportedly.statements.lexicon import CueForm, Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.statements.speakers import Range
from reportedly.text import Word

# Words: a hearer without an article in a headline ("tells city council") is no longer.
_LONGEST_HEARER = 3


class Verb(msgspec.Struct, frozen=True, kw_only=True):
    """A cue in a headline: its places, whether it is a common noun too, and what can follow."""

    start: int
    end: int
    is_noun_too: bool
    has_addressee: bool
    takes_infinitive: bool


def verb_in(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> Verb | None:
    """Return the first verb with a subject of its own that begins between two places."""
    for at in range(start, min(end, len(words))):
        form = _form_at(words, at, lexicon)
        if form is not None:
            return Verb(
                start=at,
                end=at + len(form.words),
                is_noun_too=words[at].lower in lexicon.also_nouns,
                has_addressee=form.has_addressee,
                takes_infinitive="infinitive" in form.takes,
            )
    return None


def _form_at(words: Sequence[Word], at: int, lexicon: Lexicon) -> CueForm | None:
    """Return the longest finite form at a place, but for one behind a word that makes it something else."""
    before = words[at - 1].lower if at else ""
    if before in lexicon.infinitive_marks or before in lexicon.determiners or before in lexicon.passives:
        return None
    if before in lexicon.prepositions or before.endswith(("'s", "s'")):
        return None
    for form in lexicon.by_first.get(words[at].lower, ()):
        span = words[at : at + len(form.words)]
        same = len(span) == len(form.words) and all(
            word.lower == listed for word, listed in zip(span, form.words, strict=True)
        )
        if same and form.forms & {"finite", "base"}:
            return None if _is_passive(words, at, form, lexicon) else form
    return None


def _is_passive(words: Sequence[Word], at: int, form: CueForm, lexicon: Lexicon) -> bool:
    """Return whether a form is one of which headlines leave the auxiliary out: "Cracks found in the dam"."""
    if len(form.words) > 1 or words[at].lower not in lexicon.headline_passives:
        return False
    return at + 1 < len(words) and words[at + 1].lower in lexicon.prepositions


def after_hearer(words: Sequence[Word], verb: Verb, end: int, lexicon: Lexicon) -> tuple[int, Range | None]:
    """Return where what was said begins, and the hearer that stands before it ("tells council …")."""
    at = verb.end
    if not verb.has_addressee or at >= end or words[at].is_mark or words[at].lower == QUOTATION:
        return at, None
    first = words[at].lower
    if first[0].isdigit() or first in lexicon.that or first in lexicon.prepositions:
        return at, None
    stop = at + 1
    while stop < min(end, at + _LONGEST_HEARER) and _goes_on(words, stop, lexicon):
        stop += 1
    return (stop, (at, stop)) if stop < end else (at, None)


def _goes_on(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a hearer goes on: behind an article, or with a capital behind a capital."""
    before = words[at - 1]
    return before.lower in lexicon.determiners or (before.is_capital and words[at].is_capital)
