"""Make the weights of the tagger of other languages than English.

    python -m training.statements.world QUOTES PAGES OUT [--version V]

QUOTES is the folder with polnear_train.jsonl.gz and polnear_dev.jsonl.gz, PAGES one with pages of news
(JSON lines with `html` and `url`), OUT a folder (the package's own is src/reportedly/models/weights).
A teacher of twelve layers learns from the English labels; with the rules it labels the pages of other
languages; a student of six of its layers learns from all that and from our own sentences.
"""

import argparse
import datetime
import random
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np
import torch
from benchmarks.languages import unmarked
from tokenizers import Tokenizer
from training.statements.bases import Base, lowest, multilingual
from training.statements.calibration import calibrate
from training.statements.data import Row, Text, read_polnear, read_rows, text_of
from training.statements.fit import Plan, fit
from training.statements.network import Network
from training.statements.writing import write

from reportedly.language import load_language
from reportedly.models.tagger import Tagger, load_tagger
from reportedly.read import read_page
from reportedly.records import Article, Page, Span
from reportedly.statements import find_statements
from reportedly.text import paragraphs_of

_SENTENCES = Path(__file__).parent / "sentences"
_LANGUAGES = ("de", "es", "fr", "ru", "ar", "fa", "pt", "it")
_TEACHER = Plan(seed=1, rounds=2)
_STUDENT = Plan(seed=7, rounds=2)
_LAYERS, _STUDENTS_LAYERS = 12, 6
_OWN_TIMES = 3  # our own sentences are few: each is read so often a round
_ENGLISH_AGAIN = 450  # articles the student reads once more; the teacher's layers know them all
_SHORTEST = 500  # characters of an article that is worth labelling
_SAMPLE = 150  # English articles that help to choose the pieces of the vocabulary
_SIGNS = 6
_QUOTATION_MARKS = "\"'«»„“”‘’‚‹›"


def main() -> None:
    """Fit teacher and student, write the weights, calibrate them on English that was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default="1")
    asked = parser.parse_args()
    torch.set_flush_denormal(True)
    labelled = read_polnear(asked.quotes)
    foreign = list(foreign_articles(asked.pages))
    base = multilingual(_LAYERS, [row["text"] for row in (*foreign, *labelled.train[:_SAMPLE])])
    names, tokenizer = labelled.annotators, tokenizer_of(base)
    english = [text_of(row, tokenizer, names) for row in labelled.learn]
    teacher = fit(Network(len(names), base), english, _TEACHER)
    student = taught(teacher, base, english, foreign, names)
    finish(student, base, labelled.held, asked.out, asked.version)


def taught(
    teacher: Network, base: Base, english: Sequence[Text], foreign: Sequence[Row], names: Sequence[str]
) -> Network:
    """Return a student of the teacher's lowest layers, fitted to labels of people, machines and ourselves."""
    tokenizer = tokenizer_of(base)
    with tempfile.TemporaryDirectory() as scratch:
        leading = msgspec.structs.replace(base, yields_below=0.0)
        write(teacher, leading, Path(scratch), "teacher", np.zeros(_SIGNS, dtype=np.float32))
        tagger = load_tagger(base.name, Path(scratch))
        silver = [text_of(labelled_by(tagger, row), tokenizer, names) for row in foreign]
    own = [text_of(row, tokenizer, names) for row in own_sentences()]
    again = random.Random(5).sample(english, min(_ENGLISH_AGAIN, len(english)))
    student = Network(len(names), lowest(base, _STUDENTS_LAYERS))
    weights = {name: value for name, value in teacher.state_dict().items() if name in student.state_dict()}
    student.load_state_dict(weights)
    return fit(student, [*again, *silver, *own * _OWN_TIMES], _STUDENT)


def finish(student: Network, base: Base, held: Sequence[Row], out: Path, version: str) -> None:
    """Write the student's files and calibrate what they say on articles held out of training."""
    write(student, base, out, version, np.zeros(_SIGNS, dtype=np.float32))
    calibration = calibrate(load_tagger(base.name, out), held)
    kept = dict(np.load(out / f"{base.name}.npz"))
    np.savez_compressed(out / f"{base.name}.npz", **(kept | {"calibration": calibration}))


def tokenizer_of(base: Base) -> Tokenizer:
    """Return the tokeniser of a base."""
    tokenizer = Tokenizer.from_str(base.vocabulary)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def foreign_articles(folder: Path) -> Iterator[Row]:
    """Yield text and language of the articles that are not English, as the room `read` sees them."""
    for file in sorted(folder.glob("*.jsonl.gz")):
        for row in read_rows(file):
            body = row["html"].encode("utf8", "surrogatepass")
            article = read_page(
                Page(body=body, url=row["url"], fetched_at=datetime.datetime.now(datetime.UTC))
            )
            if not isinstance(article, Article) or article.language is None:
                continue
            text = "\n\n".join(span.of(article.text) for span in article.body)
            code = article.language.value[:2]
            if code in _LANGUAGES and len(text) >= _SHORTEST:
                yield {"text": text, "language": code}


def labelled_by(tagger: Tagger, row: Row) -> Row:
    """Return an article with the quotes that the tagger and the rules find in it."""
    text = row["text"]
    found = find_statements(text, paragraphs_of(text), load_language(row["language"]), tagger)
    quotes = [
        {
            "source": _spans(text, [each.speaker]),
            "cue": _spans(text, [each.cue]),
            "content": [list(_with_marks(text, span.start, span.end)) for span in each.content],
        }
        for each in found.statements
    ]
    return {"text": text, "quotes": quotes}


def own_sentences() -> Iterator[Row]:
    """Yield the texts that we wrote and marked for training, quotation marks inside the content."""
    for file in sorted(_SENTENCES.glob("*.toml")):
        yield from (_own(marked) for marked in tomllib.loads(file.read_text(encoding="utf8"))["texts"])


def _own(marked: str) -> Row:
    row = unmarked(marked)
    for quote in row["quotes"]:
        quote["content"] = [list(_with_marks(row["text"], start, end)) for start, end in quote["content"]]
    return row


def _spans(text: str, spans: Sequence[Span | None]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans if span and span.of(text).strip()]


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the quotation marks right around it, as the labelled English has them."""
    if start > 0 and text[start - 1] in _QUOTATION_MARKS and text[end : end + 1] in tuple(_QUOTATION_MARKS):
        return start - 1, end + 1
    return start, end


if __name__ == "__main__":
    main()
