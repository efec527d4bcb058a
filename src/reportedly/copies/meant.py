"""An article as it is compared with articles in other languages: its sentences as vectors and figures."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from reportedly.records import Article, Span
from reportedly.text import sentences_of

Vectors = NDArray[np.float32]

# Sentences of an article that are compared; what comes later tells of the background.
MOST_SENTENCES = 60
_FIGURE = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*")


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """An article with the vectors of its sentences.

    `language` is the code it is written in; `sentences` are spans of the article's text, the same number as
    the rows of `vectors` (sentences, width), each of length 1 and made so that sentences of any language
    which say the same lie near one another. `figures` are the numbers in each sentence, as digits alone.
    """

    id: str
    article: Article
    language: str
    sentences: tuple[Span, ...]
    vectors: Vectors
    figures: tuple[frozenset[str], ...]


class Meaning(Protocol):
    """Whoever tells what sentences mean."""

    def of(self, texts: Sequence[str], language: str) -> Vectors:
        """Return a vector of length 1 for each text."""


def meant(article_id: str, article: Article, language: str, meaning: Meaning) -> Meant:
    """Return an article made ready to be compared with articles in other languages."""
    spans = [span for paragraph in article.paragraphs for span in sentences_of(article.text, paragraph)]
    sentences = tuple(spans[:MOST_SENTENCES])
    texts = [span.of(article.text) for span in sentences]
    return Meant(
        id=article_id,
        article=article,
        language=language,
        sentences=sentences,
        vectors=meaning.of(texts, language),
        figures=tuple(figures_in(text) for text in texts),
    )


def figures_in(text: str) -> frozenset[str]:
    """Return the numbers in a text by their digits, whatever script and separators they are written in.

    >>> sorted(figures_in("۲٫۴ از 3.400 در ٢٠٣٦"))
    ['2036', '24', '3400']
    """
    return frozenset(
        "".join(str(unicodedata.digit(sign)) for sign in found if sign.isdigit())
        for found in _FIGURE.findall(text)
    )
