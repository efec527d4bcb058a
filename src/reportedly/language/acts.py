"""The words that show what is done by a statement, and what turns a report round or weakens it."""

import msgspec


class Acts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Act words, negations and hedges of one language, as `acts.toml` lists them; empty where it has none.

    Every entry is one word or several, in lower case. `*` stands for any letters, `#` for a number, `|`
    parts words of which any may stand there, and `…` stands for up to five words, none of `no_gap`.
    The longest entry that fits is taken. Those for acts begin in the cue and may go on behind it
    ("ask* … to" is a request, "ask*" a question).

    `says` lists what would otherwise be taken for another act. `threat_words` are cues ("warn*") that
    threaten where what is said holds one of `threats` or begins with one of `own_side` ("it will").

    `links` may stand between subject and cue beside auxiliaries and adverbs ("stopped short of").
    `negations` turn a cue round where they stand among these, `negated_subjects` as the first word of a
    speaker ("nobody"), `negations_behind` behind the cue or inside it ("said nothing"). `hedges` weaken
    a report where they stand among the words before its cue, or hold the cue itself ("would not rule
    out"); `content_hedges` weaken the main clause of what is said. `no_negations` and `no_hedges` look
    like such words and are none ("not only", "could not"). `subordinate` words open a clause inside what
    is said that is not its main one.
    """

    says: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    calls_for: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    threatens: tuple[str, ...] = ()
    praises: tuple[str, ...] = ()
    condemns: tuple[str, ...] = ()
    believes: tuple[str, ...] = ()
    threat_words: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    own_side: tuple[str, ...] = ()
    no_gap: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    negated_subjects: tuple[str, ...] = ()
    negations_behind: tuple[str, ...] = ()
    no_negations: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    content_hedges: tuple[str, ...] = ()
    no_hedges: tuple[str, ...] = ()
    subordinate: tuple[str, ...] = ()
