"""What a page that carries no article says of itself all the same."""

import datetime

import msgspec

from reportedly.read.headline import find_headline
from reportedly.read.published import find_stated_times, find_times
from reportedly.read.sight import Sight
from reportedly.records import Refusal

# Pages about one thing, though they hold next to nothing of its text: read as an article would be.
_ABOUT_ONE = ("no-article", "gallery", "paywall", "login", "video")
# Lists of other pages: they have a name and, at times, say when they were made.
_LISTS = ("front-page", "section-front", "search-results")


def with_stated(refusal: Refusal, sight: Sight, fetched_at: datetime.datetime | None) -> Refusal:
    """Return a refusal with the headline and the publish time that its page names.

    A page that stands in an article's place (an error, a wall of consent) names only those that its
    markup keeps of the article; its visible words are its own.
    """
    index, headline = find_headline(sight)
    sight = msgspec.structs.replace(sight, headline=index)
    if refusal.reason in _ABOUT_ONE:
        times = find_times(sight, fetched_at)
    else:
        times = find_stated_times(sight, fetched_at, is_printed=refusal.reason in _LISTS)
    is_own = refusal.reason in (*_ABOUT_ONE, *_LISTS) or times.published is not None
    return msgspec.structs.replace(refusal, headline=headline if is_own else None, published=times.published)
