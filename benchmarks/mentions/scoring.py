"""Whether a speaker was taken for the right one, and the figures over many."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from benchmarks.mentions.gold import Annotated, Speaker
from reportedly.records import Span
from reportedly.text import fold, words_of

# What an answer is for each speaker: where the name stands that it is taken for, None for itself.
Answers = Sequence[Span | None]

_SMALL = frozenset("the a an his her its their this that".split())
_PRONOUNS = frozenset("he she they it his her their its who which that each him them".split())
_TIES = frozenset("and or of by for".split())


def is_right(article: Annotated, speaker: Speaker, answer: Span | None) -> bool:
    """Return whether the name that a speaker was taken for is that of whom it means.

    A name is compared by its words without articles: it must be the annotated one, or, of one person or
    organisation, a part of it or a longer form that fits nobody else who is annotated in the article.
    A speaker that is left to itself means itself.
    """
    told = _words(article.text, answer or speaker.at)
    for place in speaker.means:
        gold = _words(article.text, place)
        if told == gold:
            return True
        if answer is not None and place == speaker.at and _opens(gold, told):
            return True
        if answer is not None and place != speaker.at and _is_form(article, told, gold):
            return True
    return False


def _opens(gold: Sequence[str], told: Sequence[str]) -> bool:
    return bool(told) and list(gold[: len(told)]) == list(told) and _TIES.isdisjoint(gold)


def _is_form(article: Annotated, told: Sequence[str], gold: Sequence[str]) -> bool:
    """Return whether one name is a part of the other, and fits no other name of the article as well."""
    if (
        not told
        or not _TIES.isdisjoint({*told, *gold})
        or not (set(told) <= set(gold) or set(gold) <= set(told))
    ):
        return False
    others = {tuple(_words(article.text, place)) for each in article.speakers for place in each.means}
    rivals = [
        o for o in others if set(told) <= set(o) and not set(o) <= set(gold) and not set(gold) <= set(o)
    ]
    return not rivals


def _words(text: str, span: Span) -> list[str]:
    words = [fold(word.lower.removesuffix("'s")) for word in words_of(text, span) if not word.is_mark]
    return [word for word in words if word not in _SMALL or len(words) == 1]


def figures(
    articles: Sequence[Annotated], answers: Mapping[str, Answers]
) -> dict[str, dict[str, tuple[int, int]]]:
    """Return right and all for each half and kind: all, pronouns, names, titles, themselves, by corpus."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for article in articles:
        for speaker, answer in zip(article.speakers, answers[article.id], strict=True):
            right = is_right(article, speaker, answer)
            corpus = "written" if article.id.startswith("written") else "polnear"
            for half in (article.half, "both") if article.half in ("open", "held") else (article.half,):
                for kind in ("all", kind_of(article, speaker), corpus):
                    done, count = found.setdefault(half, {}).get(kind, (0, 0))
                    found[half][kind] = (done + right, count + 1)
    return found


def kind_of(article: Annotated, speaker: Speaker) -> str:
    """Return how a speaker is written: as a pronoun, as itself, with a part of its name, or otherwise."""
    words = _words(article.text, speaker.at)
    if set(words) <= _PRONOUNS:
        return "pronoun"
    if speaker.at in speaker.means:
        return "itself"
    named = (set(_words(article.text, place)) for place in speaker.means)
    return "name" if any(set(words) & name for name in named) else "title"


def wrong_ones(
    articles: Iterable[Annotated], answers: Mapping[str, Answers], half: str
) -> list[tuple[str, Annotated, Speaker, Span | None]]:
    """Return the speakers of one half that were taken for somebody else, with their kind."""
    return [
        (kind_of(article, speaker), article, speaker, answer)
        for article in articles
        if article.half == half
        for speaker, answer in zip(article.speakers, answers[article.id], strict=True)
        if not is_right(article, speaker, answer)
    ]


Answering = Callable[[Annotated], Answers]
