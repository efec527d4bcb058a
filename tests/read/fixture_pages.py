"""The labelled pages of `fixtures/`: made for this project, each with what a careful person reads in it."""

from pathlib import Path
from typing import Literal

import msgspec

Part = Literal["open", "held"]
RefusalKind = Literal[
    "front", "section", "gallery", "search", "consent", "paywall", "error", "login", "video", "pdf"
]

_FOLDER = Path(__file__).parent / "fixtures"
_PASTED = ".txt"


class ExpectedComment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reader's comment as it should be read; None where the page does not say."""

    author: str | None
    posted: str | None
    words: str


class Expected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a careful person reads in one page; the rules of doubt are in `fixtures/README.md`."""

    is_article: bool
    refusal: RefusalKind | None
    url: str | None
    language: str
    headline: str | None
    lead: str | None
    body: tuple[str, ...]
    authors: tuple[str, ...]
    dateline: str | None
    credits: tuple[str, ...]
    story_code: str | None
    outlet: str | None
    desk: str | None
    section: str | None
    published: str | None
    updated: str | None
    comments: tuple[ExpectedComment, ...]
    captions: tuple[str, ...]


class FixturePage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the set: its bytes, where it claims to come from, and what it says."""

    name: str
    url: str | None
    body: bytes
    is_pasted: bool
    expected: Expected


def fixtures(part: Part) -> tuple[FixturePage, ...]:
    """Return the pages of one part, by name; `held` is scored only and never looked at."""
    pages = (path for path in (_FOLDER / part).iterdir() if path.suffix in (".html", _PASTED))
    return tuple(_fixture(path) for path in sorted(pages))


def _fixture(path: Path) -> FixturePage:
    expected = msgspec.json.decode(path.with_suffix(".json").read_bytes(), type=Expected)
    return FixturePage(
        name=path.stem,
        url=expected.url,
        body=path.read_bytes(),
        is_pasted=path.suffix == _PASTED,
        expected=expected,
    )
