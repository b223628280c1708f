"""What to try when a model does not pass: what the doctor found, else what training and validation tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.look.words import percent, translate_engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.training.doctor import Finding
    from engine.training.history import History

MOST = 2  # findings that are told; more would not be read
GAP = 0.02  # by which training images may be read better than validation images


def _tr(text: str) -> str:
    return QCoreApplication.translate("Advice", text)


def advice(findings: Sequence[Finding], history: History | None, gate: float) -> list[str]:
    """Return sentences on what to try.

    Args:
        findings: What the doctor found in the run.
        history: The curves of the run the model comes from, or None where there are none.
        gate: The accuracy that is asked for.
    """
    if findings:
        return [f"{translate_engine(item.what)} {translate_engine(item.remedy)}" for item in findings[:MOST]]
    if history is None or not len(history.train_accuracies):
        return [_tr("Try a longer training, a larger network, or more images.")]
    train = float(history.train_accuracies[-1])
    validation = float(history.validation_accuracies[-1])
    values = {"train": percent(train, 1), "validation": percent(validation, 1), "gate": percent(gate, 1)}
    if not np.isnan(validation) and train - validation > GAP:
        text = _tr(
            "The training images are read better ({train}) than the validation images ({validation}): try more images, "
            "augmentation on the Data station, or dropout."
        )
    elif train < gate:
        text = _tr(
            "The training images themselves are read at {train} only: train longer, with a larger network, or with "
            "another learning rate."
        )
    else:
        text = _tr(
            "Training ({train}) and validation ({validation}) agree: “Enough data?” shows what more images would bring."
        )
    return [text.format(**values)]
