"""What is chosen of an attack: which, what for, and how strong."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QSlider, QWidget

from engine.attacks.registry import ATTACKS, attack_named
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import translate_engine
from gui.stations.challenge.words import strength_words
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from engine.attacks.attack import Attack, Strength

USUAL = "pgd"
ANY = -1  # as an aim: whatever else
LEAST_LENGTH = 80  # pixels of the slider
TICKS = 100  # of the slider at least
ROUND = (1.0, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)


def tick_of(strength: Strength) -> float:
    """Return how far one tick of the slider goes: a round number, of which there are enough; a pixel for pixels."""
    if strength.is_whole:
        return 1.0
    return next((tick for tick in ROUND if strength.steps[-1] / tick >= TICKS - 1e-9), ROUND[-1])


class AttackControls(QFrame):
    """A row for the attack and its aim, and one for its strength.

    Signals:
        changed: Something else is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="attackControls", card=True)
        self._ticks = {
            name: round(kind.strength.usual / tick_of(kind.strength)) for name, kind in ATTACKS.items()
        }
        self._classes: tuple[str, ...] = ()
        self._build_ui()
        self._connect()
        self._show_attack()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self.attacks = dressed(ChoiceBox(self), name="attack", accessible=lambda: self.tr("Attack"))
        for name, kind in ATTACKS.items():
            self.attacks.addItem("", name)
            said(
                partial(self.attacks.setItemText, self.attacks.count() - 1),
                lambda kind=kind: translate_engine(kind.title),  # type: ignore[misc]
            )
        self.attacks.setCurrentIndex(max(0, self.attacks.findData(USUAL)))
        self.aims = dressed(
            ChoiceBox(self), name="attackAim", accessible=lambda: self.tr("What it is to become")
        )
        self.aims.addItem("", ANY)
        said(partial(self.aims.setItemText, 0), lambda: self.tr("anything else"))
        self._strength = Label(self)
        self.slider = dressed(QSlider(Qt.Orientation.Horizontal, self), name="attackStrength")
        sized(self.slider.setMinimumWidth, LEAST_LENGTH)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._value = dressed(Label(self), name="attackStrengthValue")
        self._help = dressed(Label(self, wordWrap=True), name="attackHelp", role="muted")
        attack, aim = QWidget(self), QWidget(self)
        row_of(Label(lambda: self.tr("Attack"), self), self.attacks, on=attack, spacing=8)
        row_of(Label(lambda: self.tr("It is to become"), self), self.aims, on=aim, spacing=8)
        flow = FlowBox(spacing=14, parent=self)
        for part in (attack, aim):
            flow.add(part)
        self._row = row_of(self._strength, (self.slider, 1), self._value, spacing=8)
        column_of(flow, self._row, self._help, on=self, margins=(12, 8, 12, 8), spacing=6)

    def _connect(self) -> None:
        self.attacks.currentIndexChanged.connect(self._on_attacks_current_index_changed)
        self.aims.currentIndexChanged.connect(self.changed)
        self.slider.valueChanged.connect(self._on_slider_value_changed)

    # What is chosen

    @property
    def attack(self) -> Attack:
        """The attack."""
        return attack_named(self.attacks.currentData())

    @property
    def aim(self) -> int | None:
        """Index of the class that the image is to become; None for any other."""
        aim = self.aims.currentData()
        return None if aim in (None, ANY) else int(aim)

    @property
    def strength(self) -> float:
        """How far it may go."""
        limits = self.attack.strength
        return min(self.slider.value() * tick_of(limits), limits.high)

    def add(self, part: QWidget) -> None:
        """Put a button behind the slider."""
        self._row.addWidget(part)

    def show_strength(self, strength: float) -> None:
        """Show a strength that the slider need not be able to have, and tell nobody."""
        limits = self.attack.strength
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(strength / tick_of(limits)))
        self._ticks[self.attacks.currentData()] = self.slider.value()
        self._value.setText(strength_words(limits, strength))

    def set_attack(self, name: str) -> None:
        """Choose an attack."""
        self.attacks.setCurrentIndex(max(0, self.attacks.findData(name)))

    def set_strength(self, strength: float) -> None:
        """Choose how far it may go: the tick of the slider that is next to it."""
        self.slider.setValue(round(strength / tick_of(self.attack.strength)))

    def set_classes(self, classes: tuple[str, ...]) -> None:
        """Offer these to aim at; what was chosen stays chosen where the classes are the same."""
        if classes == self._classes:
            return
        self._classes = classes
        with QSignalBlocker(self.aims):
            while self.aims.count() > 1:
                self.aims.removeItem(1)
            for index, name in enumerate(classes):
                self.aims.addItem(name, index)
            self.aims.setCurrentIndex(0)

    def _show_attack(self) -> None:
        """Let the slider have the bounds of the attack, and stand where it stood for it."""
        limits, name = self.attack.strength, self.attacks.currentData()
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, round(limits.steps[-1] / tick_of(limits)))
            self.slider.setPageStep(max(1, self.slider.maximum() // 10))
            self.slider.setValue(self._ticks[name])
        self._say_words()

    def _say_words(self) -> None:
        attack = self.attack
        title = translate_engine(attack.strength.title)
        self._strength.setText(title)
        self.slider.setAccessibleName(title)
        self.slider.setToolTip(plain(translate_engine(attack.strength.help)))
        self._help.setText(translate_engine(attack.help))
        self._value.setText(strength_words(attack.strength, self.strength))

    @Slot()
    def _on_attacks_current_index_changed(self) -> None:
        self._show_attack()
        self.changed.emit()

    @Slot(int)
    def _on_slider_value_changed(self, value: int) -> None:
        self._ticks[self.attacks.currentData()] = value
        self._value.setText(strength_words(self.attack.strength, self.strength))
        self.changed.emit()
