"""What is told of the trial that is looked at, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import joined, labelled, listed
from gui.stations.sweep import words
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene


class TrialPanel(QFrame):
    """A card below the views.

    Args:
        parent: The widget it belongs to.

    Signals:
        settings_wanted: The settings of a trial are to go into the form (Trial).
        runs_wanted: Runs are to be shown in Runs, several as curves over each other (their ids).
        best_wanted: The best trial is to be looked at.
    """

    settings_wanted = Signal(object)
    runs_wanted = Signal(object)
    best_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="trialPanel", card=True)
        self._scene: Scene | None = None
        self.title = dressed(Label(self, wordWrap=True), name="trialTitle", role="heading")
        self.values = dressed(Label(self, wordWrap=True), name="trialValues")
        for label in (self.title, self.values):
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.settings = dressed(
            QPushButton(self),
            text=lambda: self.tr("Settings into the form"),
            name="trialSettings",
            tip=lambda: self.tr("Take over the settings of this trial in Train; it can be undone"),
        )
        self.runs = dressed(QPushButton(self), name="trialRuns")
        self.best = dressed(
            QPushButton(self),
            text=lambda: self.tr("Best trial"),
            name="bestTrial",
            tip=lambda: self.tr("Look at the best trial so far"),
        )
        self._buttons = FlowBox(spacing=8, parent=self)
        for button in (self.best, self.settings, self.runs):
            self._buttons.add(button)
        column_of(self.title, self.values, self._buttons, on=self, margins=(12, 8, 12, 8), spacing=4)
        self.settings.clicked.connect(self._on_settings_clicked)
        self.runs.clicked.connect(self._on_runs_clicked)
        self.best.clicked.connect(self.best_wanted)
        follow_language(self, self._say)

    def set_scene(self, scene: Scene | None) -> None:
        """Tell of the trials that are chosen in a sweep."""
        self._scene = scene
        self._say()

    def _chosen(self) -> list[Trial]:
        scene = self._scene
        if scene is None:
            return []
        return [scene.by_number[number] for number in scene.chosen if number in scene.by_number]

    def _say(self) -> None:
        scene, chosen = self._scene, self._chosen()
        trial = chosen[0] if chosen else None
        runs = [each.run for each in chosen if each.run]
        self.settings.setEnabled(trial is not None)
        self.runs.setEnabled(bool(runs))
        self.best.setEnabled(
            scene is not None
            and scene.best is not None
            and [each.number for each in chosen] != [scene.best.number]
        )
        if len(runs) > 1:
            self.runs.setText(self.tr("Overlay {count} in Runs").format(count=QLocale().toString(len(runs))))
        else:
            self.runs.setText(self.tr("Show in Runs"))
        if scene is None or trial is None:
            self.title.setText(self.tr("Choose a trial to see its settings and its run."))
            self.values.setText("")
            self.values.hide()
            return
        goal = scene.sweep.plan.goal
        reached = words.goal_text(goal, trial.goal) if trial.goal is not None else ""
        title = words.trial_title(trial)
        if scene.best is not None and trial.number == scene.best.number:
            title = self.tr("{trial}, the best").format(trial=title)
        if len(chosen) > 1:
            title = self.tr("{count} trials are chosen; this is {trial}").format(
                count=QLocale().toString(len(chosen)), trial=title
            )
        self.title.setText(labelled(title, listed((reached, words.state_word(trial)))))
        self.values.setText(joined((words.values_text(trial, scene.labels), words.trial_more(trial))))
        self.values.setVisible(bool(self.values.text()))

    @Slot()
    def _on_settings_clicked(self) -> None:
        for trial in self._chosen()[:1]:
            self.settings_wanted.emit(trial)

    @Slot()
    def _on_runs_clicked(self) -> None:
        self.runs_wanted.emit(tuple(trial.run for trial in self._chosen() if trial.run))
