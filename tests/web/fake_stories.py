"""The part of the fake desk that is about stories: none has been told."""

from collections.abc import Sequence
from typing import NoReturn

from reportedly.desk import StoryList
from reportedly.records import NotInRecord


class FakeStories:
    """Answers as `Desk.stories` does for a record in which every article stands alone."""

    def listed(self, *, limit: int = 50, offset: int = 0) -> StoryList:
        return StoryList(lines=(), total=0)

    def story(self, story_id: str) -> NoReturn:
        raise NotInRecord(f"There is no story {story_id}.", next_step="List the stories.", about=story_id)

    def of(self, article_id: str) -> str | None:
        return None

    def merge(self, story_id: str, other_id: str, *, note: str | None = None) -> NoReturn:
        self.story(story_id)

    def split(self, story_id: str, article_ids: Sequence[str], *, note: str | None = None) -> NoReturn:
        self.story(story_id)

    def undo(self, ruling_id: str) -> NoReturn:
        self.story(ruling_id)
