"""International organisations by their names in several languages, put over those of the dictionaries."""

from training.actors.sources import table

from reportedly.actors.base import Dictionary, Entry, Term, packed
from reportedly.text import fold

ORGANISATIONS = "organisations"


def with_organisations(dictionary: Dictionary) -> Dictionary:
    """Return a dictionary with the organisations written here; a name of theirs means no other entry."""
    entries = list(dictionary.entries)
    names = dict(dictionary.names)
    for row in table("organisations.toml")[ORGANISATIONS]:
        name, code, *others = row.split("|")
        entry = Entry(name, "organisation", (Term(code, None, None, None),), ORGANISATIONS)
        for other in (name, *others):
            names[fold(other)] = (len(entries),)
        entries.append(packed(entry))
    return Dictionary(tuple(entries), dict(sorted(names.items())))
