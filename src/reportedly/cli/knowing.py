"""Who is meant by some words on a day."""

import datetime
import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from reportedly import api
from reportedly.cli.choosing import day_of
from reportedly.cli.exits import told
from reportedly.cli.options import AsJson
from reportedly.cli.showing import print_json
from reportedly.records import Candidate, DatePrecision, Identified

# What the reasons of an answer say in a sentence; `{country}` is the country that was named.
_SENTENCES = {
    "office-on-day": "",
    "name": "",
    "name-and-office": "",
    "surname": "Only a surname was given: it may be that of somebody who holds no office.",
    "country": "",
    "seat-of-government": "The place stands for its country's government.",
    "listed-name": "From a list of names that was closed in 2014.",
    "organisation": "",
    "ministry": "The ministry; who is its minister is not known.",
    "former": "Who held it before that day, the last first.",
    "several-fit": "Unsure: several fit.",
    "long-unseen": "Unsure: the source did not look there for more than a year around that day.",
    "last-known": "Unsure: the source ends before that day; this is who held office when it ended.",
    "day-not-covered": "Unsure: the sources do not cover that day. Ask about another one with --on.",
    "not-in-office": "Unsure: nobody of that name is known to have held office on that day.",
    "no-country": "Unsure: an office of which country? Name it too: 'the Cuban president'.",
    "office-not-listed": "Unsure: the sources list heads of state and government and their deputies alone.",
    "no-such-office": "Unsure: the sources have no such office in {country}.",
    "unknown-name": "Unsure: nobody of that name is known.",
}


def who(
    words: Annotated[
        list[str], typer.Argument(help="An office, a name or a country: 'the Cuban president'.")
    ],
    on: Annotated[
        str | None, typer.Option("--on", help="The day they are about (YYYY-MM-DD); today unless told.")
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(
            help="Their language (en, es, fr, de, ru, ar, fa for offices); told by the words if left out."
        ),
    ] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Tell whom some words mean on a day, with the office, its dates and the source."""
    with told(as_json=as_json):
        day = day_of(on) or datetime.datetime.now().astimezone().date()
        answer = api.who(" ".join(words), on=day, language=language)
        if as_json:
            print_json(answer)
            return
        if answer.candidates:
            Console().print(_table(answer))
        sentence = _SENTENCES[answer.reason].format(country=answer.country.name if answer.country else "")
        if sentence:
            sys.stdout.write(f"{sentence}\n")


def _table(answer: Identified) -> Table:
    """Return the candidates as a table, the one who is meant first."""
    table = Table("name", "office", "country", "in office", "last seen", "source", "sure", box=None)
    for each in answer.candidates:
        table.add_row(
            each.name,
            each.title or each.office or each.kind,
            each.country or "–",
            _term(each),
            str(each.last_seen or "–"),
            each.source,
            f"{each.confidence:.2f}",
        )
    return table


def _term(each: Candidate) -> str:
    """Return the days in office, as exactly as they are known."""
    if each.since is None and each.until is None:
        return "–"
    return f"{_day(each.since, each.precision)} to {each.until or '…'}"


def _day(day: datetime.date | None, precision: DatePrecision) -> str:
    if day is None:
        return "?"
    return day.isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]
