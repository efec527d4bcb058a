"""What the room asks of the desk about the actors it knows."""

from collections.abc import Sequence
from typing import Protocol

from reportedly.records import ActorSeen, NameRuling


class DeskActors(Protocol):
    """What the room asks of a desk about the actors it knows; `store` answers, a test fakes it."""

    def called(self, names: Sequence[str], outlet: str | None) -> tuple[ActorSeen, ...]:
        """Return the actors who may go by any of these names, those ruled to do so among them."""
        ...

    def rulings(self, names: Sequence[str]) -> tuple[NameRuling, ...]:
        """Return what was ruled about whose these names are, in any article."""
        ...

    def company(self, actor_id: str) -> frozenset[str]:
        """Return the actors who stood in articles together with one, of late."""
        ...


class NobodyKnown:
    """A desk that knows nobody but whom the world knows."""

    def called(self, names: Sequence[str], outlet: str | None) -> tuple[ActorSeen, ...]:
        """Return nobody."""
        return ()

    def rulings(self, names: Sequence[str]) -> tuple[NameRuling, ...]:
        """Return nothing ruled."""
        return ()

    def company(self, actor_id: str) -> frozenset[str]:
        """Return nobody."""
        return frozenset()
