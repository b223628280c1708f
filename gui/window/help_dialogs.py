"""The few words a person may need: first steps, keys, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from engine.version import program_version
from gui.widgets.text_dialog import add_close, bare_dialog

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def first_steps(parent: QWidget, of_stations: Sequence[str]) -> QDialog:
    """Return a dialog that explains the first five minutes.

    Args:
        parent: Above which it opens.
        of_stations: What stations say of themselves.
    """
    steps = [
        _tr(
            "Press <b>Train</b>. The curves show how wrong the network is (loss) and how often it is right (accuracy)."
        ),
        _tr(
            "Draw a digit on the <b>pad</b>, also while training runs. The bars show what the network makes of it."
        ),
        _tr(
            "Change something: add a layer, raise the learning rate, choose another preset. Train again and compare."
        ),
        *of_stations,
        _tr("Save the model with <b>File → Save Model</b>; open it again, or use it on the command line."),
    ]
    items = "".join(f"<li style='margin-bottom:8px'>{step}</li>" for step in steps)
    return _text_dialog(parent, _tr("First steps"), f"<ol style='margin-left:-18px'>{items}</ol>")


def keyboard(parent: QWidget, of_stations: Mapping[str, str]) -> QDialog:
    """Return a dialog that lists the keys.

    Args:
        parent: Above which it opens.
        of_stations: The keys of each station, and its title.
    """
    keys = QKeySequence.StandardKey
    rows = [
        (_native("Space"), _tr("train, pause, resume")),
        (_native("F6"), _tr("train one batch")),
        (_native("F7"), _tr("train to the end of the epoch")),
        (_native("F8"), _tr("stop and keep the model")),
        *((_native(shown), title) for shown, title in of_stations.items()),
        (_native("F4"), _tr("fold the pad away, bring it back")),
        (_native("Ctrl+L"), _tr("add a hidden layer")),
        (_native(keys.Undo), _tr("undo a setting or a stroke, whichever came last")),
        (
            _native("0") + " … " + _native("9"),
            _tr("on the pad: keep the drawing as the class with that key in My Digits"),
        ),
        (_native("Ctrl+Backspace"), _tr("clear the drawing")),
        (_native("Ctrl+Shift+V"), _tr("paste an image onto the pad")),
        (_native(keys.Open), _tr("open a model")),
        (_native(keys.Save), _tr("save the model")),
    ]
    cells = "".join(
        f"<tr><td style='padding:3px 18px 3px 0'><b>{key}</b></td><td>{what}</td></tr>" for key, what in rows
    )
    return _text_dialog(parent, _tr("Keyboard"), f"<table>{cells}</table>")


def about(parent: QWidget) -> QDialog:
    """Return a dialog that says what this is."""
    text = _tr(
        "<p><b>NetSketch {version}</b></p><p>A desktop laboratory for neural networks: describe a network, train it "
        "while you watch, draw a digit and see what the network makes of it.</p><p>Everything runs on this computer. "
        "Nothing you draw or train leaves it.</p><p>MIT licence.</p>"
    ).format(version=program_version())
    return _text_dialog(parent, _tr("About NetSketch"), text)


def _text_dialog(parent: QWidget, title: str, html: str) -> QDialog:
    dialog = bare_dialog(parent, title)
    label = QLabel(html, dialog, textFormat=Qt.TextFormat.RichText, wordWrap=True)
    label.setMinimumWidth(420)
    layout = dialog.layout()
    assert layout is not None
    layout.addWidget(label)
    add_close(dialog)
    return dialog


def _native(keys: str | QKeySequence.StandardKey) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
