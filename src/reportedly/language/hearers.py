"""The words by which a language says to whom something was said, and what it was about."""

import msgspec


class Hearers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around hearers and topics of one language, as `hearers.toml` lists them; else empty.

    All are in lower case; an entry may be of several words.
    """

    tells: tuple[str, ...] = ()
    """Verbs whose object is the hearer where a reported clause follows: "told"."""
    asks: tuple[str, ...] = ()
    """Verbs whose object is the hearer where an infinitive or a question follows: "urged"."""
    asks_marks: tuple[str, ...] = ()
    """What follows the hearer of such a verb: "to", "whether"."""
    openers: tuple[str, ...] = ()
    """Words that the hearer follows wherever they stand in the sentence: "letter to"."""
    behind_cue: tuple[str, ...] = ()
    """Prepositions before a hearer right at the cue: "to"."""
    prefixes: tuple[str, ...] = ()
    """Beginnings of a word right behind the cue that make it the hearer (Arabic "lil-")."""
    topics: tuple[str, ...] = ()
    """Words that the topic follows wherever they stand: "regarding"."""
    topics_at_head: tuple[str, ...] = ()
    """Words that the topic follows at the head of a sentence, or behind one of `speeches`: "on"."""
    topics_behind_cue: tuple[str, ...] = ()
    """Words that the topic follows right behind the cue: "of"."""
    speeches: tuple[str, ...] = ()
    """Nouns for what is said: "statement"."""
    joins: tuple[str, ...] = ()
    """Prepositions that may stand inside the name of a hearer: "of"."""
    neither: tuple[str, ...] = ()
    """Words that are no hearer and no topic though they stand where one would: "sidelines"."""
