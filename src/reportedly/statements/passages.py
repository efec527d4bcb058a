"""A paragraph as sentences of words, in which a quotation is a single word.

What stands in quotation marks is another voice: its full stops end no sentence of the reporter's and
its verbs report nothing. So the rules see each quotation as one word, `QUOTATION`.
"""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span
from reportedly.statements.lexicon import Lexicon
from reportedly.text import Quotation, Word, ends_sentence, words_of
from reportedly.text.sentences import SPACED_ENDS, UNSPACED_ENDS

QUOTATION = "“”"

# Words: a longer stretch without a full stop is a table or noise and is cut here. Work inside a
# sentence can grow with the square of its length; this keeps a whole page linear.
LONGEST_SENTENCE = 150

# Digits: larger numbers before a point are years and sums, which end a sentence like any word.
_ORDINAL_DIGITS = 2

_ENDS = SPACED_ENDS + UNSPACED_ENDS
_CLOSERS = ")]"


class Sentence(msgspec.Struct, frozen=True):
    """The words of one sentence, without white space; a quotation is one word (`QUOTATION`)."""

    words: tuple[Word, ...]
    paragraph: int


def sentences_with_quotations(
    text: str, paragraphs: Sequence[Span], found: Sequence[Quotation], lexicon: Lexicon
) -> Iterator[Sentence]:
    """Yield the sentences of all paragraphs in order, each quotation in them as one word."""
    stretches = [outer for quotation in found for outer in quotation.outer]
    at = 0
    for number, paragraph in enumerate(paragraphs):
        inside: list[Span] = []
        while at < len(stretches) and stretches[at].end <= paragraph.end:
            inside.append(stretches[at])
            at += 1
        words = list(_words(text, paragraph, inside, lexicon))
        yield from _sentences(text, words, number, lexicon)


def _words(text: str, paragraph: Span, inside: list[Span], lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words of a paragraph, quotations as one word each."""
    start = paragraph.start
    for outer in inside:
        yield from _plain_words(text, Span(start, max(start, outer.start)), lexicon)
        yield _inner_word(outer.start, outer.end, QUOTATION)
        start = outer.end
    yield from _plain_words(text, Span(start, max(start, paragraph.end)), lexicon)


def _plain_words(text: str, span: Span, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the words outside quotations; a script without spaces is cut at the words we know."""
    for word in words_of(text, span):
        if lexicon.splitter is None or word.is_mark:
            yield word
        else:
            yield from _cut(text, word, lexicon)


def _cut(text: str, word: Word, lexicon: Lexicon) -> Iterator[Word]:
    """Yield the known words inside one unspaced run and what stands between them."""
    start = word.start
    if lexicon.splitter is not None:
        for match in lexicon.splitter.finditer(text, word.start, word.end):
            if match.start() > start:
                yield _inner_word(start, match.start(), text[start : match.start()].lower())
            yield _inner_word(match.start(), match.end(), match.group().lower())
            start = match.end()
    if start < word.end:
        yield _inner_word(start, word.end, text[start : word.end].lower())


def _inner_word(start: int, end: int, lower: str) -> Word:
    """Return a word that is neither a mark nor capitalised."""
    return Word(start=start, end=end, lower=lower, is_capital=False, is_mark=False)


def _sentences(text: str, words: list[Word], paragraph: int, lexicon: Lexicon) -> Iterator[Sentence]:
    """Yield the words of a paragraph cut where a sentence ends."""
    start = 0
    for at in range(len(words)):
        if at + 1 < len(words) and words[at + 1].lower in _CLOSERS:
            continue
        if at - start >= LONGEST_SENTENCE or _ends_here(text, words, at, lexicon):
            yield Sentence(tuple(words[start : at + 1]), paragraph)
            start = at + 1
    if start < len(words):
        yield Sentence(tuple(words[start:]), paragraph)


def _ends_here(text: str, words: list[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a sentence ends with the word at `at`."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.lower == QUOTATION:
        return _ends_after_quotation(text, word, following)
    if not word.is_mark or word.lower not in _ENDS or following is None:
        return False
    if following.is_mark and following.lower in _ENDS:
        return False
    if word.lower in UNSPACED_ENDS:
        return True
    if following.start == word.end:
        return following.lower == QUOTATION
    if word.lower != ".":
        return following.is_capital or following.lower == QUOTATION or not lexicon.cases_names
    before = words[at - 1].lower if at else ""
    if lexicon.ordinal_point and before.isdigit() and len(before) <= _ORDINAL_DIGITS:
        return False
    nearby = text[following.start : following.start + 1]
    return ends_sentence(before, nearby, lexicon.abbreviations)


def _ends_after_quotation(text: str, word: Word, following: Word | None) -> bool:
    """Return whether a quotation that ends in a full stop ends its sentence too.

    A question or an exclamation does not: its cue often follows with a name ("Why?" Smith asked).
    """
    if following is None or following.is_mark:
        return False
    inner = text[max(word.start, word.end - 3) : word.end].rstrip("\"'”’»«“」』 ")
    starts = following.is_capital or not following.lower[0].islower()
    return starts and inner.endswith((".", "。", "…"))
