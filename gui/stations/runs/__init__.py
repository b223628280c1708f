"""The Runs station."""

from gui.stations.runs.page import RunsPage

__all__ = ["RunsPage"]
