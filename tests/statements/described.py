"""What is said of statements beside their words, on sentences annotated by hand, and how much of it is found.

A case is a text and lines that begin with `>`: the speaker, the source's kind, and what else is so:
`to:` the addressee, `about:` the topic, `for:` the body spoken for, `chain:` source ~ cue; ... A case
whose first line begins with `#` is a headline and its article; `[headline]` lines hold speaker, words,
and behind `joins:` words of the statement that the headline puts in short.
`python -m statements.described FILE` prints the figures, with `-v` what is wrong.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from reportedly import flow
from reportedly.records import Article, Field, Span, Statement
from reportedly.text import paragraphs_of

HERE = Path(__file__).parent
FIELDS = ("found", "kind", "to", "about", "for", "chain", "headline", "joins")
_KEYS = ("to", "about", "for", "chain", "joins")
_PART = 0.5  # share of its words that a headline's content must have in common with the expected


class Expected(msgspec.Struct, kw_only=True):
    """One annotated statement; `words` are those of a headline."""

    speaker: str
    kind: str = ""
    words: str = ""
    is_headline: bool = False
    rest: dict[str, str] = {}


class Score(msgspec.Struct):
    """How many are right, given and expected."""

    right: int = 0
    given: int = 0
    expected: int = 0

    @property
    def f1(self) -> float:
        """Return twice the right ones by all given and expected, 1 where there are none."""
        return 2 * self.right / (self.given + self.expected) if self.given + self.expected else 1.0


def cases(file: Path) -> Iterator[tuple[str, str, list[Expected]]]:
    """Yield the headline, empty for none, the text, and what is expected of each case."""
    for case in file.read_text(encoding="utf8").split("###\n"):
        lines = case.strip().split("\n")
        headline = lines[0][2:] if lines[0].startswith("# ") else ""
        text = "\n".join(line for line in lines[bool(headline) :] if not line.startswith("> "))
        yield headline, text, [_expected(line[2:]) for line in lines if line.startswith("> ")]


def _expected(line: str) -> Expected:
    parts = [part.strip() for part in line.split(" | ")]
    rest = dict(part.split(": ", 1) for part in parts if part.split(": ", 1)[0] in _KEYS and ": " in part)
    plain = [part for part in parts if part.split(": ", 1)[0] not in _KEYS or ": " not in part]
    is_headline = plain[0].startswith("[headline] ")
    second = plain[1] if len(plain) > 1 else ""
    return Expected(
        speaker=plain[0].removeprefix("[headline] "),
        kind="" if is_headline else second,
        words=second if is_headline else "",
        is_headline=is_headline,
        rest=rest,
    )


def article_of(headline: str, text: str, language: str) -> Article:
    """Return a case as an article whose headline stands above its text."""
    whole = f"{headline}\n{text}" if headline else text
    shown = Field(value=headline, span=Span(0, len(headline)), markup="test") if headline else None
    body = tuple(
        each for each in paragraphs_of(whole) if each.start >= (len(headline) + 1 if headline else 0)
    )
    return Article(
        page_sha256="0" * 64,
        text=whole,
        language=Field(value=language, markup="test"),
        headline=shown,
        body=body,
    )


def read(article: Article) -> tuple[list[Statement], list[Statement]]:
    """Return the statements of the text and those of the headline."""
    found = flow.statements_of(article).statements
    return [s for s in found if s.found_in == "text"], [s for s in found if s.found_in == "headline"]


def scores(file: Path, language: str, *, tell: bool = False) -> dict[str, Score]:
    """Return the score of each field over a file of cases."""
    total = {field: Score() for field in FIELDS}
    for headline, text, expected in cases(file):
        article = article_of(headline, text, language)
        in_text, in_headline = read(article)
        wanted = [each for each in expected if not each.is_headline]
        for each in wanted:
            _score_text(article.text, each, in_text, total, tell=tell)
        if headline:
            heads = [each for each in expected if each.is_headline]
            _score_headline(article.text, heads, in_headline, in_text, total, tell=tell)
    return total


def _words(text: str, span: Span | None) -> str:
    return span.of(text) if span else ""


def _score_text(
    text: str, expected: Expected, found: Sequence[Statement], total: dict[str, Score], *, tell: bool
) -> None:
    """Count what is right of one expected statement."""
    speakers = [(each, _words(text, each.speaker)) for each in found]
    fitting = [
        s for s, words in speakers if words and (words in expected.speaker or expected.speaker in words)
    ]
    total["found"].expected += 1
    total["found"].given += 1
    if not fitting:
        total["found"].right += 0
        _count(total, expected, {}, tell=tell, text=text)
        return
    total["found"].right += 1
    given = max(
        (_given(text, each) for each in fitting),
        key=lambda given: sum(given.get(key, "") == expected.rest.get(key, "") for key in _KEYS),
    )
    _count(total, expected, given, tell=tell, text=text)


def _given(text: str, each: Statement) -> dict[str, str]:
    chain = "; ".join(f"{_words(text, link.source)} ~ {_words(text, link.cue)}" for link in each.chain)
    return {
        "kind": each.source_kind or "",
        "to": _words(text, each.addressee),
        "about": _words(text, each.about),
        "for": _words(text, each.on_behalf_of),
        "chain": chain,
    }


def _count(
    total: dict[str, Score], expected: Expected, given: dict[str, str], *, tell: bool, text: str
) -> None:
    wanted = {"kind": expected.kind, **expected.rest}
    for key in ("kind", "to", "about", "for", "chain"):
        want, have = wanted.get(key, ""), given.get(key, "")
        total[key].expected += bool(want)
        total[key].given += bool(have)
        total[key].right += bool(want) and want == have
        if tell and want != have:
            print(f"{key}: wanted {want!r}, found {have!r} in {text[:150]!r}")  # noqa: T201


def _score_headline(
    text: str,
    expected: Sequence[Expected],
    found: Sequence[Statement],
    in_text: Sequence[Statement],
    total: dict[str, Score],
    *,
    tell: bool,
) -> None:
    """Count the headline statements found, and those joined with the right statement of the text."""
    total["headline"].given += len(found)
    total["headline"].expected += len(expected)
    total["joins"].given += sum(bool(each.summarises) for each in found)
    left = list(found)
    for each in expected:
        total["joins"].expected += "joins" in each.rest
        fitting = next((s for s in left if _is_same(text, each, s)), None)
        if fitting is None:
            if tell:
                shown = [(_words(text, s.speaker), s.words(text)) for s in found]
                print(f"headline: wanted {each.speaker!r}: {each.words!r}, found {shown}")  # noqa: T201
            continue
        left.remove(fitting)
        total["headline"].right += 1
        joined = " ".join(span.of(text) for span in fitting.summarises)
        right = each.rest.get("joins", "\0") in joined
        total["joins"].right += right
        if tell and not right:
            there = [s.words(text) for s in in_text]
            print(f"joins: {each.words!r} with {joined!r}, wanted {each.rest.get('joins')!r} of {there}")  # noqa: T201
    if tell and left and not expected:
        print(f"headline: none wanted, found {[s.words(text) for s in left]}")  # noqa: T201


def _is_same(text: str, expected: Expected, statement: Statement) -> bool:
    want, have = set(expected.words.split()), set(statement.words(text).split())
    same = _words(text, statement.speaker) == expected.speaker
    return same and len(want & have) >= _PART * len(want | have)


if __name__ == "__main__":
    for name in sys.argv[1:]:
        if name != "-v":
            print(name)  # noqa: T201
            file = HERE / f"{name}.txt"
            for field, score in scores(file, name.split("_")[1], tell="-v" in sys.argv).items():
                print(f"  {field:9} {score.f1:.3f}  {score.right} of {score.expected}, {score.given} given")  # noqa: T201
