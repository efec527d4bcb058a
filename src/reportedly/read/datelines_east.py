"""Datelines of Chinese, Japanese and Korean agencies, which stand without blanks and often in brackets."""

import re

from reportedly.language import PageWords
from reportedly.language.agencies import find_agency
from reportedly.read.agency_names import is_agency
from reportedly.read.datelines import Dateline
from reportedly.records import Span

_MAY_OPEN = re.compile(
    r"[（(〔【\[［「]|[^\s，。,]{0,20}\d{1,2}\s?日|本[报報]|[^\s，。,]{2,12}(?:消息|[快]?[讯訊]|报道|報導)\s?[：:，,]"
)
_OPEN, _CLOSE = r"[（(〔【\[［]", r"[）)〕】\]］]"
_LETTERS = r"[^\W\d_]"
# 海屿社云澜12月5日电（记者 …）, （海屿社青岚10日电）, 本报云澜5日讯, (云澜5日讯).
_WIRE = re.compile(
    rf"(?P<open>{_OPEN})?\s?(?P<line>(?P<who>{_LETTERS}{{2,12}}?[社网網报報台]|本[报報])?"
    rf"(?:(?:记者|記者)\s?(?P<reporter>{_LETTERS}{{3}}))?(?P<place>{_LETTERS}{{2,8}}?)?"
    r"(?P<day>(?:\d{1,2}\s?月\s?)?\d{1,2}\s?日)?\s?专?[电電讯訊])"
    rf"(?:\s?{_OPEN}[^）)]{{2,24}}{_CLOSE})?{_CLOSE}?(?:\s?(?:记者|記者)[^\s，。：:]{{2,12}}?(?:报道|報導))?[\s：:，,]*"
)
# 〔記者某某／青嵐報導〕, （記者某某／青嵐電）.
_REPORT = re.compile(
    rf"{_OPEN}\s?(?:(?P<reporter>[^／/]{{2,24}})[／/])?\s?(?P<line>[^／/〕）】\]]{{2,12}}?(?:報導|报道|報道|电|電|讯|訊))\s?{_CLOSE}\s*"
)
# 【霧浜＝東霞通信】, 【霧浜共同】, （서울＝…）, (서울=연합뉴스) 홍길동 기자 =.
_EQUALS = re.compile(
    rf"{_OPEN}(?P<line>(?P<place>[^＝=】）)\]]{{1,12}}?)\s?[＝=]\s?(?P<who>[^】）)\]]{{2,18}}))"
    rf"{_CLOSE}\s*(?:{_LETTERS}{{2,5}}(?:\s{_LETTERS}{{2,5}})*\s기자\s*=\s*)?"
)
_JOINED = re.compile(rf"{_OPEN}(?P<line>[^＝=/／】）)\]］]{{3,20}}){_CLOSE}\s*[-–—]?\s*")
# 央视网消息：, 新华社快讯：, with neither place nor date.
_MESSAGE = re.compile(
    rf"(?P<who>(?:{_LETTERS}{{2,10}}?|本)(?:社|网|網|报|報|台|新闻|新聞))(?:消息|快讯|快訊|综合报道|報導|报道|讯|訊)"
    rf"(?:\s?[：:，,]\s?|\s?{_OPEN}\s?(?:记者|記者|通讯员|通訊員)[^）)]{{2,32}}{_CLOSE}[\s：:，,]*)"
)
_OWN_REPORT = frozenset({"本报", "本報"})


def read_eastern_dateline(text: str, paragraph: Span, words: PageWords) -> Dateline | None:
    """Return the dateline that a paragraph opens with, None where it opens with the report."""
    if not _MAY_OPEN.match(text, paragraph.start, paragraph.end):
        return None
    for read in (_wire, _report, _equals, _joined, _message):
        found = read(text, paragraph, words)
        if found is not None and found.end < paragraph.end:
            return found
    return None


def _wire(text: str, paragraph: Span, words: PageWords) -> Dateline | None:
    match = _WIRE.match(text, paragraph.start, paragraph.end)
    if match is None or not (match["day"] or match["open"]) or not (match["day"] or match["who"]):
        return None
    start, end = match.span("line")
    agencies = []
    if match["who"] and match["who"] not in _OWN_REPORT:
        agencies.append(Span(*match.span("who")))
    if match["reporter"]:
        start = match.end("reporter")
    return Dateline(end=match.end(), span=Span(start, end), agencies=tuple(agencies), confidence=0.95)


def _report(text: str, paragraph: Span, words: PageWords) -> Dateline | None:
    match = _REPORT.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    return Dateline(end=match.end(), span=Span(*match.span("line")), confidence=0.9)


def _equals(text: str, paragraph: Span, words: PageWords) -> Dateline | None:
    match = _EQUALS.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    is_korean = "\uac00" <= match["who"][0] <= "\ud7af"  # behind the sign a Korean line has its agency
    if is_korean or is_agency(match["who"], words) or find_agency(match["who"]):
        agencies: tuple[Span, ...] = (Span(*match.span("who")),)
        return Dateline(end=match.end(), span=Span(*match.span("line")), agencies=agencies, confidence=0.95)
    return Dateline(end=match.end(), span=Span(*match.span("place")), confidence=0.9)


def _message(text: str, paragraph: Span, words: PageWords) -> Dateline | None:
    match = _MESSAGE.match(text, paragraph.start, paragraph.end)
    agency = (Span(*match.span("who")),) if match and match["who"] not in _OWN_REPORT else ()
    return Dateline(end=match.end(), span=None, agencies=agency, confidence=0.9) if match else None


def _joined(text: str, paragraph: Span, words: PageWords) -> Dateline | None:
    """Read a place and an agency written as one word; a bracket without an agency is a label."""
    match = _JOINED.match(text, paragraph.start, paragraph.end)
    line = match["line"] if match else ""
    for at in range(1, len(line) - 1):
        if match and line[at] != " " and find_agency(line[at:]):
            start, end = match.span("line")
            return Dateline(end=match.end(), span=Span(start, end), agencies=(Span(start + at, end),))
    return None
