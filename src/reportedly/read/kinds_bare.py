"""What a page without a text of its own is instead: a video, a gallery, a short list of links."""

from selectolax.lexbor import LexborHTMLParser

from reportedly.read.kinds_lists import (
    PICTURES,
    count_teasers,
    gallery_refusal,
    is_called_gallery,
    section_refusal,
)
from reportedly.read.kinds_signs import Signs, phrases
from reportedly.read.kinds_video import VIDEO, is_video
from reportedly.read.kinds_walls import FEWEST_PHRASES, wall_refusal
from reportedly.read.sight import Sight
from reportedly.records import Refusal

# So many pictures beside no text are a gallery whatever the page calls itself, fewer where it says so.
_FEWEST_PICTURES = 6
_FEWEST_CALLED = 3
# A page that shows no item and has so many links as long as headlines is a list of them.
_FEWEST_TEASERS = 3
# A wall's words stand on its buttons too; so many characters of the page are looked at.
_MOST_READ = 4000


def find_bare(sight: Sight, signs: Signs, tree: LexborHTMLParser | None) -> Refusal | None:
    """Return what a page with too little text for an article shows instead, None where nothing tells.

    Asked only of pages that are refused anyhow; `tree` is the parsed page.
    """
    if tree is None:
        return None
    if is_video(sight, tree):
        return VIDEO
    for kind in ("consent", "paywall", "error_page"):
        found = set(phrases(kind, sight.language).found(sight.document.text[:_MOST_READ]))
        if len(found) >= FEWEST_PHRASES[kind]:
            return wall_refusal(kind)
    pictures = len(tree.css(PICTURES))
    if pictures >= _FEWEST_PICTURES or (pictures >= _FEWEST_CALLED and is_called_gallery(sight, tree)):
        return gallery_refusal()
    is_list = not signs.is_item and count_teasers(sight) >= _FEWEST_TEASERS
    return section_refusal(signs) if is_list else None
