"""International organisations by their names in several languages, put over those of the dictionaries."""

from training.actors.sources import table

from reportedly.actors.base import Dictionary, Entry, Term, dictionary_of
from reportedly.text import fold

ORGANISATIONS = "organisations"


def with_organisations(entries: list[Entry], names: dict[str, tuple[int, ...]]) -> Dictionary:
    """Return a dictionary of entries and the organisations written here, whose names mean no other entry."""
    for row in table("organisations.toml")[ORGANISATIONS]:
        name, code, *others = row.split("|")
        entry = Entry(name, "organisation", (Term(code, None, None, None),), ORGANISATIONS)
        for other in (name, *others):
            names[fold(other)] = (len(entries),)
        entries.append(entry)
    return dictionary_of(entries, names)
