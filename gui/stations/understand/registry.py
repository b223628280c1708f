"""The views there are, in the order in which they are offered: a new one is its file and one line in here."""

from __future__ import annotations

from gui.stations.understand.activations_view import ActivationsView
from gui.stations.understand.attention_view import AttentionView
from gui.stations.understand.captions_view import CaptionsView
from gui.stations.understand.histograms_view import HistogramsView
from gui.stations.understand.map_view import MapView
from gui.stations.understand.reading_view import ReadingView
from gui.stations.understand.view import View
from gui.stations.understand.weights_view import WeightsView
from gui.stations.understand.why_view import WhyView

VIEWS: list[type[View]] = [
    WeightsView,
    ActivationsView,
    ReadingView,
    AttentionView,
    WhyView,
    MapView,
    HistogramsView,
    CaptionsView,
]
