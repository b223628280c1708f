"""The kinds of hidden layers, one file each: settings, sizes, words, picture, module, and what may be asked of them."""

from engine.layers.conv import ConvLayer
from engine.layers.dense import DenseLayer
from engine.layers.gru import GruLayer
from engine.layers.layer import Form, Layer, Picture, form_of, units_first, units_of
from engine.layers.lstm import LstmLayer
from engine.layers.registry import LAYER_KINDS, PLAIN

__all__ = [
    "LAYER_KINDS",
    "PLAIN",
    "ConvLayer",
    "DenseLayer",
    "Form",
    "GruLayer",
    "Layer",
    "LstmLayer",
    "Picture",
    "form_of",
    "units_first",
    "units_of",
]
