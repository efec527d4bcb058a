"""Which words of a headline can speak: those that name a source, and whom the article has speak."""

from collections.abc import Iterator, Sequence

from reportedly.language import Language
from reportedly.records import Span, Statement
from reportedly.statements.lexicon import lexicon_of
from reportedly.statements.passages import QUOTATION
from reportedly.statements.scenes import parts_of, span_of
from reportedly.statements.sources import core_of, kind_of_words, names_source, source_words
from reportedly.statements.speakers import Range
from reportedly.text import Word, words_of

# Words: a speaker in a headline is no longer.
LONGEST = 7
# Words: a name that nothing but a quotation beside it shows to speak is no longer.
LONGEST_NAME = 3


class HeadlineSpeakers:
    """Tells speakers from places and topics in a headline."""

    def __init__(
        self, text: str, words: tuple[Word, ...], told: Sequence[Statement], language: Language
    ) -> None:
        self.text = text
        self.words = words
        self._known = source_words(language)
        self._lexicon = lexicon_of(language.cues)
        spans = {each.speaker for each in told if each.speaker is not None}
        self._speaking = frozenset(
            word for span in spans for word in self._core_words(span) if word not in self._lexicon.pronouns
        )

    def _core_words(self, span: Span) -> Iterator[str]:
        """Yield the words of a mention that name it, without what only describes it."""
        words = tuple(words_of(self.text, span))
        for part in parts_of(words, 0, len(words)):
            yield from name_words(self.text, span_of(words, core_of(words, part, self._known)))

    def can_speak(self, place: Range) -> bool:
        """Return whether a stretch is short, plain, and names somebody or something that can say a thing."""
        return self._is_plain(place) and names_source(self.text, self.words, place, self._known)

    def is_speaker(self, place: Range, *, is_quoted: bool) -> bool:
        """Return whether a stretch is a speaker although no verb says so: by its kind, or by the article."""
        if not self._is_plain(place):
            return False
        start, end = core_of(self.words, place, self._known)
        if end == place[1] and self.words[end - 1].lower.removesuffix("'s") in self._speaking:
            return True
        if not names_source(self.text, self.words, place, self._known):
            return False
        capital = self.words[start].is_capital or not self._known.has_capitals
        brief = place[1] - place[0] <= LONGEST_NAME
        if is_quoted and capital and brief:
            return True
        return self.is_listed(place, by_documents=False)

    def is_listed(self, place: Range, *, by_documents: bool = True) -> bool:
        """Return whether a listed word makes a stretch a source; a country or a name alone does not."""
        if not self.can_speak(place):
            return False
        start, end = place
        is_place = self._known.countries.length_at(self.words, start, end) == end - start
        kind = kind_of_words(self.text, self.words, place, self._known)
        if self._known.capital_nouns and any(self._is_verb_or_adverb(at) for at in range(*place)):
            return False
        excluded = kind is None or (kind == "document" and not by_documents)
        return not is_place and not excluded and self._known.is_listed_last(self.words, place)

    def _is_verb_or_adverb(self, at: int) -> bool:
        """Return whether a word in lower case, where nouns have capitals, ties no nouns together."""
        word = self.words[at]
        small = word.lower in self._known.inner or word.lower in self._known.articles or word.is_mark
        return not word.is_capital and not small and at > 0

    def _is_plain(self, place: Range) -> bool:
        """Return whether a stretch has words of a noun phrase alone and is not too long."""
        start, end = place
        if not 0 < end - start <= LONGEST:
            return False
        first = self.words[start].lower
        if first in self._lexicon.questions or first in self._lexicon.prepositions:
            return False
        return not any(
            word.lower == QUOTATION
            or (word.is_mark and word.lower not in "&-'’.")
            or (word.lower == "." and self._ends_sentence(at))
            or word.lower in self._lexicon.passives
            or word.lower in self._lexicon.auxiliaries
            for at, word in enumerate(self.words[start:end], start)
        )

    def _ends_sentence(self, at: int) -> bool:
        """Return whether a full stop stands behind a word that is no initial and no abbreviation."""
        before = self.words[at - 1].lower if at else ""
        return len(before) > 1 and before not in self._lexicon.abbreviations


def name_words(text: str, span: Span) -> Iterator[str]:
    """Yield the words of a mention in lower case, without the possessive ending and without small words."""
    for word in words_of(text, span):
        if not word.is_mark and len(word.lower) > 2:
            yield word.lower.removesuffix("'s").removesuffix("'")
