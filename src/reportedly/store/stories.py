"""Stories as the record keeps them: which reports are of which, what became of each, what persons ruled."""

import datetime
import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from reportedly.records import BadRequest, NotInRecord, StoryLink, StoryRuling, StoryRulingKind
from reportedly.store.connecting import Connections
from reportedly.store.identifiers import any_of, whole_identifier
from reportedly.store.schema import articles
from reportedly.store.stories_abroad import linked_abroad, put_abroad
from reportedly.store.story_index import NearInRecord, digest_of, pairs_around, put_pairs, put_report
from reportedly.store.story_tables import stories, story_reports, story_ruling_articles, story_rulings
from reportedly.stories import Sketch, bounds_of, find_pairs, grouped, joined_abroad, link, name_stories

_MOST_AROUND: Final = 600  # reports grouped anew when one comes in; those least near are left as they are

_STANDS: Final = (articles.c.withdrawn_at.is_(None), articles.c.newer_id.is_(None))
"""An article that is a report of its story: of several versions of an address the newest."""


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story that stands: its reports by identifier, rising, and when it changed last."""

    id: str
    article_ids: tuple[str, ...]
    made_at: datetime.datetime
    changed_at: datetime.datetime


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of stories, the one with the newest report first, and how many there are in all."""

    lines: tuple[StoryLine, ...]
    total: int


class KeptStories:
    """The part of the record that is about stories."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def is_told(self, sketch: Sketch, version: str) -> bool:
        """Return whether this version of the room has told a report's story, as the report stands."""
        r = story_reports.c
        query = select(r.number).where(
            r.article_id == sketch.id, r.digest == digest_of(sketch), r.version == version
        )
        with self._connections.reading() as connection:
            return connection.scalar(query) is not None

    def tell(self, sketch: Sketch, *, version: str, now: datetime.datetime) -> str:
        """Return the story a report is of, after all stories around it were told anew; `now` is UTC."""
        with self._connections.writing() as connection:
            ids, pairs = find_pairs(sketch, NearInRecord(connection))
            put_report(connection, sketch, version)
            put_pairs(connection, ids, pairs)
            own = (sketch.id, *_earlier(connection, sketch.id))
            abroad = [each for link in linked_abroad(connection, own) for each in (link.one, link.other)]
            _tell_around(connection, (*ids, *own, *abroad), now, told=own)
            story = connection.scalar(
                select(story_reports.c.story_id).where(story_reports.c.article_id == sketch.id)
            )
        return str(story)

    def put_abroad(self, article_id: str, links: Sequence[StoryLink], *, now: datetime.datetime) -> None:
        """Keep which reports in other languages a report is likely of one story with; `now` is UTC.

        Where its story has been told, those around it are put right; else they will be when it is.
        """
        with self._connections.writing() as connection:
            had = linked_abroad(connection, [article_id])
            if had == tuple(sorted(links, key=lambda each: (each.one, each.other))):
                return
            put_abroad(connection, article_id, links)
            told = select(story_reports.c.number).where(story_reports.c.article_id == article_id)
            if connection.scalar(told) is not None:
                named = [each for link in (*had, *links) for each in (link.one, link.other)]
                _tell_around(connection, named, now)

    def story(self, story_id: str) -> StoryLine:
        """Return a story, or the one it has become part of; raises NotInRecord.

        The identifier may be cut to its first 6 digits or more where no other begins so.
        """
        with self._connections.reading() as connection:
            return _line(connection, _standing_as(connection, story_id))

    def story_of(self, article_id: str) -> str | None:
        """Return the story an article is of, None where it has not been told."""
        with self._connections.reading() as connection:
            return connection.scalar(
                select(story_reports.c.story_id).where(story_reports.c.article_id == article_id)
            )

    def listed(self, *, limit: int, offset: int, least: int = 2) -> StoryPage:
        """Return stories of `least` reports or more, the one with the newest report first."""
        s = stories.c
        stands = (s.stands_as == s.id) & (s.report_count >= least)
        query = select(s.id).where(stands).order_by(s.last_order.desc(), s.seq.desc())
        with self._connections.reading() as connection:
            ids = connection.scalars(query.limit(limit).offset(offset)).all()
            total = connection.scalar(select(func.count()).where(stands)) or 0
            return StoryPage(lines=tuple(_line(connection, each) for each in ids), total=total)

    def links_among(self, article_ids: Sequence[str]) -> tuple[StoryLink, ...]:
        """Return how likely pairs of some reports are of one story."""
        with self._connections.reading() as connection:
            ids, pairs = pairs_around(connection, article_ids)
        wanted = set(article_ids)
        return tuple(each for each in link(ids, pairs) if each.one in wanted and each.other in wanted)

    def rule(
        self,
        kind: StoryRulingKind,
        story_ids: Sequence[str],
        article_ids: Sequence[str],
        *,
        note: str | None,
        now: datetime.datetime,
    ) -> StoryRuling:
        """Keep what a person ruled and put the stories right; see `StoryRuling`.

        Two stories for a merge; for a split one, and which of its articles are a story of their own.
        Raises NotInRecord, and BadRequest where nothing would be split.
        """
        with self._connections.writing() as connection:
            named = [_line(connection, _standing_as(connection, each)) for each in story_ids]
            own, others = _sides(kind, named, article_ids)
            count = connection.scalar(select(func.count()).select_from(story_rulings)) or 0
            told = f"{kind} {now.isoformat()} {count}"
            ruling = StoryRuling(
                id=hashlib.sha256(told.encode()).hexdigest()[:16],
                kind=kind,
                made_at=now,
                articles=own,
                others=others,
                stories=tuple(line.id for line in named),
                note=note,
            )
            _keep_ruling(connection, ruling)
            _tell_around(connection, (*own, *others), now)
        return ruling

    def undo(self, ruling_id: str, *, now: datetime.datetime) -> StoryRuling:
        """Take a ruling back and put the stories right; twice changes nothing. Raises NotInRecord."""
        with self._connections.writing() as connection:
            whole = whole_identifier(connection, story_rulings.c.id, "ruling", ruling_id)
            undone = (story_rulings.c.id == whole) & story_rulings.c.undone_at.is_(None)
            connection.execute(update(story_rulings).where(undone).values(undone_at=now))
            (ruling,) = _rulings(connection, story_rulings.c.id == whole)
            _tell_around(connection, (*ruling.articles, *ruling.others), now)
        return ruling

    def rulings(self, article_ids: Sequence[str] = ()) -> tuple[StoryRuling, ...]:
        """Return rulings that speak of any of some articles, all where none is named, the newest first."""
        with self._connections.reading() as connection:
            found = _rulings_on(connection, article_ids) if article_ids else _rulings(connection)
        return tuple(reversed(found))


def _sides(
    kind: StoryRulingKind, named: Sequence[StoryLine], article_ids: Sequence[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the reports on the two sides of a ruling."""
    if kind == "merge":
        if len({line.id for line in named}) < 2:
            raise BadRequest("These are one story already.", next_step="Name two stories.")
        first, *rest = named
        return first.article_ids, tuple(each for line in rest for each in line.article_ids)
    own = tuple(each for each in named[0].article_ids if each.startswith(tuple(article_ids) or ("-",)))
    others = tuple(each for each in named[0].article_ids if each not in own)
    if not own or not others:
        raise BadRequest(
            "Nothing would be split.",
            next_step="Name some of the story's articles, but not all.",
            about=named[0].id,
        )
    return own, others


def _keep_ruling(connection: Connection, ruling: StoryRuling) -> None:
    record = msgspec.json.encode(ruling).decode()
    connection.execute(insert(story_rulings).values(id=ruling.id, made_at=ruling.made_at, record=record))
    rows = [{"article_id": each, "ruling_id": ruling.id} for each in {*ruling.articles, *ruling.others}]
    connection.execute(insert(story_ruling_articles), rows)


def _tell_around(
    connection: Connection, ids: Iterable[str], now: datetime.datetime, *, told: Sequence[str] = ()
) -> None:
    """Group some reports anew, with all reports of the stories they are of and those ruled on with them.

    The stories of the reports `told` are put right also where their reports stay the same.
    """
    around = _around(connection, tuple(ids))
    rulings = _rulings_on(connection, around)
    known, pairs = pairs_around(connection, around)
    groups = grouped(around, link(known, pairs), bounds_of(rulings))
    groups = joined_abroad(groups, linked_abroad(connection, around), bounds_of(rulings))
    r = story_reports.c
    rows = connection.execute(select(r.article_id, r.story_id).where(r.article_id.in_(any_of(around))))
    standing = {row.article_id: row.story_id for row in rows if row.story_id}
    own = set(standing.values())

    def is_taken(name: str) -> bool:
        query = select(stories.c.id).where(stories.c.id == name, stories.c.stands_as == name)
        return name not in own and connection.scalar(query) is not None

    named = name_stories(groups, standing, is_taken)
    for story_id, members in named.stories:
        if any(standing.get(each) != story_id for each in members) or story_id not in own:
            connection.execute(
                update(story_reports).where(r.article_id.in_(members)).values(story_id=story_id)
            )
            _write_story(connection, story_id, now)
        elif not set(told).isdisjoint(members):
            _write_story(connection, story_id, None)
    for story_id, became in named.became:
        ended = {"stands_as": became, "report_count": 0, "changed_at": now}
        connection.execute(update(stories).where(stories.c.id == story_id).values(**ended))


def _earlier(connection: Connection, article_id: str) -> Sequence[str]:
    """Return the version before an article, which is no report of its story any more."""
    return connection.scalars(select(articles.c.id).where(articles.c.newer_id == article_id)).all()


def _around(connection: Connection, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return some reports with all of their stories, and all that persons ruled on with any of them."""
    found = dict.fromkeys(ids)
    while len(found) < _MOST_AROUND:
        r = story_reports.c
        own = select(r.story_id).where(r.article_id.in_(any_of(found)), r.story_id.is_not(None))
        met = dict.fromkeys(connection.scalars(select(r.article_id).where(r.story_id.in_(own))))
        rulings = _rulings_on(connection, tuple(found))
        met |= dict.fromkeys(each for one in rulings for each in (*one.articles, *one.others))
        if met.keys() <= found.keys():
            break
        found |= met
    known = connection.scalars(
        select(story_reports.c.article_id).where(story_reports.c.article_id.in_(any_of(found)))
    )
    return tuple(sorted(known))


def _write_story(connection: Connection, story_id: str, now: datetime.datetime | None) -> None:
    """Put a story's row right: how many reports it has, and its newest; `now` where it has changed."""
    order = func.max(func.coalesce(articles.c.published_order, articles.c.read_at))
    query = (
        select(func.count(), order)
        .join_from(story_reports, articles, story_reports.c.article_id == articles.c.id)
        .where(story_reports.c.story_id == story_id, *_STANDS)
    )
    count, last = connection.execute(query).one()
    row = {"report_count": count, "last_order": str(last or ""), "stands_as": story_id}
    if now is not None:
        row["changed_at"] = now
    changed = connection.execute(update(stories).where(stories.c.id == story_id).values(**row))
    if not changed.rowcount:
        connection.execute(insert(stories).values(id=story_id, made_at=now, **row))


def _standing_as(connection: Connection, story_id: str) -> str:
    """Return the story that stands where this one was: merges may have followed merges."""
    whole = whole_identifier(connection, stories.c.id, "story", story_id)
    for _ in range(1000):
        became = connection.scalar(select(stories.c.stands_as).where(stories.c.id == whole))
        if became is None or became == whole:
            return whole
        whole = became
    raise NotInRecord(f"The story {story_id} leads nowhere.", next_step="List the stories.", about=story_id)


def _line(connection: Connection, story_id: str) -> StoryLine:
    r, s = story_reports.c, stories.c
    row = connection.execute(select(s.made_at, s.changed_at).where(s.id == story_id)).one()
    query = (
        select(r.article_id)
        .join_from(story_reports, articles, r.article_id == articles.c.id)
        .where(r.story_id == story_id, *_STANDS)
        .order_by(r.article_id)
    )
    ids = tuple(connection.scalars(query))
    return StoryLine(id=story_id, article_ids=ids, made_at=row.made_at, changed_at=row.changed_at)


def _rulings_on(connection: Connection, article_ids: Sequence[str]) -> tuple[StoryRuling, ...]:
    named = select(story_ruling_articles.c.ruling_id).where(
        story_ruling_articles.c.article_id.in_(any_of(article_ids))
    )
    return _rulings(connection, story_rulings.c.id.in_(named))


def _rulings(connection: Connection, *which: ColumnElement[bool]) -> tuple[StoryRuling, ...]:
    query = (
        select(story_rulings.c.record, story_rulings.c.undone_at).where(*which).order_by(story_rulings.c.seq)
    )
    return tuple(
        msgspec.structs.replace(msgspec.json.decode(row.record, type=StoryRuling), undone_at=row.undone_at)
        for row in connection.execute(query)
    )
