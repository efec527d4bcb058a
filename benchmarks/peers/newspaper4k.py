"""newspaper4k with its defaults, fed with the page and told not to fetch it or its pictures."""

import newspaper  # type: ignore[import-not-found]

from benchmarks.peers.answering import Row, answer_lines

# The page's own address, or this one where the set keeps none: newspaper4k insists on an address.
_NO_ADDRESS = "https://page.example/"


def read(row: Row) -> Row:
    """Return what newspaper4k finds."""
    article = newspaper.Article(row.get("url") or _NO_ADDRESS, fetch_images=False)
    article.download(input_html=row["html"])
    article.parse()
    published = article.publish_date
    return {
        "headline": article.title or None,
        "body": article.text,
        "published": published.isoformat() if published else None,
        "authors": list(article.authors),
        "description": article.meta_description or None,
    }


if __name__ == "__main__":
    answer_lines(read)
