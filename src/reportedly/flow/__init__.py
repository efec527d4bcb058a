"""The whole day: which rooms a page walks through, in which order, and what is out of date."""

from reportedly.flow.day import moments_in, read_page, speaker_known, statements_in, statements_of
from reportedly.flow.evidence import broken_evidence

__all__ = [
    "broken_evidence",
    "moments_in",
    "read_page",
    "speaker_known",
    "statements_in",
    "statements_of",
]
