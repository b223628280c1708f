"""Beside the evaluation: what a network has learnt, what it does with an image, and why it answers as it does.

Everything takes a model of its own (``own_model``) and images as the data sets have them, draws no number from torch's
global generator and changes nothing. What takes longer than a moment tells its progress and can be cancelled.
"""

from __future__ import annotations

from engine.insight.activations import LayerActivations, activations, layer_features, layer_names
from engine.insight.attention import Attention, attention
from engine.insight.connections import Connections, strongest_connections
from engine.insight.contrast import PixelChanges, pixel_changes
from engine.insight.gradient_input import gradient_times_input
from engine.insight.heads import HeadSum, LayerAttention
from engine.insight.histograms import Histogram, gradient_histograms, weight_histograms
from engine.insight.integrated_gradients import integrated_gradients
from engine.insight.model import own_model
from engine.insight.neuron import NeuronSum, NoSumError, neuron_sum
from engine.insight.occlusion import affordable_squares, occlusion
from engine.insight.pca import Pca
from engine.insight.reading import GatesOfUnit, Reading, read_through
from engine.insight.tsne import tsne
from engine.insight.weights import NoPicturesError, WeightTiles, first_layer_weights

__all__ = [
    "Attention",
    "Connections",
    "GatesOfUnit",
    "HeadSum",
    "Histogram",
    "LayerActivations",
    "LayerAttention",
    "NeuronSum",
    "NoPicturesError",
    "NoSumError",
    "Pca",
    "PixelChanges",
    "Reading",
    "WeightTiles",
    "activations",
    "affordable_squares",
    "attention",
    "first_layer_weights",
    "gradient_histograms",
    "gradient_times_input",
    "integrated_gradients",
    "layer_features",
    "layer_names",
    "neuron_sum",
    "occlusion",
    "own_model",
    "pixel_changes",
    "read_through",
    "strongest_connections",
    "tsne",
    "weight_histograms",
]
