"""Lessons in the real window, gone through as a learner would; what trains lies in test_lessons_of_runs.py."""

# ruff: noqa: E501 - a lesson is read in one line

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QPlainTextEdit

from gui.lessons.lessons import Lessons
from gui.lessons.progress import OFFERED
from gui.look import language
from gui.pad.place import Place
from gui.widgets.reading_order import tab_stops
from gui.widgets.steady_focus import SteadyFocus
from tests.gui.lessons.conftest import button, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

pytestmark = pytest.mark.slow
RATE = '[[step]]\ntext = "Raise it."\nlook = "training.learning_rate"\nuntil = {setting = "training.learning_rate", changed = "raised"}\npraise = "It is {setting.training.learning_rate}."\n'


@pytest.fixture
def window(shared_window: MainWindow) -> Iterator[MainWindow]:
    """A window that all these tests share, no lesson begun in it."""
    yield shared_window
    shared_window.lessons.forget_progress()
    shared_window.workbench.preferences.note(OFFERED, 0)


def test_a_step_points_waits_praises_and_goes_on(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot, tmp_path: Path
) -> None:
    window.show_station("data")
    lessons = opened(RATE + '[[step]]\ntext = "End"\n')
    assert window.rail.station == "train"
    assert lessons.target is not None
    assert lessons.target.objectName() == "learningRate"
    assert not lessons.panel.is_done
    assert button(window, "lessonNext").text() == "Go on anyway"
    window.workbench.editor.edit("training.learning_rate", 0.5)
    qtbot.waitUntil(lambda: lessons.panel.is_done, timeout=5000)
    assert "It is 0.5." in shown(window, "lessonPraise")
    assert button(window, "lessonNext").text() == "Next"
    button(window, "lessonNext").click()
    assert lessons.panel.step == 1
    assert lessons.target is None
    button(window, "lessonNext").click()
    assert lessons.panel.shows_list
    assert lessons.progress.is_done(f"own/{tmp_path.name}/mine")


@pytest.mark.parametrize("until", ["{drawn = true}", '{any = [{named = true}, {recognised = "7"}]}'])
def test_a_pad_that_is_folded_away_comes_back_where_a_step_asks_for_it(
    window: MainWindow, opened: Callable[[str], Lessons], until: str
) -> None:
    placement = window.body.pad_placement
    placement.set_place(Place.HIDDEN)
    there = '[[step]]\ntext = "Look."\nlook = "station:understand/why"\n'
    lessons = opened(f"{there}{there}until = {until}\n")
    assert placement.place is Place.HIDDEN
    lessons.go_on()
    assert placement.place is Place.RIGHT


def test_nothing_is_changed_before_it_is_asked_for_and_one_undo_takes_it_back(
    window: MainWindow, opened: Callable[[str], Lessons]
) -> None:
    editor = window.workbench.editor
    before, count = editor.experiment, window.workbench.undo_stack.count()
    lessons = opened(
        '[[step]]\ntext = "x"\npreset = "wide"\ndata = "moons"\nsettings = {"training.epochs" = 7}\n'
    )
    assert editor.experiment == before
    assert "Epochs: 7" in shown(window, "lessonSetUpWords")
    button(window, "lessonSetUp").click()
    assert (editor.experiment.data.dataset, editor.experiment.training.epochs) == ("moons", 7)
    assert window.workbench.undo_stack.count() == count + 1
    window.workbench.undo_stack.undo()
    assert editor.experiment == before
    lessons.close()


def test_what_is_set_up_is_said_as_a_form_says_it(
    window: MainWindow, opened: Callable[[str], Lessons]
) -> None:
    layers = '[{kind = "conv", channels = 8}, {kind = "dense", size = 32}]'
    opened(
        f'[[step]]\ntext = "x"\nsettings = {{"network.hidden" = {layers}, "training.adversary" = "fgsm"}}\n'
        '[[step]]\ntext = "x"\nsettings = {"network.hidden" = []}\n'
    )
    words = shown(window, "lessonSetUpWords")
    assert "Hidden layers: conv8-32" in words
    assert "FGSM" in words
    window.lessons.go_on()
    assert shown(window, "lessonSetUpWords") == "Hidden layers: none"


def test_settings_that_cannot_be_are_told_and_change_nothing(
    window: MainWindow, opened: Callable[[str], Lessons]
) -> None:
    opened('[[step]]\ntext = "x"\nsettings = {"training.batch_size" = 8}\n')
    before = window.workbench.experiment
    course = window.lessons.course
    assert course is not None
    course.step.set_up.settings["training.epochs"] = 0  # type: ignore[index]
    window.lessons.set_up()
    assert window.workbench.experiment == before
    assert window.notices.notice is not None


def test_a_question_is_answered_and_a_wrong_answer_brings_the_hint(
    window: MainWindow, opened: Callable[[str], Lessons]
) -> None:
    lessons = opened(
        '[[step]]\ntext = "x"\nquestion = "Q"\nchoices = ["a", "b <i>"]\nanswer = 2\nhint = "Think"\npraise = "Yes"\n'
    )
    lessons.panel.step_page.choices[0].button.click()
    assert not lessons.panel.is_done
    assert "Think" in shown(window, "lessonHint")
    lessons.panel.step_page.choices[1].button.click()
    assert lessons.panel.is_done
    assert "Yes" in shown(window, "lessonPraise")
    assert not shown(window, "lessonHint")


def test_another_language_is_spoken_at_once_and_no_name_is_taken_for_markup(
    window: MainWindow, opened: Callable[[str], Lessons]
) -> None:
    lessons = opened('[[step]]\ntext = {en = "A *bold* <u>word</u>.", zh_Hans = "一个*粗*字。"}\n')
    assert shown(window, "lessonTitle") == "My <b>lesson</b>"
    assert "<b>bold</b> &lt;u&gt;word" in shown(window, "lessonText")
    try:
        language.speak("zh_Hans")
        assert shown(window, "lessonTitle") == "我的课"
        assert "一个<b>粗</b>字。" in shown(window, "lessonText")
        assert button(window, "lessonNext").text() == "完成"
    finally:
        language.speak("en")
    lessons.close()


def test_progress_survives_and_can_be_forgotten(
    window: MainWindow, opened: Callable[[str], Lessons], tmp_path: Path
) -> None:
    lessons = opened(RATE + '[[step]]\ntext = "b"\n')
    lessons.go_on()
    lessons.close()
    assert not lessons.is_shown
    lessons.open(f"own/{tmp_path.name}/mine")
    assert lessons.panel.step == 1
    lessons.go_on()
    lessons.forget_progress()
    assert not lessons.is_shown
    assert not lessons.progress.is_done(f"own/{tmp_path.name}/mine")
    assert f"own/{tmp_path.name}/mine" not in lessons.all()


def test_keys_lead_through_it_and_esc_closes(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot
) -> None:
    lessons = opened('[[step]]\ntext = "a"\n[[step]]\ntext = "b"\n')
    window.activateWindow()
    following = button(window, "lessonNext")
    SteadyFocus.lead_to(following)  # as Tab does
    QTest.keyClick(following, Qt.Key.Key_Space)
    assert lessons.panel.step == 1
    assert not following.hasFocus()  # Space would go on, unread
    QTest.keyClick(following, Qt.Key.Key_Escape)
    assert not lessons.is_shown
    assert lessons.target is None


def test_tab_goes_through_a_step_as_one_reads_it(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot
) -> None:
    lessons = opened(
        '[[step]]\ntext = "a"\n[[step]]\ntext = "b"\nlook = "train"\npreset = "wide"\nquestion = "Q"\nchoices = ["c", "d"]\nanswer = 1\nuntil = {drawn = true}\nhint = "H"\n'
    )
    lessons.go_on()
    wanted = "Back Fold Close Text SetUp Choice1 Choice2 HintButton Back Show Next".split()
    wanted = ["lessonsBack", *(f"lesson{name}" for name in wanted[1:])]

    def stops() -> list[str]:
        return [stop.objectName() for stop in tab_stops(lessons.panel)]

    qtbot.waitUntil(lambda: stops() == wanted, timeout=5000)  # once the buttons are laid out
    assert all(stop.accessibleName() or stop.text() for stop in tab_stops(lessons.panel))  # type: ignore[attr-defined]
    every = tab_stops(window.body)
    names = [stop.objectName() for stop in every]
    assert names.index("trainStationButton") < names.index("lessonNext") < names.index("microscopeButton")


def test_the_list_opens_a_lesson_by_the_keyboard(window: MainWindow) -> None:
    window.lessons.show()
    assert window.lessons.panel.shows_list
    rows = window.lessons.panel.lessons.list
    assert rows.count() == len(window.lessons.all())
    rows.setCurrentRow(1)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert window.lessons.key == list(window.lessons.all())[1]


def test_mistakes_of_a_file_are_told_by_line(window: MainWindow, opened: Callable[[str], Lessons]) -> None:
    lessons = opened('[[step]]\ntext = "a"\nlook = "pda"\n')
    dialog = window.findChild(QDialog, "lessonMistakes")
    assert dialog is not None
    told = dialog.findChild(QPlainTextEdit)
    assert told is not None
    assert "Line 6: There is nothing called “pda” to look at." in told.toPlainText()
    assert lessons.course is None
    dialog.reject()


def test_a_folder_is_listed(window: MainWindow, tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.toml").write_text(
            f'title = "{name}"\nsummary = "S"\nminutes = 1\n[[step]]\ntext = "x"\n', encoding="utf-8"
        )
    window.lessons.open_path(tmp_path)
    assert window.lessons.panel.shows_list
    assert list(window.lessons.all())[-2:] == [f"own/{tmp_path.name}/a", f"own/{tmp_path.name}/b"]


def test_lessons_of_one_name_from_two_folders_are_two(window: MainWindow, tmp_path: Path) -> None:
    for name in ("ann", "bob"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "01.toml").write_text(
            f'title = "{name}"\nsummary = "S"\nminutes = 1\n[[step]]\ntext = "x"\n', encoding="utf-8"
        )
        window.lessons.open_path(tmp_path / name / "01.toml")
    assert [lesson.title.said("en") for lesson in window.lessons.all().values()][-2:] == ["ann", "bob"]
    window.lessons.go_on()
    assert window.lessons.progress.is_done("own/bob/01")
    assert not window.lessons.progress.is_done("own/ann/01")


def test_a_dropped_lesson_is_opened(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('title = "A"\nsummary = "S"\nminutes = 1\n[[step]]\ntext = "x"\n', encoding="utf-8")
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    qtbot.waitUntil(lambda: window.lessons.key == f"own/{tmp_path.name}/mine", timeout=5000)


def test_lessons_are_offered_once(window: MainWindow) -> None:
    window.lessons.offer()
    notice = window.notices.notice
    assert notice is not None
    assert notice.on_action is not None
    notice.on_action()
    assert window.lessons.panel.shows_list
    assert window.notices.notice is None  # they are there
    window.lessons.offer()
    assert window.notices.notice is None


def test_lessons_are_found_by_their_words(window: MainWindow) -> None:
    things = {thing.key: thing for thing in window.findables.all()}
    key = next(iter(window.lessons.all()))
    thing = things[f"lesson {key}"]
    assert len(thing.names) == 2
    window.findables.go(thing)
    assert window.lessons.key == key


def test_folded_away_it_leaves_a_strip(window: MainWindow, opened: Callable[[str], Lessons]) -> None:
    lessons = opened('[[step]]\ntext = "a"\n')
    pages = window.body.splitter
    wide, room = lessons.panel.width(), pages.width()
    lessons.panel.fold_button.click()
    assert lessons.panel.width() < wide / 4
    assert pages.width() > room + wide / 2
    lessons.panel.fold_button.click()
    assert abs(lessons.panel.width() - wide) <= 2
    assert abs(pages.width() - room) <= 2


def test_a_double_click_goes_but_one_step(window: MainWindow, opened: Callable[[str], Lessons]) -> None:
    lessons = opened(
        '[[step]]\ntext = "a"\n[[step]]\ntext = "b"\nuntil = {model = true}\n[[step]]\ntext = "c"\n'
    )
    following = button(window, "lessonNext")
    QTest.mouseClick(following, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(following, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(following, Qt.MouseButton.LeftButton)
    assert lessons.panel.step == 1


def test_the_lesson_that_follows_is_offered(window: MainWindow) -> None:
    first, second = list(window.lessons.all())[:2]
    window.lessons.show()
    following = button(window, "lessonFollowing")
    assert not following.isVisible()
    window.lessons.open(first)
    while window.lessons.course is not None:
        window.lessons.go_on()
    assert following.isVisible()
    assert window.lessons.panel.lessons.list.currentRow() == 1
    following.click()
    assert window.lessons.key == second
    window.lessons.panel.list_wanted.emit()
    assert not following.isVisible()


def test_opened_again_it_points_where_it_did(window: MainWindow, opened: Callable[[str], Lessons]) -> None:
    lessons = opened('[[step]]\ntext = "a"\nlook = "train"\nuntil = {model = true}\n')
    lessons.close()
    assert lessons.target is None
    lessons.show()
    assert lessons.target is not None
    assert lessons.panel.isAncestorOf(window.focusWidget())


def test_praise_follows_what_the_pad_says(
    window: MainWindow, opened: Callable[[str], Lessons], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = [("7", 0.915)]
    monkeypatch.setattr(window.body.pad, "newest_readings", lambda: says)
    opened('[[step]]\ntext = "a"\nuntil = {recognised = "7"}\npraise = "{sure}"\n')
    qtbot.waitUntil(lambda: "91.5" in shown(window, "lessonPraise"), timeout=5000)
    says[:] = [("7", 0.999)]
    qtbot.waitUntil(lambda: "99.9" in shown(window, "lessonPraise"), timeout=5000)


def test_who_leaves_the_last_step_undone_is_not_through(
    window: MainWindow, opened: Callable[[str], Lessons], tmp_path: Path
) -> None:
    lessons = opened('[[step]]\ntext = "a"\nuntil = {model = true}\n')
    lessons.go_on()
    assert lessons.panel.shows_list
    assert not lessons.progress.is_done(f"own/{tmp_path.name}/mine")


@pytest.mark.parametrize("code", ["en", "zh_Hans"])
def test_its_key_in_the_menu_of_files_is_its_own(window: MainWindow, code: str) -> None:
    menu = window.findChild(QMenu, "fileMenu")
    assert menu is not None
    try:
        language.speak(code)
        keys = [action.text().partition("&")[2][:1].lower() for action in menu.actions()]
        assert keys.count("n") == 1
        assert keys.count("b") == 1
    finally:
        language.speak("en")
