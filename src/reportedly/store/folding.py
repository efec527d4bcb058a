"""Which texts are searched by letters, because their script puts no spaces between words."""

import re

# Scripts written without spaces between words (Thai, Lao, Tibetan, Myanmar, Khmer, kana, Bopomofo, Han),
# and Hangul, whose particles stick to the word: there, only a search by letters finds a word.
_UNSPACED = re.compile(
    "[\u0e00-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003fffd]"
)


def is_unspaced(text: str) -> bool:
    """Return whether any of the text is in a script that puts no spaces between words."""
    return _UNSPACED.search(text) is not None
