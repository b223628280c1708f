"""Station five of the way: how good a model is."""

from engine.evaluation.evaluate import evaluate
from engine.evaluation.report import Report

__all__ = ["Report", "evaluate"]
