"""The Evaluate station: how good the model is, where it errs, and whether the data were enough."""

from gui.stations.evaluate.station import EvaluateStation

__all__ = ["EvaluateStation"]
