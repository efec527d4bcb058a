"""The whole day: which rooms a page walks through, in which order, and what is out of date."""

from reportedly.flow.comparing import compare_article
from reportedly.flow.copying import link_copies
from reportedly.flow.day import moments_in, read_page, speaker_known, statements_in, statements_of
from reportedly.flow.evidence import broken_evidence
from reportedly.flow.resolving import resolved, resolved_again, resolver_of
from reportedly.flow.saying import days_said, said_on
from reportedly.flow.storying import report_of, tell_story
from reportedly.flow.translating import link_translations, passages_abroad

__all__ = [
    "broken_evidence",
    "compare_article",
    "days_said",
    "link_copies",
    "link_translations",
    "moments_in",
    "passages_abroad",
    "read_page",
    "report_of",
    "resolved",
    "resolved_again",
    "resolver_of",
    "said_on",
    "speaker_known",
    "statements_in",
    "statements_of",
    "tell_story",
]
