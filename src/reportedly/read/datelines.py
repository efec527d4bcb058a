"""The dateline: place, date and agency before the first word of a report."""

import functools
import re
from collections.abc import Iterator

import msgspec

from reportedly.language import load_language
from reportedly.language.agencies import find_agency
from reportedly.read.agency_names import is_acronym, is_agency, is_own_name, single_credits
from reportedly.read.calendar_days import levelled, month_names
from reportedly.read.places import is_place, is_place_of_outlet, names_place
from reportedly.read.sight import Sight
from reportedly.records import Span

# No dateline is longer; most end within 60 characters.
LONGEST = 110
# What ends a dateline: dashes, a colon, a full stop; with the blanks around them.
_END = re.compile(
    r"\s*[.,]?\s?(?P<dash>[-–—−]{1,3})(?=\s|(?<=[.)/]-)|(?<=[–—])\S)\s*"
    r"|\s*(?P<colon>[:：])(?!\d|//)\s*|(?P<stop>[.।۔])\s+|(?<=[)\]/])\s+(?=\S)"
)
_PARTS = re.compile(
    r"(?P<bracket>[(\[（][^()\[\]（）]*[)\]）])|/\s*(?P<slash>[^/()\[\]]{2,30}?)\s*/"
    r"|(?P<plain>[^,،;()\[\]（）/|=＝]+)|."
)
_IN_LINE = re.compile(r"\s[-–—−]\s|[(（/،]")
_SPLIT = re.compile(r"\x01+|\s+[-–—−]+\s+|\s?—\s?|\.\s+")
_MOST_PLACES = 3
# In brackets behind an agency's name stands its short form: "Voice Agency (VA)".
_LONGEST_SHORT_FORM = 6


class Dateline(msgspec.Struct, frozen=True, kw_only=True):
    """A dateline where it stands; `end` is where the report begins, `agencies` who signs in it.

    `span` is None for a prefix that names neither place nor date.
    """

    end: int
    span: Span | None
    agencies: tuple[Span, ...] = ()
    confidence: float = 0.9


class _Part(msgspec.Struct, frozen=True):
    kind: str
    start: int
    end: int


def read_dateline(sight: Sight, paragraph: Span, own: str) -> Dateline | None:
    """Return the dateline that a paragraph opens with, None where it opens with the report.

    `own` is the outlet's name. The longest beginning that is nothing but places, dates and agencies,
    and ends as datelines end, is taken.
    """
    text = sight.document.text
    head = text[paragraph.start : min(paragraph.end, paragraph.start + LONGEST)]
    for mark in sorted(_END.finditer(head), key=lambda m: -m.start()):
        header = head[: mark.start()].rstrip()
        if not header or mark.end() >= paragraph.end - paragraph.start:
            continue
        parts = _classified(sight, header, own)
        if parts is None:
            continue
        sure = _sureness(sight, parts, header, mark, head[mark.end() :], own)
        if sure:
            return _placed(sight, paragraph.start, header, mark.end(), parts, sure)
    return None


def read_dateline_line(sight: Sight, line: Span, own: str) -> Dateline | None:
    """Return the dateline that a whole line is: a place and an agency, and no more."""
    words = line.of(sight.document.text)
    fits = len(words) <= LONGEST // 2 and not words[:1].isdigit() and _IN_LINE.search(words)
    parts = _classified(sight, words, own) if fits else None
    kinds = [part.kind for part in parts or ()]
    if parts is None or "agency" not in kinds or not {"place", "date"} & set(kinds) or kinds[0] == "date":
        return None
    marks = r"[-–—/(،]" if words[:1].lower() == words[:1].upper() else r"\s[-–—]\s|\("
    if "place" not in kinds or kinds[-1] != "agency" or not re.search(marks, words):
        return None
    if not _are_known(words, parts, own) and "(" not in words:
        return None
    return _placed(sight, line.start, words, len(words), parts, 0.85)


def _placed(sight: Sight, at: int, header: str, end: int, parts: list[_Part], sure: float) -> Dateline:
    """Return a dateline at its place in the text, its agencies one by one."""
    reporters = [part.end for part in parts if part.kind == "reporter" and part.start == 0]
    start = reporters[0] if reporters else 0
    start += len(header[start:]) - len(header[start:].lstrip(" /,،"))
    stop = len(header.rstrip(" ,،–—-"))
    is_dated = any(part.kind in ("place", "date") for part in parts)
    agencies = [
        Span(at + part.start + found, at + part.start + found + len(name))
        for part in parts
        if part.kind == "agency"
        for found, name in single_credits(header[part.start : part.end])
    ]
    span = Span(at + start, at + max(start, stop)) if is_dated else None
    return Dateline(end=at + end, span=span, agencies=tuple(agencies), confidence=sure)


def _sureness(
    sight: Sight, parts: list[_Part], header: str, mark: re.Match[str], rest: str, own: str
) -> float:
    """Return how sure the parts before an end mark are a dateline, 0 where they are none."""
    kinds = [part.kind for part in parts]
    places = [header[part.start : part.end] for part in parts if part.kind == "place"]
    marked = mark["dash"] or mark["colon"]
    if len(places) > _MOST_PLACES or not kinds:
        return 0.0
    if "agency" in kinds:
        is_dated = bool(mark["stop"]) and "date" in kinds
        if not (marked or is_dated or _are_known(header, parts, own)):
            return 0.0
        if places or "date" in kinds:
            return 0.95
        return 0.9 if marked else 0.0
    if "date" in kinds:
        return 0.9 if places and (marked or mark["stop"]) and kinds[0] == "place" else 0.0
    if not (marked or mark["stop"]) or "reporter" in kinds:
        return 0.0
    if not names_place(sight, places, mark, rest):
        return 0.0
    return 0.9 if places[0].isupper() and mark[0].lstrip()[:1] == "." and mark["dash"] else 0.8


def _are_known(header: str, parts: list[_Part], own: str) -> bool:
    """Return whether all agencies are known ones: "Bonn (KNA) Die …", but not "Die Partei (ABC) will …"."""
    names = [header[part.start : part.end] for part in parts if part.kind == "agency"]
    singles = [name for words in names for _, name in single_credits(words)]
    return all(find_agency(name) or (own and is_own_name(name, own)) for name in singles)


def _classified(sight: Sight, header: str, own: str) -> list[_Part] | None:
    """Return what the parts of a beginning are, None where one is nothing a dateline holds."""
    dated = _without_dates(header, sight.language)
    parts: list[_Part] = []
    for match in _PARTS.finditer(dated):
        for kind, start, end in _pieces(match, header):
            if kind == "date":
                parts.append(_Part(kind, start, end))
                continue
            found = _kind(sight, header[start:end], own, kind, parts)
            if found is None:
                return None
            begin = start + _after_phrase(sight, header[start:end]) if found == "agency" else start
            parts.append(_Part(found, begin, end))
    return _place_first(sight, header, parts)


def _place_first(sight: Sight, header: str, parts: list[_Part]) -> list[_Part]:
    """Return the parts with a place or a reporter where one stands before the agency that signs.

    A place may share its word with the outlet named after it, and stand in brackets itself.
    """
    words = [header[part.start : part.end] for part in parts]
    signing = [i for i, part in enumerate(parts) if part.kind == "agency"]
    for i in signing[:-1]:
        if not is_agency(words[i], sight.page_words) and is_place(sight, words[i]):
            parts[i] = _Part("place", parts[i].start, parts[i].end)
    for i in signing[1:]:
        is_short = " " not in words[i] and len(words[i]) <= _LONGEST_SHORT_FORM and not find_agency(words[i])
        if (
            is_short
            and parts[i - 1].kind == "agency"
            and header[parts[i - 1].end : parts[i].start].strip() in "(（["
        ):
            parts[i] = _Part("short form", parts[i].start, parts[i].end)
    if len(parts) > 1 and header[parts[0].end : parts[0].end + 1] == "/" and _is_reporter(words[0], words[1]):
        parts[0] = _Part("reporter", parts[0].start, parts[0].end)
    return parts


def _is_reporter(first: str, second: str) -> bool:
    """Return whether a name stands before a place in capitals: "Ayşe YILDIZ/KARADERE"."""
    return " " in first and second.isupper() and not first.isupper() and first.split()[-1].isupper()


def _pieces(match: re.Match[str], header: str) -> Iterator[tuple[str, int, int]]:
    """Yield the pieces of one part, without blanks, as ("date" or the kind of part, start, end)."""
    group = match.lastgroup
    if group is None:
        return
    start, end = match.span(group)
    if group == "bracket":
        start, end = start + 1, end - 1
    at = start
    for gap in [*_SPLIT.finditer(match.string, start, end), None]:
        stop = gap.start() if gap else end
        piece = header[at:stop]
        if piece.strip(" .\x01"):
            begin = at + len(piece) - len(piece.lstrip())
            yield group, begin, begin + len(piece.strip())
        if gap and gap[0].startswith("\x01"):
            yield "date", gap.start(), gap.end()
        at = gap.end() if gap else end


def _kind(sight: Sight, words: str, own: str, group: str, before: list[_Part]) -> str | None:
    """Return what a piece is: an agency, a reporter or a place, None where it is something else."""
    page_words = sight.page_words
    name = words[_after_phrase(sight, words) :]
    if is_agency(name, page_words):
        return "agency"
    if own and len(name) > 1 and is_own_name(name, own):
        return "place" if is_place_of_outlet(sight, name, own) else "agency"
    if name != words:
        return None
    if group in ("bracket", "slash"):
        names = [name for _, name in single_credits(words)]
        named = [is_acronym(n) or is_agency(n, page_words) or is_place(sight, n) for n in names]
        fits = bool(names) and all(named)
        return "agency" if fits else None
    if is_acronym(words) and words.isupper() and any(part.kind == "date" for part in before):
        return "agency"
    return "place" if is_place(sight, words) else None


def _after_phrase(sight: Sight, words: str) -> int:
    """Return where a name begins behind "به گزارش" and the like, 0 where no such words stand."""
    for phrase in sight.page_words.according:
        if words.startswith(f"{phrase} "):
            return len(phrase) + 1
    return 0


def _without_dates(header: str, language: str) -> str:
    """Return a beginning with each date in it blotted out, at the same length."""
    pattern = _date_pattern(language)
    return pattern.sub(lambda m: "\x01" * len(m[0]), levelled(header)) if re.search(r"\d", header) else header


@functools.lru_cache(maxsize=64)
def _date_pattern(language: str) -> re.Pattern[str]:
    month = "|".join(re.escape(name) for name in sorted(month_names(language), key=len, reverse=True))
    days = (*load_language("en").calendar.weekdays, *load_language(language).calendar.weekdays)
    weekday = "|".join(re.escape(levelled(name)) for name in sorted(days, key=len, reverse=True))
    year = r"(?:[,.]?\s+(?:de\s|del\s)?\d{4}(?!\d))?(?:\s?(?:هـ|ه|م|г\.|г|года|р\.|року)(?!\w))?"
    # The months stand once, and what follows goes by what came before: they take long to compile.
    return re.compile(
        rf"(?:(?<!\w)(?:{weekday}),?\s+)?(?:(?<!\w)(?:le|el|em|am|den|il|on|op|فی|به تاریخ|الموافق|د)\s+)?"
        rf"(?:(?:(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th|er|º|ª)?\.?\s*(?:de\s|of\s|د\s)?|(?<!\w))(?:{month})"
        rf"(?(day)(?!\w){year}|\.?\s+\d\d?(?:st|nd|rd|th)?(?!\d)(?:,?\s+\d{{4}})?)"
        rf"|(?<!\d)\d\d?[./-]\d\d?[./-]\d{{2,4}}|(?<=[,،]\s)\d\d?(?=\s*[(\[])|\d\d?\s?月\s?\d\d?\s?日|\d\d?\s?日)\.?",
        re.IGNORECASE,
    )
