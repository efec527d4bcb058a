"""What was taken from whom, in a line for a reader."""

from collections.abc import Sequence

from reportedly.copies.prints import Printed
from reportedly.records import Article, CopyLink, Passage, Span

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# Paragraphs that are named one by one; of more the number is told.
_MOST_NAMED = 3


def tell_copy(link: CopyLink, copy: Printed, origin: Printed, passages: Sequence[Passage]) -> str:
    """Return whose report a copy is and what was done to it: "Isle Press’s, word for word".

    `passages` are those of `passages_between`. An origin without an outlet's name is "another article".
    """
    whose = outlet_name(origin.article)
    if link.reason == "common-origin":
        return _tell_common(link, copy, whose, passages)
    if link.kind in ("excerpt", "quote"):
        words = sum(_word_count(copy, passage.here) for passage in link.carried)
        told = f"Holds {words} words of {whose}’s report"
    elif link.kind == "edited":
        told = f"{whose}’s, edited: {_changed_words(copy, origin, passages)} words differ"
    else:
        told = f"{whose}’s, word for word{_but_for(copy, passages)}{_cut_off(passages)}"
    return told if link.is_sure else f"{told}; who was first cannot be told"


def _tell_common(link: CopyLink, copy: Printed, whose: str, passages: Sequence[Passage]) -> str:
    """Return what a report has in common with another that goes back to the same third."""
    if link.kind in ("excerpt", "quote"):
        words = sum(_word_count(copy, passage.here) for passage in link.carried)
        return f"Shares {words} words with {whose}’s report; both go back to the same origin"
    if link.kind == "edited":
        return f"The same as {whose}’s, edited; both go back to the same origin"
    told = f"The same as {whose}’s, word for word{_but_for(copy, passages)}{_cut_off(passages)}"
    return f"{told}; both go back to the same origin"


def outlet_name(article: Article) -> str:
    """Return the name of an article's outlet as the page gives it."""
    return article.outlet.value if article.outlet else "another article"


def _word_count(article: Printed, span: Span | None) -> int:
    if span is None:
        return 0
    starts = article.words.starts
    return int(((starts >= span.start) & (starts < span.end)).sum())


def _changed_words(copy: Printed, origin: Printed, passages: Sequence[Passage]) -> int:
    changed = [passage for passage in passages if passage.handling in ("reworded", "added")]
    return sum(max(_word_count(copy, each.here), _word_count(origin, each.there)) for each in changed)


def _but_for(copy: Printed, passages: Sequence[Passage]) -> str:
    """Return which paragraphs of the copy have words of its own."""
    own = [each.here for each in passages if each.handling in ("reworded", "added") and each.here]
    paragraphs = copy.article.paragraphs
    numbers = [n for n, paragraph in enumerate(paragraphs) if any(paragraph.overlaps(span) for span in own)]
    if not numbers:
        return ""
    if len(numbers) > _MOST_NAMED or numbers[-1] >= len(_ORDINALS):
        return f" but for words in {len(numbers)} of {len(paragraphs)} paragraphs"
    named = [_ORDINALS[number] for number in numbers]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f" but for the {listed} paragraph{'s' if len(named) > 1 else ''}"


def _cut_off(passages: Sequence[Passage]) -> str:
    """Return whether something of the origin is missing, and whether that is its end."""
    cut = [number for number, passage in enumerate(passages) if passage.handling == "cut"]
    if not cut:
        return ""
    return ", without its end" if cut == [len(passages) - 1] else ", with parts cut"
