"""What can be read off plain strings: paragraphs, sentences, words, quotation marks, and names folded."""

from reportedly.text.folding import fold
from reportedly.text.paragraphs import paragraphs_of
from reportedly.text.quotation_marks import Quotation, quotations
from reportedly.text.sentences import ends_sentence, sentences_of
from reportedly.text.words import Word, words_of

__all__ = [
    "Quotation",
    "Word",
    "ends_sentence",
    "fold",
    "paragraphs_of",
    "quotations",
    "sentences_of",
    "words_of",
]
