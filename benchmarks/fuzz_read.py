"""Coverage-guided fuzzing of the room `read`.

    python -m benchmarks.fuzz_read SECONDS [CORPUS]

Needs atheris. Starts from the sample world, the layouts and the bad pages; inputs that reach new code
are kept in CORPUS (a folder). Every input must give an article of true spans or a refusal, within
SLOWEST_SECONDS, and the same text as `page_text`. Exits with 0 where nothing was found.
"""

import datetime
import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["reportedly.read"]):
    from reportedly.read import page_text, read_page
    from reportedly.records import Article, Page

from reportedly.samples import sample_pages

SLOWEST_SECONDS = 5.0
NOW = datetime.datetime(2024, 3, 1, tzinfo=datetime.UTC)


def read_any(data: bytes) -> None:
    """Read bytes as a page; the first decides whether they are pasted."""
    page = Page(body=data[1:], fetched_at=NOW, is_pasted=data[:1] == b"\x01", url="https://ledger.example/a")
    started = time.process_time()
    found = read_page(page)
    if time.process_time() - started > SLOWEST_SECONDS:
        raise TimeoutError(f"{time.process_time() - started:.1f} s for {len(data)} bytes")
    if isinstance(found, Article):
        check(page, found)


def check(page: Page, article: Article) -> None:
    """Raise where a span of an article does not stand in the page's text."""
    if article.text != page_text(page):
        raise AssertionError("the text is not the page's")
    for span in (*article.paragraphs, *article.captions, *(c.words for c in article.comments)):
        if not 0 <= span.start < span.end <= len(article.text):
            raise AssertionError(f"{span} is no stretch of {len(article.text)} characters")
    for link in article.related:
        if link.span is not None and link.span.of(article.text) != link.value.words:
            raise AssertionError(f"{link} stands nowhere")
    for field in (article.headline, article.lead, article.dateline, *article.credits, *article.authors):
        if field is not None and field.span is not None and not field.span.of(article.text):
            raise AssertionError(f"{field} stands nowhere")


def seed(corpus: Path) -> None:
    """Put the sample pages into a corpus."""
    for sample in sample_pages():
        (corpus / sample.name).write_bytes((b"\x01" if sample.is_pasted else b"\x00") + sample.body)


def main() -> None:
    """Fuzz for so many seconds."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    corpus = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    corpus.mkdir(exist_ok=True)
    seed(corpus)
    options = [f"-max_total_time={seconds}", "-max_len=60000", "-timeout=30", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], read_any)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
