"""A source's volume over thirty days as a small drawing, with its usual range behind it."""

from typing import Final

import msgspec

from reportedly.flow.watch import Health

WIDTH: Final = 150
HEIGHT: Final = 32
"""Size of the drawing in CSS pixels: five for a day, and a line of text high."""

_BAR: Final = 4  # of the five pixels of a day


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One day: where its bar stands, how high, what it means in words, and whether it is out of the usual."""

    x: int
    y: float
    height: float
    words: str
    is_unusual: bool


class Sparkline(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing: size, bars, the band of the usual range (top and height), and all in words."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    band: tuple[float, float] | None
    words: str


def sparkline(health: Health) -> Sparkline:
    """Return the drawing of a source's days."""
    most = max([day.fresh for day in health.days] + [health.usual[1] if health.usual else 0, 1])
    scale = (HEIGHT - 2) / most
    bars = []
    for place, day in enumerate(health.days):
        tall = max(day.fresh * scale, 1.0 if day.asked else 0.0)
        is_today = place == len(health.days) - 1
        odd = (
            bool(health.usual) and not is_today and bool(day.asked) and not _is_usual(day.fresh, health.usual)
        )
        failed = f", {day.failed} askings failed" if day.failed else ""
        words = f"{day.day.isoformat()}: {day.fresh} pages{failed}"
        bars.append(
            Bar(x=place * 5, y=round(HEIGHT - tall, 1), height=round(tall, 1), words=words, is_unusual=odd)
        )
    return Sparkline(
        width=WIDTH, height=HEIGHT, bars=tuple(bars), band=_band(health, scale), words=_words(health)
    )


def _is_usual(fresh: int, usual: tuple[int, int] | None) -> bool:
    return usual is None or usual[0] <= fresh <= usual[1]


def _band(health: Health, scale: float) -> tuple[float, float] | None:
    if health.usual is None:
        return None
    low, high = health.usual
    return round(HEIGHT - high * scale, 1), round(max((high - low) * scale, 1.0), 1)


def _words(health: Health) -> str:
    total = sum(day.fresh for day in health.days)
    usual = f"; usual are {health.usual[0]} to {health.usual[1]} a day" if health.usual else ""
    return f"{total} pages in 30 days{usual}"
