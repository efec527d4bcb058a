"""Actors on the command line: who there is, who one of them is, and what a person rules about them."""

import sys
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import track

from reportedly.cli.choosing import kind_of
from reportedly.cli.exits import told
from reportedly.cli.grouping import WithDefault
from reportedly.cli.opening import any_desk, existing_desk
from reportedly.cli.options import AsJson, Database, Limit
from reportedly.cli.showing import print_json, statement_table
from reportedly.cli.showing_actors import actor_table, print_actor, ruling_sentence, ruling_table
from reportedly.desk import Desk
from reportedly.records import Ruling
from reportedly.store import ActorSaying, KeptActor, StatementPage

actors_app = typer.Typer(cls=WithDefault, help="Who is known: list, search, import.", rich_markup_mode=None)
actor_app = typer.Typer(cls=WithDefault, help="Show one actor, or rule on it.", rich_markup_mode=None)

Note = Annotated[str | None, typer.Option(help="Why, for whoever reads it later.")]
ActorId = Annotated[str, typer.Argument(metavar="ACTOR", help="An actor's id; its first digits do.")]
Called = Annotated[
    str | None, typer.Option(help="The name in the article, where TARGET is an article and no statement.")
]
Target = Annotated[
    str, typer.Argument(metavar="TARGET", help="A statement's id, or an article's with --called.")
]


class ActorShown(msgspec.Struct, frozen=True, kw_only=True):
    """An actor as `--json` prints it: who it is, what is told of its statements, and the newest of them."""

    kept: KeptActor
    saying: ActorSaying
    statements: StatementPage


@actors_app.command("find")
def find(
    words: Annotated[list[str] | None, typer.Argument(help="Beginnings of words of a name.")] = None,
    db: Database = None,
    kind: Annotated[str | None, typer.Option(help="person, organisation, country, ...")] = None,
    limit: Limit = 50,
    *,
    as_json: AsJson = False,
) -> None:
    """List who is known, or those whose names have such words; who said most first."""
    with told(as_json=as_json), existing_desk(db) as desk:
        asked = None if kind is None else kind_of(kind)
        found = desk.actors.find(" ".join(words or ()), kind=asked, limit=limit)
    if as_json:
        print_json(found)
    else:
        Console().print(actor_table(found))


@actors_app.command("import")
def bring_in(
    file: Annotated[Path, typer.Argument(help="CSV with a header, or FollowTheMoney JSON lines.")],
    db: Database = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Bring in your own actors from a file: all of them or, where a line is wrong, none."""
    with told(as_json=as_json), any_desk(db) as desk:
        imported = desk.actors.bring_in(file)
    if as_json:
        print_json(imported)
        return
    sys.stdout.write(
        f"{imported.new} new, {imported.joined} joined to actors known before, "
        f"{imported.unchanged} unchanged. `reportedly actors resolve` looks for them in what was read.\n"
    )


@actors_app.command("resolve")
def resolve(db: Database = None, *, as_json: AsJson = False) -> None:
    """Find out anew who everybody in every article is; what persons ruled stays."""
    with told(as_json=as_json), existing_desk(db) as desk:
        total = len(desk.article_ids())
        done = track(desk.actors.resolve_again(), "Resolving", total, disable=as_json or total < 20)
        changed = [article_id for article_id, is_changed in done if is_changed]
    if as_json:
        print_json({"articles": total, "changed": changed})
    else:
        sys.stdout.write(f"{total} articles, somebody is another one now in {len(changed)}.\n")


@actor_app.command("show")
def show(actor: ActorId, db: Database = None, limit: Limit = 20, *, as_json: AsJson = False) -> None:
    """Show an actor: names, offices, what they said, to whom, in which words."""
    with told(as_json=as_json), existing_desk(db) as desk:
        kept, saying = desk.actors.show(actor), desk.actors.saying(actor)
        said = desk.actors.statements(actor, limit=limit)
    if as_json:
        print_json(ActorShown(kept=kept, saying=saying, statements=said))
        return
    console = Console()
    print_actor(console, kept, saying)
    console.print(statement_table(said.lines, said.total))


@actor_app.command("this-is")
def this_is(
    target: Target,
    actor: Annotated[str | None, typer.Argument(metavar="[ACTOR]", help="Whom it is.")] = None,
    db: Database = None,
    called: Called = None,
    new: Annotated[str | None, typer.Option(help="The name of an actor nobody has yet.")] = None,
    kind: Annotated[str, typer.Option(help="What a new one is: person, organisation, ...")] = "person",
    note: Note = None,
    *,
    only_here: Annotated[
        bool, typer.Option("--only-here", help="Rule on this mention, not on the name in the article.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Rule that a speaker, or whoever an article calls so, is an actor."""
    with told(as_json=as_json), existing_desk(db) as desk:
        made = desk.actors.this_is(
            target,
            actor,
            called=called,
            new=new,
            kind=kind_of(kind),
            only_here=only_here,
            note=note,
        )
        _tell(desk, made, as_json=as_json)


@actor_app.command("is-not")
def is_not(
    target: Target,
    actor: ActorId,
    db: Database = None,
    called: Called = None,
    note: Note = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Rule that a speaker, or whoever an article calls so, is not an actor."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.is_not(target, actor, called=called, note=note), as_json=as_json)


@actor_app.command("same")
def same(
    actor: ActorId, other: ActorId, db: Database = None, note: Note = None, *, as_json: AsJson = False
) -> None:
    """Rule that two actors are one; the better known one stays."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.same(actor, other, note=note), as_json=as_json)


@actor_app.command("not-same")
def not_same(
    actor: ActorId, other: ActorId, db: Database = None, note: Note = None, *, as_json: AsJson = False
) -> None:
    """Rule that two actors are two, whatever their names."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.not_same(actor, other, note=note), as_json=as_json)


@actor_app.command("merge")
def merge(
    actor: ActorId, into: ActorId, db: Database = None, note: Note = None, *, as_json: AsJson = False
) -> None:
    """Rule that an actor is another one, who takes its statements and names."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.merge(actor, into, note=note), as_json=as_json)


@actor_app.command("rename")
def rename(
    actor: ActorId,
    name: Annotated[list[str], typer.Argument(help="The name.")],
    db: Database = None,
    note: Note = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Rule what an actor is called."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.rename(actor, " ".join(name), note=note), as_json=as_json)


@actor_app.command("split")
def split(
    actor: ActorId,
    articles: Annotated[list[str], typer.Argument(metavar="ARTICLE …", help="Where it is another one.")],
    db: Database = None,
    name: Annotated[str | None, typer.Option(help="What the other one is called.")] = None,
    note: Note = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Rule that in some articles an actor is somebody else, who becomes a new actor."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.split(actor, articles, name=name, note=note), as_json=as_json)


@actor_app.command("undo")
def undo(
    ruling: Annotated[str, typer.Argument(metavar="RULING", help="The ruling's id.")],
    db: Database = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Take a ruling back."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _tell(desk, desk.actors.undo(ruling), as_json=as_json)


@actor_app.command("rulings")
def rulings(
    actor: Annotated[str | None, typer.Argument(metavar="[ACTOR]", help="About whom.")] = None,
    db: Database = None,
    *,
    as_json: AsJson = False,
) -> None:
    """List what was ruled, the last first; undone ones too."""
    with told(as_json=as_json), existing_desk(db) as desk:
        found = desk.actors.rulings(actor)
        if as_json:
            print_json(found)
        else:
            Console().print(ruling_table(desk, found))


def _tell(desk: Desk, ruling: Ruling, *, as_json: bool) -> None:
    if as_json:
        print_json(ruling)
    else:
        sys.stdout.write(ruling_sentence(desk, ruling) + "\n")
