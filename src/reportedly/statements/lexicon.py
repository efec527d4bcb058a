"""The cue words of a language made ready for looking up."""

import functools
import re
from typing import Literal

import msgspec

from reportedly.language import Cues
from reportedly.language.cues import Complement, CueVerbs

Form = Literal["finite", "base", "participle", "according", "according_after", "according_late"]

# How often "according to" and its like introduce a report, by eye over news text; quotations and
# clauses after it are told apart by nothing else, so one figure serves both.
ACCORDING_CONFIDENCE = 0.85


class CueForm(msgspec.Struct, frozen=True, kw_only=True):
    """One cue as it is written: its words, what forms they can be, and what can follow.

    `confidence` is that of the surest complement, `takes` all of them. `needs` are the particles of which
    one must end its clause.
    """

    words: tuple[str, ...]
    forms: frozenset[Form]
    takes: frozenset[Complement]
    confidence: float
    has_addressee: bool = False
    needs: frozenset[str] = frozenset()


class Lexicon(msgspec.Struct, frozen=True, kw_only=True):
    """All a language's cue words by their first word, longest first, and its function words as sets."""

    by_first: dict[str, tuple[CueForm, ...]]
    that: frozenset[str]
    questions: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]
    passives: frozenset[str]
    headline_passives: frozenset[str]
    infinitive_marks: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    particles: frozenset[str]
    times: frozenset[str]
    also_nouns: frozenset[str]
    plurals: frozenset[str]
    objects: frozenset[str]
    as_words: frozenset[str]
    contrasts: frozenset[str]
    participle_endings: tuple[str, ...]
    orphans: frozenset[str]
    topic_marks: frozenset[str]
    topic_openers: frozenset[str]
    works: frozenset[str]
    abbreviations: frozenset[str]
    reported_mood: frozenset[str]
    oblique: frozenset[str]
    asked: frozenset[str]
    genitives: frozenset[str]
    according_openers: frozenset[str]
    according_nouns: tuple[str, ...]
    expletives: frozenset[str]
    adjoined: frozenset[str]
    agentless: frozenset[str]
    splitter: re.Pattern[str] | None
    subject_follows: bool
    clause_needs_mark: bool
    cases_names: bool
    capitals_mark_nouns: bool
    ordinal_point: bool

    def is_adverb(self, word: str) -> bool:
        """Return whether `word` may stand between a subject and its verb without being either."""
        if word in self.adverbs:
            return True
        return bool(self.adverb_endings) and len(word) > 4 and word.endswith(self.adverb_endings)


@functools.cache
def lexicon_of(cues: Cues) -> Lexicon:
    """Return the lexicon of a language's cues; made once for each."""
    forms = _all_forms(cues)
    return Lexicon(
        by_first=_by_first(forms),
        that=frozenset(cues.that),
        questions=frozenset(cues.question_words),
        pronouns=frozenset(cues.pronouns),
        determiners=frozenset(cues.determiners),
        prepositions=frozenset(cues.prepositions),
        conjunctions=frozenset(cues.conjunctions),
        subordinators=frozenset(cues.subordinators),
        relatives=frozenset(cues.relatives),
        auxiliaries=frozenset(cues.auxiliaries),
        passives=frozenset(cues.passives),
        headline_passives=frozenset(cues.headline_passives),
        infinitive_marks=frozenset(cues.infinitive_marks),
        adverbs=frozenset(cues.adverbs),
        adverb_endings=cues.adverb_endings,
        particles=frozenset(cues.particles),
        times=frozenset(cues.times),
        also_nouns=frozenset(cues.also_nouns),
        plurals=frozenset(cues.plurals),
        objects=frozenset(cues.objects),
        as_words=frozenset(cues.as_words),
        contrasts=frozenset(cues.contrasts),
        participle_endings=cues.participle_endings,
        orphans=frozenset(cues.orphans),
        topic_marks=frozenset(cues.topic_marks),
        topic_openers=frozenset(cues.topic_openers),
        works=frozenset(cues.works),
        abbreviations=frozenset(cues.abbreviations),
        reported_mood=frozenset(cues.reported_mood),
        oblique=frozenset(cues.oblique),
        asked=frozenset(cues.asked),
        genitives=frozenset(cues.genitives),
        according_openers=frozenset(cues.according_openers),
        according_nouns=cues.according_nouns,
        expletives=frozenset(cues.expletives),
        adjoined=frozenset(cues.adjoined),
        agentless=frozenset(cues.agentless),
        splitter=None if cues.is_spaced else _splitter(cues, forms),
        subject_follows=cues.subject_follows,
        clause_needs_mark=cues.clause_needs_mark,
        cases_names=cues.cases_names,
        capitals_mark_nouns=cues.capitals_mark_nouns,
        ordinal_point=cues.ordinal_point,
    )


def _all_forms(cues: Cues) -> dict[str, CueForm]:
    """Return every written form once, with what all its verbs can do taken together."""
    forms: dict[str, CueForm] = {}
    for verb in cues.verbs:
        for form, words in _forms_of(verb):
            _add(forms, words, form, verb)
    for words in cues.according:
        _add(forms, words, "according", None)
    for words in cues.according_late:
        _add(forms, words, "according_late", None)
    for words in cues.according_after:
        _add(forms, words, "according_after", None)
    return forms


def _forms_of(verb: CueVerbs) -> list[tuple[Form, str]]:
    """Return the forms a group of verbs lists, each with its kind."""
    listed: list[tuple[Form, tuple[str, ...]]] = [
        ("finite", verb.finite),
        ("base", verb.base),
        ("participle", verb.participles),
    ]
    return [(form, words) for form, group in listed for words in group]


def _add(forms: dict[str, CueForm], words: str, form: Form, verb: CueVerbs | None) -> None:
    """Put one form into `forms`, joined with what is there under the same words."""
    before = forms.get(words)
    takes: frozenset[Complement] = frozenset(verb.takes) if verb else frozenset({"clause"})
    confidence = verb.confidence if verb else ACCORDING_CONFIDENCE
    addressed = bool(verb and verb.has_addressee)
    forms[words] = CueForm(
        words=tuple(words.split()),
        forms=(before.forms if before else frozenset()) | {form},
        takes=(before.takes if before else frozenset()) | takes,
        confidence=max(confidence, before.confidence if before else 0.0),
        has_addressee=addressed or bool(before and before.has_addressee),
        needs=_needs(before, verb),
    )


def _needs(before: CueForm | None, verb: CueVerbs | None) -> frozenset[str]:
    """Return the particles a form cannot do without: none where one of its verbs can."""
    own = frozenset(verb.needs) if verb else frozenset()
    if before is None:
        return own
    return own | before.needs if own and before.needs else frozenset()


def _by_first(forms: dict[str, CueForm]) -> dict[str, tuple[CueForm, ...]]:
    """Return the forms under their first word, the longest first."""
    index: dict[str, list[CueForm]] = {}
    for form in sorted(forms.values(), key=lambda each: -len(each.words)):
        index.setdefault(form.words[0], []).append(form)
    return {first: tuple(group) for first, group in index.items()}


def _splitter(cues: Cues, forms: dict[str, CueForm]) -> re.Pattern[str] | None:
    """Return what cuts a script without spaces into its cue words and the words between them."""
    listed = {*forms, *cues.that, *cues.topic_marks, *cues.prepositions, *cues.pronouns, *cues.adverbs}
    longest_first = sorted(listed, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else None
