"""Every dialog follows another language while it is open, and every file dialog asks in the language spoken.

The lists below are held complete: a place in gui/ that opens a dialog and stands in none of them fails.
"""

from __future__ import annotations

import ast
import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton

from engine.data.dataset import Dataset, Split
from engine.data.generated import generate
from engine.data.importing.item import Rejected
from engine.errors import DataError
from engine.evaluation.fine_tune import FineTuned, FineTuneSet, Scores
from engine.lessons.problems import LessonError, LessonProblem
from engine.storage.runs.disk_use import Going
from engine.sweep.library import SweepLibrary
from engine.training.events import EpochDone
from engine.words import Phrase
from gui.pad.tool_row import ToolRow
from gui.stations.data.fine_tuned_dialog import fine_tuned_dialog
from gui.stations.runs.keeping import RoomQuestion
from gui.widgets import text_dialog
from gui.widgets.saving.long_table import LongTable
from gui.widgets.saving.save_as import save_as
from tests.engine.data.tables.own_tables import two_clouds
from tests.gui.look.test_translation import bare
from tests.gui.look.walk import left
from tests.gui.run_folders import write_run
from tests.gui.stations.sweep.conftest import plan_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gui.main_window import MainWindow

    Opener = Callable[[MainWindow, QtBot], QDialog]

LONG = 30_000
GUI = Path(__file__).parents[3] / "gui"
QTS = ("Close", "Cancel", "Save", "Discard", "Don't Save", "OK", "Yes", "No")
"""On buttons of Qt's own, which its own translation says."""
NAMED = ["7.safetensors", "article-1", "pens", "run 1", "spoilt.png"]


@cache
def makers() -> dict[str, set[str]]:
    """Return the functions of gui/ that open dialogs, and those that ask for files, as ``module:function``."""
    texts = {path: path.read_text(encoding="utf-8") for path in GUI.rglob("*.py")}
    kinds = {f"Q{kind}" for kind in ("Dialog", "MessageBox", "InputDialog", "ProgressDialog", "Wizard")}
    for _ in range(3):  # a class of a class of a class
        known = "|".join(kinds)
        kinds |= {
            name for text in texts.values() for name in re.findall(rf"class (\w+)\(.*\b(?:{known})\b", text)
        }
    known = "|".join(kinds)
    functions = {
        name for text in texts.values() for name in re.findall(rf"def (\w+)\(.*-> (?:{known}):", text)
    }
    found: dict[str, set[str]] = {"dialogs": set(), "files": set()}
    for path, text in texts.items():
        if not re.search(rf"\b({'|'.join(kinds | functions)}|QFileDialog)\b", text):
            continue
        for place, call in _calls(ast.parse(text), path.relative_to(GUI).as_posix().removesuffix(".py")):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            if _called(call.func) == "QFileDialog" or (owner is not None and _called(owner) == "QFileDialog"):
                found["files"].add(place)
            elif _called(call.func) in kinds | functions or (owner is not None and _called(owner) in kinds):
                found["dialogs"].add(place)
    return found


def _called(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _calls(node: ast.AST, place: str) -> Iterator[tuple[str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        within = place
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            within = f"{place}:{child.name}" if ":" not in place else f"{place}.{child.name}"
        if isinstance(child, ast.Call):
            yield within, child
        yield from _calls(child, within)


def opened(window: MainWindow, name: str) -> QDialog:
    dialog = window.findChild(QDialog, name)
    assert dialog is not None
    return dialog


def of_help(place: int) -> Opener:
    def open_it(window: MainWindow, _qtbot: QtBot) -> QDialog:
        before = window.findChildren(QDialog)
        window.findChild(QMenu, "helpMenu").actions()[place].trigger()
        return next(each for each in window.findChildren(QDialog) if each not in before)

    return open_it


def class_name(window: MainWindow, _qtbot: QtBot) -> QDialog:
    text_dialog.ask_class_name(window, print, ["7"])
    return opened(window, "anotherNameDialog")


def lesson_mistakes(window: MainWindow, _qtbot: QtBot) -> QDialog:
    problem = LessonProblem(3, Phrase("There are more than {most} steps.", most=40))
    window.lessons.refused.emit([LessonError("7", (problem,))])
    return opened(window, "lessonMistakes")


def changed_model(window: MainWindow, _qtbot: QtBot) -> QDialog:
    window.files._ask_about_changed(Path("7.safetensors"))
    return opened(window, "changedDialog")


def lab_reset(window: MainWindow, _qtbot: QtBot) -> QDialog:
    window.lab_reset.ask()
    return opened(window, "labResetDialog")


def unsaved_model(window: MainWindow, qtbot: QtBot) -> QDialog:
    trained(window, qtbot)
    window.workbench.model.saved = window.workbench.model.kept = False
    window.files.ask_about_unsaved(lambda: None)
    return opened(window, "unsavedDialog")


def trained(window: MainWindow, qtbot: QtBot) -> None:
    bench = window.workbench
    bench.editor.edit("training.epochs", 1)
    bench.start()
    qtbot.waitUntil(lambda: not bench.running and bench.model is not None, timeout=LONG)


def error_details(window: MainWindow, _qtbot: QtBot) -> QDialog:
    window.words.show_error(DataError("“{name}” is damaged.", cause="The disk is full.", name="7"), "7 / 0")
    return by_notice(window)


def by_notice(window: MainWindow) -> QDialog:
    """Press the button of the notice, and return what it opens."""
    before = window.findChildren(QDialog)
    window.notices.notice.on_action()
    (dialog,) = [each for each in window.findChildren(QDialog) if each not in before]
    return dialog


def damage(window: MainWindow, _qtbot: QtBot) -> QDialog:
    why = DataError("“{name}” is damaged.", name="7")
    window.damage._tell((("1", why), ("2", why)))
    return by_notice(window)


def waiting_for_runs(window: MainWindow, _qtbot: QtBot) -> QDialog:
    files = window.workbench.catalogue.files
    files._task.ask = lambda *_: None
    files.export(("1",), Path("1.zip"), window)
    return opened(window, "runFilesProgress")


def waiting_for_numbers(window: MainWindow, _qtbot: QtBot) -> QDialog:
    LongTable(window, window)._say_so()
    return opened(window, "longTableProgress")


def waiting_for_data(window: MainWindow, _qtbot: QtBot) -> QDialog:
    own = window.station("data").import_export
    own._task.ask = lambda *_: None
    own.make_set(Path("pens"))
    return opened(window, "ownDataProgress")


def import_notes(window: MainWindow, _qtbot: QtBot) -> QDialog:
    own = window.station("data").import_export
    rejected = (Rejected("spoilt.png", Phrase("It is no picture.")),)
    own._tell(lambda: own.tr("My data"), rejected, (Phrase("Its end is missing."),), lambda: True)
    return by_notice(window)


def remove_set(window: MainWindow, _qtbot: QtBot) -> QDialog:
    window.station("data").import_export.ask_to_remove("pens")
    return opened(window, "removeSetDialog")


def import_preview(window: MainWindow, qtbot: QtBot) -> QDialog:
    folder = window.workbench.catalogue.folder.parent
    images, labels = generate(40)
    np.savez(folder / "pens.npz", images=images, labels=labels)
    window.station("data").import_export.preview_set(folder / "pens.npz")
    dialog = opened(window, "importPreview")
    qtbot.waitUntil(dialog.findChild(QPushButton, "importMake").isEnabled, timeout=LONG)
    return dialog


def left_out(window: MainWindow, qtbot: QtBot) -> QDialog:
    preview = import_preview(window, qtbot)
    preview._rejected = (Rejected("spoilt.png", Phrase("It is no picture.")),)
    preview._show_left_out()
    return preview.findChild(QDialog)


def table_preview(window: MainWindow, qtbot: QtBot) -> QDialog:
    path = two_clouds(window.workbench.catalogue.folder.parent / "clouds.csv")
    window.station("data").import_export.preview_set(path)
    dialog = opened(window, "importPreview")
    qtbot.waitUntil(dialog.findChild(QPushButton, "importMake").isEnabled, timeout=LONG)
    return dialog


def cells_left_out(window: MainWindow, qtbot: QtBot) -> QDialog:
    preview = table_preview(window, qtbot)
    preview._rejected = (Rejected(Phrase("row {number}", number=7), Phrase("It has no label.")),)
    preview._show_left_out()
    return preview.findChild(QDialog)


def teaching(window: MainWindow, qtbot: QtBot) -> QDialog:
    trained(window, qtbot)
    tuning = window.station("data").fine_tuning
    tuning._task.ask = lambda *_: None
    tuning.start()
    tuning._steps = 20
    tuning._on_task_reported(EpochDone(1, 10, 0.5, 0.5, 0.5, 0.5, 1.0, 0.1, True))
    return opened(window, "teachingProgress")


def taught(
    window: MainWindow, _qtbot: QtBot, before: int = 1, kept_back: int = 3, steps: int = 40
) -> QDialog:
    lesson = FineTuneSet(of(12), of(kept_back), Split(of(5), of(0), of(50)), 2)
    dialog = fine_tuned_dialog(FineTuned({}, steps, lesson, Scores(2, before, 40), Scores(14, 2, 41)), window)
    dialog.open()
    return dialog


def of(count: int) -> Dataset:
    return Dataset(
        "some", np.zeros((count, 28, 28), np.uint8), np.zeros(count, np.int64), tuple("0123456789")
    )


def run_picker(window: MainWindow, qtbot: QtBot) -> QDialog:
    catalogue = window.workbench.catalogue
    write_run(catalogue.folder / "article-1")
    catalogue.refresh()
    qtbot.waitUntil(lambda: catalogue.get("article-1") is not None, timeout=LONG)
    window.show_station("evaluate")
    window.station("evaluate").page.report.matrix_view._on_other_more_wanted()
    return opened(window, "runPicker")


def deploy_run_picker(window: MainWindow, _qtbot: QtBot) -> QDialog:
    before = window.findChildren(QDialog, "runPicker")
    window.station("deploy").page._on_run_wanted()
    return next(each for each in window.findChildren(QDialog, "runPicker") if each not in before)


def teacher_picker(window: MainWindow, _qtbot: QtBot) -> QDialog:
    before = window.findChildren(QDialog, "runPicker")
    window.station("train").page._teacher.menu().ask()
    return next(each for each in window.findChildren(QDialog, "runPicker") if each not in before)


def room(window: MainWindow, _qtbot: QtBot) -> QDialog:
    going = tuple(Going(Path(f"article-{number}~1"), (Path("1"),), 2**20) for number in range(1, 9))
    RoomQuestion(window.workbench.catalogue, window)._ask(1000, print, print, going)
    return opened(window, "roomQuestion")


def rename_sweep(window: MainWindow, _qtbot: QtBot) -> QDialog:
    sweep = SweepLibrary().create(plan_of(), "mine")
    head = window.station("sweep").page.head
    head.set_sweeps(SweepLibrary().sweeps(), sweep.id)
    head.rename.trigger()
    return opened(window, "renameSweep")


DIALOGS: dict[str, list[Opener]] = {
    "main_window:MainWindow.show_palette": [],  # in test_live_switch.py, as it closes when another dialog opens
    "main_window:MainWindow.show_preferences": [],  # there, too
    "window/menus:Menus._build_help": [of_help(0), of_help(2), of_help(3)],
    "main_window:MainWindow._on_lessons_refused": [lesson_mistakes],
    "window/lesson_mistakes:lesson_mistakes": [],
    "window/help_dialogs:_text_dialog": [],  # of those in the menu
    "window/help_dialogs:first_steps": [],
    "window/help_dialogs:keyboard": [],
    "window/help_dialogs:about": [],
    "widgets/text_dialog:ask_class_name": [class_name],
    "widgets/text_dialog:bare_dialog": [],  # of all that fill it
    "widgets/text_dialog:details": [],
    "window/model_files:ModelFiles._ask_about_changed": [changed_model],
    "window/model_files:ModelFiles.ask_about_unsaved": [unsaved_model],
    "window/lab_reset:LabReset.ask": [lab_reset],
    "window/notices:WindowNotices._tell_error.show_details": [error_details],
    "window/damage:Damage._tell.show": [damage],
    "bench/run_files:RunFiles._start": [waiting_for_runs],
    "stations/data/import_export:ImportExport._start": [waiting_for_data],
    "stations/data/import_export:ImportExport._tell": [import_notes],
    "stations/data/import_export:ImportExport.ask_to_remove": [remove_set],
    "stations/data/import_export:ImportExport._preview": [import_preview, table_preview],
    "stations/data/preview_dialog:PreviewDialog._show_left_out": [left_out, cells_left_out],
    "stations/data/fine_tuning:FineTuning.start": [teaching],
    "stations/data/fine_tuning:FineTuning._on_taught": [],  # the next
    "stations/data/fine_tuned_dialog:fine_tuned_dialog": [
        taught,
        partial(taught, before=2),
        partial(taught, before=3),
        partial(taught, kept_back=0),
        partial(taught, steps=0),
    ],
    "stations/evaluate/matrix_view:MatrixView._on_other_more_wanted": [run_picker],
    "stations/deploy/page:DeployPage._on_run_wanted": [deploy_run_picker],
    "stations/deploy/destination:Destination._may_replace": [],  # in front of all else until it is closed
    "pad/plane/pad:PlanePad._may_replace": [],  # in front of all else until it is closed
    "bench/run_menu:RunMenu.ask": [teacher_picker],
    "stations/runs/keeping:RoomQuestion._ask": [room],
    "stations/sweep/head:SweepHead._on_rename_triggered": [rename_sweep],
    "widgets/saving/save_as:save_as": [],  # in front of all else until it is closed, and asked for anew each time
    "widgets/saving/save_as:_may_replace": [],
    "widgets/saving/save_button:SaveMenu._on_tables_failed": [],
    "widgets/saving/long_table:LongTable._say_so": [waiting_for_numbers],
    "widgets/message_box:MessageBox.tell": [],
    "widgets/message_box:MessageBox.ask": [],
}


def test_no_place_that_opens_a_dialog_is_missing_in_the_list() -> None:
    assert makers()["dialogs"] <= DIALOGS.keys()
    assert DIALOGS.keys() - makers()["dialogs"] <= {key for key in DIALOGS if "MessageBox." in key}


def test_no_word_is_left_in_any_dialog_that_is_open(
    window: MainWindow, qtbot: QtBot, brackets: Callable[[], None]
) -> None:
    dialogs = [(place, open_it(window, qtbot)) for place, openers in DIALOGS.items() for open_it in openers]
    brackets()
    names = [*NAMED, *(run.name for run in window.workbench.catalogue.summaries)]
    stayed, count = [], 0
    for place, dialog in dialogs:
        found, texts = left(dialog, names)
        assert texts >= 2
        count += texts
        stayed += [
            (place, text) for _, _, text in found if text.replace("&", "") not in QTS and not is_key(text)
        ]
    assert stayed == []
    assert count > 200
    print(f"{len(dialogs)} dialogs, {count} texts in them, 0 left in the other language")


def is_key(text: str) -> bool:
    """Tell whether a text is of keys, which are Qt's, or lists them beside words of ours."""
    rest = re.sub(r"<td[^>]* 18px [^>]*>.*?</td>", "", text)
    rest = re.sub(
        r"\b(Ctrl|Alt|Shift|Esc|Del|Ins|F\d+|Home|End|PgUp|PgDown|Space|Tab|Enter|Return|Up|Down)\b", "", rest
    )
    return rest != text and bare(rest) == ""


def save_numbers(window: MainWindow) -> None:
    save_as(window, window.files.tr("Replace"), "csv", print)


FILES: dict[str, list[Callable[[MainWindow], object]]] = {
    "bench/run_files:RunFiles.choose_export": [
        lambda window: window.workbench.catalogue.files.choose_export({"1": "1"}, window),
        lambda window: window.workbench.catalogue.files.choose_export({"1": "1", "2": "2"}, window),
        lambda window: window.workbench.catalogue.files.choose_export({"1": "1"}, window, "tensorboard"),
    ],
    "bench/run_files:RunFiles.choose_import": [
        lambda window: window.workbench.catalogue.files.choose_import(window)
    ],
    "lessons/lessons:Lessons.choose_file": [lambda window: window.lessons.choose_file()],
    "lessons/lessons:Lessons.choose_folder": [lambda window: window.lessons.choose_folder()],
    "pad/tool_row:ToolRow._on_open_triggered": [
        lambda window: window.panel.findChild(ToolRow)._on_open_triggered()
    ],
    "stations/deploy/page:DeployPage._ask_file": [lambda window: window.station("deploy").page._ask_file()],
    "stations/train/teacher_choice:TeacherChoice._ask_file": [
        lambda window: window.station("train").page._teacher._ask_file()
    ],
    "stations/data/import_export:ImportExport._ask_file": [
        lambda window: window.station("data").import_export.choose_file_for_digits(),
        lambda window: window.station("data").import_export.choose_file_for_set(),
    ],
    "stations/data/import_export:ImportExport._ask_folder": [
        lambda window: window.station("data").import_export.choose_folder_for_digits(),
        lambda window: window.station("data").import_export.choose_folder_for_set(),
    ],
    "stations/data/import_export:ImportExport.choose_export": [
        lambda window: window.station("data").import_export.choose_export()
    ],
    "stations/understand/captions_view:CaptionsView._on_open_clicked": [
        lambda window: window.station("understand").page.views["captions"]._on_open_clicked(),
        lambda window: window.station("understand").page.views["captions"]._on_save_clicked(),
    ],
    "widgets/saving/ask_where:ask_where": [lambda window: window.files.save_experiment_as()],
    "widgets/saving/save_as:save_as": [save_numbers],
    "window/model_files:ModelFiles.choose_experiment": [lambda window: window.files.choose_experiment()],
    "window/model_files:ModelFiles.choose_model": [lambda window: window.files.choose_model()],
}


def test_every_file_dialog_asks_in_the_language_spoken(
    window: MainWindow, brackets: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(_parent: object, title: str, _start: str, pattern: str = "") -> tuple[str, str]:
        asked.extend((title, *pattern.split(";;")))
        return "", ""

    def ask_folder(_parent: object, title: str, _start: str) -> str:
        asked.append(title)
        return ""

    def run(dialog: QFileDialog) -> int:
        asked.extend((dialog.windowTitle(), *dialog.nameFilters()))
        return 0

    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, ask)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", ask_folder)
    monkeypatch.setattr(QFileDialog, "exec", run)
    assert makers()["files"] == FILES.keys()
    brackets()
    for openers in FILES.values():
        for open_it in openers:
            before = len(asked)
            open_it(window)
            assert len(asked) > before
    # The second half of a pattern of two stands within the brackets of the first.
    bare_ones = [text for text in asked if not (text.startswith("⟦") or text.endswith("⟧"))]
    assert bare_ones == ["CSV (*.csv)"]
