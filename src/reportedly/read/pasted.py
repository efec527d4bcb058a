"""Pasted text as a document: every line a block, and which of them are the article's."""

import re

from reportedly.language import PageWords
from reportedly.read.document import Block, Box, Document, Region
from reportedly.read.labels import is_form_label, is_label
from reportedly.records import Span

_LINE = re.compile(r"[^\r\n]+")
# A headline is one line of at most this length that ends no sentence.
_LONGEST_HEADLINE = 220
_LONGEST_FORM_LINE = 60
_SENTENCE_END = tuple(".!?…。！？؟۔")


def pasted_document(text: str) -> Document:
    """Return running text as a document: each line that has words is one block, its text as pasted."""
    blocks = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            blocks.append(Block(Span(start, start + len(words)), 0))
    return Document(text=text, blocks=blocks, boxes=[Box("pasted", -1, "", Region.NONE)], is_pasted=True)


def pasted_parts(document: Document, labels: PageWords, language: str) -> tuple[int | None, list[int]]:
    """Return the block that is the headline, None where none stands out, and the blocks of the text.

    Lines that are dates and labels ("Publish date", "Story Code") and a comment form at the end are
    neither. A first line is a headline when it ends no sentence and longer text follows.
    """
    lines = [document.words(block) for block in document.blocks]
    end = _before_form(lines, labels)
    kept = [i for i in range(end) if not is_label(lines[i], labels, language)]
    if len(kept) < 2:
        return None, kept
    first, rest = kept[0], kept[1:]
    longest = max(len(lines[i]) for i in rest)
    if len(lines[first]) <= min(_LONGEST_HEADLINE, longest) and not lines[first].endswith(_SENTENCE_END):
        return first, rest
    return None, kept


def _before_form(lines: list[str], labels: PageWords) -> int:
    """Return how many lines come before a comment form: from its first label on all lines are short."""
    end = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        if len(lines[i]) > _LONGEST_FORM_LINE:
            break
        if is_form_label(lines[i], labels):
            end = i
    return end
