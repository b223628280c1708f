"""How a sweep stands: what is done with it, by this window or another, how far it has come, and that in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from engine.sweep.sweep import SweepStatus
from engine.sweep.trial import TrialState
from gui.bench.value_words import duration
from gui.look.words import joined
from gui.stations.sweep import words
from gui.stations.sweep.runner import Doing

if TYPE_CHECKING:
    from engine.sweep.library import SweepSummary
    from gui.stations.sweep.catalogue import SweepCatalogue
    from gui.stations.sweep.runner import SweepRunner

HERE = {
    Doing.RUNNING: SweepStatus.RUNNING,
    Doing.PAUSED: SweepStatus.PAUSED,
    Doing.ENDING: SweepStatus.RUNNING,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("SweepStanding", text)


class SweepStanding:
    """Answers for the sweep that is looked at, at any moment.

    Args:
        catalogue: The sweeps there are, as they were read last, and the one that is looked at.
        runner: The crew of this window; what it does counts more than what was read before.
    """

    def __init__(self, catalogue: SweepCatalogue, runner: SweepRunner) -> None:
        self._catalogue = catalogue
        self._runner = runner

    def summaries(self) -> tuple[SweepSummary, ...]:
        """Return the sweeps there are."""
        known = HERE.get(self._runner.doing)
        return tuple(
            replace(item, status=known) if known is not None and item.id == self._runner.sweep else item
            for item in self._catalogue.summaries
        )

    def doing(self) -> Doing:
        """Return what the crew of this window does with it."""
        sweep = self._catalogue.sweep
        return self._runner.doing if sweep is not None and self._runner.sweep == sweep.id else Doing.NOTHING

    def status(self) -> SweepStatus | None:
        """Return what is done with it, whoever does; None where none is looked at."""
        sweep = self._catalogue.sweep
        if sweep is None:
            return None
        if self.doing() is Doing.RUNNING:
            return SweepStatus.RUNNING
        return next((item.status for item in self.summaries() if item.id == sweep.id), SweepStatus.PAUSED)

    def share(self) -> float | None:
        """Return which share of its trials has ended; None where it goes on and has no end."""
        sweep = self._catalogue.sweep
        if sweep is not None and sweep.plan.budget:
            return min(1.0, self._ended() / sweep.plan.budget)
        return None if sweep is None or self.doing() is Doing.RUNNING else 1.0

    def _ended(self) -> int:
        return sum(trial.counts for trial in self._catalogue.trials)

    def words(self) -> str:
        """Say how many trials have ended, what the best has reached, and what is done now."""
        sweep = self._catalogue.sweep
        if sweep is None:
            return ""
        number, ended, budget = QLocale().toString, self._ended(), sweep.plan.budget
        if budget:
            text = _tr("Trials that have ended: {ended} of {budget}.").format(
                ended=number(ended), budget=number(budget)
            )
        else:
            text = _tr("Trials that have ended: {ended}.").format(ended=number(ended))
        failed = sum(trial.state is TrialState.FAILED for trial in self._catalogue.trials)
        wrong = _tr("Failed: {count}.").format(count=number(failed)) if failed else ""
        best, reached = self._catalogue.best, ""
        if best is not None:
            text_of_best = (
                _tr("Best: trial {number}, {measure} {goal}.")
                if self.status() is SweepStatus.DONE
                else _tr("Best so far: trial {number}, {measure} {goal}.")
            )
            reached = text_of_best.format(
                number=number(best.ordinal),
                measure=words.measure_word(sweep.plan.goal, sweep.plan.aim),
                goal=words.goal_text(sweep.plan.goal, best.goal),
            )
        left = self._runner.remaining(ended, budget) if self.doing() is Doing.RUNNING else None
        time = "" if left is None else _tr("At the pace so far: {time} more.").format(time=duration(left))
        return joined((text, wrong, reached, time, self._doing_words()))

    def _doing_words(self) -> str:
        doing, status = self.doing(), self.status()
        if doing is Doing.ENDING:
            return _tr("Ending …")
        if doing is Doing.PAUSED:
            return _tr("Paused: the trials are held where they are.")
        if doing is Doing.RUNNING:
            running = sum(trial.state is TrialState.RUNNING for trial in self._catalogue.trials)
            return "" if running else _tr("The workers are starting …")
        if status is SweepStatus.RUNNING:
            return _tr("Another window or command is at it.")
        if status is SweepStatus.PAUSED:
            return _tr("It waits to be gone on with.")
        return ""
