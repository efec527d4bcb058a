"""How much of the labelled pages the reader reads exactly, field by field.

    PYTHONPATH=src:tests .venv/bin/python tests/read/fixtures_score.py [open|held]

For each field: the share of exact answers among the pages that show it, and on how many pages that do
not show it something was read (`made up`). Words are compared after NFKC with white space folded, times
with zones as instants, credits without a leading "The". Misses are listed for `open`; of `held` only the
figures are shown.
"""

import datetime
import sys
import unicodedata
from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

from read.fixture_pages import Expected, FixturePage, Part, fixtures
from reportedly.read import read_page
from reportedly.records import Article, Page, Refusal

Answer = tuple[str, ...]
Outcome = Literal["exact", "missed", "made up", "rightly empty"]

FETCHED = datetime.datetime(2024, 12, 1, tzinfo=datetime.UTC)
PLAIN_FIELDS = ("language", "headline", "lead", "dateline", "story_code", "outlet", "desk", "section")
TIME_FIELDS = ("published", "updated")
LIST_FIELDS = ("body", "authors", "credits", "captions")
FIELDS = (*PLAIN_FIELDS, *TIME_FIELDS, *LIST_FIELDS, "comments")
# A miss is shown in full up to this many characters a side; a whole body would drown the list.
SHOWN_CHARACTERS = 160


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One field of one page: what was expected, what was read, and how it went."""

    page: str
    field: str
    expected: Answer
    got: Answer

    @property
    def outcome(self) -> Outcome:
        """Return how the reading went."""
        if not self.expected:
            return "made up" if self.got else "rightly empty"
        return "exact" if self.expected == self.got else "missed"


def folded(words: str) -> str:
    """Return the words in NFKC with white space folded."""
    return " ".join(unicodedata.normalize("NFKC", words).split())


def instant(stamp: str) -> str:
    """Return an ISO time as it stands, in UTC where it names its offset."""
    if len(stamp) == len("2023-12-05"):
        return stamp
    moment = datetime.datetime.fromisoformat(stamp)
    return (moment.astimezone(datetime.UTC) if moment.tzinfo else moment).isoformat()


def wanted(expected: Expected) -> dict[str, Answer]:
    """Return the expected answers by field, folded."""
    answers = {name: _one(getattr(expected, name)) for name in PLAIN_FIELDS}
    answers |= {name: _time(getattr(expected, name)) for name in TIME_FIELDS}
    answers |= {name: _many(getattr(expected, name)) for name in LIST_FIELDS}
    answers["credits"] = _names(expected.credits)
    answers["comments"] = _many(
        " | ".join((c.author or "", "".join(_time(c.posted)), c.words)) for c in expected.comments
    )
    return answers


def read_answers(article: Article) -> dict[str, Answer]:
    """Return what the reader says by field, folded."""
    text = article.text
    answers = {name: _one(_value(article, name)) for name in PLAIN_FIELDS}
    stamps = {"published": article.published, "updated": article.updated}
    answers |= {name: _time(field.value.isoformat() if field else None) for name, field in stamps.items()}
    answers["body"] = _many(span.of(text) for span in article.body)
    answers["authors"] = _many(field.value for field in article.authors)
    answers["credits"] = _names(field.value for field in article.credits)
    answers["captions"] = _many(span.of(text) for span in article.captions)
    answers["comments"] = _many(_comments(article))
    return answers


# The reader's reasons by the kinds that the fixtures name.
_KIND = {
    "front-page": "front",
    "section-front": "section",
    "search-results": "search",
    "consent-wall": "consent",
    "error-page": "error",
    "not-text": "pdf",
}


def rows(page: FixturePage) -> Iterator[Row]:
    """Yield one row a field of one page; of a page that is no article only what it was taken for."""
    read = read_page(
        Page(body=page.body, url=page.url, fetched_at=FETCHED, is_pasted=page.is_pasted),
    )
    taken = "article" if isinstance(read, Article) else "no article"
    right = "article" if page.expected.is_article else "no article"
    yield Row(page=page.name, field="is_article", expected=(right,), got=(taken,))
    if not page.expected.is_article:
        reason = (_KIND.get(read.reason, read.reason),) if isinstance(read, Refusal) else ()
        yield Row(page=page.name, field="refusal", expected=_one(page.expected.refusal), got=reason)
        return
    got = read_answers(read) if isinstance(read, Article) else {}
    for field, expected in wanted(page.expected).items():
        yield Row(page=page.name, field=field, expected=expected, got=got.get(field, ()))


def report(part: Part) -> str:
    """Return the table of one part and, for `open`, the list of misses."""
    pages = fixtures(part)
    found = [row for page in pages for row in rows(page)]
    lines = [f"{part}: {len(pages)} pages", f"{'field':<12}{'exact':>12}{'share':>8}{'made up':>12}"]
    lines += [_figures(name, found) for name in ("is_article", "refusal", *FIELDS)]
    if part == "open":
        lines += [_miss(row) for row in found if row.outcome in ("missed", "made up")]
    return "\n".join(lines) + "\n"


def _figures(field: str, found: list[Row]) -> str:
    outcomes = [row.outcome for row in found if row.field == field]
    exact, empty = outcomes.count("exact"), outcomes.count("rightly empty")
    shown, made_up = exact + outcomes.count("missed"), outcomes.count("made up")
    share = f"{exact / shown:.2f}" if shown else "-"
    return f"{field:<12}{f'{exact}/{shown}':>12}{share:>8}{f'{made_up}/{made_up + empty}':>12}"


def _miss(row: Row) -> str:
    got, expected = (_first_difference(row.got, row.expected), _first_difference(row.expected, row.got))
    return f"\n{row.page} {row.field} ({row.outcome})\n  expected {expected}\n  got      {got}"


def _first_difference(these: Answer, those: Answer) -> str:
    only = [words for words in these if words not in those] or list(these)
    shown = " / ".join(only)
    cut = shown if len(shown) <= SHOWN_CHARACTERS else shown[:SHOWN_CHARACTERS] + "…"
    return f"{len(these)}: {cut}" if these else "nothing"


def _value(article: Article, name: str) -> str | None:
    field = getattr(article, name)
    return None if field is None else str(field.value)


def _comments(article: Article) -> Iterator[str]:
    for comment in article.comments:
        author = comment.author.of(article.text) if comment.author else ""
        posted = "".join(_time(comment.posted.value.isoformat() if comment.posted else None))
        yield " | ".join((author, posted, comment.words.of(article.text)))


def _one(words: str | None) -> Answer:
    return (folded(words),) if words else ()


def _time(stamp: str | None) -> Answer:
    return (instant(stamp),) if stamp else ()


def _many(words: Iterator[str] | Answer) -> Answer:
    return tuple(folded(each) for each in words)


def _names(words: Iterator[str] | Answer) -> Answer:
    return tuple(name.removeprefix("The ") for name in _many(words))


def main() -> int:
    """Print the report of the part named on the command line (`open` without one)."""
    part = sys.argv[1] if len(sys.argv) > 1 else "open"
    if part not in get_args(Part):
        sys.stderr.write("Name the part to score: open or held.\n")
        return 2
    sys.stdout.write(report("held" if part == "held" else "open"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
