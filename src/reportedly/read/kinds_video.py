"""Pages around a video, whose text is no more than what describes it."""

from selectolax.lexbor import LexborHTMLParser

from reportedly.read.kinds_called import VIDEO_PATH, is_called_video
from reportedly.read.kinds_lists import linked_types
from reportedly.read.kinds_signs import Signs, address_of
from reportedly.read.sight import Sight
from reportedly.records import Refusal

# A video is described in fewer letters than an article has; one that markup alone calls a video in fewer.
_LONGEST_DESCRIPTION = 500
_LONGEST_UNCALLED = 250
_VIDEO_TYPES = frozenset({"VideoObject", "Clip", "Movie", "Episode", "TVEpisode", "BroadcastEvent"})
_PLAYER = (
    'video, iframe[src*="player" i], iframe[src*="embed" i], [class~="video-player" i], [class~="player" i]'
)
VIDEO = Refusal(reason="video", words="This is a page around a video, without a text of its own.")


def find_video(sight: Sight, signs: Signs, tree: LexborHTMLParser | None) -> Refusal | None:
    """Return the refusal of a page that shows a video and describes it, None for any other.

    Articles hold videos, too: what markup calls an article is one, unless it is short and its address
    that of a video.
    """
    if tree is None or signs.own >= _LONGEST_DESCRIPTION:
        return None
    if signs.is_called_article:
        is_at_video = bool(VIDEO_PATH.search(address_of(sight).path))
        return VIDEO if is_at_video and signs.own < _LONGEST_UNCALLED and _is_typed(sight, tree) else None
    is_short = signs.own < _LONGEST_UNCALLED and not signs.is_dated
    if not _is_typed(sight, tree):
        return VIDEO if is_short and is_video(sight, tree) else None
    return VIDEO if is_short or is_called_video(sight) else None


def is_video(sight: Sight, tree: LexborHTMLParser) -> bool:
    """Return whether a video is what a page without a text is for: by its type, or its address and player."""
    if _is_typed(sight, tree):
        return True
    return bool(VIDEO_PATH.search(address_of(sight).path)) and tree.css_first(_PLAYER) is not None


def _is_typed(sight: Sight, tree: LexborHTMLParser) -> bool:
    if sight.markup.meta.get("og:type", "").lower().startswith("video"):
        return True
    return not linked_types(tree).isdisjoint(_VIDEO_TYPES)
