"""The actors of the record: questions, rulings, and whom a person brings in."""

import datetime
from collections.abc import Callable, Sequence
from typing import Final

import msgspec
from sqlalchemy import select

from reportedly.records import Actor, BadRequest, Maker, Resolution, Resolved, Ruling, Span
from reportedly.store import actor_questions, articles, statements
from reportedly.store import ruling as rulings_kept
from reportedly.store.actor_answers import ActorPage, ActorSaying, KeptActor
from reportedly.store.actor_importing import Imported, import_actors
from reportedly.store.actor_lookup import ActorsInRecord
from reportedly.store.actor_schema import actors, resolutions
from reportedly.store.connecting import Connections
from reportedly.store.identifiers import whole_identifier
from reportedly.store.resolving import write_resolutions
from reportedly.store.rows import ArticlePage, KeptArticle
from reportedly.store.runs import Work

_LARGEST: Final = 2**31 - 1

ResolveAgain = Callable[[KeptArticle, ActorsInRecord], Resolved]
"""How the people of a kept article are resolved anew, given whom the record knows."""


class MentionOf(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody is mentioned: the article, the words, and the name the article gives, if any."""

    article_id: str
    mention: Span
    words: str
    name: str | None = None


class ActorStore:
    """What the record knows of actors; the errors are those of `Store`."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(
        self, words: str = "", *, kind: str | None = None, limit: int = 50, offset: int = 0
    ) -> ActorPage:
        """Return one page of actors by the beginnings of words of their names, who said most first."""
        with self._connections.reading() as connection:
            return actor_questions.find_actors(connection, words, kind, _within(limit), _within(offset))

    def actor(self, actor_id: str) -> KeptActor:
        """Return an actor, or the one it stands as; the first 6 digits of the identifier do."""
        with self._connections.reading() as connection:
            return actor_questions.whole_actor(connection, actor_id)

    def saying(self, actor_id: str) -> ActorSaying:
        """Return what can be told of an actor's statements: by month, to whom, in which words."""
        with self._connections.reading() as connection:
            return actor_questions.saying_of(connection, actor_id)

    def articles(self, actor_id: str, *, limit: int = 50, offset: int = 0) -> ArticlePage:
        """Return one page of the articles that speak of an actor, the newest first."""
        with self._connections.reading() as connection:
            return actor_questions.articles_about(connection, actor_id, _within(limit), _within(offset))

    def rulings(self, actor_id: str | None = None) -> tuple[Ruling, ...]:
        """Return what persons ruled about an actor, or about all; the last first, undone ones too."""
        with self._connections.reading() as connection:
            return actor_questions.rulings_about(connection, actor_id)

    def identifier(self, given: str) -> str:
        """Return the identifier of whom an actor stands as, given its own or the first digits of it."""
        with self._connections.reading() as connection:
            whole = whole_identifier(connection, actors.c.id, "actor", given)
            return str(connection.scalar(select(actors.c.stands_as).where(actors.c.id == whole)))

    def name_of(self, actor_id: str) -> str:
        """Return the name of an actor itself, also of one who stands as another."""
        with self._connections.reading() as connection:
            whole = whole_identifier(connection, actors.c.id, "actor", actor_id)
            return str(connection.scalar(select(actors.c.name).where(actors.c.id == whole)))

    def mention_at(self, target: str, name: str | None = None) -> MentionOf:
        """Return whom a statement's speaker is, or who in an article goes by a name.

        `target` is a statement's identifier, or with `name` an article's. Raises BadRequest where the
        statement names nobody, or nobody in the article is called so.
        """
        with self._connections.reading() as connection:
            if name is not None:
                article = articles.whole_article(connection, target)
                found = rulings_kept.person_in(connection, article.id, name)
                words = found.named_at.of(article.article.text)
                return MentionOf(
                    article_id=article.id, mention=found.named_at, words=words, name=_name(found)
                )
            kept = statements.whole_statement(connection, target)
            speaker = kept.statement.speaker
            if speaker is None:
                raise BadRequest(
                    "The text names no speaker of this statement.",
                    next_step="Rule on one that has a speaker.",
                    about=kept.id,
                )
            article = articles.whole_article(connection, kept.article_id)
            person = next((one for one in article.people if speaker in one.resolution.mentions), None)
            return MentionOf(
                article_id=article.id,
                mention=speaker,
                words=speaker.of(article.article.text),
                name=_name(person.resolution) if person else None,
            )

    def rule(self, draft: Ruling, *, now: datetime.datetime, new: Actor | None = None) -> Ruling:
        """Keep a ruling, with the actor it makes if any, and have the record follow it at once."""
        with self._connections.writing() as connection:
            if new is not None:
                rulings_kept.new_actor(connection, new, now)
            return rulings_kept.make_ruling(connection, draft, now)

    def undo(self, ruling_id: str, *, now: datetime.datetime) -> Ruling:
        """Take a ruling back; raises NotInRecord, and BadRequest where it was taken back before."""
        with self._connections.writing() as connection:
            return rulings_kept.undo_ruling(connection, ruling_id, now)

    def articles_by(self, ruling: Ruling) -> tuple[str, ...]:
        """Return the articles a ruling is about, and those that were read by it."""
        whom = ruling.other_id or ruling.actor_id
        followed = resolutions.c.record.contains('"reason":"ruled-name"', autoescape=True)
        query = select(resolutions.c.article_id).distinct()
        query = query.where(resolutions.c.own_actor == whom, followed)
        with self._connections.reading() as connection:
            read_by = connection.scalars(query).all() if ruling.article_id or ruling.articles else ()
        own = (ruling.article_id,) if ruling.article_id else ()
        return tuple(dict.fromkeys((*own, *ruling.articles, *read_by)))

    def bring_in(self, found: Sequence[Actor], *, now: datetime.datetime) -> Imported:
        """Put in the actors of a user's file: all of them or, where anything fails, none."""
        with self._connections.writing() as connection:
            return import_actors(connection, found, now)

    def articles_of(self, actor_id: str) -> tuple[str, ...]:
        """Return the identifiers of all articles that speak of an actor."""
        query = select(resolutions.c.article_id).distinct().where(resolutions.c.actor == actor_id)
        with self._connections.reading() as connection:
            return tuple(connection.scalars(query))

    def resolve_again(
        self, article_id: str, resolve: ResolveAgain, by: Maker, *, now: datetime.datetime
    ) -> bool:
        """Find out anew who the people of an article are; returns whether anybody is another one now."""
        with self._connections.writing() as connection:
            kept = articles.whole_article(connection, article_id)
            work = Work(connection=connection, page_id=kept.id, now=now)
            said = tuple(one.statement for one in kept.statements)
            write_resolutions(work, kept.article, said, lambda desk: resolve(kept, desk), by)
            after = articles.people_of(connection, kept.id)
            return [one.actor for one in kept.people] != [one.actor for one in after]


def _name(found: Resolution) -> str | None:
    return found.name if found.is_named else None


def _within(number: int) -> int:
    return min(max(number, 0), _LARGEST)
