"""What was found among made reports, against what was made."""

import itertools
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from benchmarks.translations.reports import MadeReport
from reportedly.records import CopyLink

_TRANSLATIONS = frozenset({"origin", "whole", "cut", "reordered"})


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """Shares from 0 to 1, and the pairs that were missed or wrong."""

    precision: float
    precision_without_plain: float
    recall: float
    direction: float
    stories: float
    stories_without_other: float
    stories_alone: float
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def score(
    reports: Sequence[MadeReport],
    links: Iterable[CopyLink],
    stories: Mapping[str, str],
    names: Mapping[str, str],
) -> Score:
    """Return how good the found links and stories are.

    `names` says which report an article's identifier stands for, `stories` the story of each report's name.
    A pair is right where both go back to one report, in two languages; its direction is counted where one
    goes back to the other. `precision_without_plain` leaves pairs with reports that tell the plain facts out
    of account. `stories` is BCubed F1, `stories_without_other` leaves the other happenings out, and
    `stories_alone` is that of no joining at all.
    """
    by_name = {each.name: each for each in reports}
    made = {
        frozenset((one.name, other.name))
        for one, other in itertools.combinations(reports, 2)
        if _is_pair(one, other)
    }
    found = {
        frozenset((names[link.copy], names[link.origin])): names[link.copy]
        for link in links
        if link.kind == "translation" and link.origin is not None
    }
    right = found.keys() & made
    told = [(pair, by_name[copy]) for pair, copy in found.items() if pair in right]
    known = [(copy, _other(pair, copy, by_name)) for pair, copy in told if _is_line(pair, by_name)]
    true = [_goes_back(copy, other, by_name) for copy, other in known]
    gold = {each.name: _story(each) for each in reports}
    straight = {each.name: gold[each.name] for each in reports if each.what != "other"}
    plain = [pair for pair in found.keys() - made if any(by_name[name].what == "plain" for name in pair)]
    return Score(
        precision=len(right) / max(len(found), 1),
        precision_without_plain=len(right) / max(len(found) - len(plain), 1),
        recall=len(right) / max(len(made), 1),
        direction=sum(true) / max(len(true), 1),
        stories=bcubed(gold, stories),
        stories_without_other=bcubed(straight, stories),
        stories_alone=bcubed(gold, {name: name for name in gold}),
        missed=tuple(sorted(" ".join(sorted(pair)) for pair in made - found.keys())),
        wrong=tuple(sorted(" ".join(sorted(pair)) for pair in found.keys() - made)),
    )


def bcubed(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the BCubed F1 of a grouping (Bagga and Baldwin, 1998)."""
    precision = recall = 0.0
    for name in gold:
        own = {each for each in gold if found[each] == found[name]}
        true = {each for each in gold if gold[each] == gold[name]}
        precision += len(own & true) / len(own)
        recall += len(own & true) / len(true)
    return 2 * precision * recall / ((precision + recall) * len(gold)) if gold else 0.0


def _is_pair(one: MadeReport, other: MadeReport) -> bool:
    both = {one.what, other.what} <= _TRANSLATIONS
    return both and one.happening == other.happening and one.language != other.language


def _story(report: MadeReport) -> str:
    return report.name if report.what == "other" else report.happening


def _other(pair: frozenset[str], copy: MadeReport, by_name: Mapping[str, MadeReport]) -> MadeReport:
    (other,) = pair - {copy.name}
    return by_name[other]


def _is_line(pair: frozenset[str], by_name: Mapping[str, MadeReport]) -> bool:
    one, other = (by_name[name] for name in pair)
    return _goes_back(one, other, by_name) or _goes_back(other, one, by_name)


def _goes_back(report: MadeReport, to: MadeReport, by_name: Mapping[str, MadeReport]) -> bool:
    at = report
    while at.source is not None:
        at = by_name[f"{at.happening}/{at.source}"]
        if at.name == to.name:
            return True
    return False
