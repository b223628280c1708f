"""Curves: one try after the other, and how far the whole is."""

from __future__ import annotations

import pytest

from engine.compress.curve import curve
from engine.compress.pruning import Pruning
from engine.compress.trial import Trial
from engine.errors import Cancelled
from tests.engine.compress.models import digits, trained


def test_accuracy_falls_along_the_amounts() -> None:
    saved = trained("24,24", epochs=20)  # of two layers: what has lost its way through the first is lost
    told = list(curve(saved, Pruning(), digits(), test=True))
    trials = [each for _, each in told if isinstance(each, Trial)]
    assert tuple(trial.amount for trial in trials) == Pruning.amount.steps
    found = [trial.test.accuracy for trial in trials if trial.test is not None]
    assert found[0] > found[-1] + 0.2
    sizes = [trial.size for trial in trials]
    assert sizes == sorted(sizes, reverse=True)
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_given_amounts_and_giving_up() -> None:
    assert [
        (share, each.amount)
        for share, each in curve(trained(), Pruning(), digits(), amounts=(0.2, 0.4), finetune=1)
        if isinstance(each, Trial)
    ] == [(0.5, 0.2), (1.0, 0.4)]
    with pytest.raises(Cancelled):
        list(curve(trained(), Pruning(), digits(), cancelled=lambda: True))
