"""An outlet as the text of its file."""

import datetime
import json

from reportedly.read.shapes import Chooser, Outlet, Shape

_DELETE = "\x7f"


def write_outlet(outlet: Outlet) -> str:
    """Return the TOML that reads as this outlet."""
    lines = [f"outlet = {_quoted(outlet.name)}"]
    lines.append(f"hosts = [{', '.join(_quoted(host) for host in outlet.hosts)}]")
    lines += [f"{key} = {_quoted(v)}" for key in ("language", "country") if (v := getattr(outlet, key))]
    for shape in outlet.shapes:
        lines += ["", "[[shape]]", *_shape_lines(shape)]
    return "\n".join(lines) + "\n"


def chooser_text(chooser: Chooser) -> str:
    """Return a chooser as it stands in a file."""
    if chooser.is_absent:
        return "false"
    given = {key: getattr(chooser, key) for key in chooser.__struct_fields__ if key != "is_absent"}
    return "{ " + ", ".join(f"{key} = {_quoted(value)}" for key, value in given.items() if value) + " }"


def _shape_lines(shape: Shape) -> list[str]:
    lines = [] if shape.since == datetime.date.min else [f"from = {shape.since.isoformat()}"]
    lines += [f"timezone = {_quoted(shape.timezone)}"] if shape.timezone else []
    return lines + [f"{field} = {chooser_text(chooser)}" for field, chooser in shape.choosers.items()]


def _quoted(words: str) -> str:
    """Return a TOML string: as it is written where it has backslashes or marks, else with escapes."""
    if ("\\" in words or '"' in words) and "'" not in words and words.isprintable():
        return f"'{words}'"
    return json.dumps(words, ensure_ascii=False).replace(_DELETE, "\\u007f")
