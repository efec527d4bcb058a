"""From a page to the article on it."""

import re

import msgspec

from reportedly.language import detect_language
from reportedly.read.assembling import assemble
from reportedly.read.body import body_blocks, told_by
from reportedly.read.decoding import decode, decode_known
from reportedly.read.document import Document
from reportedly.read.folding import fold
from reportedly.read.headline import find_headline
from reportedly.read.kinds import refuse, text_elsewhere
from reportedly.read.labels import is_correction, is_form_label, is_label, is_pointer
from reportedly.read.lead import find_lead
from reportedly.read.mail_head import with_mail_head
from reportedly.read.markup import Markup, read_markup
from reportedly.read.outlet import find_language, language_tag
from reportedly.read.page_facts import without_facts
from reportedly.read.pasted import pasted_document, pasted_parts
from reportedly.read.printed_moments import timed
from reportedly.read.refused import with_stated
from reportedly.read.rendering import parse, render
from reportedly.read.shape_folders import known_outlets
from reportedly.read.shape_places import Layout
from reportedly.read.shape_reading import read_shaped
from reportedly.read.shapes import Outlets
from reportedly.read.sight import Sight
from reportedly.records import Article, Field, Maker, Page, Refusal

MAKER = Maker(room="read", version="1")

_LOOKED_AT = 4096
_HTML = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|article|span|table|br|h1|h2|script|meta|section)\b",
    re.IGNORECASE,
)
_PROLOGUE = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_HTML_START = re.compile(_PROLOGUE + r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.IGNORECASE | re.DOTALL)
_CLOCK = re.compile(r"\d\d?[.:h]\d\d(?:[.:]\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?[^\W\d_]{1,4})?", re.IGNORECASE)
# So many characters at most are folded into one (a Greek letter with its three marks): a longer text is
# not the headline, and most paragraphs are longer.
_MOST_FOLDED_INTO_ONE = 4
_NO_MARKUP = Markup({}, [], [], [], None, None, None)


def read_page(page: Page, outlets: Outlets | None = None) -> Article | Refusal:
    """Return the article on a page, or the refusal of a page that carries none.

    HTML and plain text are told apart by what they hold. Where the page's outlet has a shape among
    `outlets` (by default all that are installed), the shape's choosers outrank the general ones.
    Never raises for what stands on a page.
    """
    text, is_utf8 = decode_known(page)
    if isinstance(text, Refusal):
        return text
    if _FEED.match(text[:_LOOKED_AT]):
        return Refusal(
            reason="no-article", words="This is a feed or a site map: a list of articles, not one."
        )
    if not _is_html(page, text):
        return _read_pasted(page, text)
    tree = parse(text, page.body if is_utf8 else None)
    del text  # the tree keeps its own copy, and all that follows takes memory too
    document, markup = render(tree), read_markup(tree)
    sight = _sight(page, document, markup)
    refusal = refuse(sight, tree, page.status)
    general = with_stated(refusal, sight, page.fetched_at) if refusal else _read_document(page, sight)
    shape = (known_outlets() if outlets is None else outlets).shape_of(page, markup.canonical)
    read = general if shape is None else read_shaped(page, shape, Layout(tree, document, markup), general)
    return read if isinstance(read, Refusal) else with_mail_head(page, read)


def page_text(page: Page) -> str:
    """Return a page's visible text, the `text` of the article on it; '' for bytes that are no text."""
    text = decode(page)
    if isinstance(text, Refusal):
        return ""
    return render(parse(text)).text if _is_html(page, text) else text


def _is_html(page: Page, text: str) -> bool:
    if page.is_pasted:
        return bool(_HTML_START.match(text[:_LOOKED_AT]))
    return bool(_HTML.search(text))


def _read_pasted(page: Page, text: str) -> Article | Refusal:
    """Read running text, whose only markup is its lines."""
    document = pasted_document(text)
    language = detect_language(text) or "en"
    sight = Sight(document=document, markup=_NO_MARKUP, url=page.url, language=language, body=[])
    headline, body = pasted_parts(document, sight.page_words, language)
    if not body:
        return Refusal(reason="no-article", words="The text has no paragraph to read.")
    sight = msgspec.structs.replace(sight, body=body, headline=headline)
    shown = None
    if headline is not None:
        shown = Field(value=sight.words(headline), span=document.blocks[headline].span, confidence=0.9)
    return assemble(page, sight, shown, find_lead(sight))


def _sight(page: Page, document: Document, markup: Markup) -> Sight:
    """Return a page of HTML as its fields are chosen, with the blocks of its body."""
    body = body_blocks(document, told_by(markup))
    language = find_language(document, markup, body)
    tag = language_tag(markup, language)
    sight = Sight(document=document, markup=markup, url=page.url, language=tag, body=body)
    own = [i for i in body if not _is_about_page(sight, i)]
    return msgspec.structs.replace(sight, body=without_facts(sight, own) if own else own)


def _read_document(page: Page, sight: Sight) -> Article:
    """Read a page of HTML."""
    elsewhere = [] if sight.body else [i for i in text_elsewhere(sight) if not _is_about_page(sight, i)]
    sight = msgspec.structs.replace(sight, body=sight.body or elsewhere)
    index, headline = find_headline(sight)
    shown = fold(headline.value) if headline else ""
    longest = _MOST_FOLDED_INTO_ONE * len(shown)
    own = [
        i
        for i in sight.body
        if i != index and (sight.blocks[i].length > longest or fold(sight.words(i)) != shown)
    ]
    sight = msgspec.structs.replace(sight, body=own, headline=index)
    return assemble(page, sight, headline, find_lead(sight))


def _is_clock(words: str) -> bool:
    """Return whether the words of a `<time>` are a time of day with its zone, and no more: "13.31 GMT"."""
    return bool(_CLOCK.fullmatch(words))


def _is_about_page(sight: Sight, index: int) -> bool:
    """Return whether a block of the body is a date, a code, a form's label, a notice or a pointer."""
    words, labels = sight.words(index), sight.page_words
    return (
        is_form_label(words, labels)
        or is_label(words, labels, sight.language)
        or is_correction(words, labels)
        or is_pointer(words, labels)
        or (index in sight.document.times and _is_clock(words))
        or (index in sight.document.times and any(label for _, _, label in timed(sight, index)))
    )
