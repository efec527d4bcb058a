"""Which pages are no single article, and why; what a live ticker has to say."""

from selectolax.lexbor import LexborHTMLParser

from reportedly.read.kinds_bare import find_bare
from reportedly.read.kinds_lists import find_list
from reportedly.read.kinds_live import find_entries
from reportedly.read.kinds_signs import Signs, own_letters, read_signs, text_elsewhere
from reportedly.read.kinds_video import find_video
from reportedly.read.kinds_walls import find_wall
from reportedly.read.sight import Sight
from reportedly.records import Refusal

__all__ = ["find_entries", "refuse", "text_elsewhere"]

# A dated page with this much text of its own is an article, whatever stands around it.
_PLENTY = 600
# So much text is an article wherever nothing speaks against it; less wants a sign that it is one item.
_ENOUGH = 140
_FEWEST = 60
# What markup dates is one item even where a sentence is all that can be read of it.
_FEWEST_DATED = 40


def refuse(sight: Sight, tree: LexborHTMLParser | None = None, status: int | None = None) -> Refusal | None:
    """Return why a page of HTML is no article, None for one that is.

    Front pages, section fronts, search results, galleries, walls, log-in forms, error pages and
    shells without their script each have their reason; what is left without a text is a video, a gallery
    or a short list where anything shows it, else `no-article`.
    Short texts are articles where anything says that the page is about one thing. `tree` is the parsed
    page, asked only about pages that are in doubt; `status` that of the response.
    """
    signs = read_signs(sight)
    is_served = status is None or status < 400
    if signs.own >= _PLENTY and signs.is_dated and is_served:
        return None
    found = find_wall(sight, signs, tree, status) or find_list(sight, signs, tree)
    found = found or find_video(sight, signs, tree)
    if found is not None and not find_entries(sight):
        return found
    if found is not None or _has_text(sight, signs):
        return None
    return find_bare(sight, signs, tree) or _no_text(signs)


def _has_text(sight: Sight, signs: Signs) -> bool:
    """Return whether a page has a text of its own, in the body or, for one item, elsewhere."""
    if signs.own >= _ENOUGH:
        return True
    is_item = signs.is_item or _has_one_heading(sight)
    if signs.own >= _FEWEST or not is_item:
        return is_item and signs.own >= _FEWEST
    elsewhere = sum(own_letters(sight, i) for i in text_elsewhere(sight))
    return signs.own + elsewhere >= _FEWEST or (signs.is_dated and signs.own + elsewhere >= _FEWEST_DATED)


def _has_one_heading(sight: Sight) -> bool:
    return len(sight.markup.headings) == 1


def _no_text(signs: Signs) -> Refusal:
    words = f"Only {signs.own} characters of running text stand on the page, too few for an article."
    return Refusal(reason="no-article", words=words)
