"""Where the subject of a cue stands, and what cannot be one."""

from collections.abc import Sequence

import msgspec

from reportedly.statements.commas import COMMAS
from reportedly.statements.cues import Cue
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.statements.speakers import Range, speaker_before
from reportedly.text import Word

_CLOSING = {")", "]"}


def auxiliary_of(words: Sequence[Word], cue: Cue, floor: int, lexicon: Lexicon) -> Cue | None:
    """Return the auxiliary that stands far before a verb at the end of its clause, as a cue in its place.

    The subject stands beside it ("Der Minister hat am Montag erklärt: ...").
    """
    if not lexicon.capitals_mark_nouns or cue.start == 0 or cue.before < cue.start - 1:
        return None
    if cue.end < len(words) and not words[cue.end].is_mark:
        return None
    for at in range(cue.start - 1, floor - 1, -1):
        if words[at].is_mark or words[at].lower == QUOTATION or words[at].lower in lexicon.conjunctions:
            return None
        if words[at].lower in lexicon.auxiliaries:
            return msgspec.structs.replace(cue, start=at, end=at + 1, before=at - 1)
    return None


def opens_clause(words: Sequence[Word], cue: Cue, lexicon: Lexicon) -> bool:
    """Return whether the cue stands first in its clause or behind an adverbial, its subject after it."""
    if cue.before < 0:
        return True
    if words[cue.before].is_mark:
        return words[cue.before].lower not in _CLOSING and not _ends_apposition(words, cue.before, lexicon)
    first = words[0].lower
    return first in lexicon.prepositions or lexicon.is_adverb(first)


def _ends_apposition(words: Sequence[Word], comma: int, lexicon: Lexicon) -> bool:
    """Return whether a comma ends what describes the sentence's first noun ("Ann Lee, a lawyer, said")."""
    if words[comma].lower not in COMMAS:
        return False
    speaker = speaker_before(words, comma, 0, lexicon)
    return speaker is not None and speaker[0] == 0 and words[speaker[1] - 1].is_capital


def is_subject(words: Sequence[Word], speaker: Range | None, lexicon: Lexicon) -> bool:
    """Return whether a noun phrase behind a verb can be its subject."""
    return speaker is not None and words[speaker[0]].lower not in lexicon.oblique


def is_expletive(words: Sequence[Word], speaker: Range, lexicon: Lexicon) -> bool:
    """Return whether a speaker is a pronoun that stands for nobody (German "es")."""
    return speaker[1] - speaker[0] == 1 and words[speaker[0]].lower in lexicon.expletives
