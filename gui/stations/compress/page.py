"""The Compress station's page: what is chosen, what it costs, what was tried, and what becomes the model."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QWidget

from engine.data.photo import takes_drawings
from engine.inputs.registry import is_example
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import told, translate_engine
from gui.stations.compress.answering import Answer, Question
from gui.stations.compress.beside import Beside
from gui.stations.compress.controls import Controls
from gui.stations.compress.pictures import (
    amount_at,
    amount_picture,
    amount_table,
    size_picture,
    trial_table,
)
from gui.stations.compress.trial_table import TrialTable
from gui.stations.compress.trying import Wish
from gui.stations.compress.words import verdict
from gui.widgets.empty_page import EmptyPage
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.point_plot import PointPlot
from gui.widgets.remembered_layout import HasLayout
from gui.widgets.saving.figure import Figure
from gui.widgets.saving.save_button import Savable, SaveButton
from gui.widgets.sides import Sides

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QHideEvent, QShowEvent
    from PySide6.QtWidgets import QSplitter

    from engine.compress.trial import Trial
    from gui.look.spoken import Words
    from gui.stations.compress.answering import Answering
    from gui.stations.compress.looking import Looking
    from gui.stations.compress.subject import Subject
    from gui.stations.compress.trying import Trying
    from gui.workbench import Workbench

SHARES = (350, 290, 280)


class CompressPage(HasLayout, QWidget):
    """All that is asked about making the model at hand smaller.

    Args:
        workbench: Whose model and data.
        subject: The model at hand.
        looking: What measures it without fine-tuning.
        trying: What tries.
        answering: What answers the drawing on the pad.

    Signals:
        station_wanted: Another station is to be shown (its name).
        model_chosen: A trial is to become the model at hand (Trial).
        file_wanted: A trial is to be saved to a file (Trial).
    """

    station_wanted = Signal(str)
    model_chosen = Signal(object)
    file_wanted = Signal(object)

    def __init__(
        self,
        workbench: Workbench,
        subject: Subject,
        looking: Looking,
        trying: Trying,
        answering: Answering,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("compressStation")
        self._workbench = workbench
        self._subject, self._looking = subject, looking
        self._trying, self._answering = trying, answering
        self._drawing: NDArray[Any] | None = None
        self._answer: Answer | None = None
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self._empty = EmptyPage(
            "compress",
            lambda: self.tr("No model yet"),
            lambda: self.tr(
                "Train a network or open a model. Here you see how far down it can go: what is lost where weights are "
                "taken away or rounded, what fine-tuning brings back, and how many bytes are left."
            ),
            self,
        )
        self._waiting = dressed(
            Label(self, wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter),
            name="compressWaiting",
            role="muted",
        )
        self.controls = Controls(self)
        self.curve = PointPlot("amountPlot", self._curve_title, self)
        self.beside = Beside(self)
        self.table = TrialTable(self)
        self.sizes = PointPlot("sizePlot", self._sizes_title, self)
        self.verdict = dressed(Label(self, wordWrap=True), name="compressVerdict")
        self.take = dressed(
            QPushButton(self),
            text=lambda: self.tr("Make it the model"),
            name="takeSmaller",
            tip=lambda: self.tr(
                "Pad and pages ask it from then on; it is measured once on the test examples. Edit ▸ Undo takes it back"
            ),
        )
        self.save = dressed(QPushButton(self), text=lambda: self.tr("Save as …"), name="saveSmaller")
        self.save_curve, self.save_sizes = SaveButton(self), SaveButton(self)
        buttons = FlowBox(spacing=8, parent=self)
        for button in (self.take, self.save):
            buttons.add(button)
        self.sides = Sides(self)
        self.sides.addWidget(self._card(self.curve, self._curve_title, self.save_curve))
        self.sides.addWidget(self._card(self.sizes, self._sizes_title, self.save_sizes))
        self.sides.addWidget(self.beside)
        self.reset_layout()
        body = QWidget(self)
        column_of(
            *(self.controls, (self.sides, 3), (self.table, 2), self.verdict, buttons), on=body, spacing=8
        )
        self._pages = QStackedWidget(self)
        for page in (self._empty, self._waiting, body):
            self._pages.addWidget(page)
        self._body = body
        column_of((self._pages, 1), on=self, margins=(12, 10, 12, 10))

    def _card(self, picture: QWidget, title: Words, save: SaveButton) -> QFrame:
        card = dressed(QFrame(self), card=True)
        head = row_of((dressed(Label(title, card), role="heading"), 1), save)
        column_of(head, (picture, 1), on=card, margins=(10, 4, 8, 6), spacing=2)
        return card

    def _curve_title(self) -> str:
        return self.tr("Accuracy against the amount")

    def _sizes_title(self) -> str:
        return self.tr("Accuracy against bytes")

    def _connect(self) -> None:
        bench, controls = self._workbench, self.controls
        self._empty.station_wanted.connect(self.station_wanted)
        self._subject.changed.connect(self._on_subject_changed)
        self._subject.progressed.connect(self._say_waiting)
        bench.state_changed.connect(self._show)
        self._looking.changed.connect(self._show_pictures)
        self._trying.changed.connect(self._show)
        self._trying.tried.connect(self._on_trying_tried)
        self._trying.kept.connect(bench.catalogue.refresh)
        self._trying.progressed.connect(controls.show_progress)
        self._answering.answered.connect(self._on_answering_answered)
        controls.method_changed.connect(self._on_controls_method_changed)
        controls.amount_changed.connect(self._on_controls_amount_changed)
        controls.epochs_changed.connect(self._show_pictures)
        controls.try_wanted.connect(self._on_controls_try_wanted)
        controls.curve_wanted.connect(self._on_controls_curve_wanted)
        controls.cancel_wanted.connect(self._trying.cancel)
        self.curve.chosen.connect(controls.set_amount)
        self.curve.pressed.connect(self._on_curve_pressed)
        self.sizes.chosen.connect(self._on_sizes_chosen)
        self.table.chosen.connect(self._on_table_chosen)
        self.take.clicked.connect(self._on_take_clicked)
        self.save.clicked.connect(self._on_save_clicked)

    # For the window

    def reset_layout(self) -> None:
        """Bring the splitters back to where they were at the first start."""
        self.sides.setSizes(SHARES)

    def splitters(self) -> dict[str, QSplitter]:
        return {"compress": self.sides}

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Answer what is on the pad; None for an empty one."""
        self._drawing = drawing
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what has become other while nobody looked."""
        super().showEvent(event)
        self._subject.set_watched(True)
        self._go_on()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Measure nothing that nobody sees; what was asked for by a press goes on."""
        super().hideEvent(event)
        self._subject.set_watched(False)
        self._looking.give_up()
        self._answering.give_up()

    # What is shown

    @property
    def _chosen(self) -> Trial | None:
        """The chosen trial; the original is none."""
        trial = self.table.trial
        return trial if trial is not None and trial.method else None

    def _against(self) -> str:
        """Return why the method cannot be used on the model at hand, or nothing."""
        study = self._subject.study
        return "" if study is None else translate_engine(self.controls.method.obstacle(study.saved))

    @Slot()
    def _show(self) -> None:
        subject = self._subject
        self._say_waiting()
        study = subject.study
        if self._workbench.model is None and not self._workbench.running:
            turn_to(self._pages, self._empty)
        elif study is None or subject.error is not None or self._workbench.running:
            turn_to(self._pages, self._waiting)
        else:
            turn_to(self._pages, self._body)
            self.table.show_study(study)
            self._show_pictures()
        self.controls.show_state(is_ready=subject.is_ready, busy=self._trying.busy, against=self._against())
        self._show_chosen()

    @Slot()
    def _say_waiting(self) -> None:
        if self._workbench.running:
            words = self.tr("A network is learning now. When it has ended, it can be made smaller here.")
        elif self._subject.error is not None:
            words = told(self._subject.error)
        else:
            words = self.tr("The model is measured as it is …")
        self._waiting.setText(words)

    @Slot()
    def _show_pictures(self) -> None:
        study, controls = self._subject.study, self.controls
        if study is None:
            return
        method, against = controls.method, self._against()
        curve = amount_picture(study, method, controls.amount, controls.epochs.value())
        waiting = self.tr("The model is measured as it is …")
        self.curve.show_picture(None if against else curve, against or waiting)
        self.sizes.show_picture(size_picture(study, self.table.trial))
        is_there = not against and curve is not None and bool(curve.marks)
        self.save_curve.set_source(self._curve_savable if is_there else None)
        self.save_sizes.set_source(None if study.original is None else self._sizes_savable)

    def _show_chosen(self) -> None:
        chosen, study = self._chosen, self._subject.study
        can = chosen is not None and self._subject.is_ready
        self.take.setEnabled(can and not self._trying.busy)
        self.save.setEnabled(can)
        if chosen is not None and study is not None:
            words = verdict(chosen, study)
        else:
            words = self.tr(
                "“Try it” adds a row. Choose one: what is on the pad is read by it, and it can become the model."
            )
        self.verdict.setText(words)
        self.verdict.setProperty("role", "muted" if chosen is None else "")
        self._show_answer()

    def _show_answer(self) -> None:
        study = self._subject.study
        if study is not None:
            self.beside.show_answer(self._answer, study.saved.classes, self._why_no_drawing())

    def _why_no_drawing(self) -> str:
        study = self._subject.study
        if self._chosen is None and self._against():
            return self._against()
        if study is None or takes_drawings(study.saved.image_shape):
            return self.tr(
                "Draw something on the pad: it is read as the model is, and beside it by the smaller one."
            )
        if study.saved.features:
            return self.tr(
                "Nothing is on the pad: what is there is read as the model is, and by the smaller one."
            )
        return self.tr(
            "Drop a picture on the pad: the model as it is says what it sees, and beside it the smaller one."
        )

    # What is done

    def _go_on(self) -> None:
        """Measure what is not known yet of the method that is chosen, where somebody looks."""
        study = self._subject.study
        if self.isVisible() and study is not None and self._subject.is_ready and not self._against():
            self._looking.look(study, self.controls.method)
        else:
            self._looking.give_up()
        self._ask()

    def _ask(self) -> None:
        """Ask the chosen trial, else the model as the slider has it, what is on the pad."""
        study = self._subject.study
        if self._chosen is None and self._against():
            self._answering.give_up()
            self._answer = None  # of what the slider stood at before
            self._show_answer()
            return
        if study is None or not self.isVisible() or not self._subject.is_ready:
            return
        drawing = self._drawing if is_example(self._drawing, study.saved.image_shape) else None
        smaller = self._chosen or (self.controls.method, self.controls.amount)
        self._answering.ask(Question(study.saved, smaller, drawing))

    # What is heard

    @Slot()
    def _on_subject_changed(self) -> None:
        self._answer = None
        self._show()
        self._go_on()

    @Slot()
    def _on_controls_method_changed(self) -> None:
        self.table.choose(None)
        self._show()
        self._go_on()

    @Slot()
    def _on_controls_amount_changed(self) -> None:
        self.table.choose(None)
        self._show_pictures()
        self._ask()

    @Slot()
    def _on_controls_try_wanted(self) -> None:
        controls, study = self.controls, self._subject.study
        if study is not None:
            chosen = controls.method, (controls.amount,), controls.epochs.value()
            self._trying.start(study, Wish(*chosen, control=True, kept=controls.kept.isChecked()))

    @Slot()
    def _on_controls_curve_wanted(self) -> None:
        controls, study = self.controls, self._subject.study
        if study is not None:
            method, epochs = controls.method, controls.epochs.value()
            known = {trial.amount for trial in study.tuned(method, epochs)}
            amounts = tuple(amount for amount in method.amount.steps if amount not in known)
            self._trying.start(study, Wish(method, amounts, epochs, kept=controls.kept.isChecked()))

    @Slot(object)
    def _on_trying_tried(self, trial: Trial) -> None:
        """Bring its row into sight, and choose it where it is what the slider still stands at."""
        method, amount = self.controls.method, self.controls.amount
        is_asked = (method.name, method.options, amount) == (trial.method, trial.options, trial.amount)
        self.table.bring(trial, choose=is_asked and self._chosen is None)

    @Slot(object)
    def _on_answering_answered(self, answer: Answer) -> None:
        self._answer = answer
        self._show_answer()

    @Slot()
    def _on_table_chosen(self) -> None:
        self._show_chosen()
        self._show_pictures()
        self._ask()

    @Slot(float)
    def _on_curve_pressed(self, along: float) -> None:
        self.controls.set_amount(amount_at(self.controls.method.amount, along))

    @Slot(object)
    def _on_sizes_chosen(self, meant: object) -> None:
        if isinstance(meant, tuple):  # a point of a curve: the slider goes there
            name, options, amount = meant
            self.controls.set_amount(amount, name, dict(options))
        else:
            self.table.choose(meant)  # type: ignore[arg-type]  # a trial, as the dots say
            self.table.setFocus()

    @Slot()
    def _on_take_clicked(self) -> None:
        if self._chosen is not None:
            self.model_chosen.emit(self._chosen)

    @Slot()
    def _on_save_clicked(self) -> None:
        if self._chosen is not None:
            self.file_wanted.emit(self._chosen)

    # What is saved

    def _curve_savable(self) -> Savable:
        study, controls = self._subject.study, self.controls
        assert study is not None, "there is something to save"
        numbers = partial(amount_table, study, controls.method, controls.epochs.value())
        return Savable(self._curve_title(), Figure(self._curve_title(), self.curve), numbers)

    def _sizes_savable(self) -> Savable:
        numbers = partial(trial_table, self.table.trials)
        return Savable(self._sizes_title(), Figure(self._sizes_title(), self.sizes), numbers)
