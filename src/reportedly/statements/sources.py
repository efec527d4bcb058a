"""What kind of source a speaker is, and whom a spokesperson speaks for."""

import functools
from collections.abc import Sequence

import msgspec

from reportedly.language import Language, find_agency
from reportedly.records import SourceKind, Span, Statement
from reportedly.statements.scenes import Scene, descriptions
from reportedly.statements.setting import Setting
from reportedly.statements.speakers import Range
from reportedly.statements.wording import Phrases
from reportedly.text import Word

_MARKS = {",", "،", "(", "–", "—", ":"}


class SourceWords:
    """A language's words for sources, made ready for looking up."""

    def __init__(self, language: Language) -> None:
        listed, titles = language.sources, language.titles
        self.head_last = listed.head_last
        self.has_capitals = titles.has_capitals
        self.capital_nouns = titles.capital_nouns
        self.one = titles.he | titles.she | titles.either
        self.several = titles.they | titles.it | titles.relative
        self.surnames = titles.also_surnames
        self.given = titles.given_he | titles.given_she
        self.honorifics = titles.honorifics | titles.honorifics_he | titles.honorifics_she
        offices = titles.offices | titles.offices_he | titles.offices_she | self.honorifics
        self.spokespeople = Phrases(listed.spokespeople)
        self.officials = Phrases(listed.officials)
        self.anonymous = Phrases(listed.anonymous)
        self.unnamed = Phrases(listed.unnamed)
        self.people = Phrases((*listed.people, *offices, *(f"*{end}" for end in titles.office_endings)))
        self.places = Phrases((*listed.places, *titles.demonyms))
        self.countries = Phrases(listed.places)
        self.articles = frozenset(listed.articles)
        self.indefinite = frozenset(listed.indefinite)
        self.inner = frozenset(listed.inner)
        self.acts_for = Phrases(listed.acts_for)
        self.acts_directly = bool(listed.spokespeople) and not listed.acts_for
        self.ranks = frozenset(listed.ranks)
        self.kinds: tuple[tuple[SourceKind, Phrases], ...] = (
            ("spokesperson", self.spokespeople),
            ("person", self.people),
            ("court", Phrases(listed.courts)),
            ("media", Phrases(listed.media)),
            ("government", Phrases(listed.government)),
            ("document", Phrases(listed.documents)),
            ("organisation", Phrases(listed.organisations)),
            ("unnamed", self.unnamed),
        )
        self.citing = Phrases(listed.citing)
        self.quoting = Phrases(listed.quoting)
        self.as_saying = Phrases(listed.as_saying)
        self.quoted_by = Phrases(listed.quoted_by)
        self.not_yet = frozenset(listed.not_yet)

    def is_listed_last(self, words: Sequence[Word], place: Range) -> bool:
        """Return whether a listed word decides what a noun phrase is, with nothing but a name behind it."""
        core = core_of(words, place, self)
        hit = _deciding_word(words, core, self)
        if hit is None:
            return False
        return not self.head_last or all(word.is_capital for word in words[hit[1] + 1 : core[1]])


@functools.cache
def source_words(language: Language) -> SourceWords:
    """Return the words of a language; made once for each."""
    return SourceWords(language)


def with_sources(statements: Sequence[Statement], setting: Setting) -> Sequence[Statement]:
    """Return the statements with what kind of source each speaker is and whom a spokesperson speaks for."""
    known, scenes = source_words(setting.language), setting.scenes
    named = [(each, scenes.naming(each)) for each in statements]
    return [
        msgspec.structs.replace(
            each,
            source_kind=kind_of_source(setting.text, scene, known),
            on_behalf_of=spoken_for(setting.text, scene, known),
        )
        if scene
        else each
        for each, scene in named
    ]


def kind_of_source(text: str, scene: Scene, known: SourceWords) -> SourceKind | None:
    """Return what kind of source a scene's speaker is, None where its words do not say."""
    if scene.speaker is None:
        return None
    beside = list(descriptions(scene))
    if any(known.anonymous.first_in(scene.words, *each) for each in beside):
        return "anonymous"
    if any(known.spokespeople.first_in(scene.words, *core_of(scene.words, each, known)) for each in beside):
        return "spokesperson"
    return kind_of_words(text, scene.words, scene.speaker, known)


def kind_of_words(text: str, words: Sequence[Word], place: Range, known: SourceWords) -> SourceKind | None:
    """Return what kind of source a noun phrase names."""
    if place[1] - place[0] == 1 and words[place[0]].lower in known.one | known.several:
        return "person" if words[place[0]].lower in known.one else None
    core = core_of(words, place, known)
    named = _listed_name(text, words, core, known)
    if named:
        return named
    hit = _deciding_word(words, core, known)
    if hit is None:
        return _by_capitals(text, words, core, known)
    kind, at = hit
    if kind == "government" and known.officials.length_at(words, at, core[1]):
        return "government" if _has_institution(words, place, at, known) else "unnamed"
    if kind == "person" and not _is_one(words, core, at, known):
        return "unnamed"
    return kind


def names_source(text: str, words: Sequence[Word], place: Range, known: SourceWords) -> bool:
    """Return whether a noun phrase names somebody or something that can say a thing, by its own words."""
    core = core_of(words, place, known)
    if _listed_name(text, words, core, known) or _deciding_word(words, core, known):
        return True
    belongs = any(word.lower.endswith("'s") for word in words[place[0] : place[1]])
    return _by_capitals(text, words, core, known) in ("person", "organisation") and not belongs


def core_of(words: Sequence[Word], place: Range, known: SourceWords) -> Range:
    """Return the part of a noun phrase before what only describes it ("of Norvia", ", a lawyer")."""
    start, end = place
    while start < end - 1 and words[start].lower in known.articles:
        start += 1
    for at in range(start + 1, end):
        if words[at].lower in _MARKS or (words[at].lower in known.inner and not words[at].is_capital):
            return start, at
    return start, end


def _listed_name(text: str, words: Sequence[Word], core: Range, known: SourceWords) -> SourceKind | None:
    """Return the kind of an agency or a country that is all there is of the phrase."""
    start, end = core
    name = text[words[start].start : words[end - 1].end]
    if find_agency(name) is not None and (words[start].is_capital or not known.has_capitals):
        return "media"
    if known.countries.length_at(words, start, end) == end - start:
        return "government"
    return None


def _deciding_word(words: Sequence[Word], core: Range, known: SourceWords) -> tuple[SourceKind, int] | None:
    """Return the kind that the head of a phrase shows, and its place: the last listed word, or the first."""
    start, end = core
    order = range(end - 1, start - 1, -1) if known.head_last else range(start, end)
    for at in order:
        kind = _kind_at(words, core, at, known)
        if kind is not None:
            return kind, at
    return None


def _kind_at(words: Sequence[Word], core: Range, at: int, known: SourceWords) -> SourceKind | None:
    """Return the kind of the longest listed phrase that ends (or begins) at a word."""
    start, end = core
    if words[at].lower in known.surnames and at > start and words[at].is_capital and words[at - 1].is_capital:
        return None
    best: tuple[int, SourceKind] | None = None
    for kind, phrases in (*known.kinds, ("government", known.officials)):
        for first in range(max(start, at - 3), at + 1) if known.head_last else (at,):
            length = phrases.length_at(words, first, end)
            reaches = first + length == at + 1 if known.head_last else length > 0
            if length and reaches and (best is None or length > best[0]):
                best = (length, kind)
    if best and best[1] == "media" and known.has_capitals and not words[at].is_capital:
        return _lower_case_kind(words, at, end, known) or "media"
    return best[1] if best else None


def _lower_case_kind(words: Sequence[Word], at: int, end: int, known: SourceWords) -> SourceKind | None:
    """Return what a paper's name means in lower case ("the post", "a paper"), None where nothing else."""
    for kind, phrases in known.kinds:
        if kind in ("document", "unnamed") and phrases.length_at(words, at, end):
            return kind
    return None


def _has_institution(words: Sequence[Word], place: Range, at: int, known: SourceWords) -> bool:
    """Return whether an official's institution stands beside the word ("Ministry officials")."""
    start, end = place
    before = [w for w in words[start:at] if w.lower not in known.articles and w.lower not in known.ranks]
    tail = any(
        phrases.first_in(words, at + 1, end)
        for kind, phrases in known.kinds
        if kind in ("government", "organisation")
    )
    return bool(before) or tail or known.places.first_in(words, at + 1, end) is not None


def _is_one(words: Sequence[Word], core: Range, at: int, known: SourceWords) -> bool:
    """Return whether a word for a person names one that a reader could find: not "an engineer"."""
    start, end = core
    opener = words[start - 1].lower if start else ""
    named = any(
        words[i].is_capital and not known.people.holds(words[i].lower) for i in range(start, end) if i != at
    )
    if not known.has_capitals or known.capital_nouns:
        return opener not in known.indefinite or end - start > 2
    return named or opener not in known.indefinite


def _by_capitals(text: str, words: Sequence[Word], core: Range, known: SourceWords) -> SourceKind | None:
    """Return what a name that nothing lists is: capitals throughout an organisation, else a person."""
    start, end = core
    if not known.has_capitals:
        return "person" if end > start and words[start].lower not in known.indefinite else None
    last = words[end - 1]
    letters = text[last.start : last.end]
    if not last.is_capital:
        opener = words[start - 1].lower if start else ""
        return "unnamed" if opener in known.indefinite else None
    shouted = len(letters) > 1 and letters.isupper() and end - start == 1
    return "organisation" if shouted else "person"


def spoken_for(text: str, scene: Scene, known: SourceWords) -> Span | None:
    """Return the body that a spokesperson speaks for, as written."""
    for place in descriptions(scene):
        title = known.spokespeople.first_in(scene.words, *place)
        if title is not None:
            body = _body_behind(scene.words, title[1], place[1], known) or _body_before(
                scene.words, place[0], title[0], known
            )
            if body is not None:
                return body
    return None


def _body_behind(words: Sequence[Word], at: int, end: int, known: SourceWords) -> Span | None:
    """Return the body named behind a spokesperson's title: "for the Interior Ministry"."""
    if known.acts_directly:
        return _body_right_behind(words, at, end)
    while at < end and words[at].is_capital and not known.acts_for.length_at(words, at, end):
        at += 1
    length = known.acts_for.length_at(words, at, end) if at < end else 0
    if not length:
        return None
    start = stop = at + length
    while stop < end and words[stop].lower not in _MARKS:
        joins = not known.head_last and known.acts_for.length_at(words, stop, end)
        if stop > start and words[stop].lower in known.inner and not (joins or _goes_on(words, stop, end)):
            break
        stop += 1
    return Span(words[start].start, words[stop - 1].end) if stop > start else None


def _body_right_behind(words: Sequence[Word], start: int, end: int) -> Span | None:
    """Return the body right behind a title, in languages that need no word between ("представитель МИД").

    The two last capitalised words are the spokesperson's name where something stands before them.
    """
    capitals = end
    while capitals > start and words[capitals - 1].is_capital:
        capitals -= 1
    stop = end - 2 if end - capitals >= 2 and end - 2 > start else end
    return Span(words[start].start, words[stop - 1].end) if stop > start else None


def _goes_on(words: Sequence[Word], at: int, end: int) -> bool:
    """Return whether a small word inside a body's name has a name behind it ("Ministry of Water")."""
    return at + 1 < end and (
        words[at + 1].is_capital or (at + 2 < end and words[at].lower == words[at + 1].lower)
    )


def _body_before(words: Sequence[Word], start: int, title: int, known: SourceWords) -> Span | None:
    """Return the body named before a spokesperson's title: "Foreign Ministry", "the ministry's", "her"."""
    if not known.head_last:
        return None
    end = title
    while end > start and words[end - 1].lower in known.ranks:
        end -= 1
    if end == start:
        return None
    last = words[end - 1]
    if last.lower.endswith(("'s", "s'")):
        return Span(words[start].start, last.end - (2 if last.lower.endswith("'s") else 1))
    while start < end - 1 and (words[start].lower in known.ranks):
        start += 1
    return Span(words[start].start, last.end)
