"""The foot of the list of layers: buttons that add one, for each kind in the registry, and the network's end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from engine.inputs.registry import kind_of
from engine.layers import LAYER_KINDS, PLAIN, Form, form_of
from engine.words import Phrase
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Spoken, said
from gui.look.words import translate_engine
from gui.tasks.behind_paint import behind_paint
from gui.widgets.flow_box import FlowBox
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        self._is_locked = False
        self._shape: tuple[int, ...] = (1, 28, 28)
        self.buttons: list[QPushButton] = []
        self._build_ui(output)
        self.say_words()

    def _build_ui(self, output: Label) -> None:
        names = list(LAYER_KINDS)
        for name in names[:MOST_BUTTONS]:
            button = QPushButton(self)
            button.clicked.connect(self._on_adder_used)
            self.buttons.append(button)
            self._add(LAYER_KINDS[name], button)
        self._more = dressed(QPushButton(self), name="addMoreButton")
        self._more.setMenu(QMenu(self))
        self._more.setVisible(len(names) > MOST_BUTTONS)
        if len(names) > MOST_BUTTONS:
            self.buttons.append(self._more)
            behind_paint(lambda: self._fill_menu(names[MOST_BUTTONS:]))
        flow = FlowBox(spacing=6, parent=self)  # a small screen takes two rows
        for part in (*self.buttons, output):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            flow.add(part)
        column_of(flow, on=self)
        self.setFocusProxy(self.buttons[0])

    def _add(self, kind: type[Layer], adder: QPushButton | QAction) -> None:
        adder.setObjectName("addLayerButton" if kind is PLAIN else f"add{kind.title}Button")
        icons.set_icon(adder, kind.icon)
        self._adders[kind] = adder

    def _fill_menu(self, names: Sequence[str]) -> None:
        """Offer the other kinds, which are loaded for it."""
        menu = self._more.menu()
        menu.setToolTipsVisible(True)
        for name in names:
            action = menu.addAction("")
            action.triggered.connect(self._on_adder_used)
            self._add(LAYER_KINDS[name], action)
        self._show_which()
        self.say_words()

    def set_locked(self, is_locked: bool) -> None:
        """Keep layers from being added."""
        self._is_locked = is_locked
        self._show_which()

    def set_shape(self, shape: tuple[int, ...]) -> None:
        """Offer only what can stand behind an input of such a shape, and say of the others why not."""
        self._shape = shape
        self._show_which()
        self.say_words()

    def _show_which(self) -> None:
        for button in self.buttons:
            button.setEnabled(not self._is_locked)
        for kind, adder in self._adders.items():
            fits = not self._against(kind)
            adder.setEnabled(fits and not (self._is_locked and isinstance(adder, QPushButton)))

    def _against(self, kind: type[Layer]) -> str:
        """Return why a kind of layer cannot stand anywhere here, a phrase behind its name; empty where it can."""
        form = form_of(self._shape)
        is_of_use = form is Form.IMAGE or kind.takes & {Form.VECTOR, form}
        return "" if is_of_use else kind_of(self._shape).no_layer

    def say_words(self) -> None:
        for kind, adder in self._adders.items():
            against = self._against(kind)
            words = Phrase("{setting} {problem}.", setting=Phrase(kind.title), problem=Phrase(against))
            adder.setToolTip(plain(translate_engine(words if against else kind.add_help)))
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
