"""The description of an experiment: every setting once, with its label, unit, bounds and help.

The form in the window, the flags of the command line, the checks and the files are all made from these fields.
"""

from typing import TYPE_CHECKING

from engine.choices import (
    CHOICE_LABELS,
    MAX_SEED,
    Activation,
    Adversary,
    Device,
    Initialisation,
    OptimizerName,
    Padding,
    PlaneFeature,
    Pooling,
    Precision,
    Schedule,
    SortedSigns,
)
from engine.config.data import AugmentationConfig, DataConfig
from engine.config.evaluation import EvaluationConfig
from engine.config.experiment import Experiment, config_error, field_at, label_of, problem_sentence, zero_of
from engine.config.network import NetworkConfig
from engine.config.plane import PlaneConfig
from engine.config.presets import Preset, first_preset, list_presets, load_preset, preset
from engine.config.text import TextConfig
from engine.config.training import TrainingConfig
from engine.config.variation import VariationConfig
from engine.layers import DenseLayer
from engine.layers import Layer as HiddenLayer
from engine.on_demand import on_demand

if TYPE_CHECKING:
    from engine.layers import ConvLayer

__all__ = [
    "CHOICE_LABELS",
    "MAX_SEED",
    "Activation",
    "Adversary",
    "AugmentationConfig",
    "ConvLayer",
    "DataConfig",
    "DenseLayer",
    "Device",
    "EvaluationConfig",
    "Experiment",
    "HiddenLayer",
    "Initialisation",
    "NetworkConfig",
    "OptimizerName",
    "Padding",
    "PlaneConfig",
    "PlaneFeature",
    "Pooling",
    "Precision",
    "Preset",
    "Schedule",
    "SortedSigns",
    "TextConfig",
    "TrainingConfig",
    "VariationConfig",
    "config_error",
    "field_at",
    "first_preset",
    "label_of",
    "list_presets",
    "load_preset",
    "preset",
    "problem_sentence",
    "zero_of",
]

__getattr__ = on_demand(__name__, {"ConvLayer": ".layers.conv"})
