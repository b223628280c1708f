"""The Train station."""

from gui.stations.train.page import TrainPage

__all__ = ["TrainPage"]
