"""What the web page asks of the desk about actors."""

from collections.abc import Sequence
from typing import Protocol

from reportedly.records import ActorKind, Ruling
from reportedly.store import ActorPage, ActorSaying, ArticlePage, KeptActor, StatementPage


class ActorQuestions(Protocol):
    """The part of `DeskQuestions` about actors; `Desk.actors` answers it."""

    def find(
        self, words: str = "", *, kind: str | None = None, limit: int = 50, offset: int = 0
    ) -> ActorPage:
        """Return actors by the beginnings of words of their names."""
        ...

    def show(self, actor: str) -> KeptActor:
        """Return an actor, or the one it stands as."""
        ...

    def name_of(self, actor: str) -> str:
        """Return the name of an actor itself."""
        ...

    def saying(self, actor: str) -> ActorSaying:
        """Return what can be told of an actor's statements."""
        ...

    def articles(self, actor: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        """Return the articles that speak of an actor."""
        ...

    def statements(
        self, actor: str, *, words: str | None = None, limit: int = 50, offset: int = 0
    ) -> StatementPage:
        """Return what an actor said, or what they said with some words."""
        ...

    def this_is(
        self,
        target: str,
        actor: str | None = None,
        *,
        called: str | None = None,
        new: str | None = None,
        kind: ActorKind = "person",
        only_here: bool = False,
        note: str | None = None,
    ) -> Ruling:
        """Rule that a statement's speaker is an actor."""
        ...

    def is_not(
        self, target: str, actor: str, *, called: str | None = None, note: str | None = None
    ) -> Ruling:
        """Rule that a statement's speaker is not an actor."""
        ...

    def not_same(self, first: str, second: str, *, note: str | None = None) -> Ruling:
        """Rule that two actors are two."""
        ...

    def merge(self, actor: str, into: str, *, note: str | None = None) -> Ruling:
        """Rule that an actor is another one."""
        ...

    def rename(self, actor: str, name: str, *, note: str | None = None) -> Ruling:
        """Rule what an actor is called."""
        ...

    def split(
        self, actor: str, articles: Sequence[str], *, name: str | None = None, note: str | None = None
    ) -> Ruling:
        """Rule that in some articles an actor is somebody else."""
        ...

    def undo(self, ruling: str) -> Ruling:
        """Take a ruling back."""
        ...

    def rulings(self, actor: str | None = None) -> tuple[Ruling, ...]:
        """Return what was ruled about an actor, or about all."""
        ...
