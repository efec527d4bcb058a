"""The network: an encoder of word pieces, labels with their order, and links."""

import math
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as nnf
from training.statements.bases import Base

from reportedly.models.decoding import LABELS

PROJECTION = 128
PARTS = ("cue_head", "cue_candidate", "source_head", "source_candidate")
_FORBIDDEN = -1e4


def half_precision() -> torch.autocast:
    """Return a context in which products are of bfloat16, if the processor has instructions for them.

    Without them they are some fifty times slower than those of float32.
    """
    facts = Path("/proc/cpuinfo")
    flags = facts.read_text(encoding="utf8") if facts.is_file() else ""
    has_them = any(flag in flags for flag in ("avx512_bf16", "amx_bf16", " bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_them)


class Layer(nn.Module):
    """One layer of the encoder: attention, then a dense part, each with a norm behind it."""

    def __init__(self, width: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.looked = nn.Linear(width, 3 * width)
        self.joined = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.wide = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, seen: torch.Tensor, bias: torch.Tensor, drop: float) -> torch.Tensor:
        """Return the next view of each piece; `bias` (batch, 1, 1, pieces) hides the padding."""
        batch, length, width = seen.shape
        query, key, value = (
            part.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in self.looked(seen).split(width, -1)
        )
        scores = query @ key.transpose(2, 3) / math.sqrt(width // self.heads) + bias
        mixed = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(batch, length, width)
        seen = self.norm(seen + nnf.dropout(self.joined(mixed), drop, self.training))
        dense = self.narrow(nnf.gelu(self.wide(seen)))
        return self.last_norm(seen + nnf.dropout(dense, drop, self.training))


class Encoder(nn.Module):
    """An encoder with its published weights."""

    def __init__(self, base: Base) -> None:
        super().__init__()
        pieces, self.width = base.weights["words.weight"].shape
        inner = base.weights["layers.0.wide.weight"].shape[0]
        self.words = nn.Embedding(pieces, self.width)
        self.places = nn.Embedding(*base.weights["places.weight"].shape)
        self.kind = nn.Parameter(torch.zeros(self.width))
        self.norm = nn.LayerNorm(self.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(self.width, inner, base.heads) for _ in range(base.layers))
        self.load_state_dict(base.weights)
        self.words.weight.requires_grad_(False)  # noqa: FBT003  # saves the costliest update

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, more: torch.Tensor, drop: float) -> torch.Tensor:
        """Return the last view of each piece; `more` (batch, pieces, width) is added to the words."""
        return self.views(self.words(ids), mask, more, drop)

    def views(self, words: torch.Tensor, mask: torch.Tensor, more: torch.Tensor, drop: float) -> torch.Tensor:
        """Return the last view of each piece from the vectors of its words (batch, pieces, width)."""
        seen = words + more + self.places.weight[: words.shape[1]] + self.kind
        seen = nnf.dropout(self.norm(seen), drop, self.training)
        bias = ((1.0 - mask.to(seen.dtype)) * _FORBIDDEN)[:, None, None, :]
        for layer in self.layers:
            seen = layer(seen, bias, drop)
        return seen


class Network(nn.Module):
    """The encoder with capitals, quotation states and annotators added; labels in order; links."""

    def __init__(self, annotators: int, base: Base) -> None:
        super().__init__()
        self.encoder = Encoder(base)
        width, labels = self.encoder.width, len(LABELS)
        self.cases, self.quoted = nn.Embedding(4, width), nn.Embedding(3, width)
        self.annotators = nn.Embedding(annotators + 1, width)
        for each in (self.cases, self.quoted, self.annotators):
            nn.init.zeros_(each.weight)
        self.label = nn.Linear(width, labels)
        self.follows, self.opens = (
            nn.Parameter(torch.zeros(labels, labels)),
            nn.Parameter(torch.zeros(labels)),
        )
        self.views = nn.ModuleDict({part: nn.Linear(width, PROJECTION) for part in PARTS})
        self.nobody = nn.ParameterDict({k: nn.Parameter(torch.zeros(PROJECTION)) for k in ("cue", "source")})
        self.nearness = nn.ParameterDict({k: nn.Parameter(torch.zeros(66)) for k in ("cue", "source")})
        self.register_buffer("never_follows", _never_follows())
        self.drop = 0.1

    def forward(
        self,
        ids: torch.Tensor,
        mask: torch.Tensor,
        cases: torch.Tensor,
        quoted: torch.Tensor,
        annotator: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the views of the pieces (batch, pieces, width) and the scores of their labels."""
        more = self.cases(cases) + self.quoted(quoted)
        first = more[:, :1] + self.annotators(annotator)[:, None]
        seen = self.encoder(ids, mask, torch.cat([first, more[:, 1:]], 1), self.drop)
        return seen, self.label(nnf.dropout(seen, self.drop, self.training))

    def order(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the score of each label behind each, and at the start; what cannot be is far below."""
        forbidden = self.never_follows
        return self.follows + forbidden, self.opens + forbidden[0]

    def surprise(self, scores: torch.Tensor, labels: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return the mean negative log likelihood of the rows of labels (a linear-chain field)."""
        follows, opens = self.order()
        inside = mask.bool()
        own = scores.gather(2, labels[..., None])[..., 0]
        steps = (follows[labels[:, :-1], labels[:, 1:]] + own[:, 1:]) * inside[:, 1:]
        path = opens[labels[:, 0]] + own[:, 0] + steps.sum(1)
        total = scores[:, 0] + opens
        for at in range(1, scores.shape[1]):
            onward = torch.logsumexp(total[:, :, None] + follows, 1) + scores[:, at]
            total = torch.where(inside[:, at, None], onward, total)
        return (torch.logsumexp(total, 1) - path).sum() / inside.sum()


def _never_follows() -> torch.Tensor:
    """Return what keeps a later piece of a role from standing behind anything but that role."""
    never = torch.zeros(len(LABELS), len(LABELS))
    for later in range(2, len(LABELS), 2):
        for before in range(len(LABELS)):
            if before not in (later, later - 1):
                never[before, later] = _FORBIDDEN
    return never
