"""What a step can point at: pages and their views, controls by names of their own, and settings by their paths."""

from __future__ import annotations

from typing import NamedTuple

STATION = "station:"

STATIONS: dict[str, tuple[str, ...]] = {
    "data": (),
    "train": (),
    "evaluate": ("report", "data"),
    "understand": ("weights", "activations", "reading", "attention", "why", "map", "histograms", "captions"),
    "challenge": ("fool", "curve", "holds", "exposure", "schools"),
    "compress": (),
    "deploy": ("export", "serve"),
    "sweep": (),
    "runs": (),
}
"""The pages, and the views of each that can be asked for; a test sees that the window has them."""


class Place(NamedTuple):
    """Where a control is.

    Attributes:
        station: The page that it is on; empty for what is in sight on all of them.
        objects: Names of widgets; the first that is there and seen is meant.
        view: The view of the page that it is on.
        shows_at: The page that is to be in sight with it, where it is itself in sight on all of them: what Train brings
            is seen on the page Train.
    """

    station: str
    objects: tuple[str, ...]
    view: str = ""
    shows_at: str = ""


PLACES: dict[str, Place] = {
    "pad": Place("", ("pad",)),
    "canvas": Place("", ("drawingCanvas", "planeCanvas", "promptField", "pad")),
    "answer": Place("", ("predictionLabel", "planeAnswer", "pad")),
    "bars": Place("", ("probabilityBars", "planeBars", "nextBars", "pad")),
    "sees": Place("", ("inkStrip", "pad")),
    "naming": Place("", ("thatWas", "pad")),
    "clear": Place("", ("clearButton", "pad")),
    "train": Place("", ("trainButton",), shows_at="train"),
    "stop": Place("", ("stopButton",), shows_at="train"),
    "step-batch": Place("", ("stepBatchButton",), shows_at="train"),
    "step-epoch": Place("", ("stepEpochButton",), shows_at="train"),
    "presets": Place("", ("presetCombo",), shows_at="train"),
    "rail": Place("", ("rail",)),
    "data-set": Place("data", ("datasetCombo",)),
    "my-digits": Place("data", ("datasetCombo",)),
    "new-class": Place("", ("otherClassButton", "newClassButton", "pad")),
    "network": Place("train", ("networkView",)),
    "layers": Place("train", ("hiddenLayers",)),
    "add-layer": Place("train", ("addLayerButton",)),
    "curves": Place("train", ("runCurves",)),
    "loss": Place("train", ("lossPlot",)),
    "accuracy": Place("train", ("accuracyPlot",)),
    "figures": Place("train", ("runFigures",)),
    "time": Place("train", ("timeSlider",)),
    "microscope": Place("train", ("microscope", "microscopeButton")),
    "measure": Place("evaluate", ("measureButton",), "report"),
    "matrix": Place("evaluate", ("confusionMatrix",), "report"),
    "mistakes": Place("evaluate", ("mistakes",), "report"),
    "learning-curve": Place("evaluate", ("drawCurve",), "data"),
    "attack": Place("challenge", ("attackControls",), "fool"),
    "smallest": Place("challenge", ("findSmallest",), "fool"),
    "compress": Place("compress", ("compressControls",)),
    "try": Place("compress", ("tryAmount",)),
    "formats": Place("deploy", ("formatCards",)),
    "export": Place("deploy", ("webExport",)),
}
"""Controls by the names that lessons have for them."""


def views_named() -> tuple[str, ...]:
    """Return every page, alone and with each of its views: ``understand``, ``understand/why``."""
    of_views = (f"{station}/{view}" for station, views in STATIONS.items() for view in views)
    return (*STATIONS, *of_views)


def parted(name: str) -> tuple[str, str]:
    """Return page and view of a name such as ``understand/why``; the view is empty where none is meant."""
    station, _, view = name.partition("/")
    return station, view
