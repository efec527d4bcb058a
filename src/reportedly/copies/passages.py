"""Which shared passages are sentences of a report, and which are captions, messages and closing lines."""

import re

from reportedly.copies.aligning import Block
from reportedly.copies.prints import Printed
from reportedly.copies.sentence_ends import sentence_count

# Sentences of the shortest passage that counts. One of so many words counts too where some mark stands
# within it: without that a tenth of the carried pairs of sentences ("Gov. Holm said …") are lost.
_LEAST_SENTENCES, _LONG_SENTENCE = 2, 16
# A passage of so many words that ends both articles is what their authors or syndicates end with.
_LONGEST_ENDING, _LEFT_BEHIND = 120, 40
# A passage of so many words that heads both articles, or ends with a name in brackets, is about a picture.
_LONGEST_CAPTION, _HEADING = 45, 3
_CREDIT = re.compile(r"\([^().!?\n]{2,60}\)(?=\s*(?:\n|$|[^\W\d_a-z]|[“\"`]))")
_LONGEST_CREDIT, _NEAR = 70, 4

_SENTENCE_END = re.compile(r"[.!?:;\n؟۔।。！？]")
# Messages of social networks are shown without quotation marks; what is signed with a handle, so many
# characters behind the words, is the signer's and was taken from nobody else.
_BEHIND, _LONGEST_MESSAGE = 80, 110
_SIGNED = re.compile(r"\( ?@ ?\w|\bt\.co/", re.ASCII)


def is_passage(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a short block is whole sentences of a report, and nobody else's words."""
    whole = _is_bounded(here, block.here, block.here_end) and _is_bounded(there, block.there, block.there_end)
    return whole and _has_sentences(here, block) and not _is_caption(here, there, block)


def _is_bounded(article: Printed, first: int, end: int) -> bool:
    """Return whether a sentence begins at the word `first` and one ends before the word `end`."""
    return bool(
        (first == 0 or _SENTENCE_END.search(_between(article, first)))
        and (end >= len(article.words) or _SENTENCE_END.search(_between(article, end)))
    )


def _between(article: Printed, word: int) -> str:
    """Return what stands between a word and the one before it."""
    return article.article.text[article.words.ends[word - 1] : article.words.starts[word]]


def _has_sentences(here: Printed, block: Block) -> bool:
    """Return whether a block is sentences enough, or one that is as long."""
    start, end = int(here.words.starts[block.here]), int(here.words.ends[block.here_end - 1])
    if block.here_end - block.here >= _LONG_SENTENCE:
        ends = sum(
            1 for word in range(block.here + 1, block.here_end) if _SENTENCE_END.search(_between(here, word))
        )
        return ends + 1 >= _LEAST_SENTENCES
    return sentence_count(here, start, end) >= _LEAST_SENTENCES


def _is_caption(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a short block says what a picture shows: it heads both articles, or a credit ends it."""
    if block.here_end - block.here > _LONGEST_CAPTION:
        return False
    if max(block.here, block.there) <= _HEADING:
        return True
    return any(
        _is_credited(article.article.text, int(article.words.ends[end - 1]))
        for article, end in ((here, block.here_end), (there, block.there_end))
    )


def _is_credited(text: str, end: int) -> bool:
    """Return whether a name in brackets, alone behind a sentence, stands at a place or right behind it."""
    match = _CREDIT.search(text, max(0, end - _LONGEST_CREDIT), end + _LONGEST_CREDIT)
    return match is not None and match.start() <= end + _NEAR <= match.end() + _NEAR


def is_message(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a block is a message that either article shows with the handle of who wrote it."""
    if block.here_end - block.here > _LONGEST_MESSAGE:
        return False
    return any(
        _SIGNED.search(
            article.article.text, article.words.starts[first], article.words.ends[end - 1] + _BEHIND
        )
        for article, first, end in (
            (here, block.here, block.here_end),
            (there, block.there, block.there_end),
        )
    )


def is_ending(here: Printed, there: Printed, block: Block) -> bool:
    """Return whether a block ends both articles: who the author is, where to read more."""
    left = max(len(here.words) - block.here_end, len(there.words) - block.there_end)
    return left <= _LEFT_BEHIND and block.here_end - block.here <= _LONGEST_ENDING
