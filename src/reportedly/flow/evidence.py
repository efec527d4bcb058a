"""Whether the words of every record still stand in the kept pages."""

from collections.abc import Iterator

from reportedly.read import page_text
from reportedly.records import Span, StoreDamaged
from reportedly.store import BrokenEvidence, Evidence, PageFacts, Store


def broken_evidence(store: Store, article_id: str) -> Iterator[BrokenEvidence]:
    """Yield every span of an article's records whose words no longer stand in the kept page.

    The page's text is read again from its kept bytes; bytes that are unreadable or whose digest is
    another than when they were kept are named too (record `page`, role `sha256`).
    """
    facts = store.page_facts(article_id)
    try:
        page = store.page(article_id)
    except StoreDamaged as damage:
        yield BrokenEvidence(evidence=_digest(facts), found=damage.what)
        return
    if page.sha256 != facts.sha256:
        yield BrokenEvidence(evidence=_digest(facts), found=page.sha256)
    text = page_text(page)
    for evidence in store.evidence(article_id):
        found = evidence.span.of(text)
        if found != evidence.words:
            yield BrokenEvidence(evidence=evidence, found=found)


def _digest(facts: PageFacts) -> Evidence:
    """Return a kept page's digest as evidence; its span is empty, for it is about all of the bytes."""
    return Evidence(
        record="page",
        record_id=facts.id,
        article_id=facts.id,
        role="sha256",
        span=Span(0, 0),
        words=facts.sha256,
    )
