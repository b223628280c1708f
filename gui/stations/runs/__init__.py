"""The Runs station."""

from gui.stations.runs.station import RunsStation

__all__ = ["RunsStation"]
