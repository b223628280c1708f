"""The views there are, in the order in which they are offered: a new one is its file and one line in here."""

from __future__ import annotations

from gui.stations.sweep.best_view import BestView
from gui.stations.sweep.heat_view import HeatView
from gui.stations.sweep.importance_view import ImportanceView
from gui.stations.sweep.lines_view import LinesView
from gui.stations.sweep.table_view import TableView
from gui.stations.sweep.view import View

VIEWS: list[type[View]] = [
    BestView,
    HeatView,
    LinesView,
    ImportanceView,
    TableView,
]
