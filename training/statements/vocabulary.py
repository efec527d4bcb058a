"""The part of a large vocabulary that some languages need, and a tokeniser with it alone."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import wordfreq
from tokenizers import Tokenizer

# Languages whose words decide which pieces stay, each with its weight; the last ones come along cheaply.
LANGUAGES = {"en": 1, "de": 1, "es": 1, "fr": 1, "ru": 1, "ar": 1, "fa": 1, "pt": 0.4, "it": 0.4, "nl": 0.3}
_WORDS = 60_000
_RARE = -13.5  # its score: the logarithm of how likely a piece is
_FIGURES = re.compile(r"▁?[0-9.,:;!?()'\"«»„“”‘’‚–—/%€$£&-]{1,4}")
_SPECIAL = 4  # <s>, <pad>, </s>, <unk>


def kept_pieces(stored: dict[str, Any], size: int, texts: Sequence[str]) -> list[int]:
    """Return the numbers of the `size` pieces that the languages' words and some texts use most, in order.

    `stored` is a unigram tokeniser as the library's own JSON. Single characters of the languages are
    always kept, so that no word is unknown.
    """
    tokenizer = Tokenizer.from_str(json.dumps(stored))
    counts: Counter[int] = Counter()
    for text in texts:
        counts.update(tokenizer.encode(text, add_special_tokens=False).ids)
    scale = 1e6 / max(1, counts.total())
    counts = Counter({number: round(count * scale) for number, count in counts.items()})
    for language, weight in LANGUAGES.items():
        counts.update(_used(tokenizer, language, weight))
    pieces = stored["model"]["vocab"]
    letters = {c for i in counts for c in pieces[i][0]} | set("0123456789.,:;!?-–—«»„“”‘’‚\"'()[]/%&…▁")
    single = [i for i, (piece, _) in enumerate(pieces) if i >= _SPECIAL and piece in letters]
    used = [i for i, _ in counts.most_common() if i >= _SPECIAL]
    figures = [i for i, (piece, score) in enumerate(pieces) if score > _RARE and _FIGURES.fullmatch(piece)]
    chosen = dict.fromkeys([*range(_SPECIAL), *single, *figures, *used])
    return sorted(list(chosen)[:size])


def _used(tokenizer: Tokenizer, language: str, weight: float) -> Counter[int]:
    """Return how often each piece stands in a million words of a language, small letters and capitals."""
    found: Counter[int] = Counter()
    words = wordfreq.top_n_list(language, _WORDS)
    for word, form, share in _forms(words, language):
        for number in tokenizer.encode(form, add_special_tokens=False).ids:
            found[number] += weight * share * wordfreq.word_frequency(word, language) * 1e6  # type: ignore[assignment]
    return found


def _forms(words: Sequence[str], language: str) -> Iterator[tuple[str, str, float]]:
    capitals = 0.5 if language == "de" else 0.25
    for word in words:
        yield word, word, 1 - capitals
        if word.capitalize() != word:
            yield word, word.capitalize(), capitals


def smaller(stored: dict[str, Any], kept: Sequence[int]) -> str:
    """Return the tokeniser's JSON with the kept pieces alone."""
    pieces = stored["model"]["vocab"]
    marks = [mark for mark in stored["added_tokens"] if mark["id"] < _SPECIAL]
    blanks = {"type": "Replace", "pattern": {"Regex": "\\s+"}, "content": " "}
    normalizer = {"type": "Sequence", "normalizers": [{"type": "NFKC"}, blanks]}
    model = stored["model"] | {"vocab": [[pieces[i][0], round(pieces[i][1], 2)] for i in kept]}
    made = stored | {"added_tokens": marks, "model": model, "normalizer": normalizer}
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def stored_tokeniser(file: Path) -> dict[str, Any]:
    """Return a tokeniser's JSON as a dictionary."""
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf8"))
    return found
