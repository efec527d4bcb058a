"""Reports that go back to one another, and how many origins are left once copies are folded."""

import msgspec

from reportedly.records.copy_link import CopyLink


class Carrier(msgspec.Struct, frozen=True, kw_only=True):
    """One article of a family, and whom it took its words from.

    `taken_from` is the link to the one most of its words come from, None for an origin; `also_from` are
    links to others from which other stretches come. `credited` are names it credits that nobody in the
    record goes by. `depth` counts the steps from the origin, which has 0.
    """

    article_id: str
    depth: int
    taken_from: CopyLink | None = None
    also_from: tuple[CopyLink, ...] = ()
    credited: tuple[str, ...] = ()


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """One independent origin of some articles, and which of them carry it.

    `article_id` is the origin's article, None where it is only credited, under the name `credited`.
    """

    article_id: str | None
    credited: str | None = None
    carried_by: tuple[str, ...] = ()


class CopyFamily(msgspec.Struct, frozen=True, kw_only=True):
    """All articles that are linked with one by copies, each origin followed by those who took from it.

    `origins` says on how many independent origins they rest.
    """

    carriers: tuple[Carrier, ...]
    origins: tuple[Origin, ...]
