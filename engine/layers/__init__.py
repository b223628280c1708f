"""The kinds of hidden layers, one file each: settings, sizes, words, picture, module, and what may be asked of them."""

from engine.layers.conv import ConvLayer
from engine.layers.dense import DenseLayer
from engine.layers.layer import Form, Layer, Picture, form_of
from engine.layers.registry import LAYER_KINDS, PLAIN

__all__ = ["LAYER_KINDS", "PLAIN", "ConvLayer", "DenseLayer", "Form", "Layer", "Picture", "form_of"]
