"""Pages of outlets that do not exist, some of which took their report from others."""

import datetime
from html import escape

from copies.made_reports import WALL

NOON = datetime.datetime(2031, 4, 9, 12, 0, tzinfo=datetime.UTC)
EVENING = NOON + datetime.timedelta(hours=9)


def page(
    text: str,
    outlet: str,
    *,
    hours: int = 0,
    headline: str = "Lindholm rebuilds its oldest pier",
    credited: str | None = None,
) -> bytes:
    """Return a page with one article, a paragraph a line, published some hours after noon."""
    at = (NOON + datetime.timedelta(hours=hours)).isoformat()
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n"))
    credit = f"<p>Source: {credited}</p>" if credited else ""
    return f"""<!doctype html><html lang="en"><head><title>{headline} - {outlet}</title>
<meta property="og:site_name" content="{outlet}"><meta property="og:title" content="{headline}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="{at}"></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>{headline}</h1>
{paragraphs}{credit}</article></main></body></html>""".encode()


ORIGIN = page(WALL, "Tidewater Post")
COPY = page(WALL, "Fjord Echo", hours=2)
CHANGED = page(
    WALL.replace("The pier moves when a tram goes by.”", "The pier moves when a bus goes by.”"),
    "Isle Courier",
    hours=3,
)
