"""The part of the fake desk that is about copies: every article stands alone."""

from collections.abc import Mapping, Sequence

from reportedly.desk import Comparison, CopiesBrief, CopiesOf, FoldedLine, Ledger
from reportedly.records import Origin, Utterance
from reportedly.store import ArticleLine, KeptArticle


class FakeCopies:
    """Answers as `Desk.copies` does for a record in which nobody took anything from anybody."""

    def __init__(self, kept: Mapping[str, KeptArticle]) -> None:
        self._kept = kept

    def of(self, article_id: str) -> CopiesOf:
        origin = Origin(article_id=article_id, carried_by=(article_id,))
        return CopiesOf(article_id=article_id, told="Origin", lines=(), outlets=1, origins=(origin,))

    def brief(self, article_id: str) -> CopiesBrief:
        return CopiesBrief(told=None, origin=None, summary=None)

    def ledger(self, article_id: str) -> Ledger:
        return Ledger(origin_id=article_id, statements=(), carriers=())

    def compare(self, copy_id: str, origin_id: str) -> Comparison:
        return Comparison(copy=self._kept[copy_id], origin=self._kept[origin_id], passages=(), link=None)

    def utterances(self, article_id: str) -> tuple[Utterance, ...]:
        return ()

    def folded(self, lines: Sequence[ArticleLine]) -> tuple[FoldedLine, ...]:
        return tuple(FoldedLine(line=line) for line in lines)
