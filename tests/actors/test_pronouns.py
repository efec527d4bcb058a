"""Whom a pronoun means, on events made by hand."""

import pytest

from reportedly.actors.chains import Chain
from reportedly.actors.mentions import NameMention
from reportedly.actors.pronouns import Event, find_antecedent
from reportedly.actors.speakers import Pronoun, PronounKind


def _chain(gender: str = "", *, organisation: bool = False) -> Chain:
    return Chain(
        fullest=NameMention(first=0, name=0, stop=1, keys=("torv",)),
        organisation=organisation,
        person=not organisation,
        definite=False,
        doubtful=False,
        gender=gender,
        offices=(),
    )


def _event(chain: int | None, sentence: int, *, speaks: bool = False) -> Event:
    return Event(
        chain=chain, place=sentence, stop=sentence + 1, sentence=sentence, paragraph=0, is_speaker=speaks
    )


def _meant(kind: PronounKind, events: list[Event], chains: list[Chain]) -> int | None:
    at = _event(None, len(events) + 1)
    speaking = frozenset(e.chain for e in events if e.is_speaker and e.chain is not None)
    found = find_antecedent(Pronoun(kind, 9), at, events, chains, speaking)
    return found.chain if found else None


def test_the_nearest_speaker_is_meant() -> None:
    events = [_event(0, 1, speaks=True), _event(1, 2, speaks=True)]
    assert _meant("he", events, [_chain(), _chain()]) == 1


def test_a_speaker_wins_over_a_later_passing_mention() -> None:
    events = [_event(0, 1, speaks=True), _event(1, 2)]
    assert _meant("he", events, [_chain(), _chain()]) == 0


def test_a_speaker_of_another_gender_is_passed_over() -> None:
    events = [_event(0, 1, speaks=True), _event(1, 2, speaks=True)]
    assert _meant("she", events, [_chain("she"), _chain("he")]) == 0


def test_an_unnamed_speaker_in_between_leaves_the_pronoun_open() -> None:
    events = [_event(0, 1, speaks=True), _event(None, 2, speaks=True)]
    assert _meant("he", events, [_chain()]) is None


def test_an_organisation_is_never_he() -> None:
    assert _meant("he", [_event(0, 1, speaks=True)], [_chain(organisation=True)]) is None


@pytest.mark.parametrize("kind", ["they", "it"])
def test_they_and_it_are_no_single_person(kind: PronounKind) -> None:
    assert _meant(kind, [_event(0, 1, speaks=True)], [_chain()]) is None


def test_they_are_the_organisation_that_spoke() -> None:
    assert _meant("they", [_event(0, 1, speaks=True)], [_chain(organisation=True)]) == 0


def test_nobody_before_the_pronoun_gives_nobody() -> None:
    assert _meant("he", [], []) is None
