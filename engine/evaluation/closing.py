"""What is said of a run at its end, without a window: it is watched by the doctor, measured, and advised on."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from engine.data.doubt.learning import known_doubt, learn_doubt
from engine.errors import ModelError
from engine.evaluation.advice import Advice, Evidence, advise, train_look
from engine.goals.registry import GOALS
from engine.training.doctor.doctor import Doctor
from engine.training.events import FinishReason, ModelSnapshot
from engine.training.private.promise import SPENT

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.data.doubt.doubt import Doubt
    from engine.evaluation.goal_report import GoalReport
    from engine.training.events import TrainingFinished


class Closing:
    """Hears a run, and closes it.

    Args:
        experiment: What is trained and how.
        data: On what.

    Attributes:
        report: On the test images, or None before.
        results: ``test_accuracy``, ``test_loss``, and ``train_accuracy`` of training images as they are; and of a
            private training ``privacy_spent``.
        advice: What to try, or None before.
        doubt: What tells which drawings are none of the classes; None before, and where nothing is claimed.
    """

    def __init__(self, experiment: Experiment, data: Split) -> None:
        self._experiment = experiment
        self._data = data
        self._doctor = Doctor(experiment, data)
        self._has_first = False
        self.report: GoalReport | None = None
        self.results: dict[str, float] = {}
        self.advice: Advice | None = None
        self.doubt: Doubt | None = None

    def add(self, event: object) -> None:
        """Take an event of the run in; of the weights the first and the last are enough."""
        if isinstance(event, ModelSnapshot):
            if self._has_first:
                return
            self._has_first = True
        self._doctor.hear(event)

    def close(self, finished: TrainingFinished, cancelled: Callable[[], bool] | None = None) -> None:
        """Measure the weights that are kept, and form the advice.

        Raises:
            Cancelled: If ``cancelled`` says so; ``report`` may be there by then.
        """
        from engine.evaluation.measure import measure
        from engine.models.build import build
        from engine.training.doctor.probe import Probe

        if finished.privacy_spent is not None:
            self.results = {SPENT: finished.privacy_spent}
        data, experiment = self._data, self._experiment
        if len(data.test) == 0:
            return
        model = build(
            experiment.network,
            image_shape=data.train.image_shape,
            classes=len(data.classes),
            goal=GOALS[data.goal],
        )
        model.load_state_dict(finished.state)
        self.report = measure(model, data.test, cancelled=cancelled)
        self.results |= {"test_accuracy": self.report.accuracy, "test_loss": self.report.loss}
        learnt = measure(model, train_look(data.train), cancelled=cancelled)
        self.results["train_accuracy"] = learnt.accuracy
        with suppress(
            ModelError, RuntimeError
        ):  # such a network cannot be looked into; the doctor does without
            self._doctor.add_probe(Probe(experiment, data.train).measure(finished.last_state, finished.step))
        self.advice = advise(
            Evidence(
                self._doctor.findings,
                learnt.accuracy if GOALS[data.goal].fitted(data.train.labels).can_be_right else None,
                self.report.accuracy,
                classes=len(data.classes),
                goal=GOALS[data.goal].fitted(data.train.labels),
                private=finished.privacy_spent is not None,
            )
        )

    def learn_doubt(self, finished: TrainingFinished, cancelled: Callable[[], bool] | None = None) -> None:
        """Learn what tells which drawings are none of the classes; some seconds of the processor, where there are many.

        A private training keeps to itself what it learnt from, so nothing is learnt beside it.

        Raises:
            Cancelled: If ``cancelled`` says so.
        """
        if finished.privacy_spent is None and finished.reason is not FinishReason.DIVERGED:
            self.doubt = known_doubt(self._data) or learn_doubt(self._data, cancelled=cancelled)
