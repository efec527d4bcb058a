"""Pasted text as a document: every line a block, and which of them are the article's."""

import re

from reportedly.language import PageWords
from reportedly.read.agency_names import is_agency
from reportedly.read.document import Block, Box, Document, Region
from reportedly.read.labels import is_comment_heading, is_form_label, is_label
from reportedly.read.paths import is_home, is_path, path_parts
from reportedly.records import Span

_LINE = re.compile(r"[^\r\n]+")
# A headline is one line of at most this length that ends no sentence.
# Above comments stand a headline and a text.
_FEWEST_ABOVE = 2
_LONGEST_HEADLINE = 220
_LONGEST_FORM_LINE = 60
# The outlet's name and the names of authors are shorter, in characters and in words.
_LONGEST_NAME = 48
_MOST_NAME_WORDS = 5
_SENTENCE_END = tuple(".!?…。！？؟۔")
# What may stand behind the end of a sentence: quotation marks, brackets, a credit behind a slash.
_CLOSED = re.compile(r"""[.!?…。！？؟۔]["'”’»“)\]）」』]*(?:\s*[/(\[（][^.!?]{1,40}[/)\]）]?)?$""")


def pasted_document(text: str) -> Document:
    """Return running text as a document: each line that has words is one block, its text as pasted."""
    blocks = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words)
            blocks.append(Block(Span(start, start + len(words)), words, 0, len(words)))
    return Document(text=text, blocks=blocks, boxes=[Box("pasted", -1, "", Region.NONE)], is_pasted=True)


def pasted_parts(document: Document, labels: PageWords, language: str) -> tuple[int | None, list[int]]:
    """Return the block that is the headline, None where none stands out, and the blocks of the text.

    The outlet's name, paths and bars of sections, dates, labels, names below the headline, buttons,
    comments and their form are neither. The first other line is a headline when it ends no sentence
    and longer text follows.
    """
    lines = [document.words(block) for block in document.blocks]
    end = _before_comments(lines, labels)
    top = pasted_outlet(lines, labels)
    kept = [i for i in range(end) if i != top and not _is_about_page(lines[i], labels, language)]
    if len(kept) < 2:
        return None, kept
    first, rest = kept[0], kept[1:]
    longest = max(len(lines[i]) for i in rest)
    if len(lines[first]) <= min(_LONGEST_HEADLINE, longest) and not lines[first].endswith(_SENTENCE_END):
        return first, _text(lines, rest)
    return None, kept


def pasted_outlet(lines: list[str], labels: PageWords) -> int | None:
    """Return the first line where it is the outlet's name: called as outlets are, or above a bar."""
    if len(lines) < 3 or not _is_short_name(lines[0]):
        return None
    above_bar = is_bar(lines[1], labels)
    return 0 if above_bar or is_agency(lines[0], labels) else None


def is_bar(line: str, labels: PageWords) -> bool:
    """Return whether a line is a path or a bar of sections: names between marks, the front page first."""
    parts = path_parts(line)
    return is_path(line, labels) or (len(parts) > 2 and is_home(parts[0], labels))


def _is_short_name(line: str) -> bool:
    fits = len(line) <= _LONGEST_NAME and line.count(" ") < _MOST_NAME_WORDS
    return fits and not line.endswith(_SENTENCE_END) and not any(c.isdigit() for c in line)


def _is_about_page(line: str, labels: PageWords, language: str) -> bool:
    return is_label(line, labels, language) or is_bar(line, labels)


def _text(lines: list[str], rest: list[int]) -> list[int]:
    """Return the lines from the first to the last that end a sentence: names and buttons stand outside."""
    ends = [i for i in rest if _CLOSED.search(lines[i]) or len(lines[i]) > _LONGEST_HEADLINE]
    return [i for i in rest if ends[0] <= i <= ends[-1]] if ends else rest


def _before_comments(lines: list[str], labels: PageWords) -> int:
    """Return how many lines come before the comments, or before their form where there are none.

    Their heading stands in the text's second half, or counts them.
    """
    end = _before_form(lines, labels)
    heads = [i for i in range(_FEWEST_ABOVE, end) if is_comment_heading(lines[i], labels)]
    heads = [i for i in heads if i >= len(lines) // 2 or any(c.isdigit() for c in lines[i])]
    return heads[0] if heads else end


def _before_form(lines: list[str], labels: PageWords) -> int:
    """Return how many lines come before a comment form: from its first label on all lines are short."""
    end = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        if len(lines[i]) > _LONGEST_FORM_LINE:
            break
        if is_form_label(lines[i], labels):
            end = i
    return end
