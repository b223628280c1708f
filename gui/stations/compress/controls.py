"""What is chosen: the method, its options, how much, and for how many epochs it is fine-tuned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QSizePolicy, QSlider, QWidget

from engine.compress.registry import METHODS, method_named
from engine.compress.trial import USUAL_EPOCHS
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language
from gui.look.text_size import sized
from gui.look.words import translate_engine
from gui.stations.compress.pictures import is_falling
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fields.number_fields import IntField
from gui.widgets.fields.segments import Segments
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.compress.method import Method
    from gui.tasks.worker import Progress

MOST_EPOCHS = 10
PER_MILLE = 1000


class Controls(QFrame):
    """A row for the method, one for the amount, one for what is done with it.

    Signals:
        method_changed: Another method is chosen, or another of its options.
        amount_changed: Another amount is chosen.
        epochs_changed: It is fine-tuned for other epochs.
        try_wanted: The amount is to be tried.
        curve_wanted: All amounts are to be tried.
        cancel_wanted: What is being tried is to stop.
    """

    method_changed = Signal()
    amount_changed = Signal()
    epochs_changed = Signal()
    try_wanted = Signal()
    curve_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="compressControls", card=True)
        self._boxes: dict[tuple[str, str], ChoiceBox] = {}  # of a method and what there is to choose of it
        self._amounts = {name: kind.amount.usual for name, kind in METHODS.items()}
        self._build_ui()
        self._connect()
        self._show_method()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self.methods = Segments(lambda: self.tr("Method"), self, wraps=True)
        for name, kind in METHODS.items():
            self.methods.add(name, lambda kind=kind: translate_engine(kind.title))  # type: ignore[misc]
        self._help = dressed(Label(self, wordWrap=True), name="methodHelp", role="muted")
        chosen = FlowBox(spacing=8, parent=self)
        chosen.add(self.methods)
        for name, kind in METHODS.items():
            usual = method_named(name).options
            for option, values in kind.choices.items():
                box = dressed(ChoiceBox(self), name=f"compress_{name}_{option}")
                for value in values:
                    box.addItem("", value)
                box.setCurrentIndex(values.index(usual[option]))
                box.activated.connect(self.method_changed)
                self._boxes[name, option] = box
                chosen.add(box)
        self._title = Label(self)
        self.slider = dressed(QSlider(Qt.Orientation.Horizontal, self), name="compressAmount")
        sized(self.slider.setMinimumWidth, 110)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field = dressed(IntField(strict=True, parent=self), name="compressAmountField")
        self.epochs = dressed(
            IntField(low=0, high=MOST_EPOCHS, strict=True, parent=self), name="compressEpochs"
        )
        self.epochs.set_raw(USUAL_EPOCHS)
        self._refusal = dressed(Label(self, wordWrap=True), name="compressRefusal", role="problem")
        self._refusal.hide()
        for field in (self.field, self.epochs):
            sized(field.setMinimumWidth, 104)
        amount = QWidget(self)
        row_of(self._title, (self.slider, 1), self.field, on=amount, spacing=8)
        amount.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        tuning = QWidget(self)
        self._tuning = Label(lambda: self.tr("Fine-tune for"), self)
        row_of(self._tuning, self.epochs, on=tuning, spacing=8)
        self.kept = dressed(
            QCheckBox(self),
            text=lambda: self.tr("Keep as a run"),
            name="keepTry",
            tip=lambda: self.tr("Fine-tuning is kept among the runs, to be compared there"),
        )
        self.attempt = dressed(QPushButton(self), text=lambda: self.tr("Try it"), name="tryAmount", main=True)
        self.curve = dressed(QPushButton(self), text=lambda: self.tr("Try all amounts"), name="tryCurve")
        self.cancel = dressed(QPushButton(self), text=lambda: self.tr("Cancel"), name="cancelTry")
        flow = FlowBox(spacing=10, parent=self)
        for part in (amount, tuning, self.kept, self.attempt, self.curve):
            flow.add(part)
        self._progress = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("Progress of trying")
        )
        self._progress.setRange(0, PER_MILLE)
        self._doing = dressed(Label(self), name="compressDoing", role="muted")
        self._under_way = QWidget(self)
        row_of(self._doing, (self._progress, 1), self.cancel, on=self._under_way, spacing=10)
        column_of(
            *(chosen, self._help, self._under_way, flow, self._refusal),
            on=self,
            margins=(12, 8, 12, 8),
            spacing=6,
        )

    def _connect(self) -> None:
        self.methods.chosen.connect(self._on_methods_chosen)
        self.slider.valueChanged.connect(self._on_slider_value_changed)
        self.field.edited.connect(self._on_field_edited)
        self.epochs.edited.connect(self._on_epochs_edited)
        for field in (self.field, self.epochs):
            field.refused.connect(self._on_field_refused)
        self.attempt.clicked.connect(self.try_wanted)
        self.curve.clicked.connect(self.curve_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)

    # What is chosen

    @property
    def method(self) -> Method:
        """The method, with what is chosen of it."""
        name = self.methods.value
        options = {
            option: box.currentData() for (method, option), box in self._boxes.items() if method == name
        }
        return method_named(name, **options)

    @property
    def amount(self) -> float:
        """How much of it."""
        return self._amounts[self.methods.value]

    def set_amount(self, amount: float, name: str = "", options: Mapping[str, str] | None = None) -> None:
        """Choose an amount, and perhaps another method or other options of it."""
        name = name or self.methods.value
        wanted = {(name, option): value for option, value in (options or {}).items()}
        if name != self.methods.value or any(
            self._boxes[at].currentData() != each for at, each in wanted.items()
        ):
            for at, value in wanted.items():
                self._boxes[at].setCurrentIndex(self._boxes[at].findData(value))
            self.methods.set_value(name)
            self._amounts[name] = amount
            self._show_method()
            self.method_changed.emit()
        else:
            kind = self.method.amount
            self.slider.setValue(round(100 * amount if kind.is_share else amount))

    def _show_method(self) -> None:
        """Let slider and field have the bounds of the method, and show its options alone."""
        kind = self.method.amount
        low, high = (round(each * 100 if kind.is_share else each) for each in (kind.low, kind.high))
        is_falling_now = is_falling(kind)
        with QSignalBlocker(self.slider):
            self.slider.setRange(low, high)
            self.slider.setPageStep(10 if kind.is_share else 1)
            self.slider.setInvertedAppearance(is_falling_now)
            self.slider.setInvertedControls(is_falling_now)
        self.field.set_bounds(low, high)
        self._show_amount()
        for (method, _option), box in self._boxes.items():
            box.setVisible(method == self.methods.value)
        self._say_words()

    def _show_amount(self) -> None:
        kind = self.method.amount
        value = round(100 * self.amount if kind.is_share else self.amount)
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self.field.set_raw(value)

    def _say_words(self) -> None:
        kind = METHODS[self.methods.value]
        title = translate_engine(kind.amount.title)
        self._title.setText(title)
        self._help.setText(translate_engine(kind.help))
        for part in (self.slider, self.field):
            part.setAccessibleName(title)
        amount_parts: tuple[QWidget, ...] = (self._title, self.slider, self.field)
        for each in amount_parts:
            each.setToolTip(plain(translate_engine(kind.amount.help)))
        bits, bit = self.tr("bits"), self.tr("bit")
        self.field.set_words(
            unit="%" if kind.amount.is_share else bits, zero="", one="%" if kind.amount.is_share else bit
        )
        self.epochs.set_words(unit=self.tr("epochs"), one=self.tr("epoch"), zero=self.tr("no epochs"))
        self.epochs.setAccessibleName(self.tr("Epochs of fine-tuning"))
        help_text = self.tr("How long the smaller network is trained on; what was taken away stays away")
        self._tuning.setToolTip(plain(help_text))
        self.epochs.setToolTip(plain(help_text))
        for (method, option), box in self._boxes.items():
            title, words = METHODS[method].choice_words[option]
            box.setAccessibleName(translate_engine(title))
            box.setToolTip(plain(translate_engine(title)))
            for place in range(box.count()):
                box.setItemText(place, translate_engine(words[box.itemData(place)]))

    # What is under way

    def show_state(self, *, is_ready: bool, busy: bool, against: str) -> None:
        """Show what can be done.

        Args:
            is_ready: Whether the model was measured as it is.
            busy: Whether something is being tried.
            against: Why the method cannot be used on the model; empty where it can.
        """
        can = is_ready and not busy and not against
        self.attempt.setEnabled(can)
        self.curve.setEnabled(can)
        words = self.tr("Shrink the model so far, fine-tune it, and measure it")
        self.attempt.setToolTip(plain(against or words))
        words = self.tr(
            "Try every amount of the curve one after the other, each fine-tuned for so many epochs"
        )
        self.curve.setToolTip(plain(against or words))
        if not busy and self.cancel.hasFocus():
            self.attempt.setFocus()
        self._show_under_way(busy=busy)
        if not busy:
            self._progress.setValue(0)
            self._doing.setText("")

    def _show_under_way(self, *, busy: bool) -> None:
        """Show what is under way where the help stands, and as high, so that nothing moves."""
        if busy and not self._help.isHidden():
            self._under_way.setMinimumHeight(self._help.height())
        self._help.setMinimumHeight(self._under_way.sizeHint().height())
        self._help.setVisible(not busy)
        self._under_way.setVisible(busy)

    def show_progress(self, progress: Progress) -> None:
        """Show how far a try is."""
        self._progress.setValue(round(PER_MILLE * progress.share) if progress.share == progress.share else 0)
        self._doing.setText(translate_engine(progress.text))

    # What is heard

    @Slot()
    def _on_methods_chosen(self) -> None:
        self._show_method()
        self.method_changed.emit()

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self._take(value)

    @Slot(object)
    def _on_field_edited(self, value: object) -> None:
        if isinstance(value, int):
            self._take(value)

    @Slot()
    def _on_epochs_edited(self) -> None:
        self.kept.setEnabled(self.epochs.value() > 0)  # without any there is no run
        self.epochs_changed.emit()

    @Slot(str)
    def _on_field_refused(self, why: str) -> None:
        self._refusal.setText(why)
        self._refusal.setVisible(bool(why))

    def _take(self, value: int) -> None:
        kind = self.method.amount
        self._amounts[self.methods.value] = value / 100 if kind.is_share else float(value)
        self._show_amount()
        self.amount_changed.emit()
