"""The views there are, in the order in which they are offered: a new one is its file and one line in here."""

from __future__ import annotations

from gui.stations.challenge.curve_view import CurveView
from gui.stations.challenge.exposure_view import ExposureView
from gui.stations.challenge.fool_view import FoolView
from gui.stations.challenge.holds_view import HoldsView
from gui.stations.challenge.schools_view import SchoolsView
from gui.stations.challenge.view import View

VIEWS: list[type[View]] = [
    FoolView,
    CurveView,
    HoldsView,
    ExposureView,
    SchoolsView,
]
