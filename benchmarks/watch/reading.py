"""The reading of a watched page without its statements: the article alone."""

from reportedly.read import MAKER, read_page
from reportedly.records import Page, Refusal
from reportedly.store import Reading


def article_only(page: Page) -> Reading:
    """Return the article on a page, or why there is none."""
    article = read_page(page)
    if isinstance(article, Refusal):
        return Reading(refusal=article, read_by=MAKER, statements_by=MAKER, named_by=MAKER)
    return Reading(article=article, read_by=MAKER, statements_by=MAKER, named_by=MAKER)
