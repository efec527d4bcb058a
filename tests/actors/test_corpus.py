"""How often the right person is named, on articles written for it and on the seed page."""

import time

from machine import slowness
from reportedly.actors import name_mentions
from reportedly.language import Language
from reportedly.records import Span

from .marked_text import read_corpus
from .seed_page import read_seed, statements_of

# Shares of speakers; measured 1.00 and 1.00 when set. On the first run over the first twelve articles,
# before any rule was changed for them, they were 0.94 and 0.92, on the six later ones 0.96 and 0.92.
_ALL, _PRONOUNS = 0.95, 0.92
_PRONOUN_WORDS = {"he", "she", "it", "they", "her"}
_MILLISECONDS = 10.0  # of CPU for an article of 750 words


def _outcomes(language: Language) -> list[tuple[str, bool]]:
    outcomes = []
    for marked in read_corpus().values():
        namings = name_mentions(marked.article, marked.statements, language)
        found = {naming.mention: naming.name for naming in namings}
        for span, name in marked.names.items():
            outcomes.append((span.of(marked.article.text).lower(), found.get(span, "") == name))
    return outcomes


def test_the_right_person_is_named_for_nearly_every_speaker(english: Language) -> None:
    rights = [right for _, right in _outcomes(english)]
    assert sum(rights) / len(rights) >= _ALL


def test_pronouns_mean_the_right_person_nearly_always(english: Language) -> None:
    rights = [right for words, right in _outcomes(english) if words in _PRONOUN_WORDS]
    assert sum(rights) / len(rights) >= _PRONOUNS


def test_every_speaker_of_the_seed_page_is_who_a_careful_person_reads(english: Language) -> None:
    article, expected = read_seed()
    namings = name_mentions(article, statements_of(expected), english)
    found = {naming.mention: naming.name for naming in namings}
    plain = str.maketrans("í", "i")
    for given in expected.statements:
        assert found[Span(*given.speaker_mention)] == given.speaker.translate(plain)


def test_the_pronouns_of_the_seed_page_are_read_from_who_spoke_before(english: Language) -> None:
    article, expected = read_seed()
    by_start = {n.mention.start: n for n in name_mentions(article, statements_of(expected), english)}
    assert (by_start[2311].reason, by_start[2311].name) == ("pronoun", "Ali Khamenei")
    assert (by_start[3473].reason, by_start[3473].name) == ("pronoun", "Miguel Diaz-Canel")


def test_a_page_is_read_within_its_time(english: Language) -> None:
    pages = list(read_corpus().values())
    words = sum(len(page.article.text.split()) for page in pages)
    started = time.process_time()
    for page in pages:
        name_mentions(page.article, page.statements, english)
    spent = time.process_time() - started
    assert spent * 1000 * 750 / words < _MILLISECONDS * slowness()
