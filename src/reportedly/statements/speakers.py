"""Which noun phrase beside a cue names the speaker.

There is no parser here: a noun phrase is the stretch between a cue and the nearest word that cannot
belong to one (a conjunction, another verb, a comma), cut down where an adverbial opens it.
"""

from collections.abc import Sequence

from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.text import Word

Range = tuple[int, int]

# Words: the longest noun phrase looked at. Longer ones are clauses misread, and the cap keeps a
# paragraph without punctuation linear.
LONGEST_PHRASE = 24
# Words: the longest apposition between commas ("Ann Lee, a lawyer for the union, said").
LONGEST_APPOSITION = 24

_STOPS = {",", ";", ":", "—", "–", "―", "•", "|", "،", "؛", "、", "，", "：", "；", "!", "?", "؟", "。"}
_JOINS = {"&", "-", "/", ".", "'", "’", "$", "%", "#", "@", "(", ")"}


def speaker_before(words: Sequence[Word], last: int, floor: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase that ends at the word `last`, not reaching before `floor`.

    An apposition or a relative clause between commas is stepped over; where nouns have capitals, a name
    between them belongs to the phrase.
    """
    if last < floor:
        return None
    if words[last].lower == ",":
        comma = _comma_before(words, last, floor)
        if comma is None or not _is_apposition(words, comma + 1, last, lexicon):
            return None
        head = speaker_before(words, comma - 1, floor, lexicon)
        named = lexicon.capitals_mark_nouns and all(word.is_capital for word in words[comma + 1 : last])
        return (head[0], last) if head is not None and named else head
    if words[last].lower in lexicon.pronouns:
        return last, last + 1
    start = _phrase_start(words, last, floor, lexicon)
    return _trimmed(words, start, last + 1, lexicon)


def speaker_after(words: Sequence[Word], start: int, lexicon: Lexicon) -> Range | None:
    """Return the noun phrase that begins at the word `start` ("said Ann Lee, ...")."""
    if start < len(words) and words[start].lower in lexicon.pronouns:
        return start, start + 1
    end = start
    while end < min(len(words), start + LONGEST_PHRASE) and not _ends_phrase(words, start, end, lexicon):
        end += 1
    while end > start and (words[end - 1].is_mark and words[end - 1].lower != ")"):
        end -= 1
    return (start, end) if end > start and _can_name(words, start, end, lexicon) else None


def subject_of_sentence(words: Sequence[Word], lexicon: Lexicon) -> Range | None:
    """Return the noun phrase that opens the main clause of a sentence, after a leading adverbial."""
    start = 0
    if words and words[0].lower in lexicon.prepositions:
        comma = next((i for i, word in enumerate(words[:LONGEST_PHRASE]) if word.lower == ","), None)
        if comma is None:
            return None
        start = comma + 1
    while start < len(words) and (
        words[start].lower in lexicon.conjunctions or lexicon.is_adverb(words[start].lower)
    ):
        start += 1
    if start < len(words) and words[start].lower in lexicon.pronouns:
        return start, start + 1
    end = start
    while end < min(len(words), start + LONGEST_PHRASE) and not _leaves_subject(words, start, end, lexicon):
        end += 1
    return (start, end) if end > start and _can_name(words, start, end, lexicon) else None


def _leaves_subject(words: Sequence[Word], start: int, at: int, lexicon: Lexicon) -> bool:
    """Return whether the subject that opens a sentence is over: a capitalised name before a small word."""
    if _ends_phrase(words, start, at, lexicon):
        return True
    named = at > start and words[at - 1].is_capital and words[start].is_capital
    joins = words[at].is_capital or words[at].is_mark or words[at].lower in lexicon.prepositions
    return lexicon.cases_names and named and at - 1 > start and not joins


def _comma_before(words: Sequence[Word], last: int, floor: int) -> int | None:
    """Return the comma that opens the apposition closed by the comma at `last`."""
    for at in range(last - 1, max(floor, last - LONGEST_APPOSITION) - 1, -1):
        if words[at].lower == "," and at > floor:
            return at
    return None


def _is_apposition(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether the words between two commas can describe the noun before them."""
    if start >= end:
        return False
    first = words[start]
    if first.lower in lexicon.conjunctions or first.lower in lexicon.passives:
        return False
    return not (first.lower in lexicon.pronouns and first.lower not in lexicon.relatives)


def _phrase_start(words: Sequence[Word], last: int, floor: int, lexicon: Lexicon) -> int:
    """Return where the noun phrase that ends at `last` begins."""
    at = last
    lowest = max(floor, last - LONGEST_PHRASE)
    if words[last].lower == ")":
        at = next((i for i in range(last, lowest - 1, -1) if words[i].lower == "("), last)
    while at - 1 >= lowest and not _stops_before(words, at - 1, lexicon):
        at -= 1
    return at if at < last or not _stops_before(words, last, lexicon) else last + 1


def _stops_before(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a noun phrase read backwards cannot hold the word at `at`."""
    word = words[at].lower
    if words[at].is_mark:
        return word in _STOPS or word not in _JOINS
    if word in lexicon.conjunctions:
        return not _joins_names(words, at, lexicon)
    if word == QUOTATION or word in lexicon.relatives:
        return word not in lexicon.determiners or word in lexicon.that
    return word in lexicon.subordinators or word in lexicon.passives or word in lexicon.auxiliaries


def _joins_names(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a conjunction stands between two parts of one noun phrase."""
    if not 0 < at < len(words) - 1:
        return False
    left, right = words[at - 1], words[at + 1]
    if left.is_capital and (right.is_capital or right.lower in lexicon.determiners):
        return True
    clear = not any(_is_verbal(w, lexicon) for w in words[max(0, at - 6) : at])
    return at <= 6 and clear and right.lower not in lexicon.pronouns and not left.is_mark


def _is_verbal(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word shows that a clause with a verb of its own stands here."""
    lower = word.lower
    return lower in lexicon.passives or lower in lexicon.auxiliaries or lower in lexicon.by_first


def _trimmed(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> Range | None:
    """Return the phrase without the adverbs or the adverbial phrase that opens it."""
    while end > start and words[end - 1].lower in lexicon.topic_marks:
        end -= 1
    while start < end and (
        words[start].is_mark
        or words[start].lower in lexicon.that
        or lexicon.is_adverb(words[start].lower)
        or words[start].lower in lexicon.conjunctions
        or words[start].lower in lexicon.times
    ):
        start += 1
    if start < end and words[start].lower in lexicon.prepositions:
        start = _after_adverbial(words, start, end, lexicon)
    elif lexicon.capitals_mark_nouns:
        while end > start and not words[end - 1].is_capital and words[end - 1].lower != ")":
            end -= 1
        if end - start > 2 and words[end - 1].lower in lexicon.times:
            end -= 2 if words[end - 2].lower in lexicon.prepositions else 0
    elif not lexicon.cases_names:
        end = _before_adverbial(words, start, end, lexicon)
    return (start, end) if start < end and _can_name(words, start, end, lexicon) else None


def _after_adverbial(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> int:
    """Return where the noun phrase begins after "In a statement" or "On Friday"."""
    for at in range(start + 2, end):
        opens = words[at].is_capital or words[at].lower in lexicon.determiners
        before = words[at - 1]
        bound = before.lower in lexicon.prepositions or before.lower in lexicon.determiners
        name_goes_on = before.is_capital and words[at].is_capital and before.lower not in lexicon.times
        if opens and not bound and not name_goes_on and not before.is_mark:
            return at
    return end


def _before_adverbial(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> int:
    """Return where a phrase in a script without capitals ends: before its first preposition."""
    for at in range(start + 1, end):
        if words[at].lower in lexicon.prepositions:
            return at
    return end


def _ends_phrase(words: Sequence[Word], start: int, at: int, lexicon: Lexicon) -> bool:
    """Return whether a noun phrase read forwards from `start` ends before the word at `at`."""
    word = words[at].lower
    if words[at].is_mark:
        full_stop = word == "." and not (at > start and words[at - 1].lower in lexicon.abbreviations)
        initial = word == "." and at > start and len(words[at - 1].lower) == 1
        return (full_stop and not initial) or word in _STOPS or word not in _JOINS
    if at == start:
        return word in lexicon.prepositions or word in lexicon.subordinators
    if lexicon.capitals_mark_nouns and _noun_is_over(words, at, lexicon):
        return True
    if word == QUOTATION or word in lexicon.relatives or word in lexicon.subordinators:
        return True
    if word in lexicon.passives or word in lexicon.auxiliaries or word in lexicon.times:
        return True
    if word in lexicon.conjunctions:
        return not (at + 1 < len(words) and words[at + 1].is_capital)
    return False


def _noun_is_over(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a small word behind a noun begins something else, where nouns have capitals."""
    word = words[at].lower
    if not words[at - 1].is_capital or words[at].is_capital:
        return False
    opens = word in lexicon.genitives or word in lexicon.conjunctions
    return not opens and word not in lexicon.prepositions


def _can_name(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a phrase holds a word that can name somebody; a lone adjective or verb cannot."""
    if lexicon.cases_names and end - start == 1 and lexicon.plurals:
        only = words[start]
        several = only.lower.endswith("s") or only.lower in lexicon.plurals
        return only.is_capital or several or only.lower in lexicon.pronouns or only.lower == QUOTATION
    if lexicon.capitals_mark_nouns and not _has_noun(words, start, end, lexicon):
        return False
    return any(
        not word.is_mark
        and word.lower not in lexicon.prepositions
        and word.lower not in lexicon.times
        and (word.lower not in lexicon.determiners or word.lower in lexicon.pronouns)
        for word in words[start:end]
    )


def _has_noun(words: Sequence[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a phrase holds a noun or a pronoun, where every noun has a capital."""
    return any(
        (word.is_capital and not lexicon.is_adverb(word.lower)) or word.lower in lexicon.pronouns
        for word in words[start:end]
    )
