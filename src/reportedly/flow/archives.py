"""An archive through the rooms: which of its pages are read, and which stand in the record already."""

from reportedly.actors import MAKER as NAMED_BY
from reportedly.actors import RESOLVER as RESOLVED_BY
from reportedly.language import load_language
from reportedly.models import tagger_for
from reportedly.read import MAKER as READ_BY
from reportedly.records import Page
from reportedly.statements import maker_of
from reportedly.store import Store


def is_as_read(store: Store, page: Page) -> bool:
    """Return whether reading a page once more would change nothing: it is kept, and no room is newer."""
    made = store.makers(page.sha256, page.url)
    if made is None or made.read_by != READ_BY:
        return False
    if not made.has_article:
        return True
    tagger = tagger_for(load_language(made.language or "und").code)
    return (made.statements_by, made.named_by, made.resolved_by) == (maker_of(tagger), NAMED_BY, RESOLVED_BY)
