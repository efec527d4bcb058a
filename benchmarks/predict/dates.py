"""Dates and times of day that texts name."""

import datetime

from benchmarks.predict.rows import Row
from reportedly.dates import find_moments
from reportedly.language import detect_language, load_language
from reportedly.text import paragraphs_of


def dates(row: Row) -> Row:
    """Return the dates and times of day that one text names, in the normal form of TIMEX3."""
    text = row["text"]
    anchor = datetime.date.fromisoformat(row["published"][:10])
    language = load_language(detect_language(text) or "en")
    found = find_moments(text, paragraphs_of(text), language, anchor).moments
    named = [moment for moment in found if moment.kind in ("date", "time")]
    return {
        "id": row["id"],
        "expressions": [
            {"start": moment.words.start, "end": moment.words.end, "value": moment.value} for moment in named
        ],
    }
