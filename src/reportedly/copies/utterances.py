"""One utterance, many carriers: statements of the same words at the same occasion."""

from collections.abc import Iterator, Sequence

from reportedly.copies.speakers import same_speaker
from reportedly.records import Said, Utterance, Wording
from reportedly.text import run_codes, word_codes

# Days between two reports of one occasion at most; after that the same words are said again.
OCCASION_DAYS = 3
# Share of the runs of SEED words of the shorter statement that stand in the longer one; less will do
# where one speaker is named: a word in the place of another takes three runs away.
_SAME_WORDS, _SAME_WORDS_OF_ONE = 0.8, 0.6
_SEED = 3
# Words from which on the same words are one utterance whoever is named: nobody says so much twice.
_TELLING_WORDS = 12
# Statements with a run of words in common that are compared; stock phrases have hundreds.
_MOST_COMPARED = 40


def utterances_of(statements: Sequence[Said]) -> tuple[Utterance, ...]:
    """Return the utterances behind statements, in the order in which they first come.

    Two are one where nearly all words of the shorter one stand in the longer one, their reports are of
    the same days, and the same speaker is named or there are words enough. Each statement is in one
    utterance. Of its wordings the one with most words comes first.
    """
    codes = [word_codes(each.words).codes for each in statements]
    runs = [frozenset(run_codes(each, min(_SEED, max(1, len(each)))).tolist()) for each in codes]
    group = list(range(len(statements)))
    holders: dict[int, list[int]] = {}
    for number, said in enumerate(statements):
        for other in _met(runs[number], holders):
            if _is_same(said, statements[other], runs[number], runs[other], len(codes[number])):
                _join(group, number, other)
        for run in runs[number]:
            holders.setdefault(run, []).append(number)
    return tuple(_gathered(statements, [len(each) for each in codes], group))


def _met(runs: frozenset[int], holders: dict[int, list[int]]) -> list[int]:
    """Return the earlier statements that share runs of words, those that share most first."""
    counts: dict[int, int] = {}
    for run in runs:
        for number in holders.get(run, ()):
            counts[number] = counts.get(number, 0) + 1
    return sorted(counts, key=lambda number: (-counts[number], number))[:_MOST_COMPARED]


def _is_same(one: Said, other: Said, runs: frozenset[int], others: frozenset[int], words: int) -> bool:
    if one.day and other.day and abs((one.day - other.day).days) > OCCASION_DAYS:
        return False
    shared, shorter = len(runs & others), min(len(runs), len(others))
    if one.speaker and other.speaker and same_speaker(one.speaker, other.speaker):
        return shared >= _SAME_WORDS_OF_ONE * shorter
    if shared < _SAME_WORDS * shorter:
        return False
    return shared + _SEED - 1 >= _TELLING_WORDS or (shared == len(runs) == len(others) and words > _SEED)


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _join(group: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    group[second] = first


def _gathered(statements: Sequence[Said], lengths: Sequence[int], group: list[int]) -> Iterator[Utterance]:
    members: dict[int, list[int]] = {}
    for number in range(len(statements)):
        members.setdefault(_root(group, number), []).append(number)
    for numbers in members.values():
        wordings: dict[tuple[int, ...], list[int]] = {}
        for number in numbers:
            wordings.setdefault(tuple(word_codes(statements[number].words).codes.tolist()), []).append(number)
        ordered = sorted(wordings.values(), key=lambda same: (-lengths[same[0]], same[0]))
        speakers = [statements[number].speaker for number in numbers if statements[number].speaker]
        yield Utterance(
            speaker=max(speakers, key=lambda name: len(name or ""), default=None),
            wordings=tuple(
                Wording(words=statements[same[0]].words, said=tuple(statements[each] for each in same))
                for same in ordered
            ),
        )
