"""Which actors the people of an article are, once the record says whom it knows."""

import functools

from reportedly.actors import DeskActors, NobodyKnown, resolve_people
from reportedly.language import load_language
from reportedly.records import Resolved
from reportedly.store import KeptArticle, Reading, Resolve


def resolver_of(reading: Reading) -> Resolve | None:
    """Return how the people of a page are resolved, to be asked while the page is kept; None without any."""
    return None if reading.article is None else functools.partial(resolved, reading)


def resolved(reading: Reading, desk: DeskActors | None = None) -> Resolved:
    """Return which actors the people of a page are, of those whom a desk and the world know."""
    article = reading.article
    if article is None:
        return Resolved()
    language = load_language(article.language.value if article.language else "und")
    return resolve_people(article, reading.statements, reading.namings, language, desk or NobodyKnown())


def resolved_again(kept: KeptArticle, desk: DeskActors) -> Resolved:
    """Return which actors the people of a kept article are, by all that is known and ruled now."""
    article = kept.article
    language = load_language(article.language.value if article.language else "und")
    said = tuple(one.statement for one in kept.statements)
    return resolve_people(article, said, kept.namings, language, desk)
