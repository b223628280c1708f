"""Accuracy on the test images against the strength of attacks, of the model at hand and of kept runs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QWidget

from engine.attacks.registry import ATTACKS
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import joined, labelled, told, translate_engine
from gui.stations.challenge.curve_controls import CurveControls
from gui.stations.challenge.curve_picture import (
    Curve,
    curve_picture,
    curve_table,
    models_words,
    reading_words,
    verdict_words,
)
from gui.stations.challenge.curve_table import CurveTable
from gui.stations.challenge.curve_work import CurveWork, Entrant, Wish, curve_key, hand_key
from gui.stations.challenge.view import View
from gui.widgets.layouts import column_of
from gui.widgets.notice_bar import Notice
from gui.widgets.point_plot import PointPlot
from gui.widgets.sides import Sides
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.attacks.attack import Strength
    from engine.config import DataConfig
    from engine.data.dataset import Dataset, Split
    from engine.errors import NetSketchError
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.storage.model_file import SavedModel
    from engine.storage.runs.summary import RunSummary
    from gui.stations.challenge.scene import Scene
    from gui.workbench import Workbench

SHARES = (520, 400)
MOST_RUNS = 5  # beside the model; as many colours can be told apart


class CurveView(View):
    """Attacks the test images when asked to; what was found stays while one looks elsewhere.

    Args:
        workbench: Whose model and runs.
        parent: The widget it belongs to.
    """

    name = "curve"
    needs_split = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._saved: SavedModel | None = None
        self._hand: Entrant | None = None
        self._runs: list[Entrant] = []
        self._split: Split | None = None
        self._config: DataConfig | None = None  # what the data are
        self.work = CurveWork(self)
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self.controls = CurveControls(self.workbench.catalogue, self)
        self.plot = PointPlot(
            "attackPlot", lambda: self.tr("Accuracy against the strength of an attack"), self
        )
        self.curves = CurveTable(self)
        self._sides = Sides(self)
        card = dressed(QFrame(self), card=True)
        column_of((self.plot, 1), on=card, margins=(8, 8, 8, 6))
        self._sides.addWidget(card)
        self._sides.addWidget(self.curves)
        self._sides.setSizes(SHARES)
        self._reading = dressed(WholeLabel(self), name="curveReading", role="muted")
        self._verdict = dressed(WholeLabel(self), name="curveVerdict")
        parts = (self.controls, (self._sides, 1), self._reading, self._verdict)
        column_of(*parts, on=self, margins=(14, 4, 14, 10), spacing=8)

    def _connect(self) -> None:
        controls, work = self.controls, self.work
        controls.changed.connect(self._show)
        controls.measure_wanted.connect(self._measure)
        controls.cancel_wanted.connect(work.cancel)
        controls.run_chosen.connect(self._on_controls_run_chosen)
        controls.run_dropped.connect(self._on_controls_run_dropped)
        work.changed.connect(self._show)
        work.doing.connect(controls.show_doing)
        work.progressed.connect(controls.show_progress)
        work.refused.connect(self._on_work_refused)
        work.failed.connect(self.failed)
        self.plot.chosen.connect(self._on_plot_chosen)
        self.plot.pressed.connect(self._on_plot_pressed)
        self.curves.chosen.connect(self._show_chosen)
        self.workbench.catalogue.changed.connect(self._show_state)
        self.workbench.state_changed.connect(self._on_workbench_state_changed)

    # For the page

    def title(self) -> str:
        return self.tr("On the test set")

    def help_text(self) -> str:
        return self.tr("How many test images are still read right when all of them are attacked")

    def caption(self) -> str:
        curves = self._curves()
        return labelled(self.title(), models_words(curves)) if curves else self.title()

    def against(self, kind: InputKind, goal: Goal) -> str:
        return kind.no_attack or goal.no_attack

    def set_scene(self, scene: Scene) -> None:
        config = scene.experiment.data.images
        if config != self._config:
            self._config, self._runs = config, []
            self.work.forget()
        self._split = scene.split
        if scene.saved is not self._saved:
            self._saved = scene.saved
            if self._hand is not None and self.work.busy:
                self._give_up(
                    lambda: self.tr("Another model is at hand: what was being measured was given up.")
                )
            self._hand = Entrant(hand_key(scene.saved), "", scene.saved)
        self.controls.set_total(len(scene.split.test))
        self.workbench.catalogue.refresh()
        self._show()

    def figure(self) -> QWidget:
        return self.plot

    def table(self) -> tuple[list[str], list[list[Any]]]:
        return curve_table(self._curves(), self.controls.steps.value())

    def shutdown(self) -> None:
        self.work.shutdown()
        super().shutdown()

    # What is shown

    @property
    def _strength(self) -> Strength:
        return ATTACKS[self.controls.attacks[0]].strength

    def _entrants(self) -> list[Entrant]:
        return ([] if self._hand is None else [self._hand]) + self._runs

    @property
    def _images(self) -> Dataset | None:
        """The test images; None before they are there."""
        return None if self._split is None else self._split.test

    def _wishes(self) -> list[Wish]:
        """Return what is to be known of each model, as is chosen; nothing without test images."""
        controls, split, config = self.controls, self._split, self._config
        if split is None or config is None or not len(split.test):
            return []
        chosen = controls.attacks, controls.steps.value(), controls.limit
        return [Wish(entrant, *chosen, split, config) for entrant in self._entrants()]

    def _curves(self) -> list[Curve]:
        controls, at_hand = self.controls, self.tr("Model at hand")
        chosen = controls.steps.value(), controls.limit
        return [
            Curve(entrant.name or at_hand, colour, name, points)
            for colour, entrant in enumerate(self._entrants())
            for name in controls.attacks
            if (points := self.work.points(curve_key(entrant, name, *chosen)))
        ]

    @Slot()
    def _show(self) -> None:
        curves, images = self._curves(), self._images
        self.curves.show_curves(curves, self._strength)
        if images is None or not curves:
            self.plot.show_picture(None, self._why_nothing())
        self._verdict.setText(joined((verdict_words(curves), *self._learnt_words())))
        self._verdict.setVisible(bool(self._verdict.text()))
        self.controls.show_runs(self._runs)
        self._show_chosen()
        self._show_state()

    def _learnt_words(self) -> list[str]:
        """Say which models learnt from some of the images."""
        limit, entrants, at_hand = self.controls.limit, self._entrants(), self.tr("Model at hand")
        found = [(entrant.name, translate_engine(self.work.learnt(entrant, limit))) for entrant in entrants]
        return [
            labelled(name or at_hand, words) if len(entrants) > 1 else words for name, words in found if words
        ]

    @Slot()
    def _show_chosen(self) -> None:
        """Mark the strength that is looked at, and say what each curve has there."""
        curves, at = self._curves(), self.curves.strength
        if self._images is None or not curves:
            self._reading.setText("")
            return
        classes = len(self._images.classes)
        self.plot.show_picture(curve_picture(curves, self._strength, classes, at))
        words = self.tr(
            "Choose a strength in the picture or the table: what each curve has there is told here, with the bounds "
            "between which the true share lies with 95\u00a0% confidence."
        )
        self._reading.setText(words if at is None else reading_words(curves, self._strength, at))

    def _why_nothing(self) -> str:
        if self._images is not None and not len(self._images):
            return self.tr("There are no test images among the data of this model.")
        if self.work.busy:
            return self.tr("The first point is being measured …")
        return self.tr("“Measure” attacks the test images, weakly at first and then harder and harder.")

    @Slot()
    def _show_state(self) -> None:
        wishes = self._wishes()
        self.controls.show_state(
            can=not all(map(self.work.is_whole, wishes)),
            busy=self.work.busy,
            against=self._against() if wishes else self._why_nothing(),
        )

    def _against(self) -> str:
        """Return why no further run can be shown beside, or nothing."""
        if not self.controls.menu.runs:
            return self.tr("There is no kept run yet that has finished an epoch.")
        if len(self._runs) >= MOST_RUNS:
            return self.tr(
                "More than {most} runs are not shown beside each other: leave one out first."
            ).format(most=MOST_RUNS)
        return ""

    # What is done

    @Slot()
    def _measure(self) -> None:
        for wish in self._wishes():
            self.work.measure(wish)

    @Slot(object, str)
    def _on_controls_run_chosen(self, run: RunSummary, which: str) -> None:
        """Show a run beside the model, and measure both as is chosen."""
        key = f"run {run.id} {which} {run.step}"
        if key not in (entrant.key for entrant in self._runs):
            path = self.workbench.catalogue.model_path(run.id, which)
            self._runs.append(Entrant(key, run.name, path))
        self._measure()
        self._show()

    @Slot(str)
    def _on_controls_run_dropped(self, key: str) -> None:
        self._runs = [entrant for entrant in self._runs if entrant.key != key]
        self.controls.compare.setFocus()
        if self.work.busy:  # of the others what is missing is measured anew
            self.work.give_up()
            self._measure()
        self._show()

    @Slot(object, object)
    def _on_work_refused(self, entrant: Entrant, error: NetSketchError) -> None:
        """Leave out what cannot be measured, and say why."""
        self._runs = [each for each in self._runs if each is not entrant]
        self.notice_raised.emit(Notice("warning", lambda: told(error)))
        self._show()

    @Slot(object)
    def _on_plot_chosen(self, strength: float) -> None:
        self.curves.choose(strength)

    @Slot(float)
    def _on_plot_pressed(self, along: float) -> None:
        self.curves.choose(along * self._strength.steps[-1])

    @Slot()
    def _on_workbench_state_changed(self) -> None:
        if self.workbench.running and self.work.busy:
            self._give_up(lambda: self.tr("A training has begun: what was being measured was given up."))

    def _give_up(self, words: Any) -> None:
        self.work.give_up()
        self.notice_raised.emit(Notice("info", words))
