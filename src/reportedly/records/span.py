"""A stretch of text, and what a room would not read."""

import msgspec


class Span(msgspec.Struct, frozen=True, order=True):
    """A stretch of `Article.text`: offsets in Unicode code points, `end` excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span runs forward from 0: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """Return the words this span stands for in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Maker(msgspec.Struct, frozen=True, kw_only=True):
    """Who made a machine record: the room, the version of its rules, and the model or `rules`."""

    room: str
    version: str
    maker: str = "rules"
