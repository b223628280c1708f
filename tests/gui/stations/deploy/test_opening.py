"""What the system opens is opened; where it cannot, that is said."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from gui.stations.deploy import opening
from gui.stations.deploy.opening import Opening, is_openable, launched
from gui.tasks.task import Job

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

JOB = Job(print, lambda: False)


@pytest.fixture
def opens(qapp: object) -> Iterator[Opening]:
    made = Opening(None)
    yield made
    made.shutdown()


def test_a_program_that_fails_is_noticed() -> None:
    assert launched([sys.executable, "-c", "pass"], JOB)
    assert not launched([sys.executable, "-c", "raise SystemExit(3)"], JOB)
    assert not launched(["/no/such/program"], JOB)


def test_without_a_file_manager_a_sentence_says_where_it_lies(
    qtbot: QtBot, opens: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "xdg-open"
    script.write_text(f"#!{sys.executable}\nraise SystemExit(3)\n")
    script.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("gui.stations.deploy.opening.sys.platform", "linux")
    path = tmp_path / "digit.py"
    with qtbot.waitSignal(opens.refused, timeout=20_000) as told:
        opens.open_folder(path)
    notice = told.args[0]
    assert notice.text() == "No program of this system shows folders."
    assert str(path) in notice.more()
    notice.on_action()
    assert QGuiApplication.clipboard().text() == str(path)


def test_what_is_gone_is_said_to_be_gone(qtbot: QtBot, opens: Opening, tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    for ask, name in ((opens.open_file, "digit.py"), (opens.open_folder, "gone")):
        with qtbot.waitSignal(opens.refused) as told:
            ask(folder / "digit.py")
        assert told.args[0].text() == f"“{name}” is not there any more."
        assert str(folder / "digit.py") in told.args[0].more()


def test_only_text_of_our_formats_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_openable(Path("digit.py"))
    assert is_openable(Path("digit.c"))
    for name in ("digit.onnx", "digit.desktop", "digit.exe", "digit", "digit.sh"):
        assert not is_openable(Path(name)), name
    monkeypatch.setattr(opening.sys, "platform", "win32")
    assert not is_openable(Path("digit.py"))  # it would be run
