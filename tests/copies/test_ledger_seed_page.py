"""The seed page as a carrier of a made upstream page: the ledger lists what was done, and nothing else."""

import datetime

from reportedly import flow
from reportedly.copies import ledger, printed
from reportedly.records import Article, LedgerLine, Page, SpokenBy
from seed_page import seed_text

NOON = datetime.datetime(2023, 12, 5, 12, 0, tzinfo=datetime.UTC)
CUT = (
    "The Leader said that those who stood by the two nations in hard years would not be forgotten, and "
    "that a friend is known on the day when the sea is rough."
)


def _read(text: str) -> tuple[Article, list[SpokenBy]]:
    reading = flow.read_page(Page(body=text.encode(), fetched_at=NOON, is_pasted=True))
    assert reading.article is not None
    names = {naming.mention: naming.name for naming in reading.namings}
    said = [
        SpokenBy(statement=s, speaker=names.get(s.speaker) if s.speaker else None) for s in reading.statements
    ]
    return reading.article, said


def _upstream(text: str) -> str:
    """Return the page with another verb in one statement, one statement more, and a name after one."""
    changed = text.replace("I hope that the agreements", "I expect that the agreements")
    changed = changed.replace("Islamic Republic, reported.", "Islamic Republic, the Isle Press reported.")
    return changed.replace("\nThe Leader also reflected", f"\n{CUT}\nThe Leader also reflected")


def _ledger() -> list[LedgerLine]:
    upstream, said = _read(_upstream(seed_text()))
    carrier, carried = _read(seed_text())
    return list(ledger(printed("upstream", upstream), said, printed("ava", carrier), carried))


def test_one_cut_one_reworded_and_one_lost_attribution_are_listed_and_all_others_are_the_same() -> None:
    differing = [line for line in _ledger() if line.fates != ("same",)]
    assert [line.fates for line in differing] == [("lost-attribution",), ("reworded",), ("cut",)]


def test_the_reworded_line_names_the_words() -> None:
    text, upstream = seed_text(), _upstream(seed_text())
    (line,) = (line for line in _ledger() if line.fates == ("reworded",))
    (change,) = line.changes
    assert change.here is not None
    assert change.there is not None
    assert (change.here.of(text), change.there.of(upstream)) == ("hope", "expect")


def test_the_lost_attribution_names_who_is_gone() -> None:
    upstream = _upstream(seed_text())
    (line,) = (line for line in _ledger() if line.fates == ("lost-attribution",))
    assert [span.of(upstream) for span in line.lost] == ["the Isle Press"]
