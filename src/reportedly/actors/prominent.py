"""Whom a report means by a word that varies a name: "the candidate", "the former leader"."""

from collections import Counter
from collections.abc import Sequence

from reportedly.actors.chains import Chain
from reportedly.actors.pronouns import Event
from reportedly.actors.titles import Office, same_qualifier
from reportedly.language import Titles

# Of the mentions of people as speakers or subjects so far, the share that must be one person's, and how many
# there must be: below, "the candidate" may be anybody. Read in 27 articles of PolNeAR's training half.
_SHARE, _FEWEST = 0.6, 2


def prominent_speaker(
    asked: Office, events: Sequence[Event], chains: Sequence[Chain], titles: Titles
) -> int | None:
    """Return the chain of the one person whom an article is about so far, None where there is no such one.

    Asked for words alone that reports put for somebody known: "the candidate", not "the reporter".
    """
    if asked.head not in titles.variations:
        return None
    acting = [e.chain for e in events if e.chain is not None and (e.is_speaker or e.is_subject)]
    people = [number for number in acting if chains[number].person and not chains[number].described]
    if not people:
        return None
    chosen, count = Counter(people).most_common(1)[0]
    chain = chains[chosen]
    is_other = {asked.gender, chain.gender} == {"he", "she"}
    names = [q for q in asked.qualifiers if any(same_qualifier(q, key, titles) for key in chain.fullest.keys)]
    is_so = count >= _FEWEST and count >= _SHARE * len(people)
    return chosen if is_so and chain.gender and not (is_other or names) else None
