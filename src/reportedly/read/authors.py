"""Whose byline a report carries."""

from collections.abc import Iterable

from reportedly.read.authors_declared import Declared, declared_authors, is_outlet
from reportedly.read.authors_lines import Printed
from reportedly.read.authors_names import iter_unique
from reportedly.read.authors_printed import printed_authors
from reportedly.read.folding import fold
from reportedly.read.sight import Sight, marked_up, shown
from reportedly.records import Field


def find_authors(sight: Sight) -> tuple[Field[str], ...]:
    """Return the authors a page names, in order, each once.

    The first kind of markup that names somebody else than the outlet decides; where none does, the
    byline the page prints; where it prints none, the outlet itself if the markup calls it the author.
    """
    outlet: Declared | None = None
    for declared in declared_authors(sight):
        if declared.names and not is_outlet(sight, declared.names[0]):
            return _fields(declared)
        outlet = outlet or (declared if declared.names else None)
    printed = printed_authors(sight)
    if printed:
        return _shown(printed)
    return _fields(outlet) if outlet else ()


def _fields(declared: Declared) -> tuple[Field[str], ...]:
    names = iter_unique(iter(declared.names))
    return tuple(marked_up(name, declared.markup, declared.confidence) for name in names)


def _shown(printed: Iterable[Printed]) -> tuple[Field[str], ...]:
    first = {fold(author.name): author for author in reversed(list(printed))}
    return tuple(shown(a.name, a.span, a.confidence) for a in sorted(first.values(), key=lambda a: a.span))
