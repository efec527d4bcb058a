"""A story's title and summary: exact words of its reports, chosen for what the reports share."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Article, Span, StoryWords
from reportedly.stories.wording import rarity, roots
from reportedly.text import sentences_of

# Sentences of a summary, and words of a sentence that can stand alone in one.
_SENTENCES = 3
_FEWEST, _MOST = 6, 60
# Paragraphs of a report, and reports of a story, in which sentences are looked for.
_PARAGRAPHS, _REPORTS = 4, 40
# How much of a word's weight is left once a sentence of the summary has it.
_LEFT = 0.2
# How much a sentence counts for every paragraph that it stands deeper: a report says the most at its head.
_DEEPER = 0.8
# Words by which long sentences are held back: without it the longest would win.
_LONG = 12


class StoryReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a story: its article, and the origin it goes back to where that is another report."""

    id: str
    article: Article
    origin: str | None = None


class _Sentence(msgspec.Struct, frozen=True, kw_only=True):
    report: StoryReport
    place: int  # of its report in the story
    depth: int  # of its paragraph in the report
    span: Span
    words: frozenset[str]


def title_of(reports: Sequence[StoryReport]) -> StoryWords | None:
    """Return the headline that has most of what the reports share; None where no report has a headline."""
    shared = _shared(reports)
    best: tuple[float, StoryReport] | None = None
    for report in reports:
        if report.article.headline is None:
            continue
        score = _score(frozenset(roots(report.article.headline.value)), shared)
        if best is None or score > best[0]:
            best = score, report
    return None if best is None else _headline(best[1])


def summary_of(reports: Sequence[StoryReport]) -> tuple[StoryWords, ...]:
    """Return up to three sentences, each as it stands in a report: the weightiest first, then as reported.

    Each has most of what the reports share and the sentences before it do not say; no two go back to the
    same origin where there are others.
    """
    weights = dict(_shared(reports))
    sentences = [
        each for place, report in enumerate(reports[:_REPORTS]) for each in _sentences(report, place)
    ]
    chosen: list[_Sentence] = []
    while sentences and len(chosen) < _SENTENCES:
        best = max(sentences, key=lambda each: (_worth(each, weights), -each.place, -each.span.start))
        chosen.append(best)
        for word in best.words:
            weights[word] = weights.get(word, 0.0) * _LEFT
        taken = {each.report.origin or each.report.id for each in chosen}
        sentences = [each for each in sentences if each.words - best.words and each is not best]
        fresh = [each for each in sentences if (each.report.origin or each.report.id) not in taken]
        sentences = fresh or sentences
    ordered = chosen[:1] + sorted(chosen[1:], key=lambda each: (each.place, each.span))
    return tuple(
        StoryWords(article_id=each.report.id, words=each.span.of(each.report.article.text), span=each.span)
        for each in ordered
    )


def _shared(reports: Sequence[StoryReport]) -> dict[str, float]:
    """Return how much each word says of what the reports share: by how many have it, and how rare it is."""
    holders: Counter[str] = Counter()
    for report in reports[:_REPORTS]:
        article = report.article
        told = [article.headline.value] if article.headline else []
        told += [span.of(article.text) for span in article.paragraphs[:_PARAGRAPHS]]
        holders.update(set(roots(" ".join(told))))
    return {word: count / max(1, len(reports)) * rarity(word) for word, count in holders.items()}


def _score(words: frozenset[str], weights: dict[str, float]) -> float:
    return sum(weights.get(word, 0.0) for word in words) / math.sqrt(_LONG + len(words))


def _worth(sentence: _Sentence, weights: dict[str, float]) -> float:
    return _score(sentence.words, weights) * _DEEPER**sentence.depth


def _sentences(report: StoryReport, place: int) -> Iterator[_Sentence]:
    text = report.article.text
    for depth, paragraph in enumerate(report.article.paragraphs[:_PARAGRAPHS]):
        for span in sentences_of(text, paragraph):
            words = span.of(text)
            if _FEWEST <= len(words.split()) <= _MOST:
                held = frozenset(roots(words))
                yield _Sentence(report=report, place=place, depth=depth, span=span, words=held)


def _headline(report: StoryReport) -> StoryWords | None:
    headline = report.article.headline
    if headline is None:
        return None
    stands = headline.span is not None and headline.span.of(report.article.text) == headline.value
    return StoryWords(article_id=report.id, words=headline.value, span=headline.span if stands else None)
