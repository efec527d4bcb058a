"""A press that does not exist: outlets, their feeds and pages, all as a function of the time."""

import bisect
import datetime
import functools
import random
from collections.abc import Callable
from typing import NamedTuple

from press.loopback import Answer, Clock, Request

LISTED = 30
"""Items that a feed lists at a time; outlets list 10 to 100."""

_WORDS = (
    "harbour council ferry night minister said market bridge vote river port storm school tram library "
    "budget strike hospital island winter museum factory valley court record season engine garden"
).split()


class Outlet(NamedTuple):
    """A feed: its host, its number, and the moments at which it publishes, in order."""

    host: str
    number: int
    moments: tuple[datetime.datetime, ...]


class Press:
    """Outlets that publish over a stretch of time; the same seed is the same press."""

    def __init__(
        self,
        *,
        feeds: int,
        hosts: int,
        begin: datetime.datetime,
        days: float,
        seed: int = 6,
        page_bytes: int = 3000,
        busy: float = 1.0,
    ) -> None:
        chance = random.Random(seed)
        self.begin = begin
        self.page_bytes = page_bytes
        self.outlets = tuple(
            Outlet(f"h{number % hosts}.example", number, _moments(chance, begin, days, busy))
            for number in range(feeds)
        )
        self._by_path = {(outlet.host, f"/f{outlet.number}.xml"): outlet for outlet in self.outlets}
        self._feeds: dict[tuple[int, int], bytes] = {}

    def pages(self) -> list[tuple[Outlet, int]]:
        """Return every page that is ever published: its outlet and its number there."""
        return [(outlet, number) for outlet in self.outlets for number in range(len(outlet.moments))]

    def listed(self, since: datetime.datetime | None = None) -> list[tuple[Outlet, int]]:
        """Return the pages that can be had: those on a list at a moment, the beginning, and all since."""
        at = since or self.begin
        firsts = {o.number: bisect.bisect_right(o.moments, at) - LISTED for o in self.outlets}
        return [(outlet, number) for outlet, number in self.pages() if number >= firsts[outlet.number]]

    def site(self, clock: Clock) -> "PressSite":
        """Return the press as web servers that a clock moves."""
        return PressSite(self, clock)

    def feed(self, outlet: Outlet, now: datetime.datetime, origin: str) -> bytes:
        """Return an outlet's feed as it stands at a moment."""
        count = bisect.bisect_right(outlet.moments, now)
        key = (outlet.number, count)
        if key not in self._feeds:
            items = "".join(
                _item(outlet, number, origin) for number in range(count - 1, max(count - LISTED, 0) - 1, -1)
            )
            head = f"<title>Outlet {outlet.number}</title><link>{origin}/</link>"
            self._feeds[key] = f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()
        return self._feeds[key]

    def page(self, outlet: Outlet, number: int) -> bytes:
        """Return a page."""
        return page_html(f"{outlet.number}-{number}", outlet.moments[number], self.page_bytes)


class PressSite:
    """Answers for every host of a press."""

    def __init__(self, press: Press, clock: Clock) -> None:
        self._press = press
        self._clock = clock

    def __call__(self, request: Request) -> Answer:
        """Return a feed, a page, or what is not there."""
        if request.path == "/robots.txt":
            return Answer(200, b"User-agent: *\nDisallow: /private/\n", (("Content-Type", "text/plain"),))
        outlet = self._press._by_path.get((request.host, request.path))
        if outlet is not None:
            origin = f"http://{request.headers['host']}"
            feed = self._press.feed(outlet, self._clock(), origin)
            return _with_tag(request, str(hash(feed)), lambda: feed, "application/rss+xml")
        return self._page(request)

    def _page(self, request: Request) -> Answer:
        name = request.path.partition("?")[0].rpartition("/")[2].removesuffix(".html")
        feed, _, number = name.partition("-")
        if not (feed.isdecimal() and number.isdecimal() and int(feed) < len(self._press.outlets)):
            return Answer(404)
        outlet = self._press.outlets[int(feed)]
        is_out = int(number) < len(outlet.moments) and outlet.moments[int(number)] <= self._clock()
        if outlet.host != request.host or not is_out:
            return Answer(404)
        body = functools.partial(self._press.page, outlet, int(number))
        return _with_tag(request, name, body, "text/html; charset=utf-8")


def page_html(name: str, moment: datetime.datetime, size: int) -> bytes:
    """Return a page of about so many bytes, the same for the same name."""
    chance = random.Random(name)
    headline = " ".join(chance.choices(_WORDS, k=7)).capitalize()
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size - 600:
        sentences = (" ".join(chance.choices(_WORDS, k=14)).capitalize() + "." for _ in range(4))
        paragraphs.append(f"<p>{' '.join(sentences)}</p>\n")
    return (
        f'<!doctype html><html lang="en"><head><title>{headline} {name}</title>'
        f'<meta property="article:published_time" content="{moment.isoformat()}"></head>\n<body><article>'
        f"<h1>{headline} {name}</h1>\n{''.join(paragraphs)}</article></body></html>"
    ).encode()


def _with_tag(request: Request, name: str, body: Callable[[], bytes], media_type: str) -> Answer:
    tag = f'"{name}"'
    if request.headers.get("if-none-match") == tag:
        return Answer(304, b"", (("ETag", tag),))
    return Answer(200, body(), (("ETag", tag), ("Content-Type", media_type)))


def _item(outlet: Outlet, number: int, origin: str) -> str:
    moment = outlet.moments[number].strftime("%a, %d %b %Y %H:%M:%S +0000")
    link = f"{origin}/{outlet.number}-{number}.html?utm_source=feed"
    return f"<item><title>Story {number}</title><link>{link}</link><pubDate>{moment}</pubDate></item>"


def _moments(
    chance: random.Random, begin: datetime.datetime, days: float, busy: float
) -> tuple[datetime.datetime, ...]:
    """Return when an outlet publishes: `busy` times from one page in four days to forty a day."""
    a_day = min(0.25 * 10 ** (chance.random() ** 1.6 * 2.2), 40.0) * busy
    moments: list[datetime.datetime] = []
    moment, end = begin - datetime.timedelta(days=1), begin + datetime.timedelta(days=days)
    while True:
        moment += datetime.timedelta(days=chance.expovariate(2 * a_day))
        if moment >= end:
            return tuple(moments)
        share = 0.95 if 6 <= moment.hour < 20 else 0.15
        if chance.random() < share:
            moments.append(moment.replace(microsecond=0))
