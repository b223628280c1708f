"""The Data station: choose the images to learn from and look at them."""

from gui.stations.data.page import DataPage

__all__ = ["DataPage"]
