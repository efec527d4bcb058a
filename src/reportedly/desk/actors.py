"""The part of the desk about actors: who there is, what persons rule, and whom they bring in."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from reportedly import flow
from reportedly.actors import RESOLVER, actor_id, read_actors
from reportedly.records import (
    Actor,
    ActorKind,
    ActorName,
    BadRequest,
    Ruling,
    RulingKind,
    Span,
    UnreadablePage,
)
from reportedly.store import (
    ActorPage,
    ActorSaying,
    ArticlePage,
    Imported,
    KeptActor,
    StatementPage,
    StatementQuery,
    Store,
)


class DeskOfActors:
    """Everything a person can do about actors; `Desk.actors` is one.

    Identifiers may be cut to their first 6 digits. Rulings hold at once and for ever, until they are undone.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store = store
        self._clock = clock

    def find(
        self, words: str = "", *, kind: str | None = None, limit: int = 50, offset: int = 0
    ) -> ActorPage:
        """Return actors by the beginnings of words of their names, those who said most first."""
        return self._store.actors.find(words, kind=kind, limit=limit, offset=offset)

    def show(self, actor: str) -> KeptActor:
        """Return an actor, or the one it was ruled to be; raises NotInRecord."""
        return self._store.actors.actor(actor)

    def name_of(self, actor: str) -> str:
        """Return the name of an actor itself, also of one who was ruled to be another."""
        return self._store.actors.name_of(actor)

    def saying(self, actor: str) -> ActorSaying:
        """Return what can be told of an actor's statements: by month, to whom, in which words."""
        return self._store.actors.saying(self._store.actors.identifier(actor))

    def articles(self, actor: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        """Return the articles that speak of an actor, the newest first."""
        whole = self._store.actors.identifier(actor)
        return self._store.actors.articles(whole, limit=limit, offset=offset)

    def statements(
        self, actor: str, *, words: str | None = None, limit: int = 50, offset: int = 0
    ) -> StatementPage:
        """Return all that an actor said, or all they said with some words, under whatever name."""
        whole = self._store.actors.identifier(actor)
        query = StatementQuery(actor=whole, words=words, limit=limit, offset=offset)
        return self._store.find_statements(query)

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
        """Rule that a statement's speaker is an actor, and with them everybody of that name in the article.

        `target` is a statement's identifier, or an article's with the name `called` there. `new` names an
        actor whom the record does not know yet. `only_here` rules on the one mention alone. Later
        articles that give the name, in the same outlet or language, are read by it.
        """
        made = None if new is None else self._made(new, kind)
        if (actor is None) == (made is None):
            raise BadRequest(
                "Whom is it?", next_step="Give an actor's identifier, or the name of a new one, not both."
            )
        whom = made.id if made else self._store.actors.identifier(actor or "")
        return self._on_mention("this-is", target, whom, called, only_here=only_here, note=note, new=made)

    def is_not(
        self, target: str, actor: str, *, called: str | None = None, note: str | None = None
    ) -> Ruling:
        """Rule that a statement's speaker, or whoever is `called` so in an article, is not an actor."""
        whom = self._store.actors.identifier(actor)
        return self._on_mention("is-not", target, whom, called, note=note)

    def same(self, first: str, second: str, *, note: str | None = None) -> Ruling:
        """Rule that two actors are one; the one that a source knows, else the one that said more, stays."""
        one, other = self.show(first), self.show(second)
        stays, goes = sorted((one, other), key=_stays, reverse=True)
        return self._rule("same", goes.actor.id, other_id=stays.actor.id, note=note)

    def not_same(self, first: str, second: str, *, note: str | None = None) -> Ruling:
        """Rule that two actors are two, whatever their names; they can then not be merged."""
        one, other = map(self._store.actors.identifier, (first, second))
        return self._rule("not-same", one, other_id=other, note=note)

    def merge(self, actor: str, into: str, *, note: str | None = None) -> Ruling:
        """Rule that an actor is another one: all it said and all its names are that one's."""
        one, other = map(self._store.actors.identifier, (actor, into))
        return self._rule("merge", one, other_id=other, note=note)

    def rename(self, actor: str, name: str, *, note: str | None = None) -> Ruling:
        """Rule what an actor is called; the names that sources and articles give stay known."""
        if not name.strip():
            raise BadRequest("A name has letters.", next_step="Write the name in full.", about=actor)
        whole = self._store.actors.identifier(actor)
        return self._rule("rename", whole, name=" ".join(name.split()), note=note)

    def split(
        self, actor: str, articles: Sequence[str], *, name: str | None = None, note: str | None = None
    ) -> Ruling:
        """Rule that an actor is two people: in some articles it is another one, who becomes a new actor."""
        whole = self.show(actor)
        places = tuple(dict.fromkeys(self._store.article(one).id for one in articles))
        known = frozenset(self._store.actors.articles_of(whole.actor.id))
        if not places or not known.issuperset(places):
            raise BadRequest(
                f"{whole.actor.name} does not stand in all of these articles.",
                next_step="Name one or more articles of those on the actor's page.",
                about=actor,
            )
        made = self._made(name or whole.actor.name, whole.actor.kind)
        return self._rule(
            "split",
            whole.actor.id,
            other_id=made.id,
            articles=places,
            name=made.name,
            words=whole.actor.name,
            note=note,
            new=made,
        )

    def undo(self, ruling: str) -> Ruling:
        """Take a ruling back, and find out anew what was read by it; it stays in the record as undone."""
        undone = self._store.actors.undo(ruling, now=self._clock())
        for article_id in self._store.actors.articles_by(undone):
            self._resolve(article_id)
        return undone

    def rulings(self, actor: str | None = None) -> tuple[Ruling, ...]:
        """Return what was ruled about an actor, or about all, the last first; undone ones too."""
        whole = None if actor is None else self._store.actors.identifier(actor)
        return self._store.actors.rulings(whole)

    def bring_in(self, path: Path | str) -> Imported:
        """Bring in the actors of a CSV or FollowTheMoney file: all or, where a line is wrong, none."""
        file = Path(path)
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UnreadablePage(
                f"{file} cannot be read as text ({error}).",
                next_step="Name a CSV file or JSON lines in UTF-8.",
                about=str(file),
            ) from error
        return self._store.actors.bring_in(read_actors(text, file.name), now=self._clock())

    def resolve_again(self) -> Iterator[tuple[str, bool]]:
        """Find out anew who everybody in every article is; yields articles, and whether anything changed.

        Worth it after many rulings or an import. What persons ruled stays.
        """
        for article_id in list(self._store.article_ids()):
            yield article_id, self._resolve(article_id)

    def _resolve(self, article_id: str) -> bool:
        return self._store.actors.resolve_again(article_id, flow.resolved_again, RESOLVER, now=self._clock())

    def _on_mention(
        self,
        kind: RulingKind,
        target: str,
        actor: str,
        called: str | None,
        *,
        only_here: bool = False,
        note: str | None = None,
        new: Actor | None = None,
    ) -> Ruling:
        found = self._store.actors.mention_at(target, called)
        return self._rule(
            kind,
            actor,
            article_id=found.article_id,
            mention=found.mention,
            words=found.words,
            name=found.name,
            only_here=only_here,
            note=note,
            new=new,
        )

    def _made(self, name: str, kind: ActorKind) -> Actor:
        plain = " ".join(name.split())
        if not plain:
            raise BadRequest("A name has letters.", next_step="Write the name in full.")
        made_at = self._clock()
        return Actor(
            id=actor_id("person", plain, made_at.isoformat()),
            name=plain,
            kind=kind,
            origin="person",
            source="ruling",
            names=(ActorName(name=plain, source="ruling"),),
        )

    def _rule(
        self,
        kind: RulingKind,
        actor: str,
        *,
        other_id: str | None = None,
        article_id: str | None = None,
        mention: Span | None = None,
        words: str | None = None,
        name: str | None = None,
        only_here: bool = False,
        articles: tuple[str, ...] = (),
        note: str | None = None,
        new: Actor | None = None,
    ) -> Ruling:
        now = self._clock()
        draft = Ruling(
            id="",
            kind=kind,
            made_at=now,
            actor_id=actor,
            other_id=other_id,
            article_id=article_id,
            words=words,
            mention=mention,
            only_here=only_here,
            name=name,
            articles=articles,
            note=note,
        )
        return self._store.actors.rule(draft, now=now, new=new)


def _stays(kept: KeptActor) -> tuple[bool, bool, int]:
    """Return what decides who stays: whom a source knows, whom a file brought in, who said more."""
    return (kept.actor.origin == "base", kept.actor.origin == "import", kept.said_count)
