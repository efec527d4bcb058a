"""Make `src/reportedly/models/weights/meanings.npz`: what sentences mean across seven languages.

    python -m training.meanings ../shared/data/pages [--keep FOLDER]

Needs torch and the packages of training/requirements.txt. Some 15 CPU minutes for the teacher and 3 for the
vectors; `--keep` is a folder in which the teacher's answers stay, so that they are not asked for again.
"""

import argparse
import hashlib
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from tokenizers import Tokenizer
from training.meanings.fit import Vectors, directions, fitted, without_language
from training.meanings.teacher import Teacher
from training.meanings.texts import LANGUAGES, Text, all_texts

from reportedly.models.meanings import Meanings, folded
from reportedly.models.words import WordVectors, packed

_WEIGHTS = Path(__file__).parents[2] / "src" / "reportedly" / "models" / "weights"
_SENTENCES = 3000  # of a language, of which its mean is taken


def main() -> None:
    """Make the vectors and write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    vocabulary = (_WEIGHTS / "statements_world.vocabulary.json").read_text(encoding="utf8")
    tokenizer = Tokenizer.from_str(vocabulary)
    texts = all_texts(given.pages)
    names = _written(vocabulary)
    told = _told([each.text for each in texts], given.keep)
    alone = _told(names, given.keep)
    told = without_language(texts, told)
    turned = directions(texts, told)
    encoded = tokenizer.encode_batch(folded([each.text for each in texts]), add_special_tokens=False)
    pieces = [each.ids for each in encoded]
    words = packed(fitted(texts, pieces, told @ turned, _without_script(names, alone) @ turned))
    means = _means(words, tokenizer, texts)
    np.savez_compressed(
        _WEIGHTS / "meanings.npz",
        scales=words.scales,
        pairs=words.pairs,
        languages=np.array(LANGUAGES),
        means=means.astype(np.float16),
    )
    sys.stdout.write(f"{len(texts)} texts, {(_WEIGHTS / 'meanings.npz').stat().st_size} bytes\n")


def _written(vocabulary: str) -> list[str]:
    """Return each word piece as it is written."""
    listed = msgspec.json.decode(vocabulary)["model"]["vocab"]
    return [piece.replace("▁", " ").strip() or "." for piece, _ in listed]


def _told(texts: Sequence[str], keep: Path | None) -> Vectors:
    """Return what the teacher makes of some texts; what it was asked before lies in a folder."""
    file = keep / "told.npz" if keep else None
    known: dict[int, Vectors] = {}
    if file is not None and file.is_file():
        kept = np.load(file)
        known = dict(zip(kept["names"].tolist(), kept["vectors"], strict=True))
    names = [_digest(text) for text in texts]
    new = {name: text for name, text in zip(names, texts, strict=True) if name not in known}
    if new:
        known |= dict(zip(new, Teacher().of(list(new.values())).astype(np.float16), strict=True))
        if file is not None:
            np.savez(file, names=np.array(list(known), np.uint64), vectors=np.stack(list(known.values())))
    return np.stack([known[name] for name in names]).astype(np.float32)


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "little")


def _without_script(names: Sequence[str], told: Vectors) -> Vectors:
    """Return the vectors of single pieces without the mean of their script."""
    scripts = np.array([_script(name) for name in names])
    found = told.copy()
    for script in np.unique(scripts):
        found[scripts == script] -= told[scripts == script].mean(axis=0)
    return found


def _script(name: str) -> str:
    letters = (unicodedata.name(sign, "").split()[0] for sign in name if sign.isalpha())
    return next((each for each in letters if each in ("CYRILLIC", "ARABIC")), "LATIN")


def _means(words: WordVectors, tokenizer: Tokenizer, texts: Sequence[Text]) -> Vectors:
    """Return the mean vector of each language's sentences."""
    width = words.of([0]).shape[1]
    bare = Meanings(words, {code: np.zeros(width, np.float32) for code in LANGUAGES}, tokenizer)
    found = []
    for code in LANGUAGES:
        some = [each.text for each in texts if (each.language, each.sort) == (code, "sentence")]
        found.append(bare.of(some[:_SENTENCES], code).mean(axis=0))
    return np.stack(found)


if __name__ == "__main__":
    main()
