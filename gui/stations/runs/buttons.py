"""What can be done with the chosen runs: a row of buttons, and the same as a menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QToolTip, QWidget

from engine.config import TrainingConfig
from engine.goals.registry import GOALS
from engine.storage.runs.exporting.registry import RUN_FORMATS
from engine.storage.runs.status import RunStatus
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language, said
from gui.look.words import translate_engine
from gui.stations.runs.dots import COLOURS, dot
from gui.widgets.fields.number_fields import IntField
from gui.widgets.fields.setting_row import make_field
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import SignalInstance

    from engine.storage.runs.exporting.run_format import RunFormat
    from engine.storage.runs.summary import RunSummary


class RunButtons(QWidget):
    """Buttons for the chosen runs; those that make no sense for them are off.

    Signals:
        settings_wanted: The settings of the run are to be used.
        resume_wanted: The run is to be gone on with (epochs more than it had planned).
        model_wanted: A model of the run is to be opened (``last`` or ``best``).
        colour_wanted: The runs are to have a colour (its number, or None).
        pin_wanted: The run is to be the baseline, or no longer (bool).
        rename_wanted: The run is to be renamed.
        compare_wanted: The mistakes of the two runs are to be compared.
        export_wanted: The runs are to be written to files (the name of the form).
        delete_wanted: The runs are to be deleted.
    """

    settings_wanted = Signal()
    resume_wanted = Signal(object)
    model_wanted = Signal(str)
    colour_wanted = Signal(object)
    pin_wanted = Signal(bool)
    rename_wanted = Signal()
    compare_wanted = Signal()
    export_wanted = Signal(str)
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunSummary, ...] = ()
        self._build_actions()
        self._build_ui()
        self.set_runs((), has_last=False, has_best=False)
        follow_language(self, self._say_words)

    def _build_actions(self) -> None:
        self._use = self._action(lambda: self.tr("Use Settings"), self.settings_wanted)
        self._resume = self._action(lambda: self.tr("Resume"), self._on_resume_triggered)
        self._rename = self._action(lambda: self.tr("Rename"), self.rename_wanted, "F2")
        self._pin = self._action(lambda: self.tr("Pin as Baseline"), self.pin_wanted)
        self._pin.setCheckable(True)
        self.compare = self._action(lambda: self.tr("Compare Mistakes"), self.compare_wanted)
        self._delete = self._action(lambda: self.tr("Delete"), self.delete_wanted, "Del")
        self._models = QMenu(self)
        said(self._models.setTitle, lambda: self.tr("Open Model"))
        self._last = self._models.addAction("")
        said(self._last.setText, lambda: self.tr("Final Weights"))
        self._last.setData("last")
        self._best = self._models.addAction("")
        self._best.setData("best")
        self._models.triggered.connect(self._on_models_triggered)
        self._exports = dressed(QMenu(self), name="runExports")
        said(self._exports.setTitle, lambda: self.tr("Export"))
        self._exports.setToolTipsVisible(True)
        for form in RUN_FORMATS:
            action = self._exports.addAction("")
            said(action.setText, partial(self._form_words, form))
            said(action.setToolTip, partial(translate_engine, form.use))
            action.setData(form.name)
        self._exports.triggered.connect(self._on_exports_triggered)
        self._colours = dressed(QMenu(self), name="runColours")
        said(self._colours.setTitle, lambda: self.tr("Colour"))
        self._colours.aboutToShow.connect(self._on_colours_about_to_show)
        follow_language(self._colours, self._colours.clear)
        self._colours.triggered.connect(self._on_colours_triggered)

    def _action(self, text: Words, then: SignalInstance | Callable[[], None], keys: str = "") -> QAction:
        """Return an action; the table hears its keys, the menu names them."""
        action = QAction(self)
        said(action.setText, text)
        action.triggered.connect(then)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def _build_ui(self) -> None:
        self.use_button = self._button("useSettingsButton", lambda: self.tr("Use settings"), self._use)
        dressed(self.use_button, tip=lambda: self.tr("Use the settings of this run for the next training"))
        self.resume_button = self._button("resumeRunButton", lambda: self.tr("Resume"), self._resume)
        field = make_field(TrainingConfig.model_fields["epochs"], strict=True)
        assert isinstance(field, IntField)
        field.setParent(self)
        field.refused.connect(self._on_epochs_refused)
        self._epochs = dressed(field, name="moreEpochs")
        said(self._epochs.setAccessibleName, lambda: self.tr("More epochs"))
        self._open = dressed(QPushButton(self), text=lambda: self.tr("Open model"), name="openModelButton")
        dressed(self._open, tip=lambda: self.tr("Draw on the pad with the model of this run"))
        self._open.setMenu(self._models)
        self._colour = dressed(
            QToolButton(self), name="runColourButton", tip=lambda: self.tr("Colour of the curves")
        )
        said(self._colour.setAccessibleName, lambda: self.tr("Colour of the curves"))
        self._colour.setMenu(self._colours)
        self._colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._pin_button = dressed(QToolButton(self), name="pinBaselineButton")
        self._pin_button.setCheckable(True)
        dressed(
            self._pin_button,
            tip=lambda: self.tr("Baseline: keep this run in view and compare the others with it"),
        )
        said(self._pin_button.setAccessibleName, lambda: self.tr("Baseline"))
        self._pin_button.clicked.connect(self.pin_wanted)
        icons.set_icon(self._pin_button, "pin")
        self.export_button = dressed(
            QPushButton(self), text=lambda: self.tr("Export"), name="exportRunButton"
        )
        self.export_button.setMenu(self._exports)
        self.delete_button = self._button("deleteRunButton", lambda: self.tr("Delete"), self._delete)
        away = QWidget(self)
        row_of(self.export_button, self.delete_button, on=away, spacing=6)
        flow = FlowBox(spacing=6, parent=self, last_at_end=True)  # a small screen takes two rows
        for part in (
            self.use_button, self.resume_button, self._epochs, self._open, self._colour, self._pin_button, away,
        ):  # fmt: skip
            flow.add(part)
        column_of(flow, on=self)

    def _button(self, name: str, text: Words, action: QAction) -> QPushButton:
        button = dressed(QPushButton(self), text=text, name=name)
        button.clicked.connect(action.trigger)
        return button

    def set_runs(self, runs: Sequence[RunSummary], *, has_last: bool, has_best: bool) -> None:
        """Offer what can be done with these runs.

        Args:
            runs: The chosen ones.
            has_last: Whether the last weights of the one that is chosen are on the disk.
            has_best: Likewise its best weights.
        """
        other = not (len(runs) == 1 and len(self._runs) == 1 and runs[0].id == self._runs[0].id)
        self._runs = tuple(runs)
        one = self._runs[0] if len(self._runs) == 1 else None
        is_free = all(not _is_held(run) for run in self._runs)
        for action in (self._use, self._rename, self._pin):
            action.setEnabled(one is not None)
        self._resume.setEnabled(one is not None and one.resumable and not one.here)
        self._last.setEnabled(has_last)
        self._best.setEnabled(has_best)
        self._models.menuAction().setEnabled(has_last or has_best)
        self._colours.menuAction().setEnabled(bool(self._runs))
        self.compare.setEnabled(
            len(self._runs) == 2
            and all(run.step > 0 and not GOALS[run.goal].no_comparison for run in self._runs)
        )
        self._exports.menuAction().setEnabled(bool(self._runs) and is_free)
        self._delete.setEnabled(bool(self._runs) and is_free)
        self._pin.setChecked(one is not None and one.baseline)
        if one is not None and other:
            self._epochs.set_raw(max(1, one.epochs))
        self._show_buttons(one)
        self._say_state()

    def _say_words(self) -> None:
        self._epochs.set_words(unit=self.tr("more epochs"), one=self.tr("more epoch"), zero="")
        self._colours.clear()  # made anew when it opens
        self._say_state()

    def _say_state(self) -> None:
        one = self._runs[0] if len(self._runs) == 1 else None
        self._best.setText(
            self.tr("Best Weights (Epoch {epoch})").format(epoch=one.best_epoch)
            if one is not None and one.best_epoch
            else self.tr("Best Weights")
        )
        self.resume_button.setToolTip(plain(self._resume_help(one)))

    def _show_buttons(self, one: RunSummary | None) -> None:
        for button, action in (
            (self.use_button, self._use),
            (self.resume_button, self._resume),
            (self._open, self._models.menuAction()),
            (self._colour, self._colours.menuAction()),
            (self._pin_button, self._pin),
            (self.export_button, self._exports.menuAction()),
            (self.delete_button, self._delete),
        ):
            button.setEnabled(action.isEnabled())
        self._pin_button.setChecked(self._pin.isChecked())
        self._colour.setIcon(dot(one.colour if one is not None else None))
        self._epochs.setVisible(self._needs_epochs())

    def _resume_help(self, one: RunSummary | None) -> str:
        if one is None:
            return self.tr("Resume a run; choose one in the table")
        if one.here:
            return self.tr("This is the run that is open: resume it with the buttons at the top")
        if one.status is RunStatus.RUNNING:
            return self.tr("It is running")
        if not one.resumable:
            return self.tr(
                "It ran out of control, its loss grew without end: use its settings with a lower learning rate"
            )
        if self._needs_epochs():
            return self.tr("Train it on, with more epochs")
        return self.tr("Go on where it was")

    def _form_words(self, form: RunFormat) -> str:
        return self.tr("{form} …").format(form=translate_engine(form.title))

    def _needs_epochs(self) -> bool:
        return len(self._runs) == 1 and self._runs[0].status is RunStatus.DONE

    def menu(self) -> QMenu:
        """Return all of it as a menu."""
        menu = QMenu(self)
        menu.setObjectName("runMenu")
        menu.addActions([self._use, self._resume])
        menu.addMenu(self._models)
        menu.addSeparator()
        menu.addAction(self._rename)
        menu.addMenu(self._colours)
        menu.addActions([self._pin, self.compare])
        menu.addSeparator()
        menu.addMenu(self._exports)
        menu.addAction(self._delete)
        return menu

    @Slot(str)
    def _on_epochs_refused(self, words: str) -> None:
        """Say beside the field why what was typed is not taken."""
        if words:
            QToolTip.showText(
                self._epochs.mapToGlobal(QPoint(0, self._epochs.height())), plain(words), self._epochs
            )

    @Slot()
    def _on_resume_triggered(self) -> None:
        if self._needs_epochs() and self._epochs.refusal():
            self._on_epochs_refused(self._epochs.refusal())
            self._epochs.setFocus()
            return
        self.resume_wanted.emit(self._epochs.value() if self._needs_epochs() else 0)

    @Slot(QAction)
    def _on_models_triggered(self, action: QAction) -> None:
        self.model_wanted.emit(action.data())

    @Slot(QAction)
    def _on_exports_triggered(self, action: QAction) -> None:
        self.export_wanted.emit(action.data())

    @Slot()
    def _on_colours_about_to_show(self) -> None:
        """Make the palette anew: its dots follow the theme."""
        self._colours.clear()
        names = (
            self.tr("Blue"), self.tr("Orange"), self.tr("Green"), self.tr("Pink"),
            self.tr("Yellow"), self.tr("Violet"), self.tr("Light Blue"), self.tr("Grey"),
        )  # fmt: skip
        chosen = {run.colour for run in self._runs}
        entries: list[tuple[str, int | None]] = [
            (name, number) for number, name in enumerate(names[:COLOURS])
        ]
        for name, colour in (*entries, (self.tr("Automatic"), None)):
            action = self._colours.addAction(dot(colour), name)
            action.setCheckable(True)
            action.setChecked(chosen == {colour})
            action.setData(colour)

    @Slot(QAction)
    def _on_colours_triggered(self, action: QAction) -> None:
        self.colour_wanted.emit(action.data())


def _is_held(run: RunSummary) -> bool:
    return run.here or run.status is RunStatus.RUNNING
