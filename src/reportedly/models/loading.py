"""Which languages have a trained model, and its loading when it is first asked for."""

import functools
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.models.meanings import Meanings
    from reportedly.models.tagger import Tagger

# The languages with weights of their own; the card of each says what it was made from.
_WORLD = "statements_world"
_WEIGHTS = {"en": "statements_en", **dict.fromkeys(("ar", "de", "es", "fa", "fr", "ru"), _WORLD)}


LANGUAGES_COMPARED = frozenset({"ar", "de", "en", "es", "fa", "fr", "ru"})
"""The languages whose sentences can be compared with one another; see `meanings`."""


def tagger_for(language: str) -> "Tagger | None":
    """Return the tagger with weights for a language (`en`), None where the package has none.

    Loading takes about a second, the first time alone.
    """
    name = _WEIGHTS.get(language)
    return _loaded(name) if name else None


@functools.cache
def _loaded(name: str) -> "Tagger":
    # The run time of models takes a quarter of a second to import: who reads nothing does not pay it.
    from reportedly.models.tagger import load_tagger

    return load_tagger(name, resources.files("reportedly.models").joinpath("weights"))


@functools.cache
def meanings() -> "Meanings":
    """Return what tells the meaning of sentences across languages, loaded once: some 100 milliseconds."""
    from reportedly.models.meanings import load_meanings

    return load_meanings(resources.files("reportedly.models").joinpath("weights"))
