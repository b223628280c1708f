"""The window follows another language while it is open: no word of the language before is left anywhere in it."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QAbstractListModel, QBuffer, QIODevice, QModelIndex, QSize, Qt
from PySide6.QtGui import QAction, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractItemView, QDialog, QLabel, QMenu, QPushButton, QWidget

from docs.tools.collect_words import collect
from engine.errors import DataError
from engine.words import Phrase
from gui.look import language
from gui.look.spoken import say_all
from gui.look.words import translate_engine
from gui.widgets.painted import Painted
from gui.widgets.waiting_dialog import WaitingDialog
from tests.gui.look.test_translation import Brackets, bare, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 60_000
STATIONS = ("train", "data", "evaluate", "understand", "runs")
Role = Qt.ItemDataRole
WORDS = re.compile(r"<text[^>]*>([^<]*)</text>")
FORMULA = ("w", "x", "·")
SIGNS = re.compile(r"<(i|sub)>\w</\1>|\bsoftmax\b|Σ|\bkB\b")  # the same in every language


@pytest.fixture
def brackets(qapp, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """What lets the window speak the language of brackets from then on."""
    translator = Brackets(set(collect()))

    def switch() -> None:
        qapp.installTranslator(translator)
        say_all()
        qtbot.wait(50)  # Qt tells its widgets in the turns that follow

    yield switch
    qapp.removeTranslator(translator)
    say_all()


def cells(view: QAbstractItemView) -> Iterator[str]:
    """Name the texts of a table: headings, cells and their tips."""
    model = view.model()
    if model is None:
        return
    rows = model.rowCount(QModelIndex())
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for role in (Role.DisplayRole, Role.ToolTipRole):
        for across in range(columns):
            yield model.headerData(across, Qt.Orientation.Horizontal, role)
        for down in range(rows):
            yield model.headerData(down, Qt.Orientation.Vertical, role)
            for across in range(columns):
                yield model.index(down, across).data(role)


def painted(widget: QWidget) -> str:
    """Return the words that a picture paints, without those of a formula."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size().expandedTo(QSize(1, 1)))
    painter = QPainter(generator)
    widget.paint(painter)
    painter.end()
    words = WORDS.findall(bytes(buffer.data().data()).decode())
    return " ".join(word for word in words if word not in FORMULA)


def whose(widget: QWidget | None) -> str:
    """Return the module of ours that a widget stands in."""
    while widget is not None and not type(widget).__module__.startswith(
        ("gui.stations", "gui.window", "gui.pad")
    ):
        widget = widget.parent() if isinstance(widget.parent(), QWidget) else None
    return type(widget).__module__ if widget is not None else "gui"


def left(root: QWidget, names: Iterable[str] = ()) -> tuple[list[tuple[str, str, str]], int]:
    """Return each bare text below ``root`` with whose it is, and how many texts there are.

    Args:
        root: The window, or a dialog.
        names: What a person has called things, or the program for them.
    """
    texts: list[tuple[str, str, str]] = []
    for widget in [root, *root.findChildren(QWidget)]:
        own = [*texts_of(widget)]
        if isinstance(widget, QAbstractItemView):
            own += [str(text) for text in cells(widget) if isinstance(text, str)]
        if isinstance(widget, Painted) and widget.width() > 0:
            own.append(painted(widget))
        texts += [(whose(widget), f"{type(widget).__name__} {widget.objectName()}", text) for text in own]
    for action in root.findChildren(QAction):
        parent = action.parent()
        if type(parent).__module__.startswith("pyqtgraph"):
            continue  # of a menu that is never opened
        owner = whose(parent) if isinstance(parent, QWidget) else "gui"
        for text in (
            action.text(),
            action.toolTip(),
            action.statusTip(),
            action.iconText(),
            action.whatsThis(),
        ):
            texts.append((owner, f"QAction {action.objectName()}", text))
    texts = [entry for entry in texts if any(letter.isalpha() for letter in entry[2])]
    return [entry for entry in texts if bare(without(entry[2], names))], len(texts)


def without(text: str, names: Iterable[str]) -> str:
    """Return a text without names and formulas."""
    for name in names:
        text = text.replace(name, "")
    return SIGNS.sub("", text)


def see_all(window: MainWindow, qtbot: QtBot) -> None:
    """Turn to every station, and to every view in it that is chosen by a button."""
    for name in STATIONS:
        window.show_station(name)
        qtbot.wait(20)
    understand = window.station("understand").page
    window.show_station("understand")
    for name, view in understand.views.items():
        understand.show_view(name)
        qtbot.wait(20)
        task = getattr(view, "task", None)
        if task is not None:
            qtbot.waitUntil(lambda task=task: not task.busy, timeout=LONG)


def test_no_word_is_left_in_the_window(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    see_all(window, qtbot)
    brackets()
    found, count = left(window)
    assert count > 1200
    assert found == []


def test_no_word_is_left_after_training(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    bench = window.workbench
    window.show_station("runs")
    for _ in range(2):
        bench.start()
        qtbot.waitUntil(lambda: not bench.running and bench.model is not None, timeout=LONG)
    qtbot.waitUntil(lambda: len(bench.catalogue.summaries) == 2, timeout=LONG)
    window.panel.canvas.set_image(np.asarray(bench.data.test.images[0]))
    see_all(window, qtbot)
    window.station("understand").page.views["activations"].picture.unit_clicked.emit("hidden_1", 0)
    window.show_station("evaluate")
    window.findChild(QPushButton, "measureButton").click()
    qtbot.wait(50)
    runs = window.station("runs").page
    runs.list.choose([run.id for run in bench.catalogue.summaries])
    window.show_station("runs")
    bench.editor.edit("training.batch_size", 16)  # to be undone
    bench.editor.edit("training.learning_rate", 0)  # wrong
    window.words.show_error(DataError("“{name}” is damaged.", cause="The disk is full.", name="7"))
    qtbot.wait(300)
    brackets()
    names = {run.name for run in bench.catalogue.summaries} | {run.id for run in bench.catalogue.summaries}
    assert left(window, names)[0] == []


@pytest.mark.parametrize("place", [0, 1, 2])
def test_no_word_is_left_in_a_dialog_that_is_open(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None], place: int
) -> None:
    window.findChild(QMenu, "helpMenu").actions()[place].trigger()
    dialog = window.findChildren(QDialog)[-1]
    brackets()
    text = "".join(label.text() for label in dialog.findChildren(QLabel))
    assert "⟦" in text
    assert bare(re.sub(r"<td[^>]* 18px [^>]*>.*?</td>", "", text)) == ""  # the keys themselves are Qt's
    assert bare(dialog.windowTitle()) == ""
    dialog.close()


def test_no_word_is_left_in_the_preferences_that_are_open(
    window: MainWindow, brackets: Callable[[], None]
) -> None:
    window.show_preferences()
    dialog = window.findChild(QDialog, "preferencesDialog")
    brackets()
    own = [language.own_name(code) for code in language.languages()]
    found, count = left(dialog, own)
    assert count > 40
    assert [text for _, _, text in found] == ["Close"]  # a word of Qt's own


def test_no_word_is_left_in_the_palette_that_is_open(
    window: MainWindow, brackets: Callable[[], None]
) -> None:
    window.show_palette()
    dialog = window.findChild(QDialog, "palette")
    brackets()
    own = [language.own_name(code) for code in language.languages()]
    found, count = left(dialog, own)
    assert count > 5
    assert [text for _, _, text in found if text != "MNIST" and "F9" not in text] == []
    names = {thing.names[0] for thing in dialog._things} | {thing.places[0] for thing in dialog._things}
    assert {name for name in names if bare(name)} <= {*own}


def question(window: MainWindow) -> QDialog:
    """Open a message box of each kind of words: the window's own and those with a name in them."""
    window.files._ask_about_changed(Path("7.safetensors"))
    return window.findChild(QDialog, "changedDialog")


def waiting(window: MainWindow) -> QDialog:
    dialog = WaitingDialog(
        "waitingDialog",
        partial(window.files.tr, "Unsaved model"),
        partial(translate_engine, Phrase("Reading {name} …", name=Phrase("Done"))),
        partial(window.files.tr, "Replace"),
        window,
    )
    dialog.show()
    return dialog


@pytest.mark.parametrize("open_dialog", [question, waiting])
def test_no_word_is_left_in_a_question_that_is_open(
    window: MainWindow, brackets: Callable[[], None], open_dialog: Callable[[MainWindow], QDialog]
) -> None:
    dialog = open_dialog(window)
    brackets()
    found, count = left(dialog, ["7.safetensors"])
    assert count >= 2
    assert [text for _, _, text in found if text not in ("Cancel", "&Cancel")] == []  # a word of Qt's own
    dialog.close()
