"""The figures of a lab that conditions compare and praise tells."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from engine.lessons.settings import is_setting
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from engine.lessons.state import LabState, LessonRun
    from engine.training.history import History

SHARE, LOSS, COUNT, NUMBER = "{value:.1%}", "{value:.4g}", "{value:,.0f}", "{value:.3g}"
"""How values are written."""
OF_A_RUN: dict[str, str] = {
    "validation_accuracy": SHARE,
    "validation_loss": LOSS,
    "training_accuracy": SHARE,
    "training_loss": LOSS,
    "best_validation_accuracy": SHARE,
    "best_validation_loss": LOSS,
    "best_epoch": COUNT,
    "gap": SHARE,
    "loss_gap": LOSS,
    "loss_rise": LOSS,
    "first_loss": LOSS,
    "last_loss": LOSS,
    "epochs": COUNT,
    "steps": COUNT,
    "seconds": NUMBER,
    "parameters": COUNT,
}
"""Figures of a run, and how each is written."""
OF_DEEDS: dict[str, tuple[str, str]] = {
    "share": ("compressed", SHARE),
    "lost": ("compressed", SHARE),
    "strength": ("fooled", "{value:.3f}"),
    "accuracy": ("measured", SHARE),
}
"""Figures of what was done at a station, which deed brings each, and how it is written."""
OF_THE_LAB = ("label", "sure", "drawings", "classes")
PREVIOUS, DIFFERENCE, SETTING = "previous.", "difference.", "setting."
UNKNOWN = "–"
LAST_STEPS = 20  # over which the loss of steps is averaged

_PLACE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


def run_figures(history: History) -> dict[str, float]:
    """Return what is known of a run; what was not measured is left out, and what is no number any more is not."""
    found: dict[str, float] = {"steps": float(len(history)), "seconds": history.seconds}
    if history.started is not None:
        found["parameters"] = float(history.started.parameters)
    if len(history):
        found["first_loss"] = float(history.losses[0])
        found["last_loss"] = float(history.losses[-LAST_STEPS:].mean())
    found["epochs"] = float(len(history.epochs))
    if not len(history.epochs):
        return found
    names = {"train_loss": "training_loss", "train_accuracy": "training_accuracy"}
    for series in ("train_loss", "train_accuracy", "validation_loss", "validation_accuracy"):
        value = float(history.series(series)[-1])
        if series in names or math.isfinite(value) or found.get("last_loss", 0.0) != value:
            found[names.get(series, series)] = value
    for series in ("validation_loss", "validation_accuracy"):
        if (place := history.best_place(series)) is not None:
            found[f"best_{series}"] = float(history.series(series)[place])
        elif series in found:
            del found[series]  # there is no validation
    if history.best_epoch:
        found["best_epoch"] = float(history.best_epoch)
    if "validation_accuracy" in found:
        found["gap"] = found["training_accuracy"] - found["validation_accuracy"]
    if "validation_loss" in found:
        found["loss_gap"] = found["validation_loss"] - found["training_loss"]
        found["loss_rise"] = found["validation_loss"] - found["best_validation_loss"]
    return found


def difference(lab: LabState, name: str) -> float | None:
    """Return by how much a figure of the run is more than that of the run before it; None where one is not known."""
    now, before = _of(lab.run, name), _of(lab.previous, name)
    return None if now is None or before is None else now - before


def _of(run: LessonRun | None, name: str) -> float | None:
    return None if run is None else run.figures.get(name)


# In texts


def unknown_figures(text: str) -> Iterator[str]:
    """Return what stands in the braces of a text and is no figure; a brace that stands alone is none either."""
    for match in _PLACE.finditer(text):
        name = match[1]
        if match[0] in ("{", "}") or (name is not None and not _is_known(name)):
            yield match[0]


def _is_known(name: str) -> bool:
    if name.startswith(SETTING):
        return is_setting(name.removeprefix(SETTING))
    of_run = name.removeprefix(PREVIOUS) if name.startswith(PREVIOUS) else name.removeprefix(DIFFERENCE)
    return of_run in OF_A_RUN or name in OF_DEEDS or name in OF_THE_LAB


def known_figures() -> tuple[str, ...]:
    """Return the names of figures, those of the run before and of settings left out."""
    return (*OF_A_RUN, *OF_DEEDS, *OF_THE_LAB)


def filled(text: str, lab: LabState, write: Callable[[Phrase], str] = str) -> str:
    """Return a text with its figures as they are in a lab.

    Args:
        text: Its places are as ``unknown_figures`` accepts them.
        lab: The lab.
        write: Says a phrase, such as a share in percent, in the language of the text.
    """

    def figure(match: re.Match[str]) -> str:
        name = match[1]
        return match[0][:1] if name is None else write(_figure(name, lab))

    return _PLACE.sub(figure, text)


def _figure(name: str, lab: LabState) -> Phrase:
    if name.startswith(SETTING):
        return _written_as_typed(lab.experiment.get(name.removeprefix(SETTING)))
    if name.startswith(PREVIOUS):
        bare = name.removeprefix(PREVIOUS)
        return _written(OF_A_RUN[bare], _of(lab.previous, bare))
    if name.startswith(DIFFERENCE):
        bare = name.removeprefix(DIFFERENCE)
        return _written(OF_A_RUN[bare], difference(lab, bare))
    if name in OF_DEEDS:
        kind, form = OF_DEEDS[name]
        deeds = (
            deed.figures[name] for deed in reversed(lab.deeds) if deed.kind == kind and name in deed.figures
        )
        return _written(form, next(deeds, None))
    if name in OF_A_RUN:
        return _written(OF_A_RUN[name], _of(lab.run, name))
    return _of_the_lab(name, lab)


def _written_as_typed(value: Any) -> Phrase:
    """Return a setting as its field shows it: ``3e-6``, not 3 × 10⁻⁶."""
    if isinstance(value, float) and math.isfinite(value):
        mantissa, _, exponent = f"{value:.4g}".partition("e")
        value = f"{mantissa}e{int(exponent)}" if exponent else mantissa
    return _written("{value:.4g}", value)


def _of_the_lab(name: str, lab: LabState) -> Phrase:
    values: Mapping[str, Any] = {
        "label": lab.readings[-1][0] if lab.readings else None,
        "sure": lab.readings[-1][1] if lab.readings else None,
        "drawings": float(sum(lab.drawings.values())),
        "classes": float(sum(1 for count in lab.drawings.values() if count)),
    }
    return _written(SHARE if name == "sure" else COUNT, values[name])


def _written(form: str, value: Any) -> Phrase:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Phrase(form, value=float(value)) if math.isfinite(value) else Phrase("∞")
    return Phrase("{value}", value=UNKNOWN if value is None else value)
