"""What the tests of the room `actors` share."""

from collections.abc import Callable

import pytest

from reportedly.actors import name_mentions
from reportedly.language import Language, load_language

from .marked_text import read_marked


@pytest.fixture
def english() -> Language:
    return load_language("en")


@pytest.fixture
def named(english: Language) -> Callable[[str], dict[str, str]]:
    """Return a function from marked text (a headline, then paragraphs) to name by speaker's words."""

    def names(marked: str) -> dict[str, str]:
        given = read_marked("A headline\n" + marked)
        found = {n.mention: n.name for n in name_mentions(given.article, given.statements, english)}
        return {span.of(given.article.text): found.get(span, "") for span in given.names}

    return names
