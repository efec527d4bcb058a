"""Chains and trees of copies: from pairs that share words to who took it from whom in the end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.records import Carrier, CopyFamily, CopyLink, Origin, Passage

# A report of which so much was taken from others has no origin of its own.
OWN_SHARE = 0.5
# Shares that differ by less are equal: a line of credit is as much.
_EQUAL_SHARE = 0.02
# A further link says something new if so much of what it carries came from nobody named before.
_NEW_SHARE = 0.5

_Links = Mapping[str, Sequence[CopyLink]]


def family_of(article_ids: Sequence[str], links: Iterable[CopyLink]) -> CopyFamily:
    """Return the articles as trees, each origin followed by those who took from it, and the origins.

    `links` are those between the articles, in any order, and their credits of origins not in the record.
    Of two links that explain the same words only one is a step: that to a credited outlet, else that to
    the article which shares more, else that to the one nobody of the others was an origin of.
    """
    listed = tuple(links)
    taken, credited = _by_copy(listed), _credits(listed)
    steps = _steps(article_ids, taken)
    below: dict[str | None, list[str]] = {}
    for article_id in article_ids:
        step = steps.get(article_id)
        below.setdefault(step.origin if step else None, []).append(article_id)
    carriers = tuple(
        Carrier(
            article_id=article_id,
            depth=depth,
            taken_from=steps.get(article_id),
            also_from=tuple(_further(steps.get(article_id), taken.get(article_id, ()))),
            credited=credited.get(article_id, ()),
        )
        for article_id, depth in _walk(below)
    )
    return CopyFamily(carriers=carriers, origins=_origins(carriers))


def independent_origins(article_ids: Sequence[str], links: Iterable[CopyLink]) -> tuple[Origin, ...]:
    """Return on how many origins any set of articles rests once copies are folded, the widest carried first.

    Articles that took from an origin outside the set rest on it all the same.
    """
    listed = tuple(links)
    named = {each for link in listed for each in (link.copy, link.origin) if each}
    family = family_of((*article_ids, *sorted(named - set(article_ids))), listed)
    asked = set(article_ids)
    kept = (
        Origin(
            article_id=origin.article_id,
            credited=origin.credited,
            carried_by=tuple(each for each in origin.carried_by if each in asked),
        )
        for origin in family.origins
    )
    return tuple(origin for origin in kept if origin.carried_by)


def _by_copy(links: Sequence[CopyLink]) -> _Links:
    found: dict[str, list[CopyLink]] = {}
    for link in links:
        if link.origin is not None:
            found.setdefault(link.copy, []).append(link)
    return found


def _credits(links: Sequence[CopyLink]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for link in links:
        if link.origin is None and link.credited:
            found[link.copy] = (*found.get(link.copy, ()), link.credited)
    return found


def _steps(article_ids: Sequence[str], taken: _Links) -> Mapping[str, CopyLink]:
    """Return for each copy the link to whom it took most from; nobody takes from itself in a circle."""
    known = set(article_ids)
    steps: dict[str, CopyLink] = {}
    for article_id in article_ids:
        for link in _preferred(taken.get(article_id, ()), taken):
            if link.origin in known and not _leads_to(article_id, link.origin, steps):
                steps[article_id] = link
                break
    return steps


def _preferred(links: Sequence[CopyLink], taken: _Links) -> list[CopyLink]:
    """Return an article's links, the likeliest step first."""
    origins = {link.origin for link in links}

    def liking(link: CopyLink) -> tuple[bool, int, int, str]:
        own_origins = [each.origin for each in taken.get(link.origin or "", ()) if each.origin in origins]
        return (
            link.reason != "credited",
            -round(link.share / _EQUAL_SHARE),
            len(own_origins),
            link.origin or "",
        )

    return sorted(links, key=liking)


def _leads_to(article_id: str, start: str | None, steps: Mapping[str, CopyLink]) -> bool:
    at = start
    while at is not None and at != article_id:
        step = steps.get(at)
        at = step.origin if step else None
    return at == article_id


def _further(step: CopyLink | None, links: Sequence[CopyLink]) -> Iterator[CopyLink]:
    """Yield the links that account for other stretches than those named before."""
    named = list(step.carried) if step else []
    for link in sorted(links, key=lambda link: -link.share):
        if link == step or step is None:
            continue
        if _new_characters(link.carried, named) >= _NEW_SHARE * _characters(link.carried):
            named.extend(link.carried)
            yield link


def _characters(carried: Sequence[Passage]) -> int:
    return sum(passage.here.end - passage.here.start for passage in carried if passage.here)


def _new_characters(carried: Sequence[Passage], named: Sequence[Passage]) -> int:
    """Return how many characters are carried that no named passage covers."""
    covered = {at for passage in named if passage.here for at in range(passage.here.start, passage.here.end)}
    return sum(
        at not in covered
        for passage in carried
        if passage.here
        for at in range(passage.here.start, passage.here.end)
    )


def _walk(below: Mapping[str | None, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Yield every article with its depth, each right before those who took from it."""
    waiting = [(article_id, 0) for article_id in reversed(below.get(None, ()))]
    while waiting:
        article_id, depth = waiting.pop()
        yield article_id, depth
        waiting.extend((each, depth + 1) for each in reversed(below.get(article_id, ())))


def _origins(carriers: Sequence[Carrier]) -> tuple[Origin, ...]:
    """Return the origins, the widest carried first; a carrier of mostly own words is one by itself."""
    first: dict[str, str] = {}
    carried: dict[str, list[str]] = {}
    credited: dict[str, str] = {}
    for carrier in carriers:
        step = carrier.taken_from
        is_taken = step is not None and step.origin is not None and step.share >= OWN_SHARE
        root = first[step.origin] if step and step.origin and is_taken else carrier.article_id
        if root == carrier.article_id and step is None and carrier.credited:
            credited[root] = carrier.credited[0]
        first[carrier.article_id] = root
        carried.setdefault(root, []).append(carrier.article_id)
    found = (
        Origin(
            article_id=None if root in credited else root, credited=credited.get(root), carried_by=tuple(by)
        )
        for root, by in carried.items()
    )
    return tuple(sorted(found, key=lambda origin: -len(origin.carried_by)))
