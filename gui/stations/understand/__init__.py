"""The Understand station."""

from gui.stations.understand.station import UnderstandStation

__all__ = ["UnderstandStation"]
