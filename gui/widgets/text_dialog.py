"""Small dialogs: a text with a button to close it, such as the details of an error, and the question for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QPlainTextEdit,
    QWidget,
)

from engine.visible import visible
from gui.look.spoken import Words, said, words_of
from gui.look.text_size import fixed_font, follow_size
from gui.widgets.layouts import column_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def details(parent: QWidget, summary: Words, trace: Words) -> QDialog:
    """Return a dialog with the traceback of an error, for a report."""
    dialog = bare_dialog(parent, lambda: _tr("Details"))
    layout = dialog.layout()
    assert layout is not None
    label = WholeLabel(summary, dialog)
    text = QPlainTextEdit(dialog, readOnly=True)
    said(text.setPlainText, lambda: visible(words_of(trace), lines=True))
    follow_size(text, lambda: text.setFont(fixed_font()))
    layout.addWidget(label)
    layout.addWidget(text)
    add_close(dialog)
    dialog.resize(720, 420)
    return dialog


def bare_dialog(parent: QWidget, title: Words) -> QDialog:
    """Return an empty dialog with a column to fill, gone once it is closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said(dialog.setWindowTitle, title)
    column_of(on=dialog, margins=(20, 16, 20, 14), spacing=12)
    return dialog


def add_close(dialog: QDialog) -> None:
    """Put a button below that closes the dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = dialog.layout()
    assert layout is not None
    layout.addWidget(buttons)


def ask_class_name(
    parent: QWidget,
    then: Callable[[str], object],
    choices: Sequence[str] = (),
    *,
    title: Words | None = None,
    before: str = "",
) -> None:
    """Ask what class a drawing is of and go on with it; a blank name is dropped.

    Args:
        parent: Above which it is asked.
        then: Told the name.
        choices: Names to choose from; another one can be typed all the same.
        title: Of the dialog, where it asks for another reason.
        before: The name that there is, to be changed.
    """
    dialog = QInputDialog(parent)
    dialog.setObjectName("anotherNameDialog")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    said(dialog.setWindowTitle, title or (lambda: _tr("That was a …")))
    said(dialog.setLabelText, lambda: _tr("Name of the class:"))
    dialog.setTextValue(before)
    if choices:
        dialog.setComboBoxEditable(True)
        dialog.setComboBoxItems(["", *choices])
        box = dialog.findChild(QComboBox)
        completer = box.completer() if box is not None else None
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    dialog.textValueSelected.connect(lambda text: then(text.strip()) if text.strip() else None)
    dialog.open()


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
