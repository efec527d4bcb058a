"""Which mentions a relative pronoun can follow: "who" and "which" stand close to whom they mean."""

from collections.abc import Sequence

from reportedly.actors.pronouns import Event
from reportedly.actors.speakers import Pronoun
from reportedly.actors.tokens import Token
from reportedly.language import Titles


def before_relative(
    pronoun: Pronoun, at: Event, events: Sequence[Event], tokens: Sequence[Token], titles: Titles
) -> Sequence[Event]:
    """Return the mentions of its sentence that "who" at the event `at` can follow, in text order.

    It is the one right before it, and those that something is said of up to it ("X, a friend of Y's, who"):
    nobody in "X was mocked by opponents, who", and no X in "the X company, which".
    """
    here = [event for event in events if event.sentence == at.sentence]
    here = here[-1:] if pronoun.is_thing else here
    is_near = "," in tokens[at.place].gap or any(event.stop == at.place for event in here)
    return [event for event in here if is_near and _leads_to(event, at.place, tokens, titles)]


def _leads_to(event: Event, place: int, tokens: Sequence[Token], titles: Titles) -> bool:
    if event.stop == place:
        return True
    behind, is_owner = tokens[event.stop], tokens[event.stop - 1].possessive
    is_tied = behind.low in titles.prepositions or behind.low in titles.conjunctions
    return (not behind.glued or is_tied or behind.capital) and not is_owner
