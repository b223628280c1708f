"""The Data station: choose the images to learn from and look at them."""

from gui.stations.data.station import DataStation

__all__ = ["DataStation"]
