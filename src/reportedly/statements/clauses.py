"""How far the words reach that a cue reports, before it and after it."""

from collections.abc import Sequence

import msgspec

from reportedly.statements.commas import COLONS, COMMAS, may_open
from reportedly.statements.cues import Cue
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.statements.speakers import Range, speaker_after
from reportedly.text import Word

_FINAL = {".", "!", "?", "。", "！", "？", "؟", "۔", "…", ",", ";", ":", "،", "؛", "，", "；", "：", "—", "–"}
_DASHES = {"—", "–", "―", "-"}

# Words: how far behind a cue its clause may begin, past "in a statement on Friday". Farther away the
# word for "that" belongs to something else.
REACH = 14


class Start(msgspec.Struct, frozen=True):
    """Where reported words begin behind a cue, and by which sign.

    `sign` is `that`, `colon`, `quotation`, `infinitive`, `question`, `bare` or `noun`.
    """

    at: int
    sign: str


def last_word(words: Sequence[Word]) -> int:
    """Return the index after the last word of a sentence, its closing punctuation left out."""
    end = len(words)
    while end > 0 and words[end - 1].lower in _FINAL:
        end -= 1
    return end


def without_edges(words: Sequence[Word], start: int, end: int) -> Range | None:
    """Return the stretch without punctuation at its ends, None where nothing is left."""
    while start < end and words[start].lower in _FINAL:
        start += 1
    while end > start and words[end - 1].lower in _FINAL:
        end -= 1
    return (start, end) if start < end else None


def reported_start(words: Sequence[Word], cue: Cue, end: int, lexicon: Lexicon) -> Start | None:
    """Return where the words reported behind `cue` begin, None where nothing it can take follows."""
    at = cue.end
    signed = _signed_start(words, at, end, lexicon) if cue.form.takes != {"noun"} else None
    if cue.form.takes == {"that"}:
        return signed if signed is not None and _follows_that(words, signed.at, lexicon) else None
    if signed is not None:
        return signed
    if lexicon.clause_needs_mark and "noun" not in cue.form.takes:
        return None
    if cue.form.has_addressee:
        at = _after_addressee(words, at, end, lexicon)
    while at < end and (is_time(words, at, lexicon) or lexicon.is_adverb(words[at].lower)):
        at += 1
    return _unsigned_start(words, cue, at, end, lexicon) if at < end else None


def _follows_that(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a clause begins behind the word for "that" or with a word for a question."""
    return words[at - 1].lower in lexicon.that or (at < len(words) and words[at].lower in lexicon.questions)


def is_time(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a word says when, or is the preposition before one that does ("on Monday")."""
    if words[at].lower in lexicon.times:
        return True
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower in lexicon.prepositions and following in lexicon.times


def _signed_start(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> Start | None:
    """Return the start marked by "that", a colon or an opening quotation, near behind the cue."""
    for at in range(start, min(end, start + REACH)):
        word = words[at].lower
        if word in lexicon.that and (at == start or not _is_demonstrative(words, at, end, lexicon)):
            return Start(at + 1, "that")
        if word in COLONS:
            return Start(at + 1, "colon")
        if word == QUOTATION:
            bare = (
                at > start
                and words[at - 1].lower not in COMMAS
                and not _is_adjunct(words, start, at, lexicon)
            )
            return None if bare else Start(at, "quotation")
        is_near = at == start
        if _is_clause_mark(word, at - start, lexicon) and may_open(words, at, end, lexicon, is_near=is_near):
            joined = at + 1 < end and words[at + 1].lower in lexicon.that
            return Start(at + (2 if joined else 1), "that")
        if at > start and not _is_adjunct(words, start, at + 1, lexicon):
            return None
    return None


def _is_clause_mark(word: str, distance: int, lexicon: Lexicon) -> bool:
    """Return whether a comma opens a reported clause: in some languages always, in some right at the verb."""
    if word not in COMMAS:
        return False
    return lexicon.clause_needs_mark or (distance == 0 and lexicon.splitter is not None)


def _is_demonstrative(words: Sequence[Word], at: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether "that" farther on is a relative or a demonstrative and opens no report."""
    return at + 1 >= end or words[at + 1].lower in lexicon.passives


def _is_adjunct(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether the words between a cue and what it reports only say when, where or to whom."""
    if start >= end:
        return True
    first = words[start].lower
    if lexicon.clause_needs_mark or lexicon.subject_follows:
        return True
    if first in lexicon.prepositions or first in lexicon.times or first in COMMAS:
        return True
    verbal = any(w.lower in lexicon.passives or w.lower in lexicon.auxiliaries for w in words[start:end])
    return not verbal and end - start <= 4


def _after_addressee(words: Sequence[Word], at: int, end: int, lexicon: Lexicon) -> int:
    """Return the index behind the hearer that "told" and its like name first."""
    if at >= end:
        return at
    word = words[at]
    if word.lower in lexicon.objects or (word.lower in lexicon.pronouns):
        return at + 1
    stop = at + 1
    if word.lower in lexicon.determiners:
        stop = min(end, at + 2)
    while stop < end and words[stop].is_capital and words[stop - 1].is_capital:
        stop += 1
    return stop


def _unsigned_start(words: Sequence[Word], cue: Cue, at: int, end: int, lexicon: Lexicon) -> Start | None:
    """Return the start of a report that nothing marks but the kind of verb."""
    word = words[at].lower
    takes = cue.form.takes
    if word in lexicon.infinitive_marks:
        return Start(at, "infinitive") if "infinitive" in takes else None
    if word in lexicon.questions and takes & {"clause", "quotation"}:
        return Start(at, "question")
    if word in COMMAS or words[at].is_mark or word in lexicon.conjunctions:
        return None
    if word in lexicon.prepositions or word in lexicon.subordinators:
        return None
    if "noun" in takes:
        return Start(at, "noun")
    return Start(at, "bare") if "clause" in takes else None


def is_tail(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether what follows a cue reports nothing: it is empty or says when, where or to whom."""
    if start >= end:
        return True
    rest = words[start:end]
    if any(w.lower == QUOTATION or w.lower in lexicon.that or w.lower in COLONS for w in rest):
        return False
    first = rest[0].lower
    return first in lexicon.prepositions or first in lexicon.times or lexicon.is_adverb(first)


def part_before(words: Sequence[Word], floor: int, end: int, lexicon: Lexicon) -> Range | None:
    """Return the reported stretch that ends right before a comma and the cue's group at `end`.

    It ends in a comma, a dash or a quotation, else the words before are no report.
    """
    while end > floor and lexicon.topic_marks and words[end - 1].lower in lexicon.that:
        end -= 1
    if end <= floor:
        return None
    mark = words[end - 1].lower
    if mark != QUOTATION and mark not in COMMAS and mark not in _DASHES and mark not in "?!":
        return None
    stretch = without_edges(words, floor, end)
    if stretch is None:
        return None
    if words[stretch[1] - 1].lower == QUOTATION and _stands_alone(words, stretch, lexicon):
        return stretch[1] - 1, stretch[1]
    return stretch


def _stands_alone(words: Sequence[Word], stretch: Range, lexicon: Lexicon) -> bool:
    """Return whether the quotation that ends a stretch is a report of its own, not a part of the clause."""
    start, end = stretch
    if end - start == 1:
        return True
    return words[end - 2].lower in COMMAS | COLONS | lexicon.topic_marks


def after_apposition(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> int:
    """Return the index behind an apposition to a speaker named at the end ("said Ann Lee, a lawyer, ...")."""
    if start >= end or words[start].lower not in COMMAS:
        return start
    first = words[start + 1].lower if start + 1 < end else ""
    describes = first in lexicon.determiners or first in lexicon.relatives
    if not describes:
        return start
    for at in range(start + 1, end):
        if words[at].lower in COMMAS and words[at + 1 : at + 2] and words[at + 1].lower == QUOTATION:
            return at
    return end


def speaker_behind(words: Sequence[Word], cue: Cue, lexicon: Lexicon) -> Range | None:
    """Return the speaker named behind the cue, past adverbs ("said again Ann Lee")."""
    at = cue.end
    while at < len(words) and lexicon.is_adverb(words[at].lower):
        at += 1
    return speaker_after(words, at, lexicon)
