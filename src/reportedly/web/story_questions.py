"""What the pages about stories ask of the desk."""

from collections.abc import Sequence
from typing import Protocol

from reportedly.desk import Story, StoryList
from reportedly.records import StoryRuling


class StoryQuestions(Protocol):
    """What the pages about stories ask of the desk; `Desk.stories` answers."""

    def listed(self, *, limit: int = 50, offset: int = 0) -> StoryList:
        """Return stories, the one with the newest report first."""

    def story(self, story_id: str) -> Story:
        """Return one story, also by an identifier it had before a merge."""

    def of(self, article_id: str) -> str | None:
        """Return the story an article is of."""

    def merge(self, story_id: str, other_id: str, *, note: str | None = None) -> StoryRuling:
        """Rule that two stories are one."""

    def split(self, story_id: str, article_ids: Sequence[str], *, note: str | None = None) -> StoryRuling:
        """Rule that some of a story's articles are a story of their own."""

    def undo(self, ruling_id: str) -> StoryRuling:
        """Take a ruling back."""


class AsksOfStories(Protocol):
    """A desk with a part about stories."""

    @property
    def stories(self) -> StoryQuestions:
        """Return that part."""
