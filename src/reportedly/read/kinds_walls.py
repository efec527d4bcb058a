"""Pages that stand in an article's place: errors, walls, log-in forms, shells without their script."""

import re

import msgspec
from selectolax.lexbor import LexborHTMLParser

from reportedly.read.document import OUTSIDE, Region
from reportedly.read.kinds_called import is_called_login
from reportedly.read.kinds_signs import Signs, called, own_letters, phrases, text_elsewhere
from reportedly.read.sight import Sight
from reportedly.records import Refusal

# What is left of a page without the blocks that speak of the wall: less is no text of its own.
_FEWEST_OWN = 60
# Of undated pages, what is left may also be this share of the notices: walls list their purposes.
_MOST_LEFT = 0.5
# A page of an error explains itself in a few sentences; a longer text about errors is an article.
_LONGEST_ERROR = 500
_LONGEST_SERVED_ERROR = 1200
_LONGEST_HEADED_ERROR = 260
_LONGEST_GONE = 240
_HEADING = 30
_ERROR_STATUS = 400
_LONGEST_WALL = 2000
# Before a wall stands a teaser or the beginning of a sentence, of fewer letters than these.
_LONGEST_STUB = 200
_LONGEST_CUT = 450
# A paragraph stops in mid-sentence if it holds a sentence before and ends without a mark.
_SHORTEST_CUT = 60
# Or it stands at most so many blocks above the offer.
_NEAR_OFFER = 4
_SENTENCE = re.compile(r"[.!?…。！？؟۔]\s?[^\W\d_]")
_COMMAS = frozenset(",،，、;；:：—–")
_CUT = ("…", "...", "[…]", "[...]")
# A block with a phrase of the wall in it speaks of the wall if it is no longer than this.
_LONGEST_NOTICE = 600
# One phrase may stand in any brief ("subscribe now"); so many different ones do not.
# "Temporarily unavailable" is said of lifts, too; beside "we will be back soon" it is said of the site.
FEWEST_PHRASES = {
    "consent": 3,
    "paywall": 2,
    "login": 1,
    "needs_javascript": 1,
    "error_page": 1,
    "gone": 2,
}
# Walls say in a heading what they are: "Are you over 18?".
_HEADED = ("consent", "paywall")
_SECRET_FIELD = "input[type=password]"  # noqa: S105  a selector, not a password
# "500 – a small car" is a story, "404 | The Post" is none.
_ERROR_TITLE = re.compile(
    r"^\W*(?:error\s*)?(?:40[34]\s*(?:$|[-–—|:])"
    r"|(?:40[034]|50[0-3])\s*(?:$|error|not found|forbidden))|^error$",
    re.IGNORECASE,
)

_ERROR = Refusal(reason="error-page", words="The page says that what was asked for is not there.")
_SCRIPT = Refusal(reason="needs-javascript", words="The page shows nothing until its scripts have run.")
_CONSENT = Refusal(reason="consent-wall", words="The page only asks for consent to cookies and the like.")
_LOGIN = Refusal(reason="login", words="The page only asks readers to log in.")
_PAYWALL = Refusal(reason="paywall", words="The page only offers a subscription; the article is not on it.")


class _Notices(msgspec.Struct, frozen=True):
    """How many letters of a page speak of a wall, how many do not, and how many different phrases do."""

    spoken: int
    left: int
    phrases: int


def wall_refusal(kind: str) -> Refusal:
    """Return the refusal of a page that stands in an article's place: "consent", "paywall", "error_page"."""
    return {"consent": _CONSENT, "paywall": _PAYWALL, "error_page": _ERROR}[kind]


def find_wall(
    sight: Sight, signs: Signs, tree: LexborHTMLParser | None, status: int | None
) -> Refusal | None:
    """Return the refusal of a page that stands where an article should be, None for any other.

    `tree` tells of password fields and of what stands in `<noscript>`, `status` is that of the response.
    """
    if status is not None and status >= _ERROR_STATUS:
        return _ERROR if signs.own < (_FEWEST_OWN if signs.is_dated else _LONGEST_SERVED_ERROR) else None
    if signs.own > (_LONGEST_NOTICE if signs.is_item else _LONGEST_WALL):
        return None
    texts = [*sight.body, *text_elsewhere(sight)]
    if _is_error(sight, signs, texts):
        return _ERROR
    if _is_shell(sight, signs, texts, tree):
        return _SCRIPT
    if _is_all_notice(sight, signs, texts, "consent"):
        return _CONSENT
    if _is_login(sight, signs, texts, tree):
        return _LOGIN
    return _PAYWALL if _is_all_notice(sight, signs, texts, "paywall") else None


def _is_error(sight: Sight, signs: Signs, texts: list[int]) -> bool:
    """Return whether a page calls itself an error, or speaks of nothing else."""
    if signs.is_dated or signs.own >= _LONGEST_ERROR:
        return False
    errors = phrases("error_page", sight.language)
    names = [*called(sight), *(_upper_headings(sight) if signs.own < _LONGEST_HEADED_ERROR else ())]
    if any(_ERROR_TITLE.search(name) or errors.found(name) for name in names):
        return True
    if not signs.is_item and _is_all_notice(sight, signs, texts, "error_page"):
        return True
    if not signs.is_called_article and _is_closed(sight, signs, texts):
        return True
    # Addresses of one item outlive it: there the first words say that it is gone.
    if signs.is_called_article:
        return False
    first = next((w for i in sorted(texts) if (w := sight.words(i)) and own_letters(sight, i) > _HEADING), "")
    return 0 < len(first) <= _LONGEST_GONE and bool(errors.found(first))


def _is_closed(sight: Sight, signs: Signs, texts: list[int]) -> bool:
    """Return whether a page says of the site that it is under repair, in its title too or in nothing else."""
    if _is_all_notice(sight, signs, texts, "gone"):
        return True
    gone = phrases("gone", sight.language)
    titles = {phrase for name in called(sight) for phrase in gone.found(name)}
    said = {phrase for i in texts for phrase in gone.found(sight.words(i))}
    return bool(titles) and len(titles | said) >= FEWEST_PHRASES["gone"] and signs.own < _LONGEST_HEADED_ERROR


def _upper_headings(sight: Sight) -> list[str]:
    """Return the headings of the second and third level down to the first paragraph."""
    upper = range(min(len(sight.blocks), sight.body_start + 1))
    return [sight.words(i) for i in upper if sight.document.tag(sight.blocks[i]) in ("h2", "h3")]


def _is_shell(sight: Sight, signs: Signs, texts: list[int], tree: LexborHTMLParser | None) -> bool:
    """Return whether next to nothing but a request for JavaScript stands on the page."""
    if _is_all_notice(sight, signs, texts, "needs_javascript"):
        return True
    if tree is None or texts:
        return False
    scripts = phrases("needs_javascript", sight.language)
    return any(scripts.found(node.text()) for node in tree.css("noscript"))


def _is_login(sight: Sight, signs: Signs, texts: list[int], tree: LexborHTMLParser | None) -> bool:
    """Return whether a form for a name and a password is what the page is for."""
    has_field = tree is not None and tree.css_first(_SECRET_FIELD) is not None
    if has_field and not signs.is_item and is_called_login(sight):
        return True
    if signs.is_dated or _notices(sight, texts, "login").left >= _FEWEST_OWN:
        return False
    words = phrases("login", sight.language)
    if any(name.lower().startswith(words.words) for name in called(sight)):
        return True
    return not signs.is_item and has_field and bool(words.found(sight.document.text))


def _is_all_notice(sight: Sight, signs: Signs, texts: list[int], kind: str) -> bool:
    """Return whether a page's running text speaks of one kind of wall and of nothing else."""
    found = _notices(sight, texts, kind)
    if found.spoken == 0 or found.phrases < FEWEST_PHRASES[kind]:
        return False
    if kind == "paywall" and found.left < _longest_stub(sight, texts, found):
        return True
    return found.left < _FEWEST_OWN or (not signs.is_item and found.left < _MOST_LEFT * found.spoken)


def _longest_stub(sight: Sight, texts: list[int], found: _Notices) -> int:
    """Return how many letters may stand before a paywall: more where they stop in mid-sentence.

    Where markup alone says that the article costs money, a stub is no longer than the offer.
    """
    if _is_cut(sight, texts):
        return _LONGEST_CUT
    if found.left < _LONGEST_STUB and _is_headed(sight):
        return _LONGEST_STUB
    costs = str(sight.linked.get("isAccessibleForFree", "")).casefold() == "false"
    return min(_LONGEST_STUB, found.spoken) if costs else 0


def _is_headed(sight: Sight) -> bool:
    """Return whether a heading says that the article is for those who pay."""
    offers = phrases("paywall", sight.language)
    below = sight.blocks[sight.body_start :]
    heads = (b for b in below if sight.document.tag(b) in ("h2", "h3", "h4"))
    return any(offers.found(block.words) for block in heads)


def _is_cut(sight: Sight, texts: list[int]) -> bool:
    """Return whether a paragraph of the page stops in mid-sentence, or without a mark before the offer."""
    offers = phrases("paywall", sight.language)
    for index in texts:
        words = sight.words(index)
        if words.endswith(_CUT):
            return True
        if own_letters(sight, index) < _SHORTEST_CUT or not _stops(words):
            continue
        below = range(index + 1, min(len(sight.blocks), index + 1 + _NEAR_OFFER))
        if _SENTENCE.search(words) or any(offers.found(sight.words(i)) for i in below):
            return not offers.found(words)
    return False


def _stops(words: str) -> bool:
    """Return whether words end in a letter or a comma; Thai ends its sentences so."""
    return (words[-1].isalpha() and not "\u0e00" <= words[-1] <= "\u0e7f") or words[-1] in _COMMAS


def _may_offer(sight: Sight, index: int) -> bool:
    """Return whether a short line can be an offer's: it stands in a box for one, or in no box at all."""
    block = sight.blocks[index]
    regions = sight.document.regions(block)
    return block.length <= _LONGEST_NOTICE and (bool(regions & Region.PROMOTION) or not regions & OUTSIDE)


def _notices(sight: Sight, texts: list[int], kind: str) -> _Notices:
    """Return what the page's texts say of a kind of wall; an offer's own box is named for what it is."""
    looked_for = phrases(kind, sight.language)
    spoken, left = 0, 0
    said: set[str] = set()
    if kind == "paywall":
        start = sight.body_start if sight.body else 0
        offers = [i for i in range(start, len(sight.blocks)) if _may_offer(sight, i)]
        texts = [*texts, *(i for i in offers if i not in texts and looked_for.found(sight.words(i)))]
    for index in texts:
        words = sight.words(index)
        found = looked_for.found(words) if len(words) <= _LONGEST_NOTICE else []
        said.update(found)
        letters = own_letters(sight, index)
        spoken += letters if found else 0
        left += 0 if found else letters
    if said and kind in _HEADED:
        said.update(phrase for name in _upper_headings(sight) for phrase in looked_for.found(name))
    return _Notices(spoken, left, len(said))
