"""A translation beside its origin: what answers to what, and what stands in one of the two alone."""

from collections.abc import Sequence

from reportedly.records import Article, CopyLink, LedgerLine, Passage, Span, SpokenBy
from reportedly.text import sentences_of


def translated_passages(carried: Sequence[Passage], copy: Article, origin: Article) -> tuple[Passage, ...]:
    """Return every sentence of a translation in order, then what was left out of its origin.

    `carried` are the sentences that answer to one another, as the link between the two has them.
    """
    answered = [each.there for each in carried if each.there]
    own = _others(copy, [each.here for each in carried if each.here])
    added = [Passage(handling="added", here=span) for span in own]
    cut = [Passage(handling="cut", there=span) for span in _others(origin, answered)]
    here = sorted((*carried, *added), key=lambda each: each.here or Span(0, 0))
    return (*here, *cut)


def ledger_abroad(
    link: CopyLink, said: Sequence[SpokenBy], carried: Sequence[SpokenBy]
) -> tuple[LedgerLine, ...]:
    """Return what became of an origin's statements in a translation: translated, or cut.

    `said` are the statements of the origin, `carried` those of the translation. Whether the translator
    changed the sense of one is not told.
    """
    return tuple(_line(link, each, carried) for each in said)


def _line(link: CopyLink, said: SpokenBy, carried: Sequence[SpokenBy]) -> LedgerLine:
    for passage in link.carried:
        here, there = passage.here, passage.there
        if here and there and any(span.overlaps(there) for span in said.statement.content):
            found = (each for each in carried if any(span.overlaps(here) for span in each.statement.content))
            return LedgerLine(there=said, here=next(found, None), here_at=here, fates=("translated",))
    return LedgerLine(there=said, here=None, fates=("cut",))


def _others(article: Article, taken: Sequence[Span]) -> list[Span]:
    """Return the sentences of an article that no stretch of `taken` reaches."""
    return [
        span
        for paragraph in article.paragraphs
        for span in sentences_of(article.text, paragraph)
        if not any(span.overlaps(each) for each in taken)
    ]
