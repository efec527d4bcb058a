"""What several networks together make of articles that nobody has labelled."""

from collections.abc import Iterator, Sequence

import torch
from tokenizers import Tokenizer
from training.statements.data import Row
from training.statements.links import LINKS, link_scores
from training.statements.network import Network, half_precision

from reportedly.models.decoding import best_labels, stretches
from reportedly.models.pieces import Window, marks_of, paragraph_pieces, windows
from reportedly.text import paragraphs_of

Place = tuple[int, int]


def opinions(networks: Sequence[Network], texts: Sequence[str], tokenizer: Tokenizer) -> Iterator[Row]:
    """Yield each text with the quotes on which the mean of the networks' scores decides."""
    marks = marks_of(tokenizer)
    for text in texts:
        units = paragraph_pieces(text, paragraphs_of(text), tokenizer)
        with torch.inference_mode():
            quotes = [quote for window in windows(units, marks) for quote in _quotes(networks, window)]
        yield {"text": text, "quotes": quotes}


def _quotes(networks: Sequence[Network], window: Window) -> Iterator[Row]:
    pieces = window.pieces
    rows = (pieces.ids, [1] * len(pieces.ids), pieces.cases, pieces.quoted)
    inputs = [torch.tensor([row]) for row in rows]
    with half_precision():
        both = [network(*inputs, torch.zeros(1, dtype=torch.long)) for network in networks]
    views = [seen.float() for seen, _ in both]
    scores = torch.stack([own.float() for _, own in both]).mean(0).numpy()
    orders = [network.order() for network in networks]
    follows, opens = (torch.stack(part).mean(0).numpy() for part in zip(*orders, strict=True))
    labels = best_labels(scores, [len(pieces.ids)], follows, opens)[0]
    found = stretches(labels, pieces.places, scores[0, :, 0])
    places = {role: [(each.first, each.last) for each in group] for role, group in found.items()}
    cue_of, source_of = (
        _choices(networks, views, name, places[head], places[other]) for name, head, other, _ in LINKS
    )
    yield from _linked(places, cue_of, source_of, window)


def _choices(
    networks: Sequence[Network],
    views: Sequence[torch.Tensor],
    name: str,
    heads: Sequence[Place],
    candidates: Sequence[Place],
) -> list[int]:
    """Return for each head the candidate with the best mean score, -1 for nobody."""
    if not heads:
        return []
    found = []
    for network, seen in zip(networks, views, strict=True):
        scores = link_scores(network, seen, name, [heads], [candidates])
        if scores is not None:
            found.append(torch.log_softmax(scores, 1))
    best: list[int] = (torch.stack(found).mean(0).argmax(1) - 1).tolist()
    return best


def _linked(
    places: dict[str, list[Place]], cue_of: Sequence[int], source_of: Sequence[int], window: Window
) -> Iterator[Row]:
    """Yield quotes as the labelled articles have them, but for those that stand in the context alone."""
    groups: dict[int, list[Place]] = {}
    for number, content in enumerate(places["content"]):
        groups.setdefault(cue_of[number] if cue_of[number] >= 0 else -1 - number, []).append(content)
    for cue, contents in groups.items():
        if contents[-1][1] < window.start:
            continue
        source = source_of[cue] if cue >= 0 else -1
        yield {
            "source": [_span(places["source"][source], window)] if source >= 0 else [],
            "cue": [_span(places["cue"][cue], window)] if cue >= 0 else [],
            "content": [_span(content, window) for content in contents],
        }


def _span(place: Place, window: Window) -> list[int]:
    return [window.pieces.places[place[0]][0], window.pieces.places[place[1]][1]]
