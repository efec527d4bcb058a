"""The reading of an article from its first mention to its last, with what a reader keeps in mind."""

from collections.abc import Sequence

import msgspec

from reportedly.actors.bodies import body_of_kind, kinds_of_words
from reportedly.actors.chains import Chain, Chains
from reportedly.actors.described import describe, is_owned, is_person_word, points_back
from reportedly.actors.mentions import NameMention
from reportedly.actors.prominent import prominent_speaker
from reportedly.actors.pronouns import Event, find_antecedent
from reportedly.actors.relatives import before_relative
from reportedly.actors.speakers import Pronoun
from reportedly.actors.titles import Office, fit, same_qualifier
from reportedly.actors.tokens import Token, sentences_told
from reportedly.language import Titles

# Confidence: roughly how often each kind of reading holds on tests/actors/corpus.
_FULL, _SHORT, _ALONE, _AMBIGUOUS = 0.97, 0.95, 0.7, 0.6
_QUALIFIED, _BARE, _RIVALLED = 0.9, 0.85, 0.65
# Sentences of narrative looked back upon for "the company", and for a title nobody was given before.
_SENTENCES_OF_BODY, _SENTENCES_OF_TITLE = 6, 2


class Meant(msgspec.Struct, frozen=True):
    """The chain a mention means, why (`short-name`, `title`, …), and how sure from 0 to 1."""

    chain: int
    reason: str
    confidence: float


class Walk:
    """What a reader knows at a place of the article: who was named, who spoke and what about whom.

    Mentions are handed over in text order. A resolved mention outside quotation marks becomes an
    event that later titles and pronouns are read by.
    """

    def __init__(
        self, tokens: Sequence[Token], titles: Titles, mentions: Sequence[NameMention], gathered: Chains
    ) -> None:
        self._tokens = tokens
        self._titles = titles
        self._mentions = mentions
        self._candidates = gathered.candidates
        self._chains = list(gathered.chains)
        self._narrative = sentences_told(tokens)
        self._holders = _holders(gathered.chains)
        self._kinds = kinds_of_words(titles)
        self._events: list[Event] = []
        self._seen: dict[int, int] = {}
        self._acted: dict[int, int] = {}
        self._subject_of = -1

    def meet_name(self, number: int, *, is_speaker: bool = False) -> Meant:
        """Return whom the name mention with this number means."""
        mention = self._mentions[number]
        meant = self._whom_named(number)
        self._remember(mention.first, mention.stop, meant.chain, is_speaker=is_speaker)
        return meant

    @property
    def chains(self) -> Sequence[Chain]:
        """Return the article's chains, with those of sources without a name that were met so far behind."""
        return self._chains

    def meet_title(self, asked: Office) -> Meant | None:
        """Return whom a title without a name means, None where nobody in the article holds it."""
        meant = self.whom_titled(asked)
        if meant:
            self._remember(asked.first, asked.stop, meant.chain, is_speaker=False)
        return meant

    def meet_speaking_title(self, asked: Office, places: range, speaking: frozenset[int]) -> Meant | None:
        """Return whom a speaker's title means: its holder, a body of its kind, or who spoke just before."""
        meant = self.whom_titled(asked)
        is_unmet = meant is None or (meant.chain not in self._seen and not asked.qualifiers)
        if is_unmet and points_back(self._tokens, places[0], self._titles):
            meant = self._last_speaker(asked, speaking) or meant
        if meant is None and not is_owned(self._tokens, places[0], self._titles):
            meant = self._body(asked) or self._prominent(asked, places)
        if meant:
            self._remember(asked.first, asked.stop, meant.chain, is_speaker=True)
        else:
            self.meet_unnamed(places)
        return meant

    def meet_pronoun(
        self, pronoun: Pronoun, speaking: frozenset[int], besides: frozenset[int] = frozenset()
    ) -> Meant | None:
        """Return whom a speaker's pronoun means, nobody of `besides`; None where nobody fits."""
        meant = self.whom_pronoun(pronoun, speaking, besides)
        if meant and not self._tokens[pronoun.place].quoted:
            self._remember(pronoun.place, pronoun.place + 1, meant.chain, is_speaker=True)
        return meant

    def whom_pronoun(
        self, pronoun: Pronoun, speaking: frozenset[int], besides: frozenset[int] = frozenset()
    ) -> Meant | None:
        """Return what `meet_pronoun` does, and keep nothing in mind."""
        at = self._event(pronoun.place, pronoun.place + 1, None)
        events: Sequence[Event] = self._events
        if pronoun.kind == "relative":
            events = before_relative(pronoun, at, self._events, self._tokens, self._titles)
        events = [e for e in events if e.chain not in besides] if besides else events
        found = find_antecedent(pronoun, at, events, self._chains, speaking)
        return Meant(found.chain, "pronoun", found.confidence) if found else None

    def meet_unnamed(self, places: range) -> None:
        """Keep in mind that somebody without a name spoke here, one or several."""
        chain = describe(self._tokens, places, self._titles)
        if chain is None or (len(places) == 1 and self._tokens[places[0]].low in self._titles.talking):
            return
        number = len(self._chains)
        self._chains.append(chain)
        for office in chain.offices:
            self._holders.setdefault(office.head, []).append((number, office))
        self._remember(places[0], places.stop, number, is_speaker=True)

    def _body(self, asked: Office) -> Meant | None:
        """Return the organisation that "the company", "the party" can mean: the last of that kind."""
        is_document = asked.head in self._titles.documents
        if asked.qualifiers or not (is_document or asked.head in self._titles.generic_bodies):
            return None
        here = self._narrative[asked.head_at]
        near = [e for e in reversed(self._events) if here - e.sentence <= _SENTENCES_OF_BODY]
        seen = sorted(self._seen, key=lambda n: -self._seen[n])
        found = body_of_kind(
            self._kinds.get(asked.head), near, seen, self._chains, self._kinds, is_said=is_document
        )
        return None if found is None else Meant(found, "organisation", _AMBIGUOUS)

    def _prominent(self, asked: Office, places: range) -> Meant | None:
        """Return the one person whom the article is about where "the candidate" can mean nobody else."""
        if not points_back(self._tokens, places[0], self._titles) or asked.stop < places.stop:
            return None
        found = prominent_speaker(asked, self._events, self._chains, self._titles)
        return None if found is None else Meant(found, "title", _AMBIGUOUS)

    def _last_speaker(self, asked: Office, speaking: frozenset[int]) -> Meant | None:
        """Return the speaker who spoke or acted right before, where the title contradicts nothing known.

        Reports vary their words: "Brandt said … The astronaut …" though nobody called her one before.
        """
        if not is_person_word(asked, self._titles):
            return None
        here = self._narrative[asked.head_at]
        recent = (e for e in reversed(self._events) if e.is_speaker or e.is_subject)
        last = next((e for e in recent if e.chain is None or not self._chains[e.chain].organisation), None)
        if last is None or last.chain is None or not (last.is_speaker or last.chain in speaking):
            return None
        if not 0 < here - last.sentence <= _SENTENCES_OF_TITLE:
            return None
        chain = self._chains[last.chain]
        is_other = {asked.gender, chain.gender} == {"he", "she"} or chain.plural or not chain.person
        named = any(
            same_qualifier(q, key, self._titles) for q in asked.qualifiers for key in chain.fullest.keys
        )
        return None if is_other or named or chain.described else Meant(last.chain, "title", _AMBIGUOUS)

    def _whom_named(self, number: int) -> Meant:
        mention, fitting = self._mentions[number], self._candidates[number]
        if len(fitting) == 1:
            return Meant(fitting[0], *_how_named(mention, self._chains[fitting[0]]))
        rates = {n: self._agreement(mention, self._chains[n]) for n in fitting}
        better = [n for n in fitting if rates[n] == max(rates.values())]
        chosen = max(better, key=lambda n: (self._acted.get(n, -1), self._seen.get(n, -1), -n))
        return Meant(chosen, "short-name", _QUALIFIED if len(better) == 1 else _AMBIGUOUS)

    def _agreement(self, mention: NameMention, chain: Chain) -> int:
        """Return how well a chain agrees with the gender and the offices a short name is given with."""
        rate = 0
        if mention.gender and chain.gender:
            rate += 2 if mention.gender == chain.gender else -2
        pairs = ((asked, held) for asked in mention.offices for held in chain.offices)
        return rate + any(fit(asked, held, self._titles) is not None for asked, held in pairs)

    def whom_titled(self, asked: Office) -> Meant | None:
        """Return the holder of an office: who fits its words best, then who acted or was named last."""
        scores: dict[int, float] = {}
        for number, held in self._holders.get(asked.head, ()):
            score = fit(asked, held, self._titles)
            if score is not None:
                scores[number] = max(score, scores.get(number, score))
        if not scores:
            return None
        chosen = max(scores, key=lambda n: (scores[n], self._acted.get(n, -1), self._seen.get(n, -1), -n))
        rivals = [n for n, score in scores.items() if n != chosen and score >= scores[chosen]]
        confidence = _RIVALLED if rivals or chosen not in self._seen else _BARE
        if not rivals and asked.qualifiers and scores[chosen] > 1:
            confidence = _QUALIFIED
        if self._chains[chosen].organisation and not asked.qualifiers and chosen not in self._acted:
            # "The network" may be one that the article speaks of rather than a passing "X Network".
            return None if rivals else Meant(chosen, "organisation", _AMBIGUOUS)
        return Meant(chosen, "organisation" if self._chains[chosen].organisation else "title", confidence)

    def _remember(self, first: int, stop: int, chain: int | None, *, is_speaker: bool) -> None:
        event = self._event(first, stop, chain)
        if chain is not None:
            self._seen[chain] = first
        if self._tokens[first].quoted and not is_speaker:
            return
        is_first = event.sentence != self._subject_of or self._follows_conjunction(first)
        is_subject = is_first and self._opens_clause(first, stop)
        if is_subject:
            self._subject_of = event.sentence
        if chain is not None and (is_subject or is_speaker):
            self._acted[chain] = first
        self._events.append(msgspec.structs.replace(event, is_speaker=is_speaker, is_subject=is_subject))

    def _follows_conjunction(self, first: int) -> bool:
        """Return whether a mention opens a further clause: ", but Torv …"."""
        before = self._tokens[first - 1] if first else None
        return before is not None and before.low in self._titles.conjunctions and "," in before.gap

    def _opens_clause(self, first: int, stop: int) -> bool:
        """Return whether a mention can be a subject: no preposition before it, no possessive ending."""
        if self._tokens[stop - 1].possessive:
            return self._tokens[first].first  # "Trump's role …" opens a sentence about him
        before = first - 1
        while before >= 0 and self._tokens[before].low in self._titles.articles:
            before -= 1
        glued = before >= 0 and self._tokens[before + 1].glued
        return not (glued and self._tokens[before].low in self._titles.prepositions)

    def _event(self, place: int, stop: int, chain: int | None) -> Event:
        token = self._tokens[place]
        return Event(
            chain=chain,
            place=place,
            stop=stop,
            sentence=self._narrative[place],
            paragraph=token.paragraph,
        )


def _how_named(mention: NameMention, chain: Chain) -> tuple[str, float]:
    """Return the reason and the confidence of a name that fits one chain only."""
    full = chain.fullest
    if chain.organisation:
        is_acronym = len(mention.keys) == 1 and mention.keys[0] == full.acronym != ""
        return ("acronym", _SHORT) if is_acronym else ("organisation", _QUALIFIED)
    if mention.keys == full.keys:
        return "full-name", _FULL if len(full.keys) > 1 else _ALONE
    return "short-name", _SHORT


def _holders(chains: Sequence[Chain]) -> dict[str, list[tuple[int, Office]]]:
    """Return who holds an office with which head."""
    holders: dict[str, list[tuple[int, Office]]] = {}
    for number, chain in enumerate(chains):
        for office in chain.offices:
            holders.setdefault(office.head, []).append((number, office))
    return holders
