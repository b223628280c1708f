from __future__ import annotations

import importlib
import json
import warnings
from types import ModuleType

import numpy as np
import pytest

from engine.data.dataset import Dataset
from engine.evaluation.calibration import calibration
from engine.evaluation.evaluate import evaluate
from engine.evaluation.report import Report
from tests.engine.evaluation.answers import Fixed, made_up_report


@pytest.fixture(scope="module")
def metrics() -> ModuleType:
    """Scikit-learn's metrics, loaded here alone: it takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("sklearn.metrics")


@pytest.fixture(scope="module")
def report() -> Report:
    return made_up_report()


def test_figures_by_class_are_those_of_scikit_learn(report: Report, metrics: ModuleType) -> None:
    expected = metrics.precision_recall_fscore_support(report.labels, report.predictions)

    for found, wanted in zip(
        (report.precision, report.recall, report.f1, report.support), expected, strict=True
    ):
        np.testing.assert_allclose(found, wanted, rtol=1e-12)


def test_macro_averages_are_those_of_scikit_learn(report: Report, metrics: ModuleType) -> None:
    expected = metrics.precision_recall_fscore_support(report.labels, report.predictions, average="macro")

    assert tuple(report.macro) == pytest.approx(expected[:3], rel=1e-12)


def test_macro_counts_an_answer_never_given_as_nothing_as_scikit_learn_does(metrics: ModuleType) -> None:
    data = Dataset("two", np.zeros((4, 2, 2), np.uint8), np.array([0, 0, 1, 1]), ("a", "b", "never"))
    report = evaluate(Fixed(np.array([[1, 0, 0]] * 4)), data)
    expected = metrics.precision_recall_fscore_support(
        report.labels, report.predictions, average="macro", zero_division=0
    )

    assert np.isnan(report.precision[1])
    assert tuple(report.macro) == pytest.approx(expected[:3])


@pytest.mark.parametrize("normalize", [None, "true"])
def test_confusion_is_that_of_scikit_learn(
    report: Report, metrics: ModuleType, normalize: str | None
) -> None:
    expected = metrics.confusion_matrix(report.labels, report.predictions, normalize=normalize)

    np.testing.assert_allclose(report.confusion if normalize is None else report.confusion_shares, expected)


def test_a_class_without_images_has_no_shares() -> None:
    data = Dataset("one", np.zeros((2, 2, 2), np.uint8), np.array([0, 0]), ("a", "b"))

    shares = evaluate(Fixed(np.array([[1, 0], [0, 1]])), data).confusion_shares

    assert shares[0].tolist() == [0.5, 0.5]
    assert np.isnan(shares[1]).all()


def test_images_of_a_cell_come_with_the_surest_first(report: Report) -> None:
    for truth in range(5):
        for answer in range(5):
            found = report.images_of(truth, answer)
            assert len(found) == report.confusion[truth, answer]
            assert (report.labels[found] == truth).all()
            assert (report.predictions[found] == answer).all()
            assert (np.diff(report.confidences[found]) <= 0).all()


def test_calibration_error_is_that_of_a_plain_sum(report: Report) -> None:
    found = report.calibration(bins=10)

    right = report.predictions == report.labels
    error = 0.0
    for low in np.arange(10) / 10:
        within = [i for i, value in enumerate(report.confidences) if low < value <= low + 0.1]
        if within:
            error += (
                abs(report.confidences[within].mean() - right[within].mean()) * len(within) / report.count
            )
    assert found.error == pytest.approx(error, rel=1e-6)
    assert found.counts.sum() == report.count
    assert found.worst >= found.error > 0


def test_a_sure_model_that_is_right_half_the_time_is_half_off() -> None:
    data = Dataset("half", np.zeros((4, 2, 2), np.uint8), np.array([0, 1, 0, 1]), ("a", "b"))
    found = evaluate(Fixed(np.array([[99, 0]] * 4)), data).calibration()

    assert found.error == found.worst == pytest.approx(0.5)
    assert found.counts.tolist() == [0] * 9 + [4]
    assert np.isnan(found.accuracies[:9]).all()


def test_all_figures_go_into_json(report: Report) -> None:
    figures = json.loads(json.dumps(report.to_dict(), allow_nan=False))

    assert figures["interval"] == pytest.approx(list(report.interval))
    assert figures["macro"]["f1"] == pytest.approx(report.macro.f1)
    assert figures["support"] == report.support.tolist()


def test_a_bin_holds_its_upper_bound_in_single_precision_too() -> None:
    """0.3 in single precision is a hair more than 0.3, and is yet no more than 30 % to anyone."""
    tenths = np.arange(1, 11, dtype=np.float32) / np.float32(10)

    for confidences in (tenths, tenths.astype(np.float64).round(1)):
        assert calibration(confidences, np.ones(10, np.bool_)).counts.tolist() == [1] * 10
