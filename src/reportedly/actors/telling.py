"""Whom a speaker is known as, in a line that a person reads."""

import datetime

from reportedly.actors.base import SOURCES_OF_OFFICES
from reportedly.actors.known import KnownActors, known_actors
from reportedly.records import Candidate, DatePrecision, Identified

# So many candidates are named where it is unsure who is meant.
_MOST = 3


def known_line(found: Identified, known: KnownActors | None = None) -> str:
    """Return whom words mean on a day: name, office, country and days in office, with source and doubt."""
    known = known or known_actors()
    if not found.unsure:
        return _candidate(found.candidates[0], known)
    several = "; or ".join(_candidate(each, known) for each in found.candidates[:_MOST])
    return f"unsure ({found.reason.replace('-', ' ')}): {several}"


def _candidate(each: Candidate, known: KnownActors) -> str:
    country = known.country(each.country)
    sure = f"({each.source}, how sure: {each.confidence:.0%})"
    if each.kind == "country":
        return f"the government, {each.name} {sure}"
    held = each.title or each.office if each.source in SOURCES_OF_OFFICES else None
    what = ", ".join(part for part in (held or each.kind, country.name if country else each.country) if part)
    return f"{each.name}: {what}{', ' + _term(each) if held else ''} {sure}"


def _term(each: Candidate) -> str:
    """Return the days in office, as exactly as they are known."""
    since = f"since {_day(each.since, each.precision)}" if each.since else "since a day nobody has noted"
    return f"{since} until {_day(each.until, 'day')}" if each.until else since


def _day(day: datetime.date, precision: DatePrecision) -> str:
    if precision == "year":
        return f"{day:%Y}"
    return f"{day:%B %Y}" if precision == "month" else f"{day.day} {day:%B %Y}"
