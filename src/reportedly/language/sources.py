"""The words by which a language names its sources: ministries, courts, papers, those who stay unnamed."""

import msgspec


class Sources(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words for sources of one language, as `sources.toml` lists them; all empty where it has none.

    All are in lower case; an entry may be of several words, and `*` at an end stands for any letters
    ("*ministerium"). People are known by the offices and honorifics of `titles.toml`.
    """

    head_last: bool = False
    """Whether the word that says what a source is stands last ("the Gazette reporter"), not first."""
    spokespeople: tuple[str, ...] = ()
    government: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()
    """Those who speak for the state where an institution stands beside them, and are unnamed without."""
    courts: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Words for one person that are no office of `titles.toml`: "counterpart"."""
    anonymous: tuple[str, ...] = ()
    """Words that say that a source's name is withheld: "who asked not to be named"."""
    unnamed: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Countries, and capitals that stand for their governments."""
    articles: tuple[str, ...] = ()
    """Words that may stand before any of these and say nothing of the kind: "the", "a", "two"."""
    indefinite: tuple[str, ...] = ()
    """Those of them that open a source without a name: "a", "several"."""
    inner: tuple[str, ...] = ()
    """Prepositions and relatives that end the words that say what a source is: "of", "who"."""
    acts_for: tuple[str, ...] = ()
    """Words between a spokesperson and the body spoken for: "for", "on behalf of"."""
    ranks: tuple[str, ...] = ()
    """Words before a spokesperson's title that belong to no body: "chief", "senior"."""
    citing: tuple[str, ...] = ()
    """Words before a source that the reporter leans on: "citing"."""
    quoting: tuple[str, ...] = ()
    """Verbs that take a speaker and `as_saying` ("quoted the mayor as saying")."""
    as_saying: tuple[str, ...] = ()
    quoted_by: tuple[str, ...] = ()
    """Words before the outlet that quotes, in the passive: "by"."""
    not_yet: tuple[str, ...] = ()
    """Auxiliaries of what has not been said ("would say"): no report stands behind them."""
    labels: tuple[str, ...] = ()
    """Words before the colon of a headline that are no source: "live", "opinion"."""
