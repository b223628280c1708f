"""The Understand station."""

from gui.stations.understand.page import UnderstandPage

__all__ = ["UnderstandPage"]
