"""Where a setting is chosen that shall vary: a list under headings, in which one may type to find one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import translate_engine
from gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from engine.sweep.sweepable import Sweepable


class SettingPicker(ChoiceBox):
    """Offers the settings that do not vary yet.

    Args:
        parent: The widget it belongs to.

    Signals:
        picked: A setting was chosen (its path).
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="sweepSetting", accessible=lambda: self.tr("Setting to try"))
        self._settings: Sequence[Sweepable] = ()
        self._taken: Collection[str] = ()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.be_narrow(14)
        self.setMaxVisibleItems(18)
        completer = QCompleter(self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._found = QStandardItemModel(self)
        completer.setModel(self._found)
        self.setCompleter(completer)
        self.activated.connect(self._on_activated)
        completer.activated.connect(self._on_completer_activated)
        edit = self.lineEdit()
        assert edit is not None
        edit.returnPressed.connect(self._on_return_pressed)
        follow_language(self, self._fill)

    def set_settings(self, settings: Sequence[Sweepable], taken: Collection[str]) -> None:
        """Offer settings, those that vary already left out."""
        if (tuple(settings), tuple(taken)) != (tuple(self._settings), tuple(self._taken)):
            self._settings, self._taken = tuple(settings), tuple(taken)
            self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self):
            self.clear()
            self._found.clear()
            model = QStandardItemModel(self)
            group = ""
            for item in self._settings:
                if item.path in self._taken:
                    continue
                if item.group != group:
                    group = item.group
                    heading = QStandardItem(translate_engine(group))
                    heading.setFlags(Qt.ItemFlag.NoItemFlags)
                    font = heading.font()
                    font.setBold(True)
                    heading.setFont(font)
                    model.appendRow(heading)
                entry = QStandardItem(translate_engine(item.label))
                entry.setData(item.path, Qt.ItemDataRole.UserRole)
                model.appendRow(entry)
                self._found.appendRow(entry.clone())
            self.setModel(model)
            self.setCurrentIndex(-1)
            edit = self.lineEdit()
            assert edit is not None
            edit.clear()
            edit.setPlaceholderText(self.tr("Add a setting to try …"))

    def _pick(self, path: object) -> None:
        with QSignalBlocker(self):
            self.setCurrentIndex(-1)
            self.setEditText("")
        if isinstance(path, str) and path:
            self.picked.emit(path)

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        self._pick(self.itemData(place))

    @Slot(str)
    def _on_completer_activated(self, text: str) -> None:
        self._pick(self._path_of(text))

    @Slot()
    def _on_return_pressed(self) -> None:
        """Take what is typed where it is one setting alone, in full or in part."""
        typed = self.currentText().strip().casefold()
        found = [
            item.path
            for item in self._settings
            if item.path not in self._taken and typed and typed in translate_engine(item.label).casefold()
        ]
        exact = self._path_of(self.currentText())
        if exact or len(found) == 1:
            self._pick(exact or found[0])

    def _path_of(self, text: str) -> str:
        return next(
            (
                item.path
                for item in self._settings
                if item.path not in self._taken
                and translate_engine(item.label).casefold() == text.strip().casefold()
            ),
            "",
        )
