"""The room itself: from running text to moments and refusals."""

import datetime
from collections.abc import Iterator, Sequence

import msgspec

from reportedly.dates import periods, single_days, steps, weeks
from reportedly.dates.context import Context
from reportedly.dates.feasts import feast
from reportedly.dates.lexicon import lexicon_of
from reportedly.dates.matching import Match, find_matches
from reportedly.dates.meaning import Meaning, Reader
from reportedly.dates.ranges import Joined, far_end, joined
from reportedly.dates.spans_of_days import FUTURE, PAST, PRESENT, Days, around, duration, half_of
from reportedly.dates.tokens import read_tokens
from reportedly.language import Language
from reportedly.records import Maker, Moment, MomentsFound, Refusal, Span

MAKER = Maker(room="dates", version="2", maker="rules")

_LONGER_REPORTS = range(4, 12)
"""Months that a report gives beside its quarter: half a year, nine months."""


def find_moments(
    text: str, paragraphs: Sequence[Span], language: Language, anchor: datetime.date | None
) -> MomentsFound:
    """Return the expressions of time in `paragraphs` of `text` with the days they mean, in reading order.

    `anchor` is the day the text is reckoned from, mostly the day of its publishing. Without it, what is
    not named in full is refused (`no-anchor`). Never raises for any text.
    """
    lexicon = lexicon_of(language)
    context = Context(text, lexicon, anchor or datetime.date(1, 1, 1), named=[])
    moments: list[Moment] = []
    refusals: list[Refusal] = []
    near: Days | None = None
    for each in _matches(context, paragraphs):
        match, meaning = each.match, _meaning(each.match, context)
        if meaning is None or _is_name(match, meaning, text):
            near = None
            continue
        if each.is_far_end and near is not None:
            meaning = msgspec.structs.replace(meaning, days=far_end(near, meaning.days, match))
        near = meaning.days
        if anchor is None and meaning.is_reckoned and meaning.days.first is not None:
            refusals.append(_no_anchor(match.words))
            continue
        context.remember(meaning.days)
        moments.append(_moment(match.words, meaning, anchor))
    return MomentsFound(moments=tuple(moments), refusals=tuple(refusals))


def _is_name(match: Match, meaning: Meaning, text: str) -> bool:
    """Return whether a word that says no date is part of a name: "America's Renewable Future"."""
    if meaning.days.value not in (PAST.value, PRESENT.value, FUTURE.value):
        return False
    start = match.words.start
    return text[start].isupper() and text[max(0, start - 2) : start].strip(" ").isalpha()


def _matches(context: Context, paragraphs: Sequence[Span]) -> Iterator[Joined]:
    text, lexicon = context.text, context.lexicon
    for paragraph in paragraphs:
        found = list(find_matches(text, read_tokens(text, paragraph, lexicon), lexicon))
        yield from joined(text, found, lexicon) if found else ()


def _meaning(match: Match, context: Context) -> Meaning | None:
    try:
        return _READERS[match.means](match, context)
    except (ValueError, OverflowError):
        return None


def _moment(words: Span, meaning: Meaning, anchor: datetime.date | None) -> Moment:
    days = meaning.days
    return Moment(
        words=words,
        kind=meaning.kind,
        value=days.value,
        precision=days.precision,
        first=days.first,
        last=days.last,
        anchor=anchor if meaning.is_reckoned and days.first is not None else None,
        confidence=meaning.confidence,
    )


def _no_anchor(words: Span) -> Refusal:
    return Refusal(
        reason="no-anchor", words="The page gives no day from which this could be reckoned.", span=words
    )


def _duration(match: Match, context: Context) -> Meaning | None:
    """Return how long something lasts, with its days where it ends or begins at the anchor."""
    unit, relation = _unit(match), match.number("R")
    count = context.count(match) or (1 if match.has("long") and match.get("U") else 0)
    if unit == "second" and count == 1:  # "a second ballot"
        return None
    context.is_of_months = context.is_of_months or (unit == "month" and count in _LONGER_REPORTS)
    first = last = None
    reached = around(unit, context.anchor, count * relation) if count and relation else None
    if reached is not None and reached.first is not None and reached.last is not None:
        first, last = min(reached.first, context.anchor), max(context.anchor, reached.last)
    value = duration(unit, count, is_half_more=context.is_half(match))
    if context.is_half(match) and context.count(match) is None:
        value = duration(*half_of(unit))
    return Meaning(Days(value, "vague", first, last), "duration", confidence=0.8)


def _unit(match: Match) -> str:
    return match.unit() or "day"


def _set(match: Match, _: Context) -> Meaning:
    """Return how often something comes again."""
    unit, count = match.word("A") or _unit(match), match.number("N") or 1
    if match.get("Z") is not None or (match.get("W") is not None and match.get("U") is None):
        unit = "week"
    return Meaning(Days(duration(unit, count), "vague"), "set", confidence=0.8)


def _past(match: Match, _: Context) -> Meaning:
    """Return a vague past, or a vague future where the words say "next" ("the next few days")."""
    return Meaning(FUTURE if (match.number("R") or 0) > 0 else PAST, confidence=0.7)


def _no_time(_match: Match, _context: Context) -> None:
    """Return nothing, for words that only look like a time: "in her twenties"."""


def _always(days: Days) -> Reader:
    return lambda _match, _context: Meaning(days, confidence=0.7)


_READERS: dict[str, Reader] = {
    "calendar-day": single_days.calendar_day,
    "weekday": single_days.weekday,
    "relative-day": single_days.relative_day,
    "part-of-day": single_days.part_of_day,
    "feast": feast,
    "month": periods.month,
    "quarter": periods.quarter,
    "half": periods.half,
    "season": periods.season,
    "year": periods.year,
    "decade": periods.decade,
    "century": periods.century,
    "shifted": steps.shifted,
    "this-unit": steps.this_unit,
    "that-unit": steps.that_unit,
    "back": steps.back,
    "ahead": steps.ahead,
    "to-the-day": steps.to_the_day,
    "from-the-day": steps.from_the_day,
    "week-of": weeks.week_of,
    "week-of-month": weeks.week_of_month,
    "weekday-ago": weeks.weekday_ago,
    "night-named": weeks.night_named,
    "years": weeks.years,
    "no-time": _no_time,
    "past": _past,
    "present": _always(PRESENT),
    "future": _always(FUTURE),
    "duration": _duration,
    "set": _set,
}
