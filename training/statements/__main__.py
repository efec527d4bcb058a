"""Make the weights of the English tagger.

    python -m training.statements QUOTES CRAWL OUT [--version V]

QUOTES is the folder with polnear_train.jsonl.gz and polnear_dev.jsonl.gz, CRAWL a JSON lines file of
unlabelled articles, OUT a folder (the package's own is src/reportedly/models/weights). One core, some
75 minutes: two teachers, their labels for unlabelled articles, and the student that is shipped.
"""

import argparse
import random
from pathlib import Path

import torch
from training.statements.bases import english
from training.statements.data import Row, read_polnear, read_rows, running_text, text_of
from training.statements.fit import Plan, fit
from training.statements.network import Network
from training.statements.teach import opinions
from training.statements.world import finish, tokenizer_of

_TEACHERS = (Plan(seed=1, rounds=4), Plan(seed=2, rounds=4))
_STUDENT = Plan(seed=7, rounds=2, rate=1.2e-4)
_UNLABELLED = 850
_SHORTEST, _LONGEST = 150, 1400  # words
# One outlet's crawl holds the words of its menus in every sentence.
_LITTERED = "MORE ("


def main() -> None:
    """Fit teachers and student, write the weights, calibrate them on what was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("crawl", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--version", default="2")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    base = english()
    tokenizer = tokenizer_of(base)
    labelled = read_polnear(asked.quotes)
    names = labelled.annotators
    texts = [text_of(row, tokenizer, names) for row in labelled.learn]
    teachers = [fit(Network(len(names), base), texts, plan) for plan in _TEACHERS]
    more = opinions(teachers, _unlabelled(read_rows(asked.crawl)), tokenizer)
    texts += [text_of(row, tokenizer, names) for row in more]
    student = fit(teachers[-1], texts, _STUDENT)
    finish(student, base, labelled.held, asked.out, asked.version)


def _unlabelled(rows: list[Row]) -> list[str]:
    """Return articles of the crawl, the same ones each time."""
    random.Random(5).shuffle(rows)
    fit_in = [row["text"] for row in rows if _SHORTEST < len(row["text"].split()) < _LONGEST]
    return [running_text(text) for text in fit_in if _LITTERED not in text][:_UNLABELLED]


if __name__ == "__main__":
    main()
