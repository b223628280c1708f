from __future__ import annotations

from math import comb

import numpy as np
import pytest

from engine.errors import DataError
from engine.evaluation.comparison import compare, mcnemar
from tests.engine.evaluation.answers import made_up_report


def test_a_better_model_mends_more_than_it_breaks() -> None:
    before, after = made_up_report(1, skill=0.5), made_up_report(2, skill=3.0)
    found = compare(before, after)

    assert found.accuracy == pytest.approx(after.accuracy - before.accuracy)
    assert found.loss < 0
    assert (found.confusion == after.confusion - before.confusion).all()
    assert found.mended is not None
    assert found.broken is not None
    assert len(found.mended) - len(found.broken) == round(found.accuracy * 500)
    assert (after.predictions[found.mended] == after.labels[found.mended]).all()
    assert (before.predictions[found.broken] == before.labels[found.broken]).all()
    assert found.significant


def test_the_same_report_twice_shows_no_change() -> None:
    report = made_up_report()
    found = compare(report, report)

    assert found.accuracy == found.loss == 0
    assert not found.confusion.any()
    assert found.significant is False


def test_other_images_can_be_compared_in_figures_alone() -> None:
    found = compare(made_up_report(count=100), made_up_report(count=200))

    assert found.mended is found.broken is found.significant is None
    assert found.confusion.sum() == 100


def test_other_classes_cannot_be_compared() -> None:
    with pytest.raises(DataError, match="different classes"):
        compare(made_up_report(classes=4), made_up_report(classes=5))


def test_chance_is_counted_out() -> None:
    assert mcnemar(9, 1) == pytest.approx(2 * (comb(10, 0) + comb(10, 1)) / 2**10)
    assert mcnemar(5, 5) == 1
    assert mcnemar(0, 0) == 1
    assert mcnemar(50_000, 50_000) == 1


def test_the_normal_distribution_takes_over_smoothly() -> None:
    assert mcnemar(540, 459) == pytest.approx(mcnemar(540, 461), rel=0.25)
    assert np.isfinite(mcnemar(100_000, 1))
