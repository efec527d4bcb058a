"""The pairs of labelled reports: their signs as the room sees them, and whether they are of one story."""

import gzip
import hashlib
import json
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt

from reportedly.stories import Pairs, Report, compare_all
from reportedly.stories.context import context_of
from reportedly.stories.near import NEAR_DAYS
from reportedly.stories.weighing import SIGNS

SETS = ("roundups", "triplets", "headlines", "events")
# Of each report: pairs with those most like it, with some of the next, and with some of its own story.
NEAREST, NEXT, TAKEN, OWN = 20, 200, 15, 10
# Stories of an undated set that a made-up day has, and the days that the reports of one spread over.
STORIES_A_DAY, SPREAD = 60.0, 1.0


class Labelled(msgspec.Struct, kw_only=True):
    """One set: its reports, their stories, and all pairs that the room would weigh."""

    name: str
    ids: list[str]
    stories: list[str]
    pairs: Pairs
    context: npt.NDArray[np.float32]

    def part(self, salt: str, parts: int = 2) -> npt.NDArray[np.int64]:
        """Return a number below `parts` for each report by a hash of its story: the halves have no salt."""
        digests = (hashlib.md5((salt + each).encode()).hexdigest() for each in self.stories)  # noqa: S324
        return np.array([int(digest, 16) % parts for digest in digests])

    @property
    def signs(self) -> npt.NDArray[np.float32]:
        """Return all signs of each pair, those of its context last."""
        return np.column_stack([self.pairs.signs, self.context])

    @property
    def same(self) -> npt.NDArray[np.bool_]:
        """Return for each pair whether both are of one story."""
        stories = np.array(self.stories)
        same: npt.NDArray[np.bool_] = stories[self.pairs.one] == stories[self.pairs.other]
        return same


def load(folder: Path, name: str) -> Labelled:
    """Return one of the sets under a folder, with the pairs that the room would weigh."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    reports = [
        Report(id=row["id"], headline=row["headline"], text=row["text"] or "", day=row["time_days"])
        for row in rows
    ]
    return labelled(name, reports, [row["story"] for row in rows])


def labelled(name: str, reports: list[Report], stories: list[str]) -> Labelled:
    """Return reports with the pairs that the room would weigh, each once."""
    story_of = dict(zip((report.id for report in reports), stories, strict=True))
    ids, pairs = compare_all(reports)
    stories = [story_of[each] for each in ids]
    return Labelled(
        name=name,
        ids=list(ids),
        stories=stories,
        pairs=pairs,
        context=context_of(len(ids), pairs),
    )


def subset(whole: Labelled, seed: int) -> tuple[Labelled, npt.NDArray[np.int64]]:
    """Return a few reports of a set as if there were no others, and their places in it.

    A young record has no crowds.
    """
    random = np.random.default_rng(seed)
    count = int(random.integers(3, 60))
    places = random.permutation(len(whole.ids))
    stories = np.array(whole.stories)
    some = np.unique(
        np.concatenate(
            [places[:count], np.flatnonzero(np.isin(stories, stories[places[: count // 4]]))[:count]]
        )
    )
    at = np.full(len(whole.ids), -1)
    at[some] = np.arange(len(some))
    kept = np.flatnonzero((at[whole.pairs.one] >= 0) & (at[whole.pairs.other] >= 0))
    pairs = Pairs(
        one=at[whole.pairs.one[kept]], other=at[whole.pairs.other[kept]], signs=whole.pairs.signs[kept]
    )
    few = Labelled(
        name=f"{whole.name} {count}",
        ids=[whole.ids[place] for place in some],
        stories=[whole.stories[place] for place in some],
        pairs=pairs,
        context=context_of(len(some), pairs),
    )
    return few, some


def dated(undated: Labelled, seed: int) -> Labelled:
    """Return an undated set with made-up days, many stories to each: news comes denser than round-ups.

    Without it the network learns from round-ups, of which there are three a day, that two reports of a
    day that share little are of one story.
    """
    random = np.random.default_rng(seed)
    names = sorted(set(undated.stories))
    begins = dict(zip(names, random.uniform(0, len(names) / STORIES_A_DAY, len(names)), strict=True))
    days = np.array([begins[story] for story in undated.stories]) + random.exponential(
        SPREAD / 3, len(undated.stories)
    )
    apart = np.abs(days[undated.pairs.one] - days[undated.pairs.other])
    signs = undated.pairs.signs.copy()
    signs[:, SIGNS.index("dated")] = 1
    for sign, half in zip(("hours", "days", "week"), (0.5, 2.0, 7.0), strict=True):
        signs[:, SIGNS.index(sign)] = np.exp(-apart / half)
    made = msgspec.structs.replace(
        undated, name=f"{undated.name} dated", pairs=msgspec.structs.replace(undated.pairs, signs=signs)
    )
    if apart.max() > NEAR_DAYS:
        raise ValueError("days were made up that the room would not compare")
    return made


def sampled(
    labelled: Labelled, taken: npt.NDArray[np.bool_], seed: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """Return signs and answers of the pairs to learn from, of the reports that are taken."""
    random, pairs, signs = np.random.default_rng(seed), labelled.pairs, labelled.signs
    inside = np.flatnonzero(taken[pairs.one] & taken[pairs.other])
    like = signs[:, 0] + signs[:, 1] + 0.3 * (signs[:, 3] + signs[:, 6])
    by_report: dict[int, list[int]] = {}
    for pair in inside[np.argsort(-like[inside], kind="stable")].tolist():
        by_report.setdefault(int(pairs.one[pair]), []).append(pair)
        by_report.setdefault(int(pairs.other[pair]), []).append(pair)
    same, chosen = labelled.same, set[int]()
    for ranked in by_report.values():
        near, rest = ranked[:NEAREST], ranked[NEAREST:NEXT]
        own = [pair for pair in ranked if same[pair]]
        chosen.update(near)
        chosen.update(random.permutation(rest)[:TAKEN].tolist())
        chosen.update(random.permutation(own)[:OWN].tolist())
    picked = np.array(sorted(chosen), np.int64)
    return signs[picked], same[picked]
