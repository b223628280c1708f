"""Words half and twice as long as English ones, by the way that a translation takes: all has room on a small screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QToolButton,
    QWidget,
)

from docs.tools.collect_words import FOLDER
from docs.tools.translation_file import to_ts, translations_in
from gui.look import language
from gui.pad.naming_row import NamingRow
from gui.pad.panel import DrawingPanel
from gui.widgets.fields.segments import Choice
from gui.widgets.short_label import ShortLabel
from gui.window import registry
from resources.compile_words import compile_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

LONG = 60_000
SMALL = QSize(1024 - 2 * 6, 600 - 34 - 36)
"""What a frame and a panel leave of 1024×600."""
# What a translation has to leave as it is: what is filled in, markup, the letters for Alt, patterns of files.
FIXED = re.compile(r"(\{[^{}]*\}|<[^<>]*>|&\w+;|&(?=\w)|\(\*[^)]*\)|;;|\s+|`[^`]*`)")
ACCENTS = str.maketrans("aeiouAEIOUcny", "àéîöüÀÉÎÖÜçñÿ")


def stretched(text: str, factor: float) -> str:
    """Return a text in letters with accents, each of its words so many times as long."""
    parts = FIXED.split(text)
    return "".join(part if place % 2 else _word(part, factor) for place, part in enumerate(parts))


def _word(word: str, factor: float) -> str:
    length = round(len(word) * factor)
    if not re.search("[A-Za-z]", word):
        return word
    word = word.translate(ACCENTS)
    return word + "öé" * ((length - len(word)) // 2) if factor >= 1 else word[: max(1, length)]


@pytest.fixture(scope="module", params=[2.0, 0.5])
def made_words(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[float, Path]:
    """A language with words of another length, made for these tests: how long, and where it is."""
    words = list(translations_in((FOLDER / "netsketch_en.ts").read_text(encoding="utf-8")))
    known = {
        word: f"<translation>{escape(stretched(word.source, request.param))}</translation>" for word in words
    }
    folder = tmp_path_factory.mktemp("words")
    (folder / "netsketch_de.ts").write_text(to_ts(words, "de", known), encoding="utf-8")
    compile_words(folder)
    return request.param, folder


@pytest.fixture
def other_words(
    made_words: tuple[float, Path], monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> Iterator[float]:
    """Let the window be able to speak it."""
    length, folder = made_words
    monkeypatch.setattr(language, "_folder", lambda: folder)
    yield length
    monkeypatch.undo()
    language.speak("en")


def cut_in(root: QWidget) -> list[tuple[str, str, str, int]]:
    """Return the words in sight that have less room than they need and do not say so, with the room they have."""
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, QLabel | QAbstractButton) or isinstance(widget, ShortLabel | Choice):
            continue  # those shorten their words, and say all in their tooltip
        if not widget.isVisible() or any(
            isinstance(above, NamingRow | DrawingPanel) for above in _above(widget)
        ):
            continue  # the pad takes its letters from its size
        if (
            isinstance(widget, QToolButton)
            and widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        ):
            continue
        text = re.sub("<[^>]*>", "", widget.text()).replace("&", "")
        if isinstance(widget, QLabel) and widget.wordWrap():
            is_cut = widget.height() < widget.heightForWidth(widget.width())
        else:
            needed = max(map(widget.fontMetrics().horizontalAdvance, text.split("\n")), default=0)
            is_cut = widget.width() < needed and not widget.toolTip()
        if is_cut:
            found.append((type(widget).__name__, widget.objectName(), text, widget.width()))
    return found


def _above(widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = above.parentWidget()


def test_all_has_room(other_words: float, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.workbench.run_finished, timeout=LONG):
        window.workbench.start()
    window.workbench.preferences.set_value("language", "de")
    button = window.findChild(QAbstractButton, "stopButton")
    assert button.text() == stretched("Stop", other_words)
    window.resize(SMALL)
    cut, scrolled = {}, {}
    for kind in registry.STATIONS:
        window.show_station(kind.name)
        page = window.station(kind.name).page
        qtbot.waitUntil(page.isVisible, timeout=LONG)
        if kind.name == "evaluate":
            qtbot.waitUntil(page.report.isVisible, timeout=LONG)
        for view in getattr(page, "views", {"": None}):
            if view:
                page.show_view(view)
            for _ in range(10):  # what changes its height moves what is below it
                QApplication.processEvents()
            place = f"{kind.name} {view}".strip()
            area = window.body.stations.pages.currentWidget()
            cut[place] = cut_in(window)
            scrolled[place] = area.horizontalScrollBar().maximum()
            assert window.size() == SMALL, f"{place} made the window larger"
    assert {place: found for place, found in cut.items() if found} == {}
    assert {place: found for place, found in scrolled.items() if found} == {}
    assert window.minimumSizeHint().width() <= 1024


def test_lessons_have_room(other_words: float, window: MainWindow) -> None:
    window.workbench.preferences.set_value("language", "de")
    window.resize(SMALL)
    cut = {}
    for key in ("", next(iter(window.lessons.all()))):
        window.lessons.open(key) if key else window.lessons.show()
        for _ in range(10):
            QApplication.processEvents()
        cut[key] = [place for place in cut_in(window) if place[1].startswith("lesson")]
        assert window.size() == SMALL
    assert {key: found for key, found in cut.items() if found} == {}
    window.lessons.close()


def test_dialogs_have_room(other_words: float, window: MainWindow) -> None:
    window.workbench.preferences.set_value("language", "de")
    window.resize(SMALL)
    actions = window.menus.menu("helpMenu").actions()
    menu = [action for action in actions if not action.isSeparator() and action is not window.menus.lessons]
    openers = [window.show_preferences, window.show_palette, *(action.trigger for action in menu)]
    cut, large = [], []
    for opener in openers:
        opener()
        QApplication.processEvents()
        shown = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
        assert len(shown) == 1, f"{opener} opens nothing with words {other_words} times as long"
        dialog = shown[0]
        cut += cut_in(dialog)
        if dialog.width() > SMALL.width():  # their height goes by the screen, which is another one here
            large.append((dialog.windowTitle(), dialog.width()))
        dialog.close()
    assert (cut, large) == ([], [])
