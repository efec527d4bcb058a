"""The words of an article in order, with what the other files must know of each."""

import functools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec

from reportedly.language import Titles
from reportedly.records import Article, Span

_WORD = re.compile(r"[^\W_]+(?:[-'’‘.\u200c\u200d\u00ad\u064b-\u0652][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…؟۔。]['\"”’»)\]]*\s|\n")
_CONTRACTED = re.compile(r"(?<=.)['’]([^\W_]{1,2})$")
_GLUE = re.compile(r"['’]?[ \u00a0\u202f]{1,2}|-|")
_OPENING = {"“": "”", "‘": "’", "«": "»", "„": "“", "”": "”", '"': '"', "‹": "›", "「": "」"}
_DOUBLE = frozenset('"“”„«»‟')
_LONG_WORD = 3  # letters from which a headline's words have capitals
_SHOUTED_SHARE, _SHOUTED_WORDS = 0.95, 6  # of the long words of a paragraph that is set like a headline
_SMALL_ABBREVIATION = 4  # letters: "Gen.", "Sen.", "Mr." end in a full stop that ends no sentence


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word of an article.

    `low` is the word in lower case, `key` the same without accents, both without a possessive ending.
    `glued` says that only a space stands between it and the word before, `gap` is what does stand
    there, `first` that it opens a sentence, `quoted` that it stands inside quotation marks.
    """

    start: int
    end: int
    low: str
    key: str
    capital: bool
    upper: bool
    possessive: bool
    glued: bool
    first: bool
    quoted: bool
    sentence: int
    paragraph: int
    gap: str


def fold(word: str) -> str:
    """Return a word as names are compared: lower case, without accents and without joining marks.

    >>> fold("Díaz-Canel")
    'diaz-canel'
    """
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in "\u200c\u200d\u00ad")
    return kept.translate({0x2019: 0x27, 0x2018: 0x27, 0x64A: 0x6CC, 0x643: 0x6A9})


def read_tokens(article: Article, titles: Titles) -> tuple[Token, ...]:
    """Return the words of headline, lead and body in text order; a stretch given twice counts once."""
    tokens: list[Token] = []
    for number, span in enumerate(_stretches(article)):
        _read_stretch(article.text, span, number, titles, tokens)
    return tuple(tokens)


def between(tokens: Sequence[Token], span: Span) -> range:
    """Return the places of the tokens that begin inside `span`."""
    first = bisect_left(tokens, span.start, key=_start)
    last = bisect_left(tokens, span.end, lo=first, key=_start)
    return range(first, last)


def shouted_sentences(tokens: Sequence[Token], headline: Span | None) -> frozenset[int]:
    """Return the numbers of the sentences where a capital tells no name: those of the headline.

    Where the article gives no place for its headline, its first paragraph is one by its look.
    """
    if headline:
        inside = (t for t in tokens if headline.start <= t.start < headline.end)
        return frozenset(token.sentence for token in inside)
    opening = [t for t in tokens if t.paragraph == tokens[0].paragraph]
    long = [token.capital for token in opening if token.end - token.start >= _LONG_WORD]
    is_set_so = len(long) >= _SHOUTED_WORDS and sum(long) >= _SHOUTED_SHARE * len(long)
    return frozenset(token.sentence for token in opening) if is_set_so else frozenset()


def sentences_told(tokens: Sequence[Token]) -> list[int]:
    """Return for each token how many sentences with words outside quotation marks began up to it."""
    counts: list[int] = []
    count, last = 0, -1
    for token in tokens:
        if not token.quoted and token.sentence != last:
            count, last = count + 1, token.sentence
        counts.append(count)
    return counts


def _start(token: Token) -> int:
    return token.start


def _stretches(article: Article) -> Iterable[Span]:
    headline = article.headline.span if article.headline else None
    spans = sorted((*((headline,) if headline else ()), *article.paragraphs))
    reached = 0
    for span in spans:
        if span.end > reached:
            yield Span(max(span.start, reached), span.end)
            reached = span.end


def _read_stretch(text: str, span: Span, number: int, titles: Titles, tokens: list[Token]) -> None:
    """Append the words of one paragraph to `tokens`."""
    sentence = tokens[-1].sentence + 1 if tokens else 0
    closing, reached, before = "", span.start, None
    for match in _words_of(titles.elided).finditer(text, span.start, min(span.end, len(text))):
        gap = text[reached : match.start()]
        closing = _quoting(gap, closing)
        stop = before is not None and _abbreviated(before, gap, titles)
        ends = before is not None and not stop and _ends_sentence(gap, match[0])
        sentence += ends
        token = Token(
            match.start(),
            *_spelt(text, match, titles),
            glued=before is not None and (stop or _GLUE.fullmatch(gap) is not None),
            first=before is None or ends or _opens_quotation(gap),
            quoted=bool(closing),
            sentence=sentence,
            paragraph=number,
            gap=gap,
        )
        tokens.append(token)
        reached, before = match.end(), token


@functools.cache
def _words_of(elided: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a word, where an elided article before it ("l'") is one of its own."""
    if not elided:
        return _WORD
    first = "|".join(sorted(elided, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?i:{first})['’](?=[^\W_])|{_WORD.pattern}")


def _spelt(text: str, match: re.Match[str], titles: Titles) -> tuple[int, str, str, bool, bool, bool]:
    """Return where a word ends, how it is compared, and what its letters say."""
    word, start = match[0], match.start()
    possessive = word[-2:] in ("'s", "’s", "‘s") and len(word) > 2
    bare = word[:-2] if possessive else word.rstrip("'’")
    if titles.contractions and not bare.isalnum() and (verb := _CONTRACTED.search(bare)):  # "they're" is they
        bare = bare[: verb.start()] if verb[1].lower() in titles.contractions else bare
    possessive = possessive or (bare[-1] == "s" and text[match.end() : match.end() + 2] in ("' ", "’ "))
    low = bare.lower()
    capital = bare[0].isupper() or (bare[1:2].isupper() and bare[0].isalpha())
    key = low if low.isascii() else fold(bare)
    before = low.partition("-")[0] if "-" in low else low
    if before is not low and before in titles.tied_particles:  # "al-Assad" is Assad's name
        capital, key = capital or bare[len(before) + 1 :][:1].isupper(), key[key.find("-") + 1 :] or key
    return start + len(bare), low, key, capital, len(bare) > 1 and bare.isupper(), possessive


def _quoting(gap: str, closing: str) -> str:
    """Return the mark that will end the quotation the next word stands in, empty outside one.

    Pages mix straight and curly marks, so any double mark ends what a double mark began.
    """
    for place, mark in enumerate(gap):
        if not closing:
            # A single closing mark is an apostrophe unless a single mark opened a quotation.
            closing = _OPENING.get(mark, "")
        elif mark == closing or (mark in _DOUBLE and closing in _DOUBLE):
            is_last_of_gap = place == len(gap) - 1 and len(gap) > 1 and mark in "“„«"
            closing = _OPENING[mark] if is_last_of_gap else ""
    return closing


def _opens_quotation(gap: str) -> bool:
    return bool(gap) and gap[-1] in _OPENING


def _abbreviated(before: Token, gap: str, titles: Titles) -> bool:
    """Return whether the gap is the full stop of an initial or a title and a space."""
    if gap not in (". ", ".\u00a0", "."):
        return False
    if len(before.low) == 1 or "." in before.low:
        return before.capital
    is_title = before.low in titles.honorifics or before.low in titles.honorifics_he
    return len(before.low) <= _SMALL_ABBREVIATION and (is_title or before.low in titles.honorifics_she)


def _ends_sentence(gap: str, word: str) -> bool:
    return not word[0].islower() and _SENTENCE_END.search(gap) is not None
