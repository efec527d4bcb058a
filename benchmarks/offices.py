"""Who held an office on a day, and the country of an actor as written.

    python -m benchmarks.offices [--seed N] [--questions N] [--floors]

**Offices.** The table of office holders was looked at on some sixty days. A quarter of the months of these
days, drawn by the seed, are held out: a base is built in which no row knows that it was seen in them. Rows
first or last seen there are cut to the nearest day that is left, and rows seen on no other day are left
out with all that they say. The questions are about the held-out days. Gold is a person whom a row of the
whole table shows on that day, no deputy, whose first day is not after it. The table was late at times: rows
are left out whose successor under the same title has a first day on or before the day asked about.

- *(country, office, day)*: right if the person is among the answers, of which there may be two (a king and
  a governor, a president and a supreme leader).
- *(name, day)*: the name as the row spells it, in full or by surname; right if the first answer is the
  person, in that country or in the state at whose head a king of several realms stands. People of one
  surname in office in several countries make this hard at times.

**Countries.** `plover_actors`: 125 actors in sentences. Gold is the country of the code; IGO means none.
ITL, JAP and VTN are read as ITA, JPN and VNM. "Plain names" is what the names, demonyms and capitals alone
give, "with people" asks for people on any day and for places too.
"""

import argparse
import datetime
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from training.actors.__main__ import base_of
from training.actors.sightings import Sighting, sightings
from training.actors.sources import Row, office_rows

from benchmarks.floors import OURS
from benchmarks.keeping import held, keep
from benchmarks.predict.rows import read_rows
from reportedly.actors import KnownActors, country_in, country_of_actor
from reportedly.actors.spelling import words_of_name
from reportedly.records import Holder

_DATA = Path(__file__).parents[2] / "shared" / "data"
_TABLE = _DATA / "actors" / "officeholders.jsonl.gz"
_ACTORS = _DATA / "events" / "plover_actors.jsonl.gz"
_SHARE_HELD_OUT = 0.25
_ANSWERS = 2
_OTHER_CODES = {"ITL": "ITA", "JAP": "JPN", "VTN": "VNM", "IGO": None}


class Question(NamedTuple):
    """A sighting and the held-out day on which it is asked for."""

    sighting: Sighting
    day: datetime.date
    by_name: bool


def held_out(rows: list[Row], draw: random.Random) -> tuple[list[Row], list[datetime.date]]:
    """Return the rows without their sightings of the held-out months, and the days that are held out."""
    days = sorted({day for row in rows for day in (row.first_seen, row.last_seen)})
    months = sorted({(day.year, day.month) for day in days})
    out = set(draw.sample(months, round(len(months) * _SHARE_HELD_OUT)))
    left = [day for day in days if (day.year, day.month) not in out]
    kept = []
    for row in rows:
        seen = [day for day in left if row.first_seen <= day <= row.last_seen]
        if seen:
            kept.append(row._replace(first_seen=seen[0], last_seen=seen[-1]))
    return kept, [day for day in days if day not in left]


def questions(rows: list[Row], days: list[datetime.date], draw: random.Random, count: int) -> list[Question]:
    """Return questions about the held-out days, half by office and half by name."""
    seen = [one for one in sightings(rows) if one.title and one.since and "deputy" not in one.roles]
    possible = [
        (one, day)
        for one in seen
        for day in days
        if one.first_seen <= day <= one.last_seen and _start(one) <= day and not _is_late(one, day, seen)
    ]
    drawn = draw.sample(possible, count)
    return [Question(sighting, day, place % 2 == 1) for place, (sighting, day) in enumerate(drawn)]


def _start(sighting: Sighting) -> datetime.date:
    return sighting.since.day if sighting.since else sighting.first_seen


def _is_late(asked: Sighting, day: datetime.date, seen: list[Sighting]) -> bool:
    """Return whether the table says elsewhere that somebody had followed under the same title by a day."""
    return any(
        (other.country, other.office, other.title) == (asked.country, asked.office, asked.title)
        and not _is_same(other.name, asked)
        and _start(asked) < _start(other) <= day
        for other in seen
    )


def is_right(question: Question, known: KnownActors, draw: random.Random) -> bool:
    """Return whether a base answers a question as the table has it."""
    asked, day = question.sighting, question.day
    if not question.by_name:
        found = known.holders(asked.country, asked.office, day)
        return any(_is_person(holder, asked) for holder in found[:_ANSWERS])
    called = known.called(draw.choice((asked.name, asked.surname)), day)
    states = {h.home for h in known.base.holders if h.country == asked.country and _is_person(h, asked)}
    return bool(called) and called[0].country in {asked.country, *states} and _is_person(called[0], asked)


def _is_person(holder: Holder, asked: Sighting) -> bool:
    return any(_is_same(name, asked) for name in (holder.name, *holder.spellings))


def _is_same(name: str, asked: Sighting) -> bool:
    return bool(set(words_of_name(asked.surname)) & set(words_of_name(name)))


def measure_offices(seed: int, count: int, figures: dict[str, float]) -> Iterator[str]:
    """Yield lines with the share of questions that are right, and the questions that are not.

    The shares are put into `figures` as well.
    """
    draw = random.Random(seed)
    rows = list(office_rows(_TABLE))
    kept, days = held_out(rows, draw)
    known = KnownActors(base_of(kept, is_whole=False))
    asked = questions(rows, days, draw, count)
    right = [is_right(question, known, draw) for question in asked]
    for by_name, title in ((False, "country, office, day"), (True, "name, day")):
        marks = [mark for question, mark in zip(asked, right, strict=True) if question.by_name is by_name]
        figures["by name" if by_name else "by office"] = sum(marks) / len(marks)
        yield f"{title}: {sum(marks)} of {len(marks)} right ({sum(marks) / len(marks):.3f})"
    figures["all"] = sum(right) / len(right)
    yield f"offices: {sum(right) / len(right):.3f} of {len(right)} on {len(days)} held-out days"
    for question, mark in zip(asked, right, strict=True):
        if not mark:
            s, kind = question.sighting, "name" if question.by_name else "office"
            yield f"  wrong by {kind}: {s.country}, {s.office}, {s.title} {s.name}, {question.day}"


def actors() -> Iterator[tuple[str, str | None]]:
    """Yield each actor as written with the alpha-3 code of its country, None for no country."""
    for row in read_rows(_ACTORS):
        for side in (row.get("source"), row.get("target")):
            for actor in side if isinstance(side, list) else ():
                code = actor["code"][:3]
                yield actor["actorText"], _OTHER_CODES.get(code, code)


def measure_countries(figures: dict[str, float]) -> Iterator[str]:
    """Yield lines with the share of actors whose country is right, which is put into `figures`, too."""
    gold = list(actors())
    plain = [(found := country_in(words)) and found[0].alpha3 for words, _ in gold]
    people = [(country := country_of_actor(words)) and country.alpha3 for words, _ in gold]
    for title, told in (("plain names", plain), ("with people", people)):
        right = sum(code == other for code, (_, other) in zip(told, gold, strict=True))
        figures[title] = right / len(gold)
        yield f"countries, {title}: {right} of {len(gold)} right ({right / len(gold):.3f})"
    for code, (words, other) in zip(people, gold, strict=True):
        if code != other:
            yield f"  wrong: {words}: {code}, not {other}"


def main(arguments: list[str]) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description="Who held an office on a day, and the country of an actor.")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args(arguments)
    if not (_TABLE.is_file() and _ACTORS.is_file()):
        print("The labelled data in ../shared is missing.", file=sys.stderr)
        return 2
    offices: dict[str, float] = {}
    countries: dict[str, float] = {}
    for line in measure_offices(options.seed, options.questions, offices):
        print(line)
    for line in measure_countries(countries):
        print(line)
    found = {f"seed-{options.seed}": {OURS: offices}, "countries": {OURS: countries}}
    if options.floors:
        return held("offices", found)
    keep("offices", found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
