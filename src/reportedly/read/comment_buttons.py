"""The buttons and counts that stand among readers' comments."""

import functools
import re

from reportedly.language import PageWords, load_language
from reportedly.read.word_patterns import WordPattern, either

# A line of buttons is no longer than a head.
_LONGEST_LINE = 110
# Between buttons: figures, marks, and the letter for thousands.
_COUNT = r"[\d\W_]|(?<=\d)[kк](?!\w)"
_ONLY_COUNTS = re.compile(rf"(?:{_COUNT})+")
# From here on scripts put no blanks between words: "赞(3)回复举报" are three buttons.
_FIRST_WIDE = "\u2e80"


def is_buttons(line: str, words: PageWords) -> bool:
    """Return whether a line is nothing but buttons and counts: "Like (3) · Reply", "Beğen 2 Yanıtla"."""
    if len(line) > _LONGEST_LINE:
        return False
    folded = line.casefold()
    return bool(_ONLY_COUNTS.fullmatch(folded) or _only_buttons(words).fullmatch(folded))


@functools.lru_cache(maxsize=64)
def comment_buttons(words: PageWords) -> frozenset[str]:
    """Return the words on the buttons and in the forms among a language's comments, the English ones too."""
    return frozenset((*words.reply, *words.comment_form, *load_language("en").page_words.reply))


@functools.lru_cache(maxsize=64)
def _only_buttons(words: PageWords) -> WordPattern:
    buttons = comment_buttons(words)
    wide = [button for button in buttons if button >= _FIRST_WIDE]
    apart = either(button for button in buttons if button < _FIRST_WIDE)
    joined = f"|{either(wide)}" if wide else ""
    return WordPattern(buttons, rf"(?:(?<![^\W\d_])(?:{apart})(?![^\W\d_]){joined}|{_COUNT})+", flags=0)
