"""Reports of one happening: which of them are of one story, its title and its summary."""

from reportedly.records import Maker
from reportedly.stories.abroad import Told, joined_abroad, link_abroad
from reportedly.stories.context import Pairs
from reportedly.stories.grouping import Bounds, grouped
from reportedly.stories.linking import compare_all, find_pairs, group_reports, link
from reportedly.stories.naming import Named, name_stories, story_identifier
from reportedly.stories.near import NEAR_DAYS, NearReports
from reportedly.stories.report import Bag, Report, Sketch
from reportedly.stories.ruling import bounds_of
from reportedly.stories.sketching import sketched
from reportedly.stories.summing import StoryReport, summary_of, title_of
from reportedly.stories.weighing import SIGNS

MAKER = Maker(room="stories", version="2")

__all__ = [
    "MAKER",
    "NEAR_DAYS",
    "SIGNS",
    "Bag",
    "Bounds",
    "Named",
    "NearReports",
    "Pairs",
    "Report",
    "Sketch",
    "StoryReport",
    "Told",
    "bounds_of",
    "compare_all",
    "find_pairs",
    "group_reports",
    "grouped",
    "joined_abroad",
    "link",
    "link_abroad",
    "name_stories",
    "sketched",
    "story_identifier",
    "summary_of",
    "title_of",
]
