"""Organisations and parties written for this project, put over the entries of the dictionaries."""

from training.actors.names import countries
from training.actors.sources import table

from reportedly.actors.base import Dictionary, Entry, Term, dictionary_of
from reportedly.text import fold

ORGANISATIONS = "organisations"
PARTIES = "parties"
_PARTY = "PTY"  # what the codes of parties end in, as in the CAMEO scheme of the Phoenix dictionaries


def with_organisations(entries: list[Entry], names: dict[str, tuple[int, ...]]) -> Dictionary:
    """Return a dictionary of entries and of the organisations and parties written here.

    The names of organisations mean no other entry; a party's name may be that of others too.
    """
    for row in table("organisations.toml")[ORGANISATIONS]:
        name, code, *others = row.split("|")
        entry = Entry(name, "organisation", (Term(code, None, None, None),), ORGANISATIONS)
        for other in (name, *others):
            names[fold(other)] = (len(entries),)
        entries.append(entry)
    _add_parties(entries, names)
    return dictionary_of(entries, names)


def _add_parties(entries: list[Entry], names: dict[str, tuple[int, ...]]) -> None:
    alpha3 = {country.code: country.alpha3 for country in countries()}
    begun = len(entries)
    for row in table("parties.toml")[PARTIES]:
        name, alpha2, *others = row.split("|")
        term = Term(f"{alpha3[alpha2]}{_PARTY}", alpha2, None, None)
        for other in (name, *others):
            known = names.get(fold(other), ())
            if all(place >= begun for place in known):
                names[fold(other)] = (*known, len(entries))
        entries.append(Entry(name, "organisation", (term,), PARTIES))
