"""The Compress station: how far down the model can go, and what each step costs."""

from gui.stations.compress.station import CompressStation

__all__ = ["CompressStation"]
