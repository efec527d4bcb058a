"""What can be read off plain strings: paragraphs, sentences, words and their codes, marks, names folded."""

from reportedly.text.folding import fold
from reportedly.text.paragraphs import paragraphs_of
from reportedly.text.quotation_marks import Quotation, quotations
from reportedly.text.sentences import ends_sentence, sentences_of
from reportedly.text.word_codes import Codes, WordCodes, run_codes, word_codes
from reportedly.text.words import Word, words_of

__all__ = [
    "Codes",
    "Quotation",
    "Word",
    "WordCodes",
    "ends_sentence",
    "fold",
    "paragraphs_of",
    "quotations",
    "run_codes",
    "sentences_of",
    "word_codes",
    "words_of",
]
