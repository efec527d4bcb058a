"""Reports as the room takes them across languages, with meanings that a test sets by hand."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.copies import Meant, meant
from reportedly.records import Article, Field, Span, Timestamp


class NumberedMeaning:
    """Gives every sentence the meaning of the number it begins with: equal numbers, equal meaning."""

    def of(self, texts: Sequence[str], language: str) -> NDArray[np.float32]:
        return np.eye(32, dtype=np.float32)[[int(text.split()[0]) for text in texts]]


def report(
    *lines: str,
    language: str = "en",
    outlet: str | None = None,
    published: Timestamp | None = None,
    credit: str | None = None,
) -> Article:
    """Return an article of some paragraphs."""
    body, text = [], ""
    for line in lines:
        body.append(Span(len(text), len(text) + len(line)))
        text += f"{line}\n"
    return Article(
        page_sha256="0" * 64,
        text=text,
        body=tuple(body),
        language=Field(value=language, confidence=1.0),
        outlet=Field(value=outlet, confidence=1.0) if outlet else None,
        published=Field(value=published, confidence=1.0) if published else None,
        credits=(Field(value=credit, confidence=1.0),) if credit else (),
    )


def numbered(article_id: str, article: Article) -> Meant:
    """Return a report ready to be compared, its sentences meaning the numbers they begin with."""
    language = article.language.value if article.language else ""
    return meant(article_id, article, language, NumberedMeaning())
