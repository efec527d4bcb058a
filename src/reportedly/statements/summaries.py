"""Which statement of the text a headline or a caption puts in short."""

from collections.abc import Iterator, Sequence

import msgspec

from reportedly.records import Span, Statement
from reportedly.statements.headline_speakers import name_words
from reportedly.statements.lexicon import Lexicon
from reportedly.text import Word, quotations, words_of

# Share of the words of a headline that must return in the statement; below it, headlines on the same
# matter by the same speaker are joined with what was said of something else.
SAME_SPEAKER = 0.5
# The same where the text calls the speaker "he", or names nobody: the words alone must do.
NO_NAME = 0.6
# Share of the words in a headline's quotation marks that must return: a quotation may be shortened.
QUOTED = 0.8
# Letters: words are the same if they agree in so many, or in all but the last of the shorter one.
_STEM = 5
_SHORTEST_STEM = 3
# Words: a title and a name this near to each other in the text belong to one speaker.
_NEAR = 5


class Told:
    """The statements of an article's text, and its words around its speakers' names."""

    def __init__(
        self, text: str, paragraphs: Sequence[Span], told: Sequence[Statement], lexicon: Lexicon
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.statements = told
        words = [word for paragraph in paragraphs for word in words_of(text, paragraph)]
        self._words = [word.lower.removesuffix("'s") for word in words if not word.is_mark]

    def are_one(self, some: Sequence[str], others: Sequence[str]) -> bool:
        """Return whether two mentions share a word, or a word of one stands beside a word of the other."""
        if set(some) & set(others):
            return True
        places = [at for at, word in enumerate(self._words) if word in others]
        return any(word in some for at in places for word in self._words[max(0, at - _NEAR) : at + _NEAR + 1])


def with_summaries(statements: Sequence[Statement], told: Told) -> tuple[Statement, ...]:
    """Return the statements of headlines and captions, each joined with what it puts in short.

    The join asks for the same speaker (or the text's "he"), for enough of the words, and for the words
    in quotation marks; where two speakers fit equally well there is none.
    """
    return tuple(msgspec.structs.replace(each, summarises=_content_of(each, told)) for each in statements)


def _content_of(brief: Statement, told: Told) -> tuple[Span, ...]:
    """Return the content of the statement that fits a headline's best, the earliest of equals."""
    scored = sorted(_scored(brief, told), key=lambda each: -each[0])
    if not scored:
        return ()
    best, statement = scored[0]
    rivals = [other for score, other in scored[1:] if score == best]
    if any(_speaker(told.text, other) != _speaker(told.text, statement) for other in rivals):
        return ()
    return statement.content


def _speaker(text: str, statement: Statement) -> str:
    return statement.speaker.of(text) if statement.speaker else ""


def _scored(brief: Statement, told: Told) -> Iterator[tuple[float, Statement]]:
    """Yield the statements that a headline can mean with the share of its words that they hold."""
    wanted = [word for span in brief.content for word in _bearing(told, span)]
    marks = [
        part for quotation in quotations(told.text, _around(brief, told.text)) for part in quotation.parts
    ]
    quoted = [word for part in marks for word in _all(told, part)] if brief.kind != "direct" else []
    if brief.kind == "direct":
        quoted = [word for span in brief.content for word in _all(told, span)]
    heading = _before_clause(told, brief)
    for statement in told.statements:
        least = _least(brief, statement, told)
        said = [word for span in statement.content for word in _all(told, span)]
        share = max(_share(wanted, said), _share(heading, said) if heading else 0.0)
        if least is not None and wanted and share >= least and _share(quoted, said) >= QUOTED:
            yield share, statement


def _around(brief: Statement, text: str) -> list[Span]:
    """Return the content of a headline with a letter on either side, where its marks may stand."""
    return [Span(max(0, span.start - 1), min(len(text), span.end + 1)) for span in brief.content]


def _least(brief: Statement, statement: Statement, told: Told) -> float | None:
    """Return the share of words that a statement must hold, None where somebody else speaks in it."""
    speaker = statement.speaker
    if speaker is None or speaker.of(told.text).lower() in told.lexicon.pronouns or brief.speaker is None:
        return NO_NAME
    some = [word for word in name_words(told.text, brief.speaker) if word not in told.lexicon.determiners]
    others = [word for word in name_words(told.text, speaker) if word not in told.lexicon.determiners]
    return SAME_SPEAKER if told.are_one(some, others) else None


def _bearing(told: Told, span: Span) -> list[str]:
    """Return the words of a span that bear its meaning; all of them where none does."""
    words = [word for word in words_of(told.text, span) if not word.is_mark]
    bearing = [word.lower for word in words if not _is_small(word, told.lexicon)]
    return bearing or [word.lower for word in words]


def _before_clause(told: Told, brief: Statement) -> list[str]:
    """Return the words before a clause at the end of a headline ("… as fever spreads"), none without one."""
    words = _all(told, brief.content[0])
    at = next((i for i, word in enumerate(words) if i and word in told.lexicon.subordinators), 0)
    return [word for word in words[:at] if word in _bearing(told, brief.content[0])]


def _all(told: Told, span: Span) -> list[str]:
    return [word.lower for word in words_of(told.text, span) if not word.is_mark]


def _is_small(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word ties others together and means nothing by itself."""
    return (
        word.lower in lexicon.determiners
        or word.lower in lexicon.prepositions
        or word.lower in lexicon.conjunctions
        or word.lower in lexicon.pronouns
        or word.lower in lexicon.auxiliaries
        or word.lower in lexicon.passives
        or word.lower in lexicon.infinitive_marks
    )


def _share(wanted: Sequence[str], said: Sequence[str]) -> float:
    """Return the share of the wanted words that are among those said, 1 where none are wanted."""
    return (
        sum(any(_is_same(word, other) for other in said) for word in wanted) / len(wanted) if wanted else 1.0
    )


def _is_same(one: str, other: str) -> bool:
    """Return whether two words agree but for an ending."""
    length = min(len(one), len(other))
    stem = min(_STEM, max(_SHORTEST_STEM, length - 1))
    return one == other or (length >= stem and one[:stem] == other[:stem])
