"""What an aspect of a statement may look at: the text that the statements of one article stand in."""

from collections.abc import Callable, Sequence

import msgspec

from reportedly.language import Language
from reportedly.records import Statement
from reportedly.statements.lexicon import Lexicon
from reportedly.statements.passages import Sentence
from reportedly.text import Quotation


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its sentences, each quotation in them as one word, and what is known of its language."""

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    language: Language
    lexicon: Lexicon


Aspect = Callable[[Sequence[Statement], Setting], Sequence[Statement]]
