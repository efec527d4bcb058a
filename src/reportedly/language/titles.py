"""The titles, offices and pronouns with which a language stands in for names."""

import msgspec


class Titles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Titles of one language, as `titles.toml` lists them; all empty where the language has none.

    Every word is a single word in lower case without a closing full stop ("mr", "minister"); a title
    of several words is known by its head ("minister") and what stands before it. The endings `_he`
    and `_she` say whom a word can only mean.
    """

    has_capitals: bool = True
    """Whether names are written with capital letters; without them only speakers are read."""
    capital_nouns: bool = False
    """Whether common nouns have capitals too, so that one capital word alone is no name."""
    honorifics: frozenset[str] = frozenset()
    """Forms of address that are no office: dropped from names, never stand alone for a person."""
    honorifics_he: frozenset[str] = frozenset()
    honorifics_she: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    """Heads of titles that can stand for the person who was named with them."""
    offices_he: frozenset[str] = frozenset()
    offices_she: frozenset[str] = frozenset()
    also_surnames: frozenset[str] = frozenset()
    """Offices that are common surnames: at the end of a run of capitals they are read as names."""
    office_endings: tuple[str, ...] = ()
    """Endings that make a word an office without listing it: "keeper", "ologist"."""
    trade_endings: tuple[str, ...] = ()
    """Where nouns have capitals: endings of words for what somebody does, behind an article before a name."""
    trade_articles: frozenset[str] = frozenset()
    """The articles of one person as the subject: "der", "die"."""
    short_titles: dict[str, str] = {}
    """Abbreviated titles and the office they stand for: gen -> general."""
    variations: frozenset[str] = frozenset()
    """Offices and other words for one person that reports put for the name of whom they are about."""
    ranks: frozenset[str] = frozenset()
    """Words that make another office of one ("vice", "prime"): both sides must have them or neither."""
    former: frozenset[str] = frozenset()
    """Words that say the office is no longer held, or that its holder is dead."""
    organisations: frozenset[str] = frozenset()
    """Words in a capitalised name that make it an organisation's; may stand alone for it."""
    organisation_endings: tuple[str, ...] = ()
    """Endings of compounds that are such words: "Hafenverwaltung"."""
    small_bodies: bool = False
    """Whether such a word has no capital in a name: "le ministère de l'Intérieur"."""
    plural_bodies: frozenset[str] = frozenset()
    """Words for many people without the ending of a plural ("police"), "they" afterwards."""
    bodies_by_themselves: frozenset[str] = frozenset()
    """Words that name a body alone: "the House" is not the White House."""
    plural_possessives: frozenset[str] = frozenset()
    """Possessives inside the name of a body: "the People's Union", besides those in s'."""
    generic_bodies: frozenset[str] = frozenset()
    """Words that go on from any organisation of their kind: "the company" after "Brenholt Works"."""
    documents: frozenset[str] = frozenset()
    """Words for what is written and can be cited: no person, "it" afterwards."""
    kinds_of_bodies: dict[str, tuple[str, ...]] = {}
    """The words for organisations of one kind: any of them may stand for one whose name has another."""
    plural_endings: tuple[str, ...] = ()
    people_endings: tuple[str, ...] = ()
    """Endings of words for one of a people: "the Texan"."""
    age_endings: tuple[str, ...] = ()
    """Endings of words that stand for a person by the age: "52-year-old"."""
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    """Pronouns of one person that say nothing of gender."""
    they: frozenset[str] = frozenset()
    it: frozenset[str] = frozenset()
    talking: frozenset[str] = frozenset()
    """Words for who writes and who reads: "I", "we", "you"; no pronoun goes back to them."""
    relative: frozenset[str] = frozenset()
    relative_things: frozenset[str] = frozenset()
    """Those of them that mean no person: "which"."""
    place_prepositions: frozenset[str] = frozenset()
    """Words before a place: a name that mostly stands behind one is no person's."""
    articles: frozenset[str] = frozenset()
    """Words that open a mention of somebody known: "the", "this", "her"."""
    indefinite: frozenset[str] = frozenset()
    """Words that open a mention of somebody new or unnamed: "a", "several"."""
    singular: frozenset[str] = frozenset()
    """Those of the indefinite words that open a mention of one person: "a", "one"."""
    conjunctions: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    """Prepositions that tie a title or an organisation to what it belongs to."""
    office_ties: frozenset[str] = frozenset()
    """Those that tie a small word to an office before a name: "secretary of state Torv"."""
    particles: frozenset[str] = frozenset()
    """Words in lower case that stand inside a person's name."""
    tied_particles: frozenset[str] = frozenset()
    """Those that a hyphen ties to the next word, which is capital and compared alone: "al-Assad"."""
    inner_particles: frozenset[str] = frozenset()
    """Words that do so behind such a particle alone: "von der", while "der" alone is a genitive."""
    contractions: tuple[str, ...] = ()
    """What an apostrophe ties to the word before and is a verb of its own: "re" in "they're"."""
    elided: frozenset[str] = frozenset()
    """What an apostrophe ties to the next word and is a word of its own: "l", "d", "qu"."""
    case_endings: tuple[str, ...] = ()
    """Endings that a name takes by its part in the sentence, the longest first: "ой"."""
    complements: frozenset[str] = frozenset()
    """Without capitals: words behind an office that are no name: "foreign", "of the interior"."""
    crowd_endings: tuple[str, ...] = ()
    """Without capitals: endings of words for many people, with an article or without."""
    genitive_endings: tuple[str, ...] = ()
    """Endings of small words that go on with an organisation's name: "Министерство лесного хозяйства"."""
    adjective_endings: tuple[str, ...] = ()
    """Those of them behind which one more word belongs to the name, whatever its ending."""
    verb_endings: tuple[str, ...] = ()
    """Endings of words that look like those and are verbs: "заявила"."""
    patronymics: tuple[str, ...] = ()
    """Endings of a second given name: "Ивановна"."""
    definite_prefix: str = ""
    """What opens a definite word where the article is written with it: the Arabic al."""
    epithet_endings: frozenset[str] = frozenset()
    """Last parts of compounds that say something of a person and open no name: "Texas-based"."""
    naming: frozenset[str] = frozenset()
    """Words behind which somebody's name follows: "an official named X"."""
    suffixes: frozenset[str] = frozenset()
    """What follows a name and is not compared: "phd"."""
    generations: frozenset[str] = frozenset()
    """Those of them that are part of the name, and tell people of one name apart: "jr", "ii"."""
    openers: frozenset[str] = frozenset()
    """Words that open a sentence or have capitals always, and are no name: "but", "monday"."""
    opener_endings: tuple[str, ...] = ()
    """Endings of such words at the head of a sentence: "ing"."""
    given_he: frozenset[str] = frozenset()
    given_she: frozenset[str] = frozenset()
    demonyms: dict[str, str] = {}
    """Adjectives of countries whose first letters do not give the country: dutch -> netherlands."""
