"""Are there enough data? The error of one network against the number of images it learns from."""

from engine.evaluation.learning_curve.events import (
    CurveEvent,
    CurveFinished,
    CurveProgress,
    CurveStarted,
)
from engine.evaluation.learning_curve.power_law import PowerLaw, fit_power_law
from engine.evaluation.learning_curve.run import FRACTIONS, learning_curve
from engine.evaluation.learning_curve.summary import (
    CurvePoint,
    CurveSummary,
    CurveVerdict,
    Prediction,
    summarise,
)

__all__ = [
    "FRACTIONS",
    "CurveEvent",
    "CurveFinished",
    "CurvePoint",
    "CurveProgress",
    "CurveStarted",
    "CurveSummary",
    "CurveVerdict",
    "PowerLaw",
    "Prediction",
    "fit_power_law",
    "learning_curve",
    "summarise",
]
