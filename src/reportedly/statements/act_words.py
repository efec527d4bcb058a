"""A language's words for acts, negations and hedges, made ready for looking up."""

import functools
from typing import Final, get_args

from reportedly.language import Language
from reportedly.records import StatementAct
from reportedly.statements.listed import Listing

FOUND: Final = "found"
"""The label of entries that need no name of their own."""


class ActWords:
    """The lists of `Acts` as listings."""

    def __init__(self, language: Language) -> None:
        listed, is_spaced = language.acts, language.cues.is_spaced
        listing = functools.partial(Listing, no_gap=listed.no_gap, is_spaced=is_spaced)
        self.is_spaced = is_spaced
        self.acts = listing({act: getattr(listed, act.replace("-", "_")) for act in get_args(StatementAct)})
        self.threat_words = listing({FOUND: listed.threat_words})
        self.threats = listing({FOUND: listed.threats})
        self.own_side = listing({FOUND: listed.own_side})
        self.links = frozenset(listed.links)
        self.denials = listing({FOUND: listed.denies, "": listed.says})
        self.negations = listing({FOUND: listed.negations, "": listed.no_negations})
        self.negated_subjects = listing({FOUND: listed.negated_subjects, "": listed.no_negations})
        self.negations_behind = listing({FOUND: listed.negations_behind, "": listed.no_negations})
        self.hedges = listing({FOUND: listed.hedges})
        self.content_hedges = listing({FOUND: listed.content_hedges, "": listed.no_hedges})
        self.subordinate = listing({FOUND: listed.subordinate})


@functools.cache
def act_words(language: Language) -> ActWords:
    """Return the act words of a language; made once for each."""
    return ActWords(language)
