"""The fields of news pages."""

import datetime
import time

from benchmarks.predict.rows import Row
from reportedly.read import read_page
from reportedly.records import Article, Page, Refusal


def pages(row: Row) -> Row:
    """Return the fields of one page and the CPU milliseconds that reading it took."""
    body = row["html"].encode("utf-8", "surrogatepass")
    page = Page(body=body, url=row.get("url"), fetched_at=datetime.datetime.now(datetime.UTC))
    start = time.process_time()
    article = read_page(page)
    cpu_ms = (time.process_time() - start) * 1000
    fields = _fields(article) if isinstance(article, Article) else _stated(article)
    return {"id": row["id"], "cpu_ms": cpu_ms} | fields


def _fields(article: Article) -> Row:
    return {
        "headline": article.headline.value if article.headline else None,
        "lead": article.lead.value if article.lead else None,
        "body": "\n".join(span.of(article.text) for span in article.body),
        "published": article.published.value.isoformat() if article.published else None,
        "authors": [author.value for author in article.authors],
    }


def _stated(refusal: Refusal) -> Row:
    """Return what a page without an article says of itself all the same."""
    return {
        "headline": refusal.headline.value if refusal.headline else None,
        "published": refusal.published.value.isoformat() if refusal.published else None,
    }
