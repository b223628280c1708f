"""What the Evaluate station saves as numbers: matrix, classes, calibration, learning curve and mistakes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.evaluation.calibration import calibration
from engine.evaluation.number_report import NumberReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.evaluation.learning_curve.summary import CurvePoint, CurveSummary
    from gui.stations.evaluate.measuring_job import Measured
    from gui.stations.evaluate.mislabelled import Mislabelled

    Table = tuple[Sequence[str], Sequence[Sequence[Any]]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Savings", text)


def matrix_table(measured: Measured, values: NDArray[np.generic]) -> Table:
    """Return a confusion matrix as it is shown: a row for each truth, a column for each answer.

    Args:
        measured: The report.
        values: ``(classes, classes)`` counts, shares or changes of them; nan for nothing.
    """
    classes = measured.of_classes.classes
    rows = [[name, *map(_plain, row)] for name, row in zip(classes, values.tolist(), strict=True)]
    return _with_learnt((_tr("Truth"), *classes), rows, measured, _learnt_of_classes(measured))


def class_table(measured: Measured) -> Table:
    """Return precision, recall, F1 and the number of images of each class; shares from 0 to 1."""
    report = measured.of_classes
    columns = (values.tolist() for values in (report.precision, report.recall, report.f1, report.support))
    rows = [[name, *map(_plain, row)] for name, *row in zip(report.classes, *columns, strict=True)]
    heads = (_tr("Class"), _tr("Precision"), _tr("Recall"), "F1", _tr("Images"))
    return _with_learnt(heads, rows, measured, _learnt_of_classes(measured))


def bin_table(measured: Measured) -> Table:
    """Return the bins of a reliability diagram."""
    report, mask = measured.of_classes, measured.learnt.mask
    bins = report.calibration()
    learnt = calibration(report.confidences[mask], mask[mask]).counts
    columns = (bins.edges[:-1], bins.edges[1:], bins.counts, bins.confidences, bins.accuracies)
    rows = zip(*(values.tolist() for values in columns), strict=True)
    heads = (_tr("From"), _tr("To"), _tr("Images"), _tr("Mean confidence"), _tr("Share right"))
    return _with_learnt(heads, [list(map(_plain, row)) for row in rows], measured, learnt)


def _learnt_of_classes(measured: Measured) -> NDArray[np.int64]:
    report = measured.of_classes
    return np.bincount(report.labels[measured.learnt.mask], minlength=len(report.classes))


def _with_learnt(
    heads: Sequence[str], rows: list[list[Any]], measured: Measured, counts: NDArray[np.int64]
) -> Table:
    """Say in a last column how many of the images of each row the model has learnt from, where there are any."""
    if not measured.learnt.count:
        return heads, rows
    return (*heads, _tr("Learnt from")), [
        [*row, count] for row, count in zip(rows, counts.tolist(), strict=True)
    ]


def curve_table(points: Sequence[CurvePoint], summary: CurveSummary) -> Table:
    """Return a learning curve: every training, then the mean of each size, then what twice the images would bring."""
    heads = (
        *(_tr("Row"), _tr("Training images"), _tr("Seed")),
        *(_tr("Validation error"), _tr("Training error"), _tr("Spread"), _tr("Low"), _tr("High")),
    )
    rows: list[list[Any]] = [
        [_tr("training"), point.size, point.seed, point.error, point.train_error, "", "", ""]
        for point in points
    ]
    means = (summary.sizes, summary.errors, summary.train_errors, summary.spreads)
    for size, error, train_error, spread in zip(*(values.tolist() for values in means), strict=True):
        rows.append([_tr("mean"), size, "", error, train_error, spread, "", ""])
    doubled = summary.doubled
    if doubled is not None:
        words = _tr("predicted")
        rows.append([words, doubled.size, "", doubled.error, "", "", doubled.low, doubled.high])
    return heads, [list(map(_plain, row)) for row in rows]


def image_table(measured: Measured, indices: NDArray[np.int64], mislabelled: Mislabelled) -> Table:
    """Return images that were measured, such as the mistakes.

    Args:
        measured: The report.
        indices: ``(K,)`` which images of it.
        mislabelled: Where images are marked.
    """
    heads = (
        _tr("Index"),
        _tr("Truth"),
        _tr("Prediction"),
        _tr("Confidence"),
        _tr("Marked"),
        _tr("Learnt from"),
    )
    return heads, list(_image_rows(measured, indices, mislabelled))


def _image_rows(
    measured: Measured, indices: NDArray[np.int64], mislabelled: Mislabelled
) -> Iterator[list[Any]]:
    report, images = measured.of_classes, measured.dataset
    for index in indices.tolist():
        truth, answer = (report.classes[int(of[index])] for of in (report.labels, report.predictions))
        is_marked = mislabelled.is_marked(images.name, images.images[index], truth)
        confidence, is_learnt = float(report.confidences[index]), measured.learnt.mask[index]
        yield [index, truth, answer, _plain(confidence), int(is_marked), int(is_learnt)]


def number_table(measured: Measured, indices: NDArray[np.int64] | None = None) -> Table:
    """Return what was right and what the model said of examples, by default of all of them."""
    report = measured.report
    assert isinstance(report, NumberReport), "it is shown where there is a number"
    chosen = np.arange(report.count) if indices is None else indices
    columns = (values[chosen].tolist() for values in (report.targets, report.answers, report.errors))
    heads = (_tr("Index"), _tr("Truth"), _tr("Prediction"), _tr("Error"))
    return heads, [[index, *map(_plain, row)] for index, *row in zip(chosen.tolist(), *columns, strict=True)]


def error_table(edges: NDArray[np.float64], counts: NDArray[np.int64]) -> Table:
    """Return how many examples are off by how much, between bounds."""
    heads = (_tr("From"), _tr("To"), _tr("Examples"))
    rows = zip(edges[:-1].tolist(), edges[1:].tolist(), counts.tolist(), strict=True)
    return heads, [[_plain(low), _plain(high), count] for low, high, count in rows]


def _plain(value: float | str) -> float | str:
    """Return a number to six figures, or nothing where there is none."""
    if not isinstance(value, float):
        return value
    return "" if math.isnan(value) else float(f"{value:.6g}")
