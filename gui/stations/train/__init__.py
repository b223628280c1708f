"""The Train station."""

from gui.stations.train.station import TrainStation

__all__ = ["TrainStation"]
