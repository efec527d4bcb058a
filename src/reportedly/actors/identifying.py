"""Whom the world knows as the speaker of a statement, on the day of the report."""

import datetime
from collections.abc import Iterator

from msgspec import structs

from reportedly.actors.known import KnownActors
from reportedly.actors.who import who
from reportedly.records import Identified, Naming, Span

# A doubt is worth telling where a name in full stands in the article: somebody of that name held office.
_DOUBTS = frozenset({"not-in-office", "several-fit", "last-known", "long-unseen", "former"})
_FULL_NAME = 2


def identify_speaker(
    text: str,
    speaker: Span | None,
    naming: Naming | None,
    day: datetime.date,
    language: str,
    known: KnownActors | None = None,
) -> Identified | None:
    """Return whom a speaker's words mean on a day, None where the knowledge base has nobody to tell.

    The words are those in which the article names the speaker in full, with their title ("Cuban President
    Miguel Diaz-Canel"), the name alone, and the words at the statement where they are an office or where
    the article names nobody. The first of them that are sure decide. An unsure answer comes back only for
    a name of two words or more that fits a holder of office.
    """
    doubt = None
    for words in _words_of(text, speaker, naming):
        answer = _careful(who(words, day, language, known))
        if _tells(answer) and not answer.unsure:
            return answer
        doubt = doubt or (answer if _is_doubt(answer) else None)
    return doubt if naming is not None and len(naming.name.split()) >= _FULL_NAME else None


def _words_of(text: str, speaker: Span | None, naming: Naming | None) -> Iterator[str]:
    """Yield the words that stand for a speaker, the fullest first."""
    if naming is not None:
        yield from dict.fromkeys((naming.named_at.of(text), naming.name))
    if speaker is not None and (naming is None or naming.reason == "title"):
        yield speaker.of(text)


def _careful(answer: Identified) -> Identified:
    """Return an answer as unsure where a surname alone made it: many bear it who hold no office."""
    return structs.replace(answer, unsure=answer.unsure or answer.reason == "surname")


def _tells(answer: Identified) -> bool:
    """Return whether an answer says more than its words: an office, a name on a list, a government.

    A place speaks for its government, but a country that is merely named is known without our help.
    """
    if not answer.candidates:
        return False
    return answer.candidates[0].kind != "country" or answer.reason == "seat-of-government"


def _is_doubt(answer: Identified) -> bool:
    return answer.reason in _DOUBTS and bool(answer.candidates) and answer.candidates[0].office is not None
