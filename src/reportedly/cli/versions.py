"""The versions of an article on a terminal."""

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.showing import print_json
from reportedly.desk import Compared, Desk, History, Version

_STYLES = {"same": "", "cut": "strike red", "added": "underline green"}
_SIGNS = {"same": ("", ""), "cut": ("[-", "-]"), "added": ("{+", "+}")}


class VersionsSeen(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of an article's versions, as JSON."""

    history: History
    compared: Compared | None


def show_versions(desk: Desk, article_id: str, *, as_json: bool) -> None:
    """Print all versions of an article's address, and what changed in the one named; raises NotInRecord."""
    history = desk.history.of(article_id)
    shown = next(each for each in history.versions if each.page.id.startswith(article_id.lower()))
    compared = desk.history.compared(shown.page.id) if shown.change else None
    if as_json:
        print_json(VersionsSeen(history=history, compared=compared))
        return
    console = Console()
    console.print(_table(history))
    if history.removed is not None:
        console.print(
            f"Removed on {history.removed.at:%Y-%m-%d %H:%M} ({history.removed.status}).", markup=False
        )
    if compared is not None:
        _print_change(console, compared)


def _table(history: History) -> Table:
    table = Table(
        "id", "fetched", "headline", "changed", "words", "", title=f"Versions of {history.url or 'a text'}"
    )
    for version in reversed(history.versions):
        change = version.change
        words = f"-{change.words_cut} +{change.words_added}" if change and change.pieces else ""
        silent = "silent" if change and change.is_silent else ""
        fetched = f"{version.page.fetched_at:%Y-%m-%d %H:%M}"
        table.add_row(
            version.page.id[:8], fetched, Text(version.headline or "–"), _kinds(version), words, silent
        )
    return table


def _kinds(version: Version) -> str:
    if version.page.refusal is not None:
        return version.page.refusal.reason
    if version.change is None:
        return "first"
    return ", ".join(version.change.kinds) or "nothing"


def _print_change(console: Console, compared: Compared) -> None:
    """Print the paragraphs that changed: {+added+}, [-cut-], readable without colour."""
    if compared.change.headline:
        before, after = compared.change.headline
        console.print(f"Headline: [-{before}-] {{+{after}+}}", markup=False, highlight=False)
    for paragraph in compared.paragraphs:
        if all(each.kind == "same" for each in paragraph):
            continue
        line = Text()
        for each in paragraph:
            opens, closes = _SIGNS[each.kind]
            line.append(opens + each.words.replace("\n", " ¶ ") + closes, style=_STYLES[each.kind])
        console.print(line)
