"""The bar above the pages: train, pause, step and stop; the preset; and how far the run is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from engine.config import list_presets
from engine.goals.registry import CLASSES
from engine.training.events import FinishReason, TrainingFinished
from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language
from gui.look.text_size import sized
from gui.look.words import translate_engine
from gui.tasks.behind_paint import behind_paint
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.short_label import ShortLabel
from gui.workbench import RunState, Workbench

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from engine.errors import NetSketchError
    from gui.tasks.worker import Progress

PROGRESS_STEPS = 1000
PROGRESS_WIDTH = (60, 150)  # pixels
READING_SECONDS = 0.25  # nobody reads numbers faster
PRESET_EDGES, MOST_PRESET = 44, 190  # pixels beside the name of a preset, and of the box where names are long


class RunBar(QFrame):
    """Buttons that follow the run state, the preset list, and the state in words.

    Signals:
        leave_wanted: The window is to be as it was before it stood in front of a class.
    """

    leave_wanted = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runBar")
        self._workbench = workbench
        self._preparing: Progress | None = None
        self._ended: TrainingFinished | None = None
        self._shown_at = 0.0
        self._build_ui()
        self._connect()
        follow_language(self, self._say_presets)
        follow_language(self, self._show_state)

    def _build_ui(self) -> None:
        self._train = dressed(QPushButton(self), name="trainButton", main=True)
        sized(self._train.setMinimumWidth, 112, share=0.4)
        self._step_batch = self._tool(
            "stepBatchButton",
            "step-batch",
            lambda: self.tr("Batch"),
            self._tip_of_batch,
        )
        self._step_epoch = self._tool(
            "stepEpochButton",
            "step-epoch",
            lambda: self.tr("Epoch"),
            self._tip_of_epoch,
        )
        self._stop = self._tool(
            "stopButton",
            "stop",
            lambda: self.tr("Stop"),
            lambda: self.tr("End the run and keep the model (F8)"),
        )
        self._restart = self._tool(
            "restartButton",
            "again",
            "",
            lambda: self.tr("Restart, same seed: train from the beginning, with the same first weights (F9)"),
        )
        self._new_seed = self._tool(
            "newSeedButton",
            "dice",
            "",
            lambda: self.tr(
                "Restart, new seed: other first weights and another order of the examples (Shift+F9)"
            ),
        )
        self._preset = dressed(ChoiceBox(self), name="presetCombo", accessible=lambda: self.tr("Preset"))
        self._preset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        sized(self._preset.setMinimumWidth, 110, share=0.5)  # its list says all
        for preset in list_presets():
            self._preset.addItem("", preset.name)
        dressed(
            self._preset, tip=lambda: self.tr("Ready-made experiments; undo brings your own settings back")
        )
        self._state = dressed(ShortLabel(self), name="stateLabel")
        self._state.setFont(theme.tabular_font(self.font()))
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._progress = dressed(ProgressBar(self, textVisible=False), name="progressBar")
        self._progress.setMaximumHeight(8)
        dressed(self._progress, accessible=lambda: self.tr("Progress of the run"))
        self._cancel = dressed(
            QToolButton(self),
            name="cancelLoadingButton",
            text=lambda: self.tr("Cancel"),
            tip=lambda: self.tr("Stop loading"),
        )
        self._leave = self._tool(
            "leavePresentingButton",
            "remove",
            lambda: self.tr("Leave"),
            lambda: self.tr("Leave presenter mode: everything is as it was before (F5 or Esc)"),
        )
        self._leave.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 7, 12, 7)
        layout.setSpacing(6)
        for widget in (
            self._train, self._step_batch, self._step_epoch, self._stop, self._restart, self._new_seed,
        ):  # fmt: skip
            layout.addWidget(widget)
        layout.addSpacing(14)
        layout.addWidget(self._preset)
        layout.addWidget(self._state, 1)
        layout.addSpacing(6)
        layout.addWidget(self._progress)
        self._fit_progress()
        layout.addWidget(self._cancel)
        layout.addWidget(self._leave)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_progress()
        self._on_workbench_experiment_changed()

    def _fit_progress(self) -> None:
        """Let the progress give way to words in a narrow window, and to buttons in a very narrow one."""
        least, most = PROGRESS_WIDTH
        layout = self.layout()
        assert layout is not None
        is_shown = not self._progress.isHidden()
        beside = -self._progress.minimumWidth() if is_shown else layout.spacing()
        room = self.width() - layout.minimumSize().width() - beside
        self._progress.setFixedWidth(min(max(min(self.width() // 8, room), least), most, max(room, 0)))

    def minimumSizeHint(self) -> QSize:
        """Return what the buttons and the words need: a window that was narrow enough stays so when it trains."""
        layout = self.layout()
        assert layout is not None
        beside = layout.spacing() if self._progress.isHidden() else -self._progress.minimumWidth()
        return super().minimumSizeHint() + QSize(beside, 0)

    def _say_presets(self) -> None:
        # Qt measures the presets alone, and not the words for one that was changed.
        changed = [
            self.tr("{preset}, changed").format(preset=translate_engine(preset.title))
            for preset in list_presets()
        ]
        widest = max(map(self._preset.fontMetrics().horizontalAdvance, changed))
        self._preset.setMinimumWidth(min(widest + PRESET_EDGES, MOST_PRESET))
        for index, preset in enumerate(list_presets()):
            self._preset.setItemText(index, translate_engine(preset.title))
        behind_paint(self._say_tips_of_presets)
        self._on_workbench_experiment_changed()

    def _say_tips_of_presets(self) -> None:
        for index, preset in enumerate(list_presets()):
            tip = plain(translate_engine(preset.explanation))
            self._preset.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)

    def _tool(self, name: str, icon: str, text: Words, tip: Words) -> QToolButton:
        button = dressed(QToolButton(self), name=name, text=text, tip=tip, accessible=tip)
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.set_icon(button, icon)
        return button

    def _connect(self) -> None:
        bench = self._workbench
        self._train.clicked.connect(self.toggle)
        self._step_batch.clicked.connect(bench.step_batch)
        self._step_epoch.clicked.connect(bench.step_epoch)
        self._stop.clicked.connect(bench.stop)
        self._restart.clicked.connect(bench.actions.restart)
        self._new_seed.clicked.connect(bench.actions.restart_with_new_seed)
        self._preset.activated.connect(self._on_preset_activated)
        self._cancel.clicked.connect(bench.loader.cancel)
        self._leave.clicked.connect(self.leave_wanted)
        bench.state_changed.connect(self._show_state)
        bench.history_changed.connect(self._on_workbench_history_changed)
        bench.data_changed.connect(self._show_state)
        bench.progress_changed.connect(self._on_workbench_progress_changed)
        bench.run_finished.connect(self._on_workbench_run_finished)
        bench.run_started.connect(self._on_workbench_run_started)
        bench.failed.connect(self._on_workbench_failed)
        bench.experiment_changed.connect(self._on_workbench_experiment_changed)
        bench.model_changed.connect(self._show_state)
        bench.current_model.viewed_changed.connect(self._show_state)
        self._on_workbench_experiment_changed()

    @Slot()
    def toggle(self) -> None:
        """Train, pause or go on, whichever the state allows."""
        if self._workbench.state is RunState.TRAINING:
            self._workbench.pause()
        else:
            self._workbench.start()

    def set_presented(self, presented: bool) -> None:
        """Offer in front of a class what steers a run, and the way back; or all again."""
        for part in (self._restart, self._new_seed, self._preset):
            part.setVisible(not presented)
        self._leave.setVisible(presented)
        self._fit_progress()

    @Slot(int)
    def _on_preset_activated(self, index: int) -> None:
        self._workbench.editor.apply_preset(self._preset.itemData(index))
        self._on_workbench_experiment_changed()  # one that could not be taken is not what the settings are

    @Slot()
    def _on_workbench_history_changed(self) -> None:
        """Say how far the run is, as often as one can read it; setting words lays the whole bar out anew."""
        is_last = self._workbench.state is RunState.PAUSED
        if is_last or time.perf_counter() - self._shown_at > READING_SECONDS:
            self._show_state()

    @Slot()
    def _on_workbench_experiment_changed(self) -> None:
        """Show the preset's name as long as the settings are the preset's, and that they are changed after that."""
        editor = self._workbench.editor
        changed = self._preset.itemText(self._preset.findData(editor.changed_from))
        self._preset.setPlaceholderText(self._changed(changed) if changed else self.tr("Presets"))
        self._preset.setCurrentIndex(self._preset.findData(editor.preset_name))

    def _changed(self, preset: str) -> str:
        """Return the words for a preset that was changed; where they are too long, its name is shortened."""
        words = self.tr("{preset}, changed")
        metrics = self._preset.fontMetrics()
        room = max(self._preset.width(), self._preset.minimumWidth()) - PRESET_EDGES
        room -= metrics.horizontalAdvance(words.format(preset=""))
        return words.format(preset=metrics.elidedText(preset, Qt.TextElideMode.ElideRight, room))

    @Slot(object)
    def _on_workbench_progress_changed(self, progress: Progress | None) -> None:
        self._preparing = progress
        self._show_state()

    @Slot()
    def _on_workbench_run_started(self) -> None:
        self._ended = self._workbench.history.ended()  # of a run that was opened, and not of one that begins
        self._show_state()

    @Slot(object)
    def _on_workbench_run_finished(self, event: TrainingFinished) -> None:
        self._ended = event
        self._show_state()

    def _target_words(self) -> str:
        goal = self._workbench.goal
        if goal is CLASSES:
            return self.tr("Target accuracy reached")
        return self.tr("Target of {measure} reached").format(measure=translate_engine(goal.measure))

    def _words_on(self, event: TrainingFinished) -> str:
        from gui.bench.value_words import duration

        words = {
            FinishReason.COMPLETED: self.tr("Done"),
            FinishReason.STOPPED: self.tr("Stopped"),
            FinishReason.SUSPENDED: self.tr("Closed"),
            FinishReason.EARLY_STOPPED: self.tr("Stopped early"),
            FinishReason.TARGET_REACHED: self._target_words(),
            FinishReason.DIVERGED: self.tr("Diverged"),
        }[event.reason]
        planned, number = self._workbench.history.started, QLocale().toString
        return self.tr("{outcome} · {epoch} of {epochs} epochs in {time}").format(
            outcome=words,
            epoch=number(event.epoch),
            epochs=number(planned.epochs if planned else event.epoch),
            time=duration(event.seconds),
        )

    @Slot(object, str)
    def _on_workbench_failed(self, error: NetSketchError, _details: str) -> None:
        if not self._workbench.running:
            self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self._shown_at = time.perf_counter()
        state = self._workbench.state
        texts = {
            RunState.TRAINING: (self.tr("Pause"), "pause", self.tr("Pause the run (Space)")),
            RunState.PAUSED: (self.tr("Resume"), "play", self.tr("Resume the run (Space)")),
        }
        text, icon, tip = texts.get(
            state, (self.tr("Train"), "play", self.tr("Train the network from new random weights (Space)"))
        )
        if self._train.text() != text:
            self._train.setText(text)
            dressed(self._train, tip=tip, accessible=tip)
            icons.set_icon(self._train, icon, "on_accent")
        for step, told in ((self._step_batch, self._tip_of_batch), (self._step_epoch, self._tip_of_epoch)):
            dressed(step, tip=told, accessible=told)
        moving = state in (RunState.PREPARING, RunState.STOPPING)
        self._train.setEnabled(not moving)
        self._step_batch.setEnabled(not moving)
        self._step_epoch.setEnabled(not moving)
        has_run = len(self._workbench.history) > 0 or self._workbench.running
        self._restart.setEnabled(has_run and not moving)
        self._new_seed.setEnabled(has_run and not moving)
        self._stop.setEnabled(self._workbench.running and state is not RunState.STOPPING)
        self._preset.setEnabled(not self._workbench.running)
        words, *shorter = self._words()
        self._state.set_words(words, *shorter)
        self._state.setToolTip(plain(words))  # where the window is too narrow for it
        self._show_progress()

    def _tip_of_batch(self) -> str:
        if self._workbench.running:
            return self.tr("Train one batch, then pause (F6); Shift+F6 shows every number of it")
        return self.tr(
            "Begin a run from new random weights, and pause after a batch (F6); Shift+F6 shows every number of it"
        )

    def _tip_of_epoch(self) -> str:
        if self._workbench.running:
            return self.tr("Train to the end of the epoch, then pause (F7)")
        return self.tr("Begin a run from new random weights, and pause after an epoch (F7)")

    def _show_progress(self) -> None:
        bench, preparing = self._workbench, self._preparing
        progress = None if bench.state is RunState.PREPARING else bench.run_progress
        loading = self._workbench.loader.loading and not self._workbench.running
        visible = preparing is not None or self._workbench.running
        self._progress.setVisible(visible)
        self._cancel.setVisible(loading)
        self._fit_progress()
        if preparing is not None:
            known = preparing.share == preparing.share
            self._progress.setRange(0, PROGRESS_STEPS if known else 0)
            if known:
                self._progress.setValue(round(preparing.share * PROGRESS_STEPS))
        elif progress is not None:
            self._progress.setRange(0, PROGRESS_STEPS)
            self._progress.setValue(round(progress.share * PROGRESS_STEPS))

    def _words(self) -> list[str]:
        """Return how far things are and which moment is at hand, and the same in fewer words where that can be said."""
        said, at_hand = self._words_of_run(), self._workbench.moment_at_hand
        if not at_hand:
            return said
        kept = self._workbench.current_model.is_home
        form = self.tr("{state} · kept {moment}") if kept else self.tr("{state} · shows {moment}")
        return [form.format(state=words, moment=at_hand) for words in said]

    def _words_of_run(self) -> list[str]:
        state = self._workbench.state
        if state is RunState.STOPPING:
            return [self.tr("Stopping …")]
        if self._preparing is not None:
            return [self.tr("{what} …").format(what=translate_engine(self._preparing.text))]
        if state is RunState.PREPARING:
            return [self.tr("Preparing …")]
        progress = self._workbench.run_progress
        if state in (RunState.TRAINING, RunState.PAUSED) and progress is not None:
            first = self.tr("Training") if state is RunState.TRAINING else self.tr("Paused")
            number = QLocale().toString
            epoch = self.tr("epoch {epoch} of {epochs}").format(
                epoch=number(progress.epoch), epochs=number(progress.epochs)
            )
            speed, left = progress.images_per_second, progress.seconds_left
            pace, rest = "", ""
            if state is RunState.TRAINING and speed is not None:
                pace = self.tr("{count} examples/s").format(count=QLocale().toString(_rounded(speed)))
            if state is RunState.TRAINING and left is not None:
                from gui.bench.value_words import duration  # nothing of it is wanted before the first paint

                rest = self.tr("{time} left").format(time=duration(left))
            told = (first, epoch, pace, rest), (first, epoch, rest), (epoch, rest), (epoch,)
            return [" · ".join(filter(None, parts)) for parts in told]
        if self._ended is not None:
            return [self._words_on(self._ended)]
        return [self.tr("Failed") if state is RunState.FAILED else self.tr("Ready")]


def _rounded(number: float) -> int:
    """Round to two figures, so that the display does not flicker."""
    unit: int = 10 ** max(0, len(str(int(number))) - 2)
    return round(number / unit) * unit
