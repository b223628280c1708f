"""The kinds of hidden layers, one file each: settings, sizes, words, picture, module, and what may be asked of them."""

from typing import TYPE_CHECKING

from engine.layers.dense import DenseLayer
from engine.layers.depiction import Depiction, Picture
from engine.layers.form import Form, form_of, units_first, units_of
from engine.layers.layer import Layer
from engine.layers.registry import LAYER_KINDS, PLACES, PLAIN
from engine.on_demand import on_demand

if TYPE_CHECKING:
    from engine.layers.attention import AttentionLayer
    from engine.layers.conv import ConvLayer
    from engine.layers.embedding import EmbeddingLayer
    from engine.layers.gru import GruLayer
    from engine.layers.lstm import LstmLayer
    from engine.layers.patches import PatchesLayer
    from engine.layers.pool import PoolLayer

__all__ = [
    "LAYER_KINDS",
    "PLAIN",
    "AttentionLayer",
    "ConvLayer",
    "DenseLayer",
    "Depiction",
    "EmbeddingLayer",
    "Form",
    "GruLayer",
    "Layer",
    "LstmLayer",
    "PatchesLayer",
    "Picture",
    "PoolLayer",
    "form_of",
    "units_first",
    "units_of",
]

__getattr__ = on_demand(
    __name__, {kind: file for file, _, kind in (place.partition(".") for place in PLACES.values())}
)
