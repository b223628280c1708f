"""Where a sweep is set up: what varies, what is looked for, how, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSizePolicy, QWidget

from engine.errors import ConfigError
from engine.goals.registry import CLASSES
from engine.runtime import usable_cores
from engine.sweep.plan import MOST_TRIALS, Ending, Goal, Way
from gui.bench.value_words import data_titles
from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.look.words import joined, told
from gui.stations.sweep import words
from gui.stations.sweep.draft import by_path
from gui.stations.sweep.range_rows import RangeRows
from gui.stations.sweep.setting_picker import SettingPicker
from gui.widgets.fields.choice_fields import OptionField
from gui.widgets.fields.number_fields import FloatField, IntField
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.rows_area import UNBOUND, RowsArea

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from engine.goals.goal import Goal as Aim
    from engine.sweep.plan import SweepPlan
    from gui.bench.experiment_editor import ExperimentEditor
    from gui.look.spoken import Words
    from gui.stations.sweep.draft import DraftEditor

WIDTH = 300  # pixels of a column at least, at 100 %
LEAST_HEIGHT = 150  # pixels of the cards, which scroll where the window is lower


class _CardsArea(RowsArea):
    """As high as the cards are in the width that there is, where they stand side by side or one below the other."""

    def sizeHint(self) -> QSize:
        hint, cards = super().sizeHint(), self.widget()
        height = 0 if cards is None else cards.heightForWidth(self.viewport().width())
        return hint.expandedTo(QSize(0, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class SetupForm(QWidget):
    """Two cards, one beside the other where there is room: what varies, and how it is gone about.

    Args:
        draft: What is entered here.
        editor: The settings that a trial has otherwise.
        parent: The widget it belongs to.

    Signals:
        start_wanted: The sweep is to begin.
    """

    start_wanted = Signal()

    def __init__(self, draft: DraftEditor, editor: ExperimentEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweepSetup")
        self._draft = draft
        self._editor = editor
        self._aim: Aim = CLASSES
        self._labels: list[tuple[Label, QWidget, Callable[[], str]]] = []
        self._build_ui()
        self._connect()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        cards = QWidget(self)
        flow = FlowBox(spacing=12, parent=cards, level=False, fill=True)
        flow.add(self._build_what())
        flow.add(self._build_how())
        column_of(flow, STRETCH, on=cards)
        # The button stands below them, in sight also where the window is low.
        area = dressed(_CardsArea(self, most=UNBOUND, least=LEAST_HEIGHT), name="sweepSetupScroll")
        area.setWidget(cards)
        self.problem = dressed(Label(self, wordWrap=True), name="sweepProblem")
        self.start = dressed(
            QPushButton(self),
            text=lambda: self.tr("Start sweep"),
            name="startSweep",
            main=True,
            tip=lambda: self.tr("Begin to train one trial after another, each in a process of its own"),
        )
        foot = row_of((self.problem, 1), self.start, spacing=10)
        column_of(area, foot, STRETCH, on=self, margins=(14, 10, 14, 10), spacing=10)

    def _build_what(self) -> QWidget:
        card = self._card("sweepWhat")
        heading = dressed(Label(lambda: self.tr("What to try"), card), role="heading")
        self._base = dressed(Label(card, wordWrap=True), role="muted", name="sweepBase")
        self.intro = dressed(
            Label(
                lambda: self.tr(
                    "A sweep trains the same network again and again with other settings, and shows which are best. "
                    "Say what may change, and it goes through the values by itself."
                ),
                card,
                wordWrap=True,
            ),
            name="sweepIntro",
        )
        self.suggest = dressed(
            QPushButton(card),
            text=lambda: self.tr("Fill in a first sweep"),
            name="suggestSweep",
            tip=lambda: self.tr("Learning rate and batch size, around what they are now"),
        )
        self.rows = RangeRows(card)
        self.picker = SettingPicker(card)
        column_of(
            heading,
            self.intro,
            row_of(self.suggest, STRETCH),
            self.rows,
            self.picker,
            self._base,
            STRETCH,
            on=card,
            margins=14,
            spacing=8,
        )
        return card

    def _build_how(self) -> QWidget:
        card = self._card("sweepHow")
        heading = dressed(Label(lambda: self.tr("How to go about it"), card), role="heading")
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.goal = OptionField(list(Goal), lambda goal: words.goal_word(goal, self._aim), card)
        self.seconds = FloatField(unit="", low=0.1, high=1e6, log=True, strict=True, parent=card)
        self.parameters = IntField(low=10, high=10**12, log=True, strict=True, parent=card)
        self.way = OptionField(list(Way), words.way_word, card)
        self.ending = OptionField(list(Ending), words.ending_word, card)
        self.trials = IntField(low=0, high=MOST_TRIALS, strict=True, parent=card)
        self.minutes = FloatField(low=0.0, high=525_600.0, strict=True, parent=card)
        self.workers = IntField(low=1, high=max(1, usable_cores()), strict=True, parent=card)
        self.notes = {
            name: dressed(Label(card, wordWrap=True), role="muted") for name in ("goal", "way", "ending")
        }
        self.points = self.notes["way"]
        fields: list[tuple[str, QWidget, Words, str]] = [
            ("goal", self.goal, lambda: self.tr("Goal"), "sweepGoal"),
            ("seconds", self.seconds, lambda: self.tr("Seconds of training"), "sweepSeconds"),
            ("parameters", self.parameters, lambda: self.tr("Parameters at most"), "sweepParameters"),
            ("way", self.way, lambda: self.tr("Way"), "sweepWay"),
            ("ending", self.ending, lambda: self.tr("End early"), "sweepEnding"),
            ("trials", self.trials, lambda: self.tr("Trials"), "sweepTrials"),
            ("minutes", self.minutes, lambda: self.tr("Minutes"), "sweepMinutes"),
            ("workers", self.workers, lambda: self.tr("At a time"), "sweepWorkers"),
        ]
        self._captions: dict[str, Label] = {}
        for name, field, title, object_name in fields:
            dressed(field, name=object_name, accessible=title)
            sized(field.setMaximumWidth, 280)
            label = self._captions[name] = Label(title, card)
            label.setBuddy(field)
            row = grid.rowCount()
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
            if name in self.notes:
                grid.addWidget(self.notes[name], row + 1, 1)
        column_of(heading, grid, STRETCH, on=card, margins=14, spacing=8)
        return card

    def _card(self, name: str) -> QFrame:
        card = dressed(QFrame(self), name=name, card=True)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sized(card.setMinimumWidth, WIDTH, share=0.5)
        return card

    def _connect(self) -> None:
        draft = self._draft
        draft.changed.connect(self.show_draft)
        self._editor.experiment_changed.connect(self._on_editor_experiment_changed)
        self.suggest.clicked.connect(self._on_suggest_clicked)
        self.picker.picked.connect(self._on_picker_picked)
        self.rows.edited.connect(draft.set_range)
        self.rows.dropped.connect(draft.drop_range)
        self.start.clicked.connect(self.start_wanted)
        for name in ("goal", "seconds", "parameters", "way", "ending", "trials", "minutes", "workers"):
            getattr(self, name).edited.connect(lambda value, name=name: draft.edit(name, value))

    # What is shown

    def plan(self) -> SweepPlan:
        """Return what is set up, as a plan.

        Raises:
            ConfigError: If something is wrong with it.
        """
        return self._draft.draft.plan(self._editor.experiment, self._aim.name)

    def set_aim(self, aim: Aim) -> None:
        """Say what is looked for of networks that are to give this."""
        if aim != self._aim:
            self._aim = aim
            self._say_words()

    def _say_words(self) -> None:
        for field in (self.goal, self.way, self.ending):
            field.retranslate()
        self.seconds.set_words(unit=self.tr("s"), zero="")
        self.trials.set_words(unit="", zero=self.tr("no limit"))
        self.minutes.set_words(unit="", zero=self.tr("no limit"))
        cores = QLocale().toString(usable_cores())
        tip = self.tr(
            "How many trials are trained at the same time, each by a process on one thread. This computer has {cores} "
            "cores; one less leaves the window its own."
        ).format(cores=cores)
        self.workers.setToolTip(paragraphs(tip))
        self.minutes.setToolTip(
            paragraphs(
                self.tr(
                    "After so many minutes of work it ends: trials under way count with what they have reached."
                )
            )
        )
        self.show_draft()

    @Slot()
    def show_draft(self) -> None:
        """Show what is entered, and what is wrong with it."""
        draft, experiment = self._draft.draft, self._editor.experiment
        problems = draft.range_problems(experiment)
        self.rows.show_ranges(draft.ranges, problems)
        self.rows.setVisible(bool(draft.ranges))
        for part in (self.intro, self.suggest):
            part.setVisible(not draft.ranges)
        self.picker.set_settings(tuple(by_path(experiment).values()), [path for path, _text in draft.ranges])
        for name in ("goal", "seconds", "parameters", "way", "ending", "trials", "minutes", "workers"):
            getattr(self, name).set_raw(getattr(draft, name))
        limits = {"seconds": Goal.ACCURACY_IN_SECONDS, "parameters": Goal.ACCURACY_IN_PARAMETERS}
        for name, goal in limits.items():
            for part in (self._captions[name], getattr(self, name)):
                part.setVisible(draft.goal is goal)
        self.notes["goal"].setText(words.goal_help(draft.goal, self._aim))
        self.notes["ending"].setText(words.ending_help(draft.ending))
        self._base.setText(self._base_words())
        self._show_state(has_problems=bool(problems))

    def _base_words(self) -> str:
        experiment = self._editor.experiment
        epochs = experiment.training.epochs
        values = {
            "data": data_titles().get(experiment.data.dataset, experiment.data.dataset),
            "network": experiment.network.summary or self.tr("no hidden layer"),
            "epochs": QLocale().toString(epochs),
        }
        if epochs == 1:
            text = self.tr("All else stays as it is in Train: {data}, {network}, 1 epoch.")
        else:
            text = self.tr("All else stays as it is in Train: {data}, {network}, {epochs} epochs.")
        return text.format(**values)

    def _show_state(self, *, has_problems: bool) -> None:
        draft, error, count, text = self._draft.draft, None, "", ""
        try:
            plan = self.plan()
            text = self._promise(plan)
            if draft.way is Way.GRID:
                count = self.tr("Combinations: {count}.").format(count=QLocale().toString(plan.points))
        except ConfigError as found:
            error = found
        self.notes["way"].setText(joined((words.way_help(draft.way), count)))
        self.start.setEnabled(error is None and not has_problems)
        if has_problems:
            text = self.tr("Mend what is marked, then it can begin.")
        elif error is not None:
            text = told(error)
        self.problem.setText(text)
        is_wrong = error is not None and not has_problems and bool(draft.ranges)
        self.problem.setProperty("role", "problem" if is_wrong else "muted")
        self.problem.style().polish(self.problem)

    def _promise(self, plan: SweepPlan) -> str:
        """Say what comes of it when it begins."""
        if plan.budget:
            count = QLocale().toString(plan.budget)
            what = self.tr("Networks to train: {count}.").format(count=count)
        else:
            what = self.tr("It trains networks until the minutes are over.")
        return joined((what, self.tr("Each is kept in Runs; your own model and settings stay as they are.")))

    # What is heard

    @Slot(object, object)
    def _on_editor_experiment_changed(self, _before: object, _after: object) -> None:
        if self.isVisible():
            self.show_draft()

    @Slot()
    def _on_suggest_clicked(self) -> None:
        self._draft.suggest(self._editor.experiment)
        for row in list(self.rows.rows.values())[:1]:
            row.field.setFocus()

    @Slot(str)
    def _on_picker_picked(self, path: str) -> None:
        found = by_path(self._editor.experiment).get(path)
        if found is not None:
            self._draft.set_range(path, found.suggested.text)
            self.rows.rows[path].field.setFocus()
            self.rows.rows[path].field.selectAll()
