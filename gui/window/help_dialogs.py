"""The few words a person may need: first steps, keys, about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QWidget

from engine.version import program_version
from gui.look.plain import escaped
from gui.look.room import room_for
from gui.look.spoken import Spoken, Words, words_of
from gui.look.text_size import px
from gui.widgets.label import Label
from gui.widgets.text_dialog import add_close, bare_dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gui.window.key_list import KeyGroup

TEXT_WIDTH = 440
"""Pixels of a line of words."""


def first_steps(parent: QWidget, of_stations: Callable[[], Sequence[str]]) -> QDialog:
    """Return a dialog that explains the first five minutes.

    Args:
        parent: Above which it opens.
        of_stations: Returns what stations say of themselves.
    """
    return _text_dialog(parent, lambda: _tr("First steps"), lambda: _steps(of_stations()))


def _steps(of_stations: Sequence[str]) -> str:
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
        _tr("Be led through all of this step by step: <b>Help ▸ Lessons</b>."),
        _tr("Save the model with <b>File ▸ Save Model</b>; open it again, or use it on the command line."),
    ]
    items = "".join(f"<li style='margin-bottom:8px'>{step}</li>" for step in steps)
    return f"<ol style='margin-left:-18px'>{items}</ol>"


def keyboard(parent: QWidget, groups: Callable[[], Sequence[KeyGroup]]) -> QDialog:
    """Return a dialog that lists the keys.

    Args:
        parent: Above which it opens.
        groups: Returns headings, and below each the keys and what they do.
    """
    return _text_dialog(parent, lambda: _tr("Keyboard"), lambda: _keys(groups()))


def _keys(groups: Sequence[KeyGroup]) -> str:
    rows = []
    for heading, keys in groups:
        rows.append(f"<tr><td colspan='2' style='padding:10px 0 2px 0'><b>{escaped(heading)}</b></td></tr>")
        rows.extend(
            f"<tr><td style='padding:3px 18px 3px 0'>{escaped(key)}</td>"
            f"<td style='padding:3px 0'>{escaped(what)}</td></tr>"
            for key, what in keys
        )
    return f"<table>{''.join(rows)}</table>"


def about(parent: QWidget) -> QDialog:
    """Return a dialog that says what this is."""
    return _text_dialog(parent, lambda: _tr("About NetSketch"), _about)


def _about() -> str:
    return _tr(
        "<p><b>NetSketch {version}</b></p><p>A desktop laboratory for neural networks: describe a network, train it "
        "while you watch, draw a digit and see what the network makes of it.</p><p>Everything runs on this computer. "
        "Nothing you draw or train leaves it.</p><p>MIT licence.</p>"
    ).format(version=program_version())


def _text_dialog(parent: QWidget, title: Words, html: Words) -> QDialog:
    dialog = bare_dialog(parent, title)
    label = _Text(html, dialog)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    area = QScrollArea(dialog, widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(label)
    bar = area.verticalScrollBar().sizeHint().width()
    width = px(TEXT_WIDTH)
    area.setMinimumWidth(width + bar)
    # As high as the words, or what a small screen leaves beside title, buttons and panels.
    room = room_for(parent).height() - 200
    area.setMinimumHeight(min(label.heightForWidth(width) + 4, max(room, 120)))
    layout = dialog.layout()
    assert layout is not None
    layout.addWidget(area)
    add_close(dialog)
    return dialog


class _Text(Spoken, Label):
    """What is read in a dialog; asked for anew when Qt tells of a language, as menus it is taken from speak it then."""

    def __init__(self, html: Words, parent: QWidget) -> None:
        super().__init__(parent, wordWrap=True)
        self._html = html
        self.say_words()

    def say_words(self) -> None:
        self.set_markup(words_of(self._html))


def _tr(text: str) -> str:
    return QCoreApplication.translate("help", text)
