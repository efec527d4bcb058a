"""Whether each speaker is taken for the right one, beside two plain rules, in one run.

    python -m benchmarks.mentions [--peers-python PATH] [--wrong] [--floors]

40 articles are annotated (`written.toml`, `polnear.json`; half of them before anything was tuned and not
looked into again: "held"). A speaker is right if it is taken for whom a careful reader takes it for; a
source without a name is right if it is left to itself, and wrong if it is given somebody's name. Rules
beside ours: the nearest name before (capital words, with the fullest form), and the same with the people,
organisations and places that spaCy's small English model finds, in an environment of its own. "Our own
statements" counts the annotated speakers that our statements have, too. `--wrong` prints the wrong ones of
the open half alone. Results go to results/mentions.json; `--floors` writes nothing and exits with 1 where a
figure broke its floor.
"""

import argparse
import sys
import time
from collections.abc import Iterator

from benchmarks.asking import ReaderFailed, ask
from benchmarks.keeping import held, keep
from benchmarks.mentions.gold import Annotated, annotated
from benchmarks.mentions.nearest import capital_names, nearest_names
from benchmarks.mentions.ours import found_speakers, given_speakers
from benchmarks.mentions.scoring import Answers, figures, wrong_ones
from reportedly.records import Span

_KINDS = ("all", "pronoun", "name", "title", "itself", "written", "polnear")


def _spacy(python: str, articles: list[Annotated]) -> dict[str, Answers]:
    """Return what the nearest-name rule makes of spaCy's entities."""
    found = ask(python, "spacy_names", [{"id": a.id, "text": a.text} for a in articles])
    names = {row["id"]: [Span(*place) for place in row.get("names", ())] for row in found}
    return {article.id: nearest_names(article, names[article.id]) for article in articles}


def _lines(title: str, articles: list[Annotated], answers: dict[str, Answers]) -> Iterator[str]:
    found = figures(articles, answers)
    for half in ("open", "held", "both", "third"):
        cells = [_cell(*found.get(half, {}).get(kind, (0, 0))) for kind in _KINDS]
        yield "| " + " | ".join((title, half, *cells)) + " |"


def _cell(right: int, count: int) -> str:
    return f"{right / count:.3f} of {count}".removeprefix("0") if count else "–"


def main(arguments: list[str]) -> int:
    """Print the figures; return the exit status."""
    parser = argparse.ArgumentParser(description="Whether each speaker is taken for the right one.")
    parser.add_argument("--peers-python", default=None)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--floors", action="store_true")
    options = parser.parse_args(arguments)
    articles = list(annotated())
    print("| who | half | " + " | ".join(_KINDS) + " |")
    start = time.process_time()
    ours = {article.id: given_speakers(article) for article in articles}
    spent = (time.process_time() - start) * 1000 / len(articles)
    own = [found_speakers(article) for article in articles]
    tables = [
        ("reportedly", articles, ours),
        ("reportedly, its own statements", [a for a, _ in own], {a.id: answers for a, answers in own}),
        ("nearest name", articles, {a.id: nearest_names(a, capital_names(a.text)) for a in articles}),
    ]
    if options.peers_python:
        try:
            tables.append(("spaCy's names, nearest", articles, _spacy(options.peers_python, articles)))
        except ReaderFailed as trouble:
            print(f"spaCy: {trouble}", file=sys.stderr)
    found: dict[str, dict[str, dict[str, float]]] = {}
    for title, asked, answers in tables:
        for line in _lines(title, asked, answers):
            print(line)
        for half, kinds in figures(asked, answers).items():
            found.setdefault(half, {})[title] = {k: right / count for k, (right, count) in kinds.items()}
    print(f"{spent:.1f} ms of CPU an article for ours")
    if options.wrong:
        _print_wrong(articles, ours)
    if options.floors:
        return held("mentions", found)
    keep("mentions", found)
    return 0


def _print_wrong(articles: list[Annotated], answers: dict[str, Answers]) -> None:
    wrong = [one for half in ("open", "third") for one in wrong_ones(articles, answers, half)]
    for kind, article, speaker, answer in wrong:
        text, at = article.text, speaker.at
        gold = speaker.means[0].of(text)
        told = answer.of(text) if answer else None
        print(f"{article.id[:14]} {kind}: {at.of(text)!r} is {gold!r}, not {told!r}")
        print("     …" + text[max(0, at.start - 100) : at.end + 40].replace("\n", " "))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
