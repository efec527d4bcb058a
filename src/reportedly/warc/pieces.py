"""A stream read in pieces and looked ahead into, with no more than a record in memory."""

from typing import Final, Protocol

_PIECE: Final = 256 * 1024  # bytes read at a time: a packed page is 10 to 70 KB


class Stream(Protocol):
    """What can be read."""

    def read(self, count: int, /) -> bytes:
        """Return so many bytes at most, none at the end."""
        ...


class Pieces:
    """A stream read in pieces, looked ahead into; `at` is where in the stream its next byte stands."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._held = b""
        self._from = 0  # of the held bytes, the first that was not taken yet
        self.at = 0

    def peek(self, count: int) -> bytes:
        """Return so many of the next bytes without taking them; fewer at the end."""
        self._hold(count)
        return self._held[self._from : self._from + count]

    def take(self, count: int) -> bytes:
        """Return so many of the next bytes; fewer at the end."""
        found = self.peek(count)
        self._from += len(found)
        self.at += len(found)
        return found

    def some(self) -> bytes:
        """Return whatever is at hand, a piece at least; nothing at the end."""
        self._hold(1)
        found = self._held[self._from :] if self._from else self._held
        self._held, self._from = b"", 0
        self.at += len(found)
        return found

    def give_back(self, data: bytes) -> None:
        """Put bytes back that were taken last."""
        self._held = data + self._held[self._from :] if self._from < len(self._held) else data
        self._from = 0
        self.at -= len(data)

    def seek_mark(self, mark: bytes) -> bool:
        """Go on to where the next such mark begins; False where there is none any more."""
        while True:
            self._hold(len(mark))
            found = self._held.find(mark, self._from)
            if found >= 0:
                self.at += found - self._from
                self._from = found
                return True
            left = len(self._held) - self._from
            keep = min(left, len(mark) - 1)
            self.at += left - keep
            self._from += left - keep
            if not self._more():
                self.at += keep
                self._from += keep
                return False

    def _hold(self, count: int) -> None:
        while len(self._held) - self._from < count:
            if not self._more(max(_PIECE, count - (len(self._held) - self._from))):
                return

    def _more(self, count: int = _PIECE) -> bool:
        try:
            piece = self._stream.read(count)
        except (OSError, EOFError, ValueError):  # a torn zip member, or a disk that fails: the end is here
            piece = b""
        if piece:
            self._held = self._held[self._from :] + piece
            self._from = 0
        return bool(piece)
