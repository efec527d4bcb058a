"""Lists as sites send them, about places and papers that do not exist; one of every kind that is watched."""

import datetime
import io
import zipfile

from reportedly.records import Page
from reportedly.sources import Given, given_page
from reportedly.warc import response_record

NOW = datetime.datetime(2024, 3, 1, 12, tzinfo=datetime.UTC)

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tide News</title><link>https://tide.example/</link><language>en-GB</language><ttl>15</ttl>
<atom:link rel="self" href="https://tide.example/feed"/><atom:link rel="hub" href="https://hub.example/"/>
<image><title>A picture</title><link>https://tide.example/picture</link></image>
<item><title>Ferry &amp;amp; tram &lt;b&gt;stop&lt;/b&gt;</title><link>https://tide.example/a</link>
<guid isPermaLink="false">1</guid><pubDate>Fri, 01 Mar 2024 09:30:00 +0100</pubDate>
<description><![CDATA[<p>Words with <link>https://tide.example/wrong</link></p>]]></description></item>
<item><title>Bridge opens</title><link> /b </link><dc:date>2024-03-01</dc:date></item>
</channel></rss>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://tide.example/rdf"><title>Tide News</title><link>https://tide.example/</link>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://tide.example/a"><title>Ferry</title><link>https://tide.example/a</link>
<dc:date>2024-03-01T08:30:00Z</dc:date></item></rdf:RDF>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://tide.example/"><title>Tide News</title>
<link href="/"/><link rel="self" href="/atom"/>
<entry><title type="html">Ferry</title><id>tag:tide.example,2024:1</id><link rel="enclosure" href="/sound"/>
<link href="a"/><published>2024-03-01T08:30:00Z</published><updated>2024-03-01T10:00:00Z</updated>
<source><title>Another</title><link href="https://other.example/"/></source></entry></feed>"""


def given(
    body: str | bytes, *, name: str = "https://tide.example/feed", headers: tuple[tuple[str, str], ...] = ()
) -> Given:
    """Return what a site sent under an address."""
    sent = body.encode() if isinstance(body, str) else body
    return given_page(Page(body=sent, url=name, fetched_at=NOW, status=200, headers=headers))


JSON_FEED = """{"version": "https://jsonfeed.org/version/1.1", "title": "Tide News",
"home_page_url": "https://tide.example/", "feed_url": "https://tide.example/feed.json", "language": "en",
"hubs": [{"type": "WebSub", "url": "https://hub.example/"}],
"items": [{"id": "1", "url": "https://tide.example/a", "title": "Ferry",
"date_published": "2024-03-01T09:30:00+01:00"},
{"id": 2, "url": "/b", "content_text": "Bridge"}]}"""

NEWS_SITE_MAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://tide.example/a</loc>
<news:news><news:publication><news:name>Tide News</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2024-03-01T08:30:00Z</news:publication_date><news:title>Ferry</news:title></news:news>
</url><url><loc>https://tide.example/b</loc><lastmod>2024-02-29</lastmod></url></urlset>"""

SITE_MAP_INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://tide.example/news.xml</loc><lastmod>2024-03-01</lastmod></sitemap></sitemapindex>"""

_LINKS = "".join(
    f'<li><a href="/2024/03/{n}-story-of-the-harbour">The harbour council votes on part {n}</a></li>'
    for n in range(9)
)
SECTION = f"""<!doctype html><html lang="en"><head><title>Tide News: Harbour</title>
<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
<link rel="alternate" type="application/rss+xml" title="Tide News" href="/feed"></head>
<body><nav><a href="/about">About</a><a href="/harbour">Harbour</a></nav><ul>{_LINKS}</ul></body></html>"""

ARTICLE = """<!doctype html><html lang="en"><head><title>Ferry stays</title>
<meta property="og:type" content="article"></head>
<body><h1>Ferry stays</h1><p>It sails on.</p></body></html>"""


def _archive(kind: str) -> Given:
    """Return a sound archive of a kind; `made_archives` makes further ones."""
    page = ("Content-Type", "text/html")
    record = response_record("https://tide.example/a", NOW, 200, (page,), ARTICLE.encode()).packed
    if kind == "warc":
        return given(record, name="tide.warc.gz")
    if kind == "wacz":
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("archive/tide.warc.gz", record)
        return given(out.getvalue(), name="tide.wacz")
    head = "From: Tide News <a@tide.example>\nSubject: Ferry\nMessage-ID: <1@tide.example>\n"
    sent = f"{head}Content-Type: text/html; charset=utf-8\n\n{ARTICLE}\n"
    if kind == "mail":
        return given(sent, name="tide.eml")
    return given(f"From a@tide.example Fri Mar  1 09:30:00 2024\n{sent}\n", name="tide.mbox")


SAMPLES: dict[str, Given] = {
    **{kind: _archive(kind) for kind in ("warc", "wacz", "mbox", "mail")},
    "rss": given(RSS),
    "rdf": given(RDF),
    "atom": given(ATOM),
    "json-feed": given(JSON_FEED),
    "site-map": given(NEWS_SITE_MAP),
    "site-map-index": given(SITE_MAP_INDEX),
    "section": given(SECTION, name="https://tide.example/"),
    "article": given(ARTICLE, name="https://tide.example/a"),
}
"""One sound source of every kind of ours, by the kind's name; a new kind adds its own here."""
