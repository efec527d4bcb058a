"""Articles and statements for the tests of the room `actors`, built from plain text."""

import pytest

from reportedly.language import Language, load_language


@pytest.fixture
def english() -> Language:
    return load_language("en")
