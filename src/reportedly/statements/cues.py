"""Where in a sentence the words stand that report what somebody said."""

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from reportedly.statements.lexicon import ACCORDING_CONFIDENCE, CueForm, Lexicon
from reportedly.statements.passages import QUOTATION
from reportedly.text import Word

Role = Literal["finite", "participle", "according", "according_after"]


# Words: how far behind "according to" the noun of its source stands ("nach bisher unbestätigten Berichten").
_LONGEST_SOURCE = 4
_BY_SOURCE = CueForm(
    words=(),
    forms=frozenset({"according"}),
    takes=frozenset({"clause"}),
    confidence=ACCORDING_CONFIDENCE,
)


class Cue(msgspec.Struct, frozen=True, kw_only=True):
    """A cue in a sentence: its words are `words[start:end]`.

    `before` is the index of the last word before the verb group (its auxiliaries and adverbs), -1
    where it opens the sentence. A passive one has no subject that speaks.
    """

    start: int
    end: int
    before: int
    role: Role
    form: CueForm
    is_passive: bool = False


def find_cues(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Cue]:
    """Yield the cues of a sentence in order; nouns, infinitives and passives are left out."""
    at = 0
    while at < len(words):
        form = _longest(words, at, lexicon)
        cue = _cue(words, at, form, lexicon) if form else None
        if words[at].lower in lexicon.according_openers:
            cue = _by_source(words, at, lexicon) or cue
        if cue is not None:
            yield cue
        at = cue.end if cue is not None else at + 1


def _by_source(words: Sequence[Word], at: int, lexicon: Lexicon) -> Cue | None:
    """Return "according to" with the noun of its source or of what that said ("nach ersten Angaben")."""
    for end in range(at + 1, min(len(words), at + 1 + _LONGEST_SOURCE)):
        if words[end].is_mark or words[end].lower == QUOTATION:
            return None
        if words[end].is_capital and words[end].lower.endswith(lexicon.according_nouns):
            return Cue(start=at, end=end + 1, before=at - 1, role="according", form=_BY_SOURCE)
    return None


def _longest(words: Sequence[Word], at: int, lexicon: Lexicon) -> CueForm | None:
    """Return the longest cue whose words begin at `at`."""
    for form in lexicon.by_first.get(words[at].lower, ()):
        span = words[at : at + len(form.words)]
        if len(span) == len(form.words) and all(w.lower == f for w, f in zip(span, form.words, strict=True)):
            return form
    return None


def _cue(words: Sequence[Word], at: int, form: CueForm, lexicon: Lexicon) -> Cue | None:
    """Return the cue at `at` in the role its neighbours give it, or None where it reports nothing."""
    end = at + len(form.words)
    if "according_late" in form.forms and at > 0 and words[at - 1].lower in (",", QUOTATION):
        return Cue(start=at, end=end, before=at - 1, role="according", form=form)
    if "according" in form.forms:
        return Cue(start=at, end=end, before=at - 1, role="according", form=form)
    if "according_after" in form.forms:
        return Cue(start=at, end=end, before=at - 1, role="according_after", form=form)
    if words[at].is_capital and at > 0 and (lexicon.cases_names or lexicon.capitals_mark_nouns):
        return None
    before, has_auxiliary, has_passive = _verb_group(words, at, lexicon)
    role = _role(form, has_auxiliary=has_auxiliary, has_passive=has_passive)
    if role is None or (before >= 0 and _is_noun_place(words, at, before, role, lexicon)):
        return None
    if role == "finite" and before == at - 1 and not _agrees(words, at, end, form, lexicon):
        return None
    if form.needs and not _has_particle(words, end, form.needs, lexicon):
        return None
    passive = _is_passive(words, at, end, lexicon)
    return Cue(start=at, end=end, before=before, role=role, form=form, is_passive=passive)


def _has_particle(words: Sequence[Word], end: int, needed: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether one of the particles a verb needs ends a clause behind it."""
    for at in range(end, len(words)):
        if words[at].lower in needed and _ends_clause(words, at + 1, lexicon):
            return True
    return False


def _ends_clause(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    return at >= len(words) or words[at].is_mark or words[at].lower in lexicon.conjunctions


def _is_passive(words: Sequence[Word], at: int, end: int, lexicon: Lexicon) -> bool:
    """Return whether a verb that ends its clause has a passive's auxiliary right behind it or before it."""
    if not lexicon.agentless:
        return False
    if end < len(words) and words[end].lower in lexicon.agentless:
        return True
    if not _ends_clause(words, end, lexicon):
        return False
    before = at - 1
    while before >= 0 and not words[before].is_mark and words[before].lower != QUOTATION:
        if words[before].lower in lexicon.agentless:
            return True
        before -= 1
    return False


def _verb_group(words: Sequence[Word], at: int, lexicon: Lexicon) -> tuple[int, bool, bool]:
    """Return the last word before the verb's auxiliaries and adverbs, and which of them there are."""
    has_auxiliary = has_passive = False
    before = at - 1
    while before >= 0:
        word = words[before].lower
        if word in lexicon.passives:
            has_passive = True
        elif word in lexicon.auxiliaries:
            has_auxiliary = True
        elif not lexicon.is_adverb(word):
            break
        before -= 1
    return before, has_auxiliary, has_passive


def _role(form: CueForm, *, has_auxiliary: bool, has_passive: bool) -> Role | None:
    """Return whether a verb in this form and company has a subject of its own."""
    if has_passive:
        return "finite" if "participle" in form.forms else None
    if not form.forms & {"finite", "base", "participle"}:
        return None
    if "finite" in form.forms or "base" in form.forms:
        return "finite"
    return "finite" if has_auxiliary else "participle"


def _agrees(words: Sequence[Word], at: int, end: int, form: CueForm, lexicon: Lexicon) -> bool:
    """Return whether a verb without auxiliaries can follow the word before it, and is no noun itself.

    A base form wants a plural ("officials say"). A form that is also a common noun ("his tweets",
    "the state") wants a pronoun or a name before it, or a sign of a report behind it.
    """
    if at == 0 or words[at - 1].is_mark or words[at - 1].lower == QUOTATION:
        return True
    previous = words[at - 1]
    if previous.lower in lexicon.pronouns:
        return True
    if "finite" not in form.forms and not _is_plural(words, at - 1, lexicon):
        return False
    if words[at].lower not in lexicon.also_nouns:
        return True
    following = words[end].lower if end < len(words) else ""
    signed = following in lexicon.that or following in (QUOTATION, ":") or following in lexicon.determiners
    signed = signed or (following in lexicon.infinitive_marks and "infinitive" in form.takes)
    return signed or (previous.is_capital and following not in lexicon.prepositions and following != "")


def _is_plural(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Return whether a noun phrase that ends at `at` may stand for several."""
    word = words[at].lower
    if word in lexicon.plurals or (word.endswith("s") and not word.endswith(("ss", "'s"))):
        return True
    return any(each.lower in lexicon.conjunctions for each in words[max(0, at - 4) : at])


def _is_noun_place(words: Sequence[Word], at: int, before: int, role: Role, lexicon: Lexicon) -> bool:
    """Return whether the word before makes the cue a noun or an infinitive ("the report", "to say")."""
    previous = words[before]
    if previous.lower in lexicon.infinitive_marks:
        return True
    if before < at - 1 or previous.lower in lexicon.pronouns:
        return False
    if previous.lower in lexicon.determiners or previous.lower.endswith(("'s", "s'")):
        return True
    return role == "finite" and previous.lower in lexicon.prepositions
