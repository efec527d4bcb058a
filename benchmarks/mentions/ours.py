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
    namings = name_mentions(read, statements, _ENGLISH)
    met = [(s, _own_span(s.at, spans)) for s in article.speakers]
    kept = article._replace(speakers=tuple(s for s, own in met if own))
    return kept, [_answer(article.text, own, namings) for _, own in met if own]


def _own_span(at: Span, spans: Sequence[Span]) -> Span | None:
    """Return the speaker of ours that stands at an annotated one's place, the one that shares most."""
    shared = [(min(at.end, s.end) - max(at.start, s.start), s) for s in spans]
    best = max(shared, default=None)
    return best[1] if best and best[0] > 0 else None


def _as_read(article: Annotated) -> Article:
    return Article(page_sha256="0" * 64, text=article.text, body=tuple(paragraphs_of(article.text)))


def _answers(article: Annotated, namings: Sequence[Naming]) -> Answers:
    return [_answer(article.text, speaker.at, namings) for speaker in article.speakers]


def _answer(text: str, at: Span, namings: Sequence[Naming]) -> Span | None:
    """Return where the name stands that a speaker was given: that of the naming with its very place."""
    best = next((n for n in namings if n.mention == at), None)
    if best is None:
        return None
    start = text.find(best.name, best.named_at.start)
    return Span(start, start + len(best.name)) if start >= 0 else best.named_at
