"""What a box's tag and markup say about the part of the page it is."""

import itertools
import re
from collections.abc import Sequence

from reportedly.read.document import OUTSIDE, Block, Box, Region

_BY_TAG = {
    "nav": Region.NAVIGATION,
    "footer": Region.FOOTER,
    "aside": Region.ASIDE,
    "header": Region.HEADER,
    "form": Region.FORM,
    "select": Region.FORM,
    "textarea": Region.FORM,
    "button": Region.FORM,
    "input": Region.FORM,
    "label": Region.FORM,
    "fieldset": Region.FORM,
    "figure": Region.FIGURE,
    "figcaption": Region.FIGURE,
    "dialog": Region.DIALOG,
    "article": Region.ARTICLE,
    "menu": Region.NAVIGATION,
}
# Words in class, id and microdata, as whole parts of a name ("article-footer" has the part "footer").
# In the order of use; the names are those that content systems and templates give, not any one outlet's.
_HINTS = (
    (
        Region.NAVIGATION,
        "nav navbar navigation menu breadcrumb breadcrumbs pagination pager toolbar topbar skip masthead",
    ),
    (Region.FOOTER, "footer colophon copyright imprint impressum"),
    (Region.ASIDE, "sidebar aside rail infobox factbox pullquote pull"),
    (Region.FORM, "search login signin signup newsletter subscribe subscription commentform respond"),
    (
        Region.COMMENTS,
        "comment comments disqus commentlist commentsarea kommentare kommentarer leserkommentare reacties "
        "lezersreacties commentaires comentarios commenti yorumlar komentarze forum replies pinglun",
    ),
    (
        Region.RELATED,
        "related recommended recommendations recommendation readmore morelinks mostread popular trending "
        "teasers outbrain taboola suggested similar alsolike moreon latest recirc recirculation readnext "
        "nextup latestnews",
    ),
    (
        Region.PROMOTION,
        "ad ads advert advertisement adslot promo promotion sponsor sponsored banner paywall donate "
        "donation appeal cta anzeige werbung",
    ),
    (Region.DIALOG, "cookie cookies consent gdpr modal popup overlay cookiebanner tooltip"),
    (Region.TAGS, "tags taglist keywords share sharing social socials sharebar sharedaddy addtoany tagcloud"),
    (Region.BYLINE, "byline author authors autor autoren writer bio authorbox dateline reporter"),
    (Region.FIGURE, "caption figcaption credit photo gallery image picture slideshow"),
    (Region.MEDIA, "video player audio podcast embed twitter tweet instagram"),
    (
        Region.LEAD,
        "lead lede leadtext standfirst subtitle subheadline subhead subheading deck dek intro excerpt "
        "summary vorspann teasertext abstract description chapeau entradilla bajada kicker preamble "
        "ingress sapo",
    ),
    (
        Region.BODY,
        "articlebody articletext storybody bodytext entry postcontent articlecontent richtext storytext",
    ),
    (Region.LIVE, "liveblog liveticker liveupdates"),
)
_BY_PART = {part: region for region, parts in _HINTS for part in parts.split()}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What takes names apart: parts stay, blanks between names and between boxes become parts of their own.
_BLANK, _PARTED = "|", "\0"
_PARTS = "".join(
    c if c.islower() or c == _PARTED else _BLANK if c.isspace() else " " for c in map(chr, range(128))
)
# Few parts of a page are told or begin a pair that is; the rest are not looked at twice.
_LOOKED_AT = {_PARTED, *_BY_PART} | {part[:end] for part in _BY_PART for end in range(1, len(part))}
# A class list that names everything names nothing: body and html carry the whole page's state.
_WHOLE_PAGE = frozenset({"html", "body", "main"})


def name_regions(boxes: Sequence[Box], names: Sequence[str]) -> None:
    """Put every box into the regions of its tag and of its names (class, id, itemprop) as written.

    Single parts count ("post-footer" is a footer), and so do neighbouring pairs written as one
    ("article-body" and "articleBody" as "articlebody").
    """
    named = _regions_of(names)
    by_tag = _BY_TAG.get
    for box, name in zip(boxes, names, strict=True):
        tag = box.tag
        box.regions |= by_tag(tag, 0) if tag in _WHOLE_PAGE else named[name] | by_tag(tag, 0)


# An outlet's pages share their names, so the regions of the last few thousand are remembered.
_MOST_REMEMBERED = 8192
_LONGEST_REMEMBERED = 120
_remembered: dict[str, int] = {"": 0}


def _regions_of(names: Sequence[str]) -> dict[str, int]:
    """Return the regions of a page's names, those met before from memory."""
    known = {name: _remembered.get(name) for name in names}
    new = [name for name, regions in known.items() if regions is None]
    found = _regions_of_names(new) if new else {}
    if len(_remembered) + len(found) > _MOST_REMEMBERED:
        _remembered.clear()
    _remembered.update(pair for pair in found.items() if len(pair[0]) <= _LONGEST_REMEMBERED)
    return {name: found[name] if regions is None else regions for name, regions in known.items()}


def _regions_of_names(names: list[str]) -> dict[str, int]:
    """Return the regions of names, which are taken apart in one go."""
    lowered = _CAMEL.sub("-", _PARTED.join(names)).lower().translate(_PARTS)
    parts = lowered.replace(_BLANK, f" {_BLANK} ").replace(_PARTED, f" {_PARTED} ").split()
    named = dict.fromkeys(names, 0)
    following = iter(names)
    name = next(following, "")
    for part, after in itertools.pairwise([*parts, ""]):
        if part in _LOOKED_AT:
            if part == _PARTED:
                name = next(following)
            else:
                named[name] |= _BY_PART.get(part, 0) | _BY_PART.get(part + after, 0)
    return named


# A part that holds more than this share of a page's running text is not what its name says: whole
# pages stand in boxes called "has-sidebar" or "with-ads". Comments and forms do run long.
_MOST_OF_A_PAGE = 0.4
_MOST_OF_A_PAGE_COMMENTS = 0.8
# Shorter blocks are labels and links, which say nothing about where the article stands.
_RUNNING_TEXT = 80


def inherit_regions(boxes: Sequence[Box], blocks: Sequence[Block]) -> None:
    """Hand every box the regions of the boxes around it, but for names that too much text belies."""
    held = [0] * max(1, len(boxes))
    for block in blocks:
        length = block.span.end - block.span.start
        if length >= _RUNNING_TEXT and block.linked * 2 < length:
            held[block.box] += length
    for i in range(len(boxes) - 1, 0, -1):
        held[boxes[i].parent] += held[i]
    for i, box in enumerate(boxes):
        if box.regions & _SIDES and held[i] > _MOST_OF_A_PAGE * held[0]:
            box.regions &= ~_belied(held[i] / held[0])
        if i:
            box.regions |= boxes[box.parent].regions


def _belied(share: float) -> int:
    """Return the regions that a box with this share of the page's running text cannot be."""
    return _SIDES if share > _MOST_OF_A_PAGE_COMMENTS else _SIDES & ~Region.COMMENTS


_SIDES = OUTSIDE | Region.ASIDE | Region.FIGURE | Region.BYLINE | Region.HEADER | Region.LEAD | Region.MEDIA
