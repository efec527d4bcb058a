"""The words of what stands beside a statement: who passes it on, to whom it was said, what turns it round."""

import msgspec

from reportedly.records.span import Span
from reportedly.records.statement import Relay, Statement


class RelayWords(msgspec.Struct, frozen=True, kw_only=True):
    """One link of a chain in words: the source, its cue, and both in the order of the text."""

    source: str
    cue: str | None = None
    shown: str


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement's spans other than words, speaker and cue say; the names are those of `Statement`."""

    on_behalf_of: str | None = None
    addressee: str | None = None
    about: str | None = None
    chain: tuple[RelayWords, ...] = ()
    negations: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()


def words_beside(statement: Statement, text: str) -> Beside:
    """Return the words of a statement's other spans as they stand in `text`."""
    return Beside(
        on_behalf_of=_words(statement.on_behalf_of, text),
        addressee=_words(statement.addressee, text),
        about=_words(statement.about, text),
        chain=tuple(_relay_words(relay, text) for relay in statement.chain),
        negations=tuple(span.of(text) for span in statement.negations),
        hedges=tuple(span.of(text) for span in statement.hedges),
    )


def _relay_words(relay: Relay, text: str) -> RelayWords:
    """Return a link in words, in the order of the text: "citing Tasnim News", "AVA reported"."""
    source, cue = relay.source.of(text), _words(relay.cue, text)
    if relay.cue is None or cue is None:
        return RelayWords(source=source, shown=source)
    cue_first = relay.cue < relay.source
    return RelayWords(source=source, cue=cue, shown=f"{cue} {source}" if cue_first else f"{source} {cue}")


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)
