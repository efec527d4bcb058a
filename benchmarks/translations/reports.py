"""The made reports: who reported what in which language, and who translated it from whom."""

import datetime
import html
import re
from pathlib import Path

import msgspec

from reportedly.records import Page

FOLDER = Path(__file__).parent
_NOW = datetime.datetime(2031, 12, 31, tzinfo=datetime.UTC)
_OF = re.compile(r"of (\w) (\w+)")


class MadeReport(msgspec.Struct, frozen=True, kw_only=True):
    """One report of a happening. `source` is the key of the report it translates, None for one of its own.

    `what` is `origin`, `whole`, `cut`, `reordered` (translations), `own` or `plain` (the happening by other
    hands: its sidelights, its facts) or `other` (another happening of the same day and people).
    """

    happening: str
    key: str
    language: str
    outlet: str
    published: str
    what: str
    source: str | None
    headline: str
    paragraphs: tuple[str, ...]

    @property
    def name(self) -> str:
        """Return a name that no other report has."""
        return f"{self.happening}/{self.key}"

    def page(self) -> Page:
        """Return the report as a page of its outlet."""
        told = "".join(f"<p>{html.escape(each)}</p>" for each in self.paragraphs)
        outlet, headline = html.escape(self.outlet, quote=True), html.escape(self.headline)
        body = (
            f'<!doctype html><html lang="{self.language}"><head><title>{headline}</title>'
            f'<meta property="og:site_name" content="{outlet}"><meta property="og:type" content="article">'
            f'<meta property="article:published_time" content="{self.published}"></head>'
            f"<body><article><h1>{headline}</h1>{told}</article></body></html>"
        )
        url = f"https://{self.language}.example/{self.name}"
        return Page(body=body.encode(), url=url, fetched_at=_NOW)


def made_reports(half: str) -> tuple[MadeReport, ...]:
    """Return the reports of a half: `tuned_on` or `kept_back`."""
    text = (FOLDER / f"{half}.txt").read_text(encoding="utf8")
    found: list[MadeReport] = []
    for happening in text.split("\n=== ")[1:]:
        name, _, told = happening.partition("\n")
        found.extend(_report(name.strip(), each) for each in told.split("--- ")[1:])
    return tuple(found)


def _report(happening: str, told: str) -> MadeReport:
    head, _, rest = told.partition("\n")
    who, published, *what = (part.strip() for part in head.split("|"))
    key, language, outlet = who.split(" ", 2)
    lines = [line for line in rest.split("\n") if line.strip() and not line.startswith("#")]
    source = _OF.match(what[0]) if what else None
    kind = source.group(2) if source else what[0] if what else "origin"
    return MadeReport(
        happening=happening,
        key=key,
        language=language,
        outlet=outlet,
        published=published,
        what=kind,
        source=source.group(1) if source else None,
        headline=lines[0],
        paragraphs=tuple(lines[1:]),
    )
