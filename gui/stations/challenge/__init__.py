"""The Challenge station."""

from gui.stations.challenge.station import ChallengeStation

__all__ = ["ChallengeStation"]
