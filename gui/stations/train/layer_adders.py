"""The foot of the list of layers: buttons that add one, for each kind in the registry, and the network's end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from engine.layers import LAYER_KINDS, PLAIN
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Spoken, said
from gui.look.words import translate_engine
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from engine.layers import Layer
    from gui.widgets.label import Label

MOST_BUTTONS = 2


class LayerAdders(Spoken, QWidget):
    """A button for each of the first kinds, a menu for the others, and what leads out of the network.

    Args:
        output: The label of the network's end, the last in the line.
        parent: The widget it stands in.
    """

    kind_wanted = Signal(object)
    """A layer is to be added: its kind, a class."""

    def __init__(self, output: Label, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._adders: dict[type[Layer], QPushButton | QAction] = {}
        self.buttons: list[QPushButton] = []
        self._build_ui(output)
        self.say_words()

    def _build_ui(self, output: Label) -> None:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in LAYER_KINDS.values():
            adder: QPushButton | QAction
            if len(self.buttons) < MOST_BUTTONS:
                adder = QPushButton(self)
                adder.clicked.connect(self._on_adder_used)
                self.buttons.append(adder)
            else:
                adder = menu.addAction("")
                adder.triggered.connect(self._on_adder_used)
            adder.setObjectName("addLayerButton" if kind is PLAIN else f"add{kind.title}Button")
            icons.set_icon(adder, kind.icon)
            self._adders[kind] = adder
        self._more = dressed(QPushButton(self), name="addMoreButton")
        self._more.setMenu(menu)
        self._more.setVisible(not menu.isEmpty())
        if not menu.isEmpty():
            self.buttons.append(self._more)
        flow = FlowBox(spacing=6, parent=self)  # a small screen takes two rows
        for part in (*self.buttons, output):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            flow.add(part)
        column_of(flow, on=self)
        self.setFocusProxy(self.buttons[0])

    def set_locked(self, is_locked: bool) -> None:
        """Keep layers from being added."""
        for button in self.buttons:
            button.setEnabled(not is_locked)

    def say_words(self) -> None:
        for kind, adder in self._adders.items():
            adder.setToolTip(plain(translate_engine(kind.add_help)))
            if isinstance(adder, QPushButton):
                adder.setText(translate_engine(kind.title))
                said(adder.setAccessibleName, partial(translate_engine, kind.add_name))
            else:
                said(adder.setText, partial(translate_engine, kind.title))
        said(self._more.setText, lambda: self.tr("More"))
        self._more.setToolTip(self.tr("Add a layer of another kind"))

    @Slot()
    def _on_adder_used(self) -> None:
        sender = self.sender()
        self.kind_wanted.emit(next(kind for kind, adder in self._adders.items() if adder is sender))
