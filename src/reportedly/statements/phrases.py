"""How far a noun phrase reaches that is read forwards from its first word."""

from collections.abc import Collection

from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.statements.scenes import Scene
from reportedly.statements.speakers import Range

# Words: a longer phrase is a clause misread.
_LONGEST = 16
# Characters: words in quotation marks that nobody says are a title up to this length ("the daily “Dawn”").
_LONGEST_TITLE = 30
_INSIDE = {"&", "-", "'", "’", "/"}


def phrase_at(
    scene: Scene, start: int, lexicon: Lexicon, joins: Collection[str] | None, stop: int | None = None
) -> Range | None:
    """Return the noun phrase that begins at a word and runs into neither cue nor content.

    `joins` are the prepositions that may stand inside it; None allows all that no time follows.
    """
    end = start
    last = min(len(scene.words), start + _LONGEST, len(scene.words) if stop is None else stop)
    while end < last and scene.is_free(end) and not _is_over(scene, start, end, lexicon, joins):
        end += 1
    while end > start and scene.words[end - 1].lower in lexicon.conjunctions:
        end -= 1
    return (start, end) if end > start and _names(scene, start, end, lexicon) else None


def _is_over(scene: Scene, start: int, at: int, lexicon: Lexicon, joins: Collection[str] | None) -> bool:
    """Return whether a phrase that began at `start` is over before the word at `at`."""
    words = scene.words
    word = words[at].lower
    if words[at].is_mark:
        return word not in _INSIDE and not (word == "." and words[at - 1].lower in lexicon.abbreviations)
    if at == start:
        return word in lexicon.infinitive_marks or word in lexicon.times
    if word == QUOTATION:
        return words[at].end - words[at].start > _LONGEST_TITLE
    if word in lexicon.prepositions:
        return not _joins(scene, at, lexicon, joins)
    if word in lexicon.conjunctions:
        return not _lists(scene, start, at, lexicon)
    if word in lexicon.times or word in lexicon.infinitive_marks or word in lexicon.passives:
        return True
    over = word in lexicon.that or word in lexicon.relatives or word in lexicon.auxiliaries
    if lexicon.capitals_mark_nouns and over:
        return word in lexicon.auxiliaries or word not in lexicon.determiners
    return over or word in lexicon.questions or (word in lexicon.subordinators and not words[at].is_capital)


def _joins(scene: Scene, at: int, lexicon: Lexicon, joins: Collection[str] | None) -> bool:
    """Return whether a preposition inside a phrase belongs to it and does not say when."""
    following = scene.words[at + 1].lower if at + 1 < len(scene.words) else ""
    if following in lexicon.times or not following:
        return False
    return joins is None or scene.words[at].lower in joins


def _lists(scene: Scene, start: int, at: int, lexicon: Lexicon) -> bool:
    """Return whether a conjunction joins two nouns: a verb of saying behind it begins a clause."""
    if at + 1 >= len(scene.words) or at == start:
        return False
    following = scene.words[at + 1]
    verbal = following.lower in lexicon.by_first or following.lower in lexicon.auxiliaries
    return not (following.is_mark or verbal or following.lower in lexicon.pronouns)


def _names(scene: Scene, start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a phrase holds more than small words."""
    return any(
        not word.is_mark
        and (
            word.lower not in lexicon.determiners
            or word.lower in lexicon.objects
            or word.lower in lexicon.pronouns
        )
        and word.lower not in lexicon.prepositions
        for word in scene.words[start:end]
    )
