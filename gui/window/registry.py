"""The stations in the order of the rail: an import and a line add one, and everything else reads it here."""

from __future__ import annotations

from typing import Any

from gui.stations.challenge import ChallengeStation
from gui.stations.compress import CompressStation
from gui.stations.data import DataStation
from gui.stations.deploy import DeployStation
from gui.stations.evaluate import EvaluateStation
from gui.stations.runs import RunsStation
from gui.stations.station import Station
from gui.stations.sweep import SweepStation
from gui.stations.train import TrainStation
from gui.stations.understand import UnderstandStation

STATIONS: list[type[Station[Any]]] = [
    DataStation,
    TrainStation,
    EvaluateStation,
    UnderstandStation,
    ChallengeStation,
    CompressStation,
    DeployStation,
    SweepStation,
    RunsStation,
]
