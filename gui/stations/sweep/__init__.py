"""The Sweep station: which settings are best, found by trying them."""

from gui.stations.sweep.station import SweepStation

__all__ = ["SweepStation"]
