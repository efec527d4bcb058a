"""What changed between two versions of one article."""

from typing import Literal

import msgspec

from reportedly.records.span import Span

PieceKind = Literal["cut", "added", "reworded"]
ChangeKind = Literal["headline", "words", "published", "byline"]


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that changed: where it stood in the old text, and where it stands in the new one.

    An empty span marks the place: of a stretch that was cut in the new text, of one that was added in
    the old text.
    """

    old: Span
    new: Span

    @property
    def kind(self) -> PieceKind:
        """Return `cut`, `added`, or `reworded` where there are words on both sides."""
        if self.new.start == self.new.end:
            return "cut"
        return "added" if self.old.start == self.old.end else "reworded"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What changed from one version of an article to the next; nothing where `kinds` is empty.

    `headline` holds both headlines where they differ. `pieces` are the stretches of lead and body that
    changed, in the new text's order, with the number of words on either side. `is_silent` says that the
    headline or the words changed and the page does not say so: it gives no time of an update, or the
    same as before. `told_at` is the time it gives, ISO 8601.
    """

    old_sha256: str
    new_sha256: str
    kinds: tuple[ChangeKind, ...] = ()
    headline: tuple[str, str] | None = None
    pieces: tuple[Piece, ...] = ()
    words_cut: int = 0
    words_added: int = 0
    is_silent: bool = False
    told_at: str | None = None
