"""What a sentence reports: each cue with its speaker and the words it covers."""

from collections.abc import Sequence

import msgspec

from reportedly.records import Span
from reportedly.statements.clauses import (
    after_apposition,
    is_tail,
    last_word,
    part_before,
    reported_start,
    without_edges,
)
from reportedly.statements.commas import COLONS, COMMAS, is_reason
from reportedly.statements.groups import CueGroup, cue_groups
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION, Sentence
from reportedly.statements.speakers import Range
from reportedly.text import Word

# Factors on a cue's own confidence by the sign that showed the report, so that the product is near the
# precision of such finds (content overlap) on 334 PolNeAR training and development texts.
SIGN_FACTORS = {
    "that": 1.0,
    "colon": 1.0,
    "quotation": 0.88,
    "question": 0.85,
    "infinitive": 0.65,
    "bare": 0.8,
    "noun": 0.8,
    "before": 1.0,
    "according": 0.9,
}

# Words: a quotation set off by a comma after an indirect clause is a statement of its own from this
# length on; shorter ones are a quoted phrase inside the clause.
_OWN_QUOTATION = 4

# Cues: how many neighbours in its sentence can bound what a cue reports; more is no sentence.
_NEAR_CUES = 8


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in the making: spans as in `Statement`, quotation marks still inside `content`.

    `content` is empty where the cue ends in a colon and announces what comes next.
    """

    content: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    confidence: float
    paragraph: int


def read_reports(sentence: Sentence, lexicon: Lexicon) -> list[Report]:
    """Return what the cues of one sentence report, in the order of the cues."""
    words = sentence.words
    groups = cue_groups(words, lexicon)
    end = last_word(words)
    reports: list[Report] = []
    for number, group in enumerate(groups):
        limit = _limit(words, groups, number, end, lexicon)
        for ranges, sign in _contents(
            words, group, groups[max(0, number - _NEAR_CUES) : number], limit, lexicon
        ):
            reports.append(_report(words, group, ranges, sign, sentence.paragraph))
    return reports


def _limit(words: Sequence[Word], groups: list[CueGroup], number: int, end: int, lexicon: Lexicon) -> int:
    """Return where the report of a group must end: before a later cue of the same sentence's reporter."""
    limit = end
    own = groups[number]
    for later in groups[number + 1 : number + 1 + _NEAR_CUES]:
        if later.cue.role == "participle" or later.speaker == own.speaker:
            limit = min(limit, later.cue.before + 1 if later.speaker == own.speaker else later.start)
            break
        joint = words[later.start - 1].lower if later.start else ""
        if joint in lexicon.contrasts and later.start > own.end:
            limit = min(limit, later.start - 1)
            break
    return _without_orphan(words, limit, lexicon)


def _without_orphan(words: Sequence[Word], end: int, lexicon: Lexicon) -> int:
    """Return `end` before a last word that a comma cuts off (", reported" that lost its agency)."""
    if end >= 3 and words[end - 2].lower in COMMAS and words[end - 1].lower in lexicon.orphans:
        return end - 2
    return end


def _contents(
    words: Sequence[Word], group: CueGroup, earlier: list[CueGroup], limit: int, lexicon: Lexicon
) -> list[tuple[list[Range], str]]:
    """Return the stretches a cue reports, each list one statement, with the sign that showed them."""
    floor = _floor(words, group, earlier)
    before = part_before(words, floor, _lead_in(words, group, lexicon), lexicon)
    if group.cue.is_passive:
        return [each for each in _behind(words, group, limit, lexicon) if each[1] == "that"]
    if group.cue.role in ("according", "according_after"):
        return _according(words, group, before, floor, limit, lexicon)
    behind = after_apposition(words, group.end, limit, lexicon) if group.is_behind else group.end
    if _is_aside(words, group, lexicon):
        return _around_aside(words, group, floor, limit)
    if before is not None and _is_report_before(words, before, group, behind, limit, lexicon):
        own = (_with_rest(words, before, behind, limit, lexicon), "before")
        return [own, *_announced(words, behind)]
    return _behind(words, group, limit, lexicon)


def _floor(words: Sequence[Word], group: CueGroup, earlier: list[CueGroup]) -> int:
    """Return where the stretch before a group may begin: behind the report of an earlier cue's quotation."""
    floor = 0
    for other in earlier:
        between = words[other.end : group.start]
        if any(word.lower == QUOTATION for word in between) and other.end < group.start:
            first = next(i for i in range(other.end, group.start) if words[i].lower == QUOTATION)
            floor = max(floor, first if words[first - 1].lower in COMMAS else floor)
    return floor


def _lead_in(words: Sequence[Word], group: CueGroup, lexicon: Lexicon) -> int:
    """Return where the group begins with the conjunctions and adverbs that lead into it."""
    start = group.start if group.cue.role != "participle" else group.cue.before + 1
    if group.is_behind:
        start = group.cue.before + 1
    while start > 0 and (
        words[start - 1].lower in lexicon.conjunctions or lexicon.is_adverb(words[start - 1].lower)
    ):
        start -= 1
    return start


def _is_report_before(
    words: Sequence[Word], before: Range, group: CueGroup, behind: int, limit: int, lexicon: Lexicon
) -> bool:
    """Return whether the words before a cue are what it reports ("..., he said on Friday")."""
    if group.cue.role == "participle" or not group.cue.form.takes & {"clause", "quotation"}:
        return False
    quoted = any(word.lower == QUOTATION for word in words[before[0] : before[1]])
    if not quoted and is_reason(words, before, lexicon):
        return False
    if not quoted and (before[1] - before[0] < 4 or (lexicon.subject_follows and not group.is_behind)):
        return False
    if behind < limit and words[behind].lower in COMMAS:
        return quoted or not any(w.lower == QUOTATION for w in words[behind:limit])
    if group.is_behind:
        return True
    if is_tail(words, behind, limit, lexicon):
        return True
    start = behind + 1 if group.cue.form.has_addressee else behind
    return group.cue.form.has_addressee and is_tail(words, start + 1, limit, lexicon)


def _with_rest(
    words: Sequence[Word], before: Range, behind: int, limit: int, lexicon: Lexicon
) -> list[Range]:
    """Return the part before the cue and, where the sentence goes on behind it, the rest."""
    if behind >= limit or words[behind].lower not in COMMAS:
        return [before]
    quoted = words[before[1] - 1].lower == QUOTATION
    rest = without_edges(words, behind, limit)
    if rest is None or (quoted and words[rest[0]].lower != QUOTATION):
        return [before]
    if words[rest[0]].lower.endswith(lexicon.participle_endings) and not quoted:
        return [before]
    return [before, (rest[0], rest[0] + 1) if quoted else rest]


def _announced(words: Sequence[Word], colon: int) -> list[tuple[list[Range], str]]:
    """Return the quotation behind a colon that ends what was said before (..., Lee replied: "...")."""
    is_quoted = colon + 1 < len(words) and words[colon + 1].lower == QUOTATION
    return [([(colon + 1, colon + 2)], "colon")] if is_quoted and words[colon].lower in COLONS else []


def _is_aside(words: Sequence[Word], group: CueGroup, lexicon: Lexicon) -> bool:
    """Return whether the cue stands in a clause of its own opened by "as" ("as the mayor put it")."""
    at = group.start - 1
    if group.cue.role != "finite" or at < 0 or words[at].lower not in lexicon.as_words:
        return False
    over = group.end >= len(words) or words[group.end].is_mark
    return over or is_tail(words, group.end, last_word(words), lexicon)


def _around_aside(
    words: Sequence[Word], group: CueGroup, floor: int, limit: int
) -> list[tuple[list[Range], str]]:
    """Return the rest of a sentence that an "as" clause reports: before it, else behind its comma."""
    at = group.start - 1
    if at > floor:
        stretch = without_edges(words, floor, at)
    else:
        comma = next((i for i in range(group.end, limit) if words[i].lower in COMMAS), limit)
        stretch = without_edges(words, comma, limit)
    return [([stretch], "according")] if stretch else []


def _according(
    words: Sequence[Word],
    group: CueGroup,
    before: Range | None,
    floor: int,
    limit: int,
    lexicon: Lexicon,
) -> list[tuple[list[Range], str]]:
    """Return the clause that "according to" covers: behind it at the head of a sentence, else before."""
    head = group.start <= floor + 1
    behind = after_apposition(words, group.end, limit, lexicon)
    rest = without_edges(words, group.end if behind >= limit else behind, limit)
    if head:
        return [([rest], "according")] if rest else []
    stretch = before or without_edges(words, floor, group.start)
    if stretch is None:
        return []
    tail = without_edges(words, group.end, limit) if lexicon.clause_needs_mark and before is None else None
    return [([stretch, tail] if tail else [stretch], "according")]


def _behind(
    words: Sequence[Word], group: CueGroup, limit: int, lexicon: Lexicon
) -> list[tuple[list[Range], str]]:
    """Return what a cue reports behind it: a clause, a quotation, or one after the other."""
    cue = group.cue
    if cue.end >= limit:
        colon = cue.end < len(words) and words[cue.end].lower in COLONS
        return [([], "colon")] if colon else []
    start = reported_start(words, cue, limit, lexicon)
    if start is None:
        return []
    stretch = without_edges(words, start.at, limit)
    if stretch is None:
        return [([], "colon")] if start.sign == "colon" else []
    if words[stretch[0]].lower == QUOTATION and _is_whole(words, stretch):
        return [([(stretch[0], stretch[0] + 1)], "quotation")]
    return _split(words, stretch, start.sign)


def _is_whole(words: Sequence[Word], stretch: Range) -> bool:
    """Return whether the quotation that opens a stretch is all of the report."""
    at = stretch[0] + 1
    return at >= stretch[1] or (
        words[at].is_mark
        and words[at + 1 : at + 2] != ()
        and not any(w.lower == QUOTATION for w in words[at : stretch[1]])
    )


def _split(words: Sequence[Word], stretch: Range, sign: str) -> list[tuple[list[Range], str]]:
    """Return a clause and the long quotation that a comma sets off behind it as two reports."""
    start, end = stretch
    for at in range(start + 2, end):
        if words[at].lower == QUOTATION and words[at - 1].lower in COMMAS and at == end - 1:
            length = words[at].end - words[at].start
            if length >= _OWN_QUOTATION * 8:
                first = without_edges(words, start, at)
                return (
                    [([first], sign), ([(at, end)], "quotation")] if first else [([(at, end)], "quotation")]
                )
    return [([stretch], sign)]


def _report(words: Sequence[Word], group: CueGroup, ranges: list[Range], sign: str, paragraph: int) -> Report:
    """Return the report with its word ranges turned into spans of the text."""
    cue = group.cue
    return Report(
        content=tuple(_span(words, each) for each in ranges),
        speaker=_span(words, group.speaker) if group.speaker else None,
        cue=_span(words, (cue.start, cue.end)),
        confidence=min(0.99, cue.form.confidence * SIGN_FACTORS[sign]),
        paragraph=paragraph,
    )


def _span(words: Sequence[Word], each: Range) -> Span:
    """Return the text span of a range of words."""
    return Span(words[each[0]].start, words[each[1] - 1].end)
