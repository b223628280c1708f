"""The kinds of hidden layers there are: a new one is one file beside this, and one line in here."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from importlib import import_module

from engine.layers.dense import DenseLayer
from engine.layers.layer import Layer

PLAIN = DenseLayer  # what a number alone stands for, and a layer in a file that does not say its kind


class LayerKinds(MutableMapping[str, type[Layer]]):
    """The kinds by their names; the file of each is loaded when the kind is first asked for.

    Args:
        places: By the name of each kind its class, behind that of the file.
    """

    def __init__(self, places: dict[str, str]) -> None:
        self._kinds: dict[str, type[Layer] | str] = dict(places)

    def __getitem__(self, name: str) -> type[Layer]:
        kind = self._kinds[name]
        if isinstance(kind, str):
            file, _, own = kind.partition(".")
            kind = self._kinds[name] = getattr(import_module(f"{__package__}.{file}"), own)
        return kind

    def __setitem__(self, name: str, kind: type[Layer]) -> None:
        self._kinds[name] = kind

    def __delitem__(self, name: str) -> None:
        del self._kinds[name]

    def __contains__(self, name: object) -> bool:
        return name in self._kinds

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)


PLACES = {
    "dense": "dense.DenseLayer",
    "conv": "conv.ConvLayer",
    "lstm": "lstm.LstmLayer",
    "gru": "gru.GruLayer",
    "patches": "patches.PatchesLayer",
    "attention": "attention.AttentionLayer",
    "pool": "pool.PoolLayer",
    "embedding": "embedding.EmbeddingLayer",
}
"""By the name of each kind the file and the class in it."""

LAYER_KINDS = LayerKinds(PLACES)


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
