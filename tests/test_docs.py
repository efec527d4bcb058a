"""The documents say what the program does: every command, option, status and reason; every link leads on."""

import ast
import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from reportedly.cli.app import app
from reportedly.cli.exits import Exit

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
COMMAND_LINE = (DOCS / "command-line.md").read_text(encoding="utf-8")
PAGES = sorted(DOCS.rglob("*.md"))
LINKED_PAGES = [*(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")), *PAGES]
CHECKED_BY_RUNNING = [ROOT / "README.md", DOCS / "python-api.md"]

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ +(.+)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("http://", "https://", "mailto:")


def options() -> Iterator[tuple[str, str]]:
    """Yield each command with each of its options, the program's own under an empty name."""
    program = typer.main.get_group(app)
    named = {"": program, **program.commands}
    for name, command in named.items():
        yield name, "--help"
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                if option.startswith("-"):
                    yield name, option


def section(command: str) -> str:
    """Return what docs/command-line.md says of a command, or before the first one."""
    parts = re.split(r"^## ", COMMAND_LINE, flags=re.MULTILINE)
    if not command:
        return parts[0]
    return next((part for part in parts if re.match(rf"`reportedly {command}[ `]", part)), "")


def reasons() -> set[str]:
    """Return every reason that the source gives with `reason="..."`."""
    found = set()
    for file in (ROOT / "src" / "reportedly").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.keyword(arg="reason", value=ast.Constant(value=str(reason))):
                    found.add(reason)
    return found


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the heading that each link of a page leads to, those to other sites left out."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    for target in LINK.findall(text):
        if not target.startswith(ELSEWHERE):
            path, _, heading = target.partition("#")
            yield ((page.parent / path).resolve() if path else page), heading


def anchors(page: Path) -> set[str]:
    """Return the names under which the headings of a page can be linked to."""
    headings = HEADING.findall(CODE.sub("", page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def name_of(page: Path) -> str:
    """Return a page's path in the repository, for the tests' names."""
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(("command", "option"), sorted(set(options())))
def test_every_option_stands_in_the_section_of_its_command(command: str, option: str) -> None:
    assert re.search(rf"`{re.escape(option)}[ `]", section(command))


@pytest.mark.parametrize("status", list(Exit))
def test_every_exit_status_has_a_line(status: Exit) -> None:
    name = status.name.lower().replace("_", " ")
    assert f"\n| {status.value} | {name} |" in COMMAND_LINE


def test_the_environment_stands_in_the_command_line_page() -> None:
    config = (ROOT / "src" / "reportedly" / "config.py").read_text(encoding="utf-8")
    assert [name for name in set(re.findall(r"REPORTEDLY_\w+", config)) if name not in COMMAND_LINE] == []


@pytest.mark.parametrize("reason", sorted(reasons()))
def test_every_reason_stands_in_a_page(reason: str) -> None:
    assert [name_of(page) for page in PAGES if f"`{reason}`" in page.read_text(encoding="utf-8")]


def test_every_file_is_linked_from_the_index() -> None:
    index = DOCS / "README.md"
    linked = {file for file, _ in links(index)}
    assert [name_of(f) for f in sorted(DOCS.rglob("*")) if f.is_file() and f not in {index, *linked}] == []


@pytest.mark.parametrize("page", LINKED_PAGES, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    lost = [
        f"{file.name}#{heading}"
        for file, heading in links(page)
        if not file.exists() or (heading and heading not in anchors(file))
    ]
    assert lost == []


def test_every_room_has_a_page() -> None:
    rooms = ("read", "statements", "actors", "store", "sources", "web", "records", "language")
    assert [room for room in rooms if not (DOCS / f"{room}.md").is_file()] == []


@pytest.mark.parametrize("page", CHECKED_BY_RUNNING, ids=name_of)
def test_the_examples_come_out_as_printed(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.attempted > 0
    assert result.failed == 0
