"""What became of each statement on its way from an origin to a carrier, and one utterance's wordings."""

import datetime
from typing import Literal

import msgspec

from reportedly.records.copy_link import Passage
from reportedly.records.span import Span
from reportedly.records.statement import Statement

# What became of a statement. `same`: word for word, by the same speaker, in the same marks. `cut`: not
# there. `shortened`: words are missing, `reworded`: words stand in the place of others or between them.
# `other-speaker`: somebody else is said to have said it. `lost-marks`: direct made indirect,
# `gained-marks`: the reverse. `lost-attribution`: a name or a verb that said who says so is gone.
# `added`: the carrier has it and the origin has not. `translated`: it stands there in another language.
Fate = Literal[
    "same",
    "cut",
    "shortened",
    "reworded",
    "other-speaker",
    "lost-marks",
    "gained-marks",
    "lost-attribution",
    "added",
    "translated",
]


class SpokenBy(msgspec.Struct, frozen=True, kw_only=True):
    """A statement with the name of its speaker, as the article gives it; None where nobody is named."""

    statement: Statement
    speaker: str | None = None


class LedgerLine(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of an origin against one carrier.

    `there` is the statement in the origin, None where it was added; `here` the one in the carrier, None
    where it was cut or its words are no statement any more; `here_at` where the words stand there.
    `fates` are all that became of it, `changes` the words cut, added or reworded in it, as passages;
    `lost` are the spans of the origin whose words said who says so and are gone.
    """

    there: SpokenBy | None
    here: SpokenBy | None
    here_at: Span | None = None
    fates: tuple[Fate, ...]
    changes: tuple[Passage, ...] = ()
    lost: tuple[Span, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as one article has it: its words, who is named as speaker, and the article's day."""

    statement_id: str
    article_id: str
    words: str
    speaker: str | None = None
    day: datetime.date | None = None


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """One wording of an utterance, and the statements that have it."""

    words: str
    said: tuple[Said, ...]


class Utterance(msgspec.Struct, frozen=True, kw_only=True):
    """What was said once, however many carried it: its wordings, the fullest first."""

    speaker: str | None
    wordings: tuple[Wording, ...]

    @property
    def article_ids(self) -> tuple[str, ...]:
        """Return the articles that carry it in any wording, each once."""
        return tuple(dict.fromkeys(said.article_id for each in self.wordings for said in each.said))
