"""How actors and rulings look on a terminal."""

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.desk import Desk
from reportedly.records import NotInRecord, OfficeHeld, Ruling
from reportedly.store import ActorPage, ActorSaying, KeptActor

_VERBS = {
    "this-is": "{words} is {actor}",
    "is-not": "{words} is not {actor}",
    "same": "{actor} and {other} are one",
    "not-same": "{actor} and {other} are two",
    "merge": "{actor} is {other}",
    "rename": "{actor} is called {name}",
    "split": "{actor} is {other} in {count} of the articles",
}


def actor_table(found: ActorPage) -> Table:
    """Return actors as a table."""
    table = Table("id", "name", "kind", "country", "known as", "statements", title=f"Actors ({found.total})")
    for line in found.lines:
        name, titles = Text(line.name), Text(", ".join(line.titles[:2]))
        table.add_row(line.id[:8], name, line.kind, line.country or "–", titles, str(line.said_count))
    return table


def print_actor(console: Console, kept: KeptActor, saying: ActorSaying) -> None:
    """Print who an actor is and what is told of its statements."""
    actor = kept.actor
    table = Table("", "", box=None, show_header=False)
    rows = [
        ("name", actor.name),
        ("kind", actor.kind + (f", {actor.country}" if actor.country else "")),
        (
            "names",
            "; ".join(f"{each.name} ({each.source})" for each in actor.names if each.name != actor.name),
        ),
        ("offices", "\n".join(office_line(office) for office in actor.offices)),
        ("articles", f"{kept.article_count}, {kept.first_on or '–'} to {kept.last_on or '–'}"),
        ("spoke to", ", ".join(f"{each.words} ({each.count})" for each in saying.told)),
        ("words", ", ".join(each.word for each in saying.words)),
        ("joined", ", ".join(f"{each.name} {each.id[:8]}" for each in kept.joined)),
        ("id", actor.id),
    ]
    for name, value in rows:
        if value:
            table.add_row(Text(name, style="bold"), Text(value))
    console.print(table)


def office_line(office: OfficeHeld) -> str:
    """Return an office with its country, its days and its source."""
    days = ""
    if office.since or office.until:
        days = f", {office.since or '?'} to {office.until or '…'}"
    country = f", {office.country}" if office.country else ""
    return f"{office.title}{country}{days} ({office.source})"


def ruling_table(desk: Desk, found: Iterable[Ruling]) -> Table:
    """Return rulings as a table, the last first."""
    table = Table("id", "made", "ruling", "note", title="Rulings")
    for ruling in found:
        said = Text(ruling_words(desk, ruling))
        if ruling.undone_at:
            said.append(f" (undone {ruling.undone_at:%Y-%m-%d %H:%M})", style="dim")
        table.add_row(ruling.id, f"{ruling.made_at:%Y-%m-%d %H:%M}", said, Text(ruling.note or ""))
    return table


def ruling_sentence(desk: Desk, ruling: Ruling) -> str:
    """Return a ruling that was made or taken back in a sentence, with how to undo it."""
    words = ruling_words(desk, ruling)
    if ruling.undone_at:
        return f"Undone: {words}."
    return f"Ruled: {words}. To take it back: reportedly actor undo {ruling.id}"


def ruling_words(desk: Desk, ruling: Ruling) -> str:
    """Return what a ruling says, in words."""
    return _VERBS[ruling.kind].format(
        words=f"“{ruling.words}”",
        actor=_named(desk, ruling.actor_id),
        other=_named(desk, ruling.other_id),
        name=ruling.name,
        count=len(ruling.articles),
    )


def _named(desk: Desk, actor_id: str | None) -> str:
    try:
        return "nobody" if actor_id is None else f"{desk.actors.name_of(actor_id)} ({actor_id[:8]})"
    except NotInRecord:
        return actor_id or "nobody"
