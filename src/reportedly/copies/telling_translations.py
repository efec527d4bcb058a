"""What was translated from whom, in a line for a reader."""

from reportedly.copies.telling import outlet_name
from reportedly.language import language_name
from reportedly.records import Article, CopyLink

# Shares from which on nothing is missing or added: a line of credit is as much.
_WHOLE = 0.95


def tell_translation(link: CopyLink, copy: Article, origin: Article) -> str:
    """Return whose report a translation is, and how much of it: "Translated from Isle Press’s report in …".

    An origin without an outlet's name is "another article".
    """
    language = origin.language.value if origin.language else ""
    told = f"Translated from {outlet_name(origin)}’s report in {language_name(language)}"
    if link.share_of_origin < _WHOLE:
        told += f", {_paragraphs(link, origin)} of {len(origin.paragraphs)} paragraphs"
    if link.share < _WHOLE:
        told += ", with words of its own"
    return told if link.is_sure else f"{told}; which was first cannot be told"


def _paragraphs(link: CopyLink, origin: Article) -> int:
    """Return how many paragraphs of the origin the translation has something of."""
    spans = [each.there for each in link.carried if each.there is not None]
    return sum(any(paragraph.overlaps(span) for span in spans) for paragraph in origin.paragraphs)
