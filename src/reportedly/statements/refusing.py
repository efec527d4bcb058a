"""Why a stretch in quotation marks is no statement."""

from reportedly.records import Refusal, Span


def scare_quotes(span: Span) -> Refusal:
    """Return the refusal of a title, a nickname or a word held at arm's length."""
    return Refusal(
        reason="scare-quotes",
        words="These few words stand in quotation marks, and nothing near them says that somebody spoke.",
        span=span,
    )


def title_of_work(span: Span) -> Refusal:
    """Return the refusal of what a book, a song, a film or a programme is called."""
    return Refusal(
        reason="title-of-work",
        words="These words in quotation marks are a title: the word before or their capitals say so.",
        span=span,
    )


def nickname(span: Span) -> Refusal:
    """Return the refusal of a second name in the middle of a name."""
    return Refusal(
        reason="nickname",
        words="These words in quotation marks stand inside a name: somebody is called so.",
        span=span,
    )


def without_cue(span: Span) -> Refusal:
    """Return the refusal of a longer stretch in marks inside a sentence that reports nothing."""
    return Refusal(
        reason="no-cue",
        words="These words stand in quotation marks inside a sentence in which nobody is said to speak.",
        span=span,
    )


def without_closing_mark(span: Span) -> Refusal:
    """Return the note that a quotation was read to the end of its paragraph for want of a mark."""
    return Refusal(
        reason="no-closing-mark",
        words="The quotation has no closing mark; it was read to the end of its paragraph.",
        span=span,
    )


def unsure(span: Span) -> Refusal:
    """Return the refusal of what may be a statement but more likely is none, or has another speaker."""
    return Refusal(
        reason="unsure",
        words="Somebody may be reported here, but the reader is too unsure of the words or of the speaker.",
        span=span,
    )
