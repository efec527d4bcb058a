"""Each cue of a sentence with its speaker."""

from collections.abc import Sequence

import msgspec

from reportedly.statements.clauses import is_tail, last_word, speaker_behind
from reportedly.statements.commas import COMMAS
from reportedly.statements.cues import Cue, find_cues
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.statements.speakers import Range, speaker_after, speaker_before, subject_of_sentence
from reportedly.statements.subjects import auxiliary_of, is_expletive, is_subject, opens_clause
from reportedly.text import Word

# Words: how far into a sentence the mark of its topic is looked for (Japanese "wa").
_TOPIC_REACH = 12


class CueGroup(msgspec.Struct, frozen=True):
    """A cue with its speaker: `start` and `end` bound the two in the sentence."""

    cue: Cue
    speaker: Range | None
    start: int
    end: int
    is_behind: bool = False


def cue_groups(words: Sequence[Word], lexicon: Lexicon) -> list[CueGroup]:
    """Return the cues that have a speaker, each with it."""
    groups: list[CueGroup] = []
    floor = 0
    for cue in find_cues(words, lexicon):
        group = _group(words, cue, groups, floor, lexicon)
        if group is not None:
            groups.append(group)
            floor = cue.end
    return groups


def _group(
    words: Sequence[Word], cue: Cue, earlier: list[CueGroup], floor: int, lexicon: Lexicon
) -> CueGroup | None:
    """Return a cue with its speaker, sought where its role puts it."""
    if cue.role == "according":
        return _with_source(words, cue, lexicon)
    if cue.role == "according_after":
        speaker = speaker_before(words, cue.before, floor, lexicon)
        return CueGroup(cue, speaker, speaker[0], cue.end) if speaker else None
    if cue.role == "participle":
        return _with_borrowed(words, cue, earlier, lexicon)
    return _with_subject(words, cue, earlier, floor, lexicon)


def _with_follower(words: Sequence[Word], cue: Cue, lexicon: Lexicon) -> CueGroup | None:
    """Return a cue whose speaker stands behind it."""
    speaker = speaker_behind(words, cue, lexicon)
    is_late = "according_late" in cue.form.forms
    if speaker is None or (is_late and not _opens_phrase(words[speaker[0]], lexicon)):
        return None
    return CueGroup(cue, speaker, cue.start, speaker[1], is_behind=True)


def _with_source(words: Sequence[Word], cue: Cue, lexicon: Lexicon) -> CueGroup | None:
    """Return "according to" with whom its noun belongs to, else with the noun itself."""
    if cue.form.words:
        return _with_follower(words, cue, lexicon)
    following = words[cue.end].lower if cue.end < len(words) else ""
    named = following in lexicon.genitives or (cue.end < len(words) and words[cue.end].is_capital)
    behind = cue.end + 1 if following in lexicon.prepositions else cue.end
    if named and (speaker := speaker_after(words, behind, lexicon)) is not None:
        return CueGroup(cue, speaker, cue.start, speaker[1], is_behind=True)
    opener = msgspec.structs.replace(cue, end=cue.start + 1)
    return CueGroup(opener, (cue.start + 1, cue.end), cue.start, cue.end, is_behind=True)


def _opens_phrase(word: Word, lexicon: Lexicon) -> bool:
    return word.is_capital or word.lower in lexicon.determiners or word.lower in lexicon.pronouns


def _with_borrowed(
    words: Sequence[Word], cue: Cue, earlier: list[CueGroup], lexicon: Lexicon
) -> CueGroup | None:
    """Return a participle with the speaker of the cue before it, or the subject of the sentence."""
    if cue.start == 0:
        return None
    speaker = earlier[-1].speaker if earlier else subject_of_sentence(words[: cue.start], lexicon)
    return CueGroup(cue, speaker, cue.start, cue.end) if speaker else None


def _with_subject(
    words: Sequence[Word], cue: Cue, earlier: list[CueGroup], floor: int, lexicon: Lexicon
) -> CueGroup | None:
    """Return a finite cue with its subject, beside it or beside its auxiliary; a passive has none."""
    if cue.is_passive:
        return CueGroup(cue, None, cue.start, cue.end)
    if lexicon.expletives & set(cue.form.words):
        return _with_place(words, cue, floor, lexicon)
    auxiliary = auxiliary_of(words, cue, floor, lexicon)
    if auxiliary is None:
        return _with_near_subject(words, cue, earlier, floor, lexicon)
    group = _with_near_subject(words, auxiliary, earlier, floor, lexicon)
    return msgspec.structs.replace(group, cue=cue, end=cue.end, is_behind=False) if group else None


def _with_near_subject(
    words: Sequence[Word], cue: Cue, earlier: list[CueGroup], floor: int, lexicon: Lexicon
) -> CueGroup | None:
    """Return a finite cue with its subject, before it or (after a quotation or a comma) behind it."""
    previous = words[cue.before].lower if cue.before >= 0 else ""
    if lexicon.capitals_mark_nouns and previous in lexicon.conjunctions:
        return _with_borrowed(words, cue, earlier, lexicon)
    described = _described(words, cue, floor, lexicon)
    if described is not None:
        return CueGroup(cue, described, described[0], cue.end)
    behind = _inverted(words, cue, lexicon)
    if behind is not None:
        return behind
    if previous in lexicon.conjunctions and earlier:
        return CueGroup(cue, earlier[-1].speaker, cue.before, cue.end)
    if previous in COMMAS and is_tail(words, cue.end, last_word(words), lexicon):
        return None
    speaker = speaker_before(words, cue.before, floor, lexicon)
    if speaker is not None and words[speaker[0]].lower in lexicon.oblique:
        return _with_follower(words, cue, lexicon)
    if speaker is not None:
        return None if is_expletive(words, speaker, lexicon) else CueGroup(cue, speaker, speaker[0], cue.end)
    if previous in lexicon.conjunctions:
        return _with_borrowed(words, cue, earlier, lexicon)
    return _with_topic(words, cue, lexicon)


def _with_place(words: Sequence[Word], cue: Cue, floor: int, lexicon: Lexicon) -> CueGroup:
    """Return a cue whose subject is nobody ("it says") with what it is said to stand in, if that is told."""
    at = cue.before
    while at >= floor and not words[at].is_mark and words[at].lower not in lexicon.prepositions:
        at -= 1
    inside = at >= floor and words[at].lower in lexicon.prepositions and at < cue.before
    speaker = speaker_after(words, at + 1, lexicon) if inside else None
    return CueGroup(cue, speaker, at if speaker else cue.start, cue.end)


def _with_topic(words: Sequence[Word], cue: Cue, lexicon: Lexicon) -> CueGroup | None:
    """Return a cue at the end of a sentence with the speaker that a topic mark shows at its head."""
    marks = (i for i in range(min(cue.start, _TOPIC_REACH)) if words[i].lower in lexicon.topic_marks)
    mark = next(marks, None)
    speaker = speaker_before(words, mark, 0, lexicon) if mark is not None else None
    return CueGroup(cue, speaker, cue.start, cue.end) if speaker else None


def _inverted(words: Sequence[Word], cue: Cue, lexicon: Lexicon) -> CueGroup | None:
    """Return the cue with the subject behind it; a verb that names its hearer there has none in English."""
    previous = words[cue.before].lower if cue.before >= 0 else ""
    if lexicon.subject_follows:
        inverted = opens_clause(words, cue, lexicon) or previous == QUOTATION
        group = _with_follower(words, cue, lexicon) if inverted else None
        return group if group and is_subject(words, group.speaker, lexicon) else None
    if previous not in {QUOTATION, *COMMAS, "?", "!"} or cue.form.has_addressee:
        return None
    group = _with_follower(words, cue, lexicon)
    return group if group is not None and _closes(words, group.end, lexicon) else None


def _described(words: Sequence[Word], cue: Cue, floor: int, lexicon: Lexicon) -> Range | None:
    """Return a speaker between a quotation and the cue, with an apposition ("...", Ann Lee, 54, said)."""
    if cue.before < 0 or words[cue.before].lower not in COMMAS:
        return None
    speaker = speaker_before(words, cue.before, floor, lexicon)
    quoted = speaker is not None and speaker[0] > 0 and words[speaker[0] - 1].lower == QUOTATION
    return speaker if quoted else None


def _closes(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a speaker named behind the cue is followed by nothing that makes it an object."""
    if at >= len(words) or words[at].is_mark:
        return True
    word = words[at].lower
    return (
        word in lexicon.prepositions
        or word in lexicon.times
        or word in lexicon.relatives
        or word
        in {
            *lexicon.conjunctions,
            *lexicon.subordinators,
        }
    )
