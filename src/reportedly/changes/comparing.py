"""An old and a new version of an article become the change between them."""

from collections.abc import Sequence

from reportedly.changes.words import Word, differing, words_in
from reportedly.records import Article, Change, ChangeKind, Piece, Span


def find_change(old: Article, new: Article) -> Change:
    """Return what changed from the old version of an article to the new one.

    Lead and body are compared word by word; what stands around them (menus, comments, teasers) is not
    of the article. Case and punctuation count: a full stop moved can be a correction.
    """
    before, after = words_in(old.text, old.paragraphs), words_in(new.text, new.paragraphs)
    runs = differing([word.text for word in before], [word.text for word in after])
    headline = _headlines(old, new)
    pieces = tuple(Piece(old=_span(before, run.a0, run.a1), new=_span(after, run.b0, run.b1)) for run in runs)
    kinds = _kinds(old, new, headline, pieces)
    told = _told_at(old, new)
    return Change(
        old_sha256=old.page_sha256,
        new_sha256=new.page_sha256,
        kinds=kinds,
        headline=headline,
        pieces=pieces,
        words_cut=sum(_is_word(word) for run in runs for word in before[run.a0 : run.a1]),
        words_added=sum(_is_word(word) for run in runs for word in after[run.b0 : run.b1]),
        is_silent=told is None and bool({"headline", "words"} & set(kinds)),
        told_at=told,
    )


def _kinds(
    old: Article, new: Article, headline: tuple[str, str] | None, pieces: Sequence[Piece]
) -> tuple[ChangeKind, ...]:
    found: list[ChangeKind] = ["headline"] if headline else []
    if pieces:
        found.append("words")
    if _published(old) != _published(new):
        found.append("published")
    if [author.value for author in old.authors] != [author.value for author in new.authors]:
        found.append("byline")
    return tuple(found)


def _headlines(old: Article, new: Article) -> tuple[str, str] | None:
    before, after = (each.headline.value if each.headline else "" for each in (old, new))
    return None if before.split() == after.split() else (before, after)


def _published(article: Article) -> str | None:
    return article.published.value.isoformat() if article.published else None


def _told_at(old: Article, new: Article) -> str | None:
    """Return the time of an update that the new version gives and the old one did not."""
    before, after = (each.updated.value.isoformat() if each.updated else None for each in (old, new))
    return after if after != before else None


def _span(words: Sequence[Word], first: int, end: int) -> Span:
    """Return where some words stand; without any, the place between their neighbours."""
    if first < end:
        return Span(words[first].span.start, words[end - 1].span.end)
    place = words[first - 1].span.end if first else words[0].span.start if words else 0
    return Span(place, place)


def _is_word(word: Word) -> bool:
    return word.text[0].isalnum()
