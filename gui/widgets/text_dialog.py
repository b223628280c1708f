"""Dialogs that hold a text and a button to close them, such as the details of an error."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QWidget

from gui.widgets.layouts import column_of


def details(parent: QWidget, summary: str, trace: str) -> QDialog:
    """Return a dialog with the traceback of an error, for a report."""
    dialog = bare_dialog(parent, _tr("Details"))
    layout = dialog.layout()
    assert layout is not None
    label = QLabel(summary, dialog, wordWrap=True)
    text = QPlainTextEdit(trace, dialog, readOnly=True)
    text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    layout.addWidget(label)
    layout.addWidget(text)
    add_close(dialog)
    dialog.resize(720, 420)
    return dialog


def bare_dialog(parent: QWidget, title: str) -> QDialog:
    """Return an empty dialog with a column to fill, gone once it is closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    column_of(on=dialog, margins=(20, 16, 20, 14), spacing=12)
    return dialog


def add_close(dialog: QDialog) -> None:
    """Put a button below that closes the dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout = dialog.layout()
    assert layout is not None
    layout.addWidget(buttons)


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
