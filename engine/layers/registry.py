"""The kinds of hidden layers there are: a new one is one file beside this, and one line in here."""

from __future__ import annotations

from engine.layers.attention import AttentionLayer
from engine.layers.conv import ConvLayer
from engine.layers.dense import DenseLayer
from engine.layers.embedding import EmbeddingLayer
from engine.layers.gru import GruLayer
from engine.layers.layer import Layer
from engine.layers.lstm import LstmLayer
from engine.layers.patches import PatchesLayer
from engine.layers.pool import PoolLayer

PLAIN = DenseLayer  # what a number alone stands for, and a layer in a file that does not say its kind

LAYER_KINDS: dict[str, type[Layer]] = {
    kind.kind_name(): kind
    for kind in (
        DenseLayer,
        ConvLayer,
        LstmLayer,
        GruLayer,
        PatchesLayer,
        AttentionLayer,
        PoolLayer,
        EmbeddingLayer,
    )
}


def described(part: object) -> object:
    """Return what stands for a layer, such as ``64`` or ``"conv16"``, as the settings of one."""
    if isinstance(part, str):
        found = (settings for kind in LAYER_KINDS.values() if (settings := kind.described(part)) is not None)
        return next(found, {"kind": PLAIN.kind_name(), PLAIN.counted: part})
    if isinstance(part, int | float):
        return {"kind": PLAIN.kind_name(), PLAIN.counted: part}
    if isinstance(part, dict):
        return {"kind": PLAIN.kind_name()} | part
    return part
