"""From a fitted network to the files that the package carries."""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from torch.nn import functional as nnf
from training.statements.bases import Base
from training.statements.network import PARTS, Network

from reportedly.models.words import packed

_INPUTS = ("words", "mask", "case", "qs")


class Shipped(nn.Module):
    """The network as it is run: scores of the labels, and all views side by side."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, words: torch.Tensor, mask: torch.Tensor, cases: torch.Tensor, quoted: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return scores (1, pieces, labels) and views (1, pieces, 4 * size) without their biases."""
        network = self.network
        seen = network.encoder.views(words, mask, network.cases(cases) + network.quoted(quoted), 0.0)
        views = [nnf.linear(seen, network.views[part].weight) for part in PARTS]
        return network.label(seen), torch.cat(views, -1)


def write(
    network: Network, base: Base, folder: Path, version: str, calibration: np.ndarray[Any, Any]
) -> None:
    """Write the 8-bit encoder, the small weights, the words in 4 bits and the vocabulary into `folder`."""
    network.eval()
    with torch.no_grad():  # no annotator's habit: what all share stands with the first place
        network.encoder.places.weight[0] += network.annotators.weight[0]
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _export(network, plain)
        quantize_dynamic(
            plain,
            folder / f"{base.name}.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )
    words = packed(network.encoder.words.weight.detach().numpy())
    small: dict[str, Any] = _small(network) | {"version": np.array(version), "calibration": calibration}
    if base.yields_below:
        small["yields_below"] = np.array(base.yields_below)
    small |= {"words.scales": words.scales, "words.pairs": words.pairs}
    np.savez_compressed(folder / f"{base.name}.npz", **small)
    (folder / f"{base.name}.vocabulary.json").write_text(base.vocabulary, encoding="utf8")


def _export(network: Network, file: Path) -> None:
    rows = torch.ones(2, 40, dtype=torch.long)
    example = (torch.zeros(2, 40, network.encoder.width), rows, rows, rows)
    axes = {name: {0: "batch", 1: "pieces"} for name in (*_INPUTS, "em", "proj")}
    torch.onnx.export(
        Shipped(network).eval(),
        example,
        file,
        input_names=list(_INPUTS),
        output_names=["em", "proj"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _small(network: Network) -> dict[str, np.ndarray[Any, Any]]:
    """Return the order of labels and the links, by the names under which the package looks for them."""
    follows, opens = network.order()
    found = {"follows": follows, "opens": opens}
    for name in ("cue", "source"):
        found[f"{name}.head_bias"] = network.views[f"{name}_head"].bias
        found[f"{name}.candidate_bias"] = network.views[f"{name}_candidate"].bias
        found[f"{name}.nobody"] = network.nobody[name]
        found[f"{name}.nearness"] = network.nearness[name]
    return {name: value.detach().numpy().astype(np.float32) for name, value in found.items()}
