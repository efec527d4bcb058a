"""Stories: what the desk tells of all reports of one happening, and what a person rules of them."""

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final

import msgspec

from reportedly import flow
from reportedly.copies import family_of, utterances_of
from reportedly.records import Carrier, CopyLink, Origin, Said, StoryRuling, StoryWords, Utterance
from reportedly.store import ArticleLine, KeptArticle, Store
from reportedly.store.stories import StoryLine as KeptStory
from reportedly.stories import StoryReport, summary_of, title_of

# Reports of a story that are opened whole, for its words and its statements; the rest are counted and listed.
MOST_OPENED = 60

# Sentences of a summary that are enough to keep to one language.
_ENOUGH = 2

_NONE: Final[Mapping[str, KeptArticle]] = MappingProxyType({})


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a line of a list: its title, who reported it, on how many origins, from when to when.

    `languages` are the codes of its reports' languages, the one of most reports first.
    """

    id: str
    title: StoryWords | None
    reports: int
    outlets: int
    origins: int
    languages: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    changed_at: datetime.datetime


class StoryList(msgspec.Struct, frozen=True, kw_only=True):
    """One page of stories, the one with the newest report first, and how many there are in all."""

    lines: tuple[StoryLine, ...]
    total: int


class StoryCarrier(msgspec.Struct, frozen=True, kw_only=True):
    """A report of a story as a line of its tree: who took from whom, each origin before its carriers."""

    article: ArticleLine
    carrier: Carrier


class StoryDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day of a story: the reports of that day that took from nobody, and what was said in them first."""

    day: str | None
    reports: tuple[ArticleLine, ...]
    said: tuple[Utterance, ...]


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """All reports of one happening.

    `title` and `summary` are exact words of reports. `reports` are its tree of origins and carriers;
    `utterances` what was said in it, each once; `days` its time line, the oldest first; `rulings` what
    persons ruled of its reports, the newest first.
    """

    line: StoryLine
    summary: tuple[StoryWords, ...]
    reports: tuple[StoryCarrier, ...]
    origins: tuple[Origin, ...]
    utterances: tuple[Utterance, ...]
    days: tuple[StoryDay, ...]
    rulings: tuple[StoryRuling, ...]


class Stories:
    """The part of the desk that is about stories; `Desk.stories`."""

    def __init__(self, store: Store, clock: Callable[[], datetime.datetime]) -> None:
        self._store = store
        self._clock = clock

    def tell_all(self) -> Iterator[tuple[str, bool]]:
        """Tell the story of every article; yield each with whether it had not been told before.

        Articles are told as they are read; this is for those kept by an earlier Reportedly.
        """
        for article_id in self._store.article_ids():
            article = self._store.article_read(article_id)
            yield article_id, flow.tell_story(self._store, article_id, article, now=self._clock())

    def listed(self, *, limit: int = 50, offset: int = 0) -> StoryList:
        """Return the stories that two articles or more report, the one with the newest report first."""
        page = self._store.stories.listed(limit=limit, offset=offset)
        lines = []
        for kept in page.lines:
            tree = self._tree(kept.article_ids)
            lines.append(_line(kept, tree, self._opened(_heads(tree))))
        return StoryList(lines=tuple(lines), total=page.total)

    def of(self, article_id: str) -> str | None:
        """Return the story an article is of, None where none has been told; raises NotInRecord."""
        return self._store.stories.story_of(self._store.article(article_id).id)

    def story(self, story_id: str) -> Story:
        """Return a story, also by an identifier it had before it was merged; raises NotInRecord."""
        kept = self._store.stories.story(story_id)
        tree = self._tree(kept.article_ids)
        opened = self._opened(tree.reports)
        heads = self._opened(_heads(tree), opened)
        utterances = utterances_of([said for article in opened.values() for said in _said(article)])
        line = _line(kept, tree, heads)
        return Story(
            line=line,
            summary=_summary(_as_reports(tree, opened), line.title),
            reports=tree.reports,
            origins=tree.origins,
            utterances=utterances,
            days=_days(tree, utterances),
            rulings=self._store.stories.rulings(kept.article_ids),
        )

    def merge(self, story_id: str, other_id: str, *, note: str | None = None) -> StoryRuling:
        """Rule that two stories are one; both addresses lead there. Raises NotInRecord and BadRequest."""
        pair = (story_id, other_id)
        return self._store.stories.rule("merge", pair, (), note=note, now=self._clock())

    def split(self, story_id: str, article_ids: Sequence[str], *, note: str | None = None) -> StoryRuling:
        """Rule that some of a story's articles are a story of their own. Raises NotInRecord."""
        return self._store.stories.rule("split", (story_id,), article_ids, note=note, now=self._clock())

    def undo(self, ruling_id: str) -> StoryRuling:
        """Take back what a person ruled; it is kept, marked as taken back. Raises NotInRecord."""
        return self._store.stories.undo(ruling_id, now=self._clock())

    def rulings(self) -> tuple[StoryRuling, ...]:
        """Return all that persons ruled of stories, the newest first."""
        return self._store.stories.rulings()

    def _tree(self, article_ids: Sequence[str]) -> "_Tree":
        lines = {each.id: each for each in self._store.copies.lines(article_ids)}
        ordered = sorted(lines.values(), key=_by_time)
        links = [each for each in self._store.copies.links_of(tuple(lines)) if _is_inside(each, lines)]
        family = family_of([line.id for line in ordered], links)
        reports = tuple(
            StoryCarrier(article=lines[each.article_id], carrier=each) for each in family.carriers
        )
        return _Tree(reports=reports, origins=family.origins, in_order=tuple(ordered))

    def _opened(
        self, reports: Sequence[StoryCarrier], before: Mapping[str, KeptArticle] = _NONE
    ) -> dict[str, KeptArticle]:
        """Return the first of some reports whole; those opened before are not asked for again."""
        ids = [each.article.id for each in reports[:MOST_OPENED]]
        return {one: before.get(one) or self._store.article(one) for one in ids}


class _Tree(msgspec.Struct, frozen=True, kw_only=True):
    """A story's reports as trees of copies, its origins, and its reports in the order they came."""

    reports: tuple[StoryCarrier, ...]
    origins: tuple[Origin, ...]
    in_order: tuple[ArticleLine, ...]


def _heads(tree: _Tree) -> Sequence[StoryCarrier]:
    """Return the reports that took from nobody, all where there is none."""
    return [each for each in tree.reports if each.carrier.depth == 0] or tree.reports


def _line(kept: KeptStory, tree: _Tree, heads: dict[str, KeptArticle]) -> StoryLine:
    published = [line.published for line in tree.in_order if line.published]
    languages = Counter(line.language for line in tree.in_order if line.language)
    return StoryLine(
        id=kept.id,
        title=title_of(_as_reports(tree, heads)),
        reports=len(tree.reports),
        outlets=len({line.outlet or line.id for line in tree.in_order}),
        origins=len(tree.origins),
        languages=tuple(code for code, _ in languages.most_common()),
        first_published=published[0] if published else None,
        last_published=published[-1] if published else None,
        changed_at=kept.changed_at,
    )


def _summary(reports: Sequence[StoryReport], title: StoryWords | None) -> tuple[StoryWords, ...]:
    """Return a story's summary, in the language of its title where that has enough sentences."""
    languages = {each.id: each.article.language.value for each in reports if each.article.language}
    own = languages.get(title.article_id) if title else None
    found = summary_of([each for each in reports if languages.get(each.id) == own])
    return found if len(found) >= _ENOUGH else summary_of(reports)


def _by_time(line: ArticleLine) -> tuple[str, str]:
    return line.published or line.read_at.isoformat(), line.id


def _is_inside(link: CopyLink, lines: dict[str, ArticleLine]) -> bool:
    return link.copy in lines and (link.origin is None or link.origin in lines)


def _as_reports(tree: _Tree, opened: dict[str, KeptArticle]) -> list[StoryReport]:
    """Return the opened articles in the order they came, with the origin each goes back to."""
    origin = {
        each: one.article_id or f"credited {one.credited}" for one in tree.origins for each in one.carried_by
    }
    return [
        StoryReport(id=line.id, article=opened[line.id].article, origin=origin.get(line.id))
        for line in tree.in_order
        if line.id in opened
    ]


def _said(kept: KeptArticle) -> Iterator[Said]:
    published = kept.article.published
    for each in kept.statements:
        speaker = each.statement.speaker
        mention = speaker.of(kept.article.text) if speaker else None
        if each.statement.found_in == "text" and each.withdrawn_at is None:
            yield Said(
                statement_id=each.id,
                article_id=kept.id,
                words=each.statement.words(kept.article.text),
                speaker=each.naming.name if each.naming else mention,
                day=published.value.date if published else None,
            )


def _days(tree: _Tree, utterances: Sequence[Utterance]) -> tuple[StoryDay, ...]:
    """Return the time line: by day, reports that took from nobody, and what was said in the day's reports."""
    heads = {each.article.id for each in tree.reports if each.carrier.depth == 0}
    day_of = {line.id: line.published[:10] if line.published else None for line in tree.in_order}
    first: dict[str | None, list[Utterance]] = {}
    for utterance in utterances:
        days = [day_of.get(article) for article in utterance.article_ids]
        stated = sorted(day for day in days if day)
        first.setdefault(stated[0] if stated else None, []).append(utterance)
    days = sorted({*day_of.values(), *first}, key=lambda day: (day is None, day or ""))
    return tuple(
        StoryDay(
            day=day,
            reports=tuple(line for line in tree.in_order if day_of[line.id] == day and line.id in heads),
            said=tuple(first.get(day, ())),
        )
        for day in days
    )
