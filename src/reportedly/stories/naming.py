"""Which story a new grouping's parts are: identifiers that stay while stories grow, merge and split."""

import hashlib
import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Stories by their identifiers, each with its reports, and for those that ended which they became."""

    stories: tuple[tuple[str, tuple[str, ...]], ...]
    became: tuple[tuple[str, str], ...]


def story_identifier(article_id: str, time: int = 0) -> str:
    """Return the identifier of a story that begins with an article, for the so manieth time (from 0).

    16 hexadecimal digits. An article begins a second story where a person split it from its first.
    """
    return hashlib.sha256(f"story {article_id} {time}".encode()).hexdigest()[:16]


def _names(group: Sequence[str]) -> Iterator[str]:
    """Yield the identifiers a group could have, without end."""
    return (story_identifier(article_id, time) for time in itertools.count() for article_id in group)


def name_stories(
    groups: Sequence[Sequence[str]], standing: Mapping[str, str], is_taken: Callable[[str], bool]
) -> Named:
    """Return groups of reports as stories, given which story each report was of.

    A group keeps the story most of its reports were of; where two groups were of one, the larger part
    keeps it, and the other begins a story. A story none of whose groups keeps it has become the one most of
    its reports are in. `is_taken` says of an identifier whether a story elsewhere has it.
    """
    shares = [
        (count, len(group), story, at)
        for at, group in enumerate(groups)
        for story, count in Counter(standing[each] for each in group if each in standing).items()
    ]
    kept: dict[int, str] = {}
    for _, _, story, at in sorted(shares, key=lambda share: (-share[0], -share[1], share[2], share[3])):
        if at not in kept and story not in kept.values():
            kept[at] = story
    given = set(kept.values())
    for at, group in enumerate(groups):
        if at not in kept:
            free = (name for name in _names(group) if name not in given and not is_taken(name))
            kept[at] = next(free)
            given.add(kept[at])
    gone = {story for _, _, story, _ in shares} - given
    largest = {
        story: max((count, kept[at]) for count, _, of, at in shares if of == story)[1] for story in gone
    }
    return Named(
        stories=tuple((kept[at], tuple(group)) for at, group in enumerate(groups)),
        became=tuple(sorted(largest.items())),
    )
