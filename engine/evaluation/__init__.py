"""Station five of the way: how good a model is, where it errs, and whether the data were enough.

``measure`` measures and returns the report of the goal, of classes a ``Report``; ``calibration``, ``comparison`` and
``gate`` read more out of reports;
``learning_curve`` trains with fewer images to see what more would bring; ``fine_tune`` teaches a trained model new
drawings; ``marks`` keeps which images are thought to be mislabelled.
"""

from engine.evaluation.calibration import Calibration
from engine.evaluation.comparison import Comparison, compare
from engine.evaluation.evaluate import evaluate
from engine.evaluation.gate import Outcome, Verdict, verdict
from engine.evaluation.interval import Interval, wilson_interval
from engine.evaluation.marks import Mark, Marks
from engine.evaluation.measure import measure
from engine.evaluation.number_report import NumberReport
from engine.evaluation.report import Macro, Report

__all__ = [
    "Calibration",
    "Comparison",
    "Interval",
    "Macro",
    "Mark",
    "Marks",
    "NumberReport",
    "Outcome",
    "Report",
    "Verdict",
    "compare",
    "evaluate",
    "measure",
    "verdict",
    "wilson_interval",
]
