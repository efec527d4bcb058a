"""What Reportedly takes each speaker for."""

from collections.abc import Sequence

from benchmarks.mentions.gold import Annotated
from benchmarks.mentions.scoring import Answers
from reportedly.actors import name_mentions
from reportedly.flow import statements_in
from reportedly.language import load_language
from reportedly.records import Article, Naming, Span, Statement
from reportedly.text import paragraphs_of

_ENGLISH = load_language("en")


def given_speakers(article: Annotated) -> Answers:
    """Return whom Reportedly takes each speaker for where it is told where the speakers stand."""
    statements = [Statement(content=(), kind="direct", speaker=speaker.at) for speaker in article.speakers]
    return _answers(article, name_mentions(_as_read(article), statements, _ENGLISH))


def found_speakers(article: Annotated) -> tuple[Annotated, Answers]:
    """Return the speakers that Reportedly's own statements have, too, and whom it takes them for."""
    read = _as_read(article)
    statements = statements_in(article.text, read.body, _ENGLISH).statements
    spans = [s.speaker for s in statements if s.speaker is not None]
    shared = [s for s in article.speakers if any(s.at.start < o.end and o.start < s.at.end for o in spans)]
    kept = article._replace(speakers=tuple(shared))
    return kept, _answers(kept, name_mentions(read, statements, _ENGLISH))


def _as_read(article: Annotated) -> Article:
    return Article(page_sha256="0" * 64, text=article.text, body=tuple(paragraphs_of(article.text)))


def _answers(article: Annotated, namings: Sequence[Naming]) -> Answers:
    return [_answer(article.text, speaker.at, namings) for speaker in article.speakers]


def _answer(text: str, at: Span, namings: Sequence[Naming]) -> Span | None:
    """Return where the name stands that a speaker was given; the longest naming inside it counts."""
    inside = [n for n in namings if n.mention.start < at.end and at.start < n.mention.end]
    best = max(inside, key=lambda n: (n.mention == at, n.mention.end - n.mention.start), default=None)
    if best is None:
        return None
    start = text.find(best.name, best.named_at.start)
    return Span(start, start + len(best.name)) if start >= 0 else best.named_at
