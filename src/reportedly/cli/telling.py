"""Stories on the command line: the list, one story, and what a person rules of them."""

import sys
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from reportedly.cli.exits import told
from reportedly.cli.opening import existing_desk
from reportedly.cli.options import AsJson, Database, Limit
from reportedly.cli.showing import print_json
from reportedly.desk import Desk, Story, StoryList
from reportedly.language import language_name
from reportedly.records import BadRequest, NotInRecord, StoryWords

_MOST_SHOWN = 12  # utterances printed; --json has all


def stories(
    db: Database = None,
    limit: Limit = 50,
    *,
    find: Annotated[
        bool, typer.Option("--find", help="First tell the story of every article that has none told.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the stories that two articles or more report, the one with the newest report first."""
    with told(as_json=as_json), existing_desk(db) as desk:
        if find:
            new = sum(is_new for _, is_new in desk.stories.tell_all())
            sys.stderr.write(f"reportedly: told the story of {new} article{'s' if new != 1 else ''}\n")
        found = desk.stories.listed(limit=limit)
        if as_json:
            print_json(found)
        else:
            Console().print(_list_table(found))


def story(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A story's id, or one of its articles'.")],
    db: Database = None,
    merge: Annotated[
        str | None, typer.Option(metavar="STORY", help="Rule that this story and another are one.")
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option(metavar="ARTICLE", help="Rule that these articles are a story of their own."),
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="RULING", help="Take back what was ruled of this story.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="Why; kept with the ruling.")] = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Show one story: its title, who reported it, what was said; or merge it, split it, or undo that."""
    with told(as_json=as_json), existing_desk(db) as desk:
        _refuse_two(merge, split, undo)
        story_id = _story_id(desk, identifier)
        said = _rule(desk, story_id, merge=merge, split=split or [], undo=undo, note=note)
        shown = desk.stories.story(story_id)
        if as_json:
            print_json(shown)
            return
        sys.stdout.write(said)
        _print_story(Console(), shown)


def _rule(
    desk: Desk, story_id: str, *, merge: str | None, split: list[str], undo: str | None, note: str | None
) -> str:
    """Rule as was asked for, and return what was done in a sentence."""
    if merge:
        ruling = desk.stories.merge(story_id, _story_id(desk, merge), note=note)
    elif split:
        ruling = desk.stories.split(story_id, split, note=note)
    elif undo:
        ruling = desk.stories.undo(undo)
    else:
        return ""
    return f"{'Took back' if ruling.undone_at else 'Kept'} ruling {ruling.id[:8]} ({ruling.kind}).\n"


def _story_id(desk: Desk, identifier: str) -> str:
    """Return the story of an identifier, which may be one of its articles'."""
    try:
        return desk.stories.story(identifier).line.id
    except NotInRecord as trouble:
        try:
            story_id = desk.stories.of(identifier)
        except NotInRecord:
            raise trouble from None
        if story_id is None:
            raise trouble from None
        return story_id


def _refuse_two(merge: str | None, split: list[str] | None, undo: str | None) -> None:
    if sum(bool(each) for each in (merge, split, undo)) > 1:
        raise BadRequest("One ruling at a time.", next_step="Give --merge, --split or --undo alone.")


def _list_table(found: StoryList) -> Table:
    table = Table(
        "id", "last report", "title", "reports", "outlets", "origins", title=f"Stories ({found.total})"
    )
    for line in found.lines:
        table.add_row(
            line.id[:8],
            _short_day(line.last_published),
            Text(_words(line.title)),
            str(line.reports),
            str(line.outlets),
            str(line.origins),
        )
    return table


def _print_story(console: Console, shown: Story) -> None:
    line = shown.line
    console.print(Text(_words(line.title), style="bold"))
    counted = f"reports: {line.reports}, outlets: {line.outlets}, origins: {line.origins}"
    abroad = (
        f", languages: {', '.join(map(language_name, line.languages))}" if len(line.languages) > 1 else ""
    )
    console.print(Text(f"story {line.id}; {counted}{abroad}"))
    for each in shown.summary:
        console.print(Text(f"“{each.words}” ({each.article_id[:8]})"))
    console.print(_tree(shown))
    if shown.utterances:
        console.print(_said_table(shown))
    for ruling in shown.rulings:
        state = " (taken back)" if ruling.undone_at else ""
        console.print(Text(f"ruled: {ruling.kind} {ruling.id[:8]}, {ruling.made_at:%Y-%m-%d %H:%M}{state}"))


def _tree(shown: Story) -> Tree:
    """Return the reports as a tree, each below the one it took its words from."""
    root = Tree("Reports")
    branches = {-1: root}
    for each in shown.reports:
        article, depth = each.article, each.carrier.depth
        outlet = article.outlet or "outlet not stated"
        label = f"{article.id[:8]}  {_short_time(article.published)}  {outlet}: {article.headline or '–'}"
        branches[depth] = branches.get(depth - 1, root).add(Text(label))
    return root


def _said_table(shown: Story) -> Table:
    table = Table("who", "said", "articles", title=f"Statements ({len(shown.utterances)})")
    most = sorted(shown.utterances, key=lambda each: -len(each.article_ids))
    for utterance in most[:_MOST_SHOWN]:
        words, who = utterance.wordings[0].words, utterance.speaker or "(nobody named)"
        table.add_row(Text(who), Text(words), str(len(utterance.article_ids)))
    return table


def _words(title: StoryWords | None) -> str:
    return title.words if title else "(no headline)"


def _short_day(published: str | None) -> str:
    return (published or "–")[:10]


def _short_time(published: str | None) -> str:
    return (published or "–")[:16].replace("T", " ")
