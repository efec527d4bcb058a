"""The words with which a language reports what somebody said."""

from typing import Literal

import msgspec

Complement = Literal["clause", "infinitive", "noun", "quotation", "that"]


class CueVerbs(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Verbs of one kind, in lower case, as forms and not as lemmas.

    `takes` says what can follow: a quotation, a clause (with or without the word for "that"), a clause
    with it alone, an infinitive or a noun phrase. `finite` forms have a subject of their own; `base`
    forms have one only where it is plural or the verb has an auxiliary; `participles` borrow the
    subject of their sentence. `has_addressee` verbs name the hearer first. `confidence` (0 to 1) is how
    often a find by such a verb is right. `needs` are the particles of which one must end its clause
    (German "gab ... bekannt").
    """

    takes: tuple[Complement, ...]
    confidence: float
    finite: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    has_addressee: bool = False
    needs: tuple[str, ...] = ()


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cue words of one language, as `cues.toml` lists them; all empty where the language has none.

    `also_nouns` are cue forms that are common nouns too, `plurals` nouns for several without a plural
    ending, `objects` pronouns that name a hearer, `orphans` verbs that may stand alone at the end of a
    sentence when a copy lost the name of its agency (", reported."), `topic_openers` words that open
    a phrase which names what was talked about ("regarding the dam"), `works` nouns for what has a
    title ("novel", "song").

    All words are in lower case with plain apostrophes. `according` are the words before the speaker
    ("according to"), `according_after` those behind him (German "zufolge"), `according_late` those
    that need a comma before them (", so the mayor"), `according_openers` those that need a noun with one of
    the endings `according_nouns` behind them ("nach ersten Angaben") and whose own source a word of
    `genitives` may add, `as_words` open a clause that says who
    reported the rest of the sentence ("as the mayor put it"). `reported_mood` are verb forms that
    show that a sentence goes on reporting (German "sei"). `subject_follows` says that the speaker
    may stand behind the verb of a statement that follows, `clause_needs_mark` that a reported
    clause begins only after a comma, a colon or a word of `that`, `is_spaced` that words are
    divided by spaces, `cases_names` that names and only names begin with a capital letter,
    `capitals_mark_nouns` that every noun does, `ordinal_point` that a point behind a small number makes
    it an ordinal.

    `oblique` words open a noun phrase that cannot be a subject (German "dem"), `asked` ones a clause about
    what a speaker was asked, who is none ("Preguntado por la huelga, dijo"), `expletives` are subjects
    that name nobody ("es"), `adjoined` words open a clause that a comma adds and nobody said ("weil"),
    `agentless` are the auxiliaries of a passive that stands apart from its participle ("wurde"),
    `headline_passives` participles that headlines write without one ("Cracks found in the dam").
    """

    verbs: tuple[CueVerbs, ...] = ()
    according: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    according_late: tuple[str, ...] = ()
    according_openers: tuple[str, ...] = ()
    according_nouns: tuple[str, ...] = ()
    as_words: tuple[str, ...] = ()
    that: tuple[str, ...] = ()
    question_words: tuple[str, ...] = ()
    pronouns: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    subordinators: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    headline_passives: tuple[str, ...] = ()
    infinitive_marks: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    also_nouns: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    topic_marks: tuple[str, ...] = ()
    topic_openers: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    reported_mood: tuple[str, ...] = ()
    oblique: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    genitives: tuple[str, ...] = ()
    expletives: tuple[str, ...] = ()
    adjoined: tuple[str, ...] = ()
    agentless: tuple[str, ...] = ()
    subject_follows: bool = False
    clause_needs_mark: bool = False
    is_spaced: bool = True
    cases_names: bool = False
    capitals_mark_nouns: bool = False
    ordinal_point: bool = False
