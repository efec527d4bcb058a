"""What an aspect of a statement may look at: the text that the statements of one article stand in."""

from collections.abc import Callable, Sequence

import msgspec

from reportedly.language import Language
from reportedly.records import Statement
from reportedly.statements.lexicon import Lexicon, lexicon_of
from reportedly.statements.passages import Sentence
from reportedly.statements.scenes import Scenes
from reportedly.text import Quotation


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """A text with its sentences, each quotation in them as one word, and what is known of its language.

    `scenes` are the sentences asked for by place; each statement is looked up in them once.
    """

    text: str
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    language: Language
    lexicon: Lexicon
    scenes: Scenes


Aspect = Callable[[Sequence[Statement], Setting], Sequence[Statement]]


def setting_of(
    text: str, sentences: Sequence[Sentence], found: Sequence[Quotation], language: Language
) -> Setting:
    """Return the setting of the statements in some sentences of a text."""
    return Setting(
        text=text,
        sentences=tuple(sentences),
        quotations=tuple(found),
        language=language,
        lexicon=lexicon_of(language.cues),
        scenes=Scenes(sentences),
    )
