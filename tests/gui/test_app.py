"""The way from arguments to the application."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gui import app

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("argv", "model", "qt"),
    [
        ([], None, []),
        (["m.safetensors"], Path("m.safetensors"), []),
        (["-platform", "offscreen"], None, ["-platform", "offscreen"]),
        (
            ["-style", "fusion", "m.safetensors", "-reverse"],
            Path("m.safetensors"),
            ["-style", "fusion", "-reverse"],
        ),
        (
            ["--reset-settings", "-platform", "xcb", "m.safetensors"],
            Path("m.safetensors"),
            ["-platform", "xcb"],
        ),
    ],
)
def test_qt_keeps_its_own_arguments(argv: list[str], model: Path | None, qt: list[str]) -> None:
    options, qt_arguments = app.parse(argv)
    assert options.model == model
    assert qt_arguments == qt
    assert options.reset_settings is ("--reset-settings" in argv)


def test_who_asks_for_nothing_gets_what_the_parser_gives() -> None:
    assert vars(app.parse([])[0]) == vars(app._parser().parse_args([]))


@pytest.mark.parametrize(
    ("argv", "kiosk", "demo", "model"),
    [
        ([], False, False, None),
        (["--demo"], False, True, None),
        (["--kiosk", "m.safetensors"], True, False, Path("m.safetensors")),
        (["m.safetensors", "--kiosk", "-platform", "xcb"], True, False, Path("m.safetensors")),
    ],
)
def test_ways_to_stand_before_people(argv: list[str], kiosk: bool, demo: bool, model: Path | None) -> None:
    options, _qt = app.parse(argv)
    assert (options.kiosk, options.demo, options.model) == (kiosk, demo, model)


def test_a_thread_hands_pythons_lock_on_soon(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []
    monkeypatch.setattr(sys, "setswitchinterval", asked.append)
    app.create_app(["again"])
    assert asked == [app.TURN]
    assert app.TURN <= 0.001


def test_there_is_one_application(qapp: QCoreApplication) -> None:
    assert app.create_app(["again"]) is qapp
    assert qapp.applicationName() == "NetSketch"


def test_the_icon_of_the_program_is_drawn_at_every_size(qapp: QCoreApplication) -> None:
    for size in (16, 32, 256):
        image = app.program_icon().pixmap(size).toImage()
        assert image.pixelColor(image.width() // 2, image.height() // 12).name() == "#1d4f91"


def test_the_first_paint_is_told_once(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    told: list[bool] = []
    first = app.FirstPaint(widget)
    first.painted.connect(lambda: told.append(widget.isVisible()))
    with qtbot.waitSignal(first.painted):
        widget.show()
    widget.repaint()
    QCoreApplication.processEvents()
    assert told == [True]


def test_no_name_acts_on_the_terminal_through_the_log_or_the_arguments(
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        raise ValueError("\x1b[2Jtwo\nlines")
    except ValueError:
        record = logging.LogRecord("gui", 30, "", 0, "a\x1b[2J\nERROR gui: %s", ("\u202e",), sys.exc_info())
    text = app.LogFormat("%(levelname)s %(message)s").format(record)
    assert text.startswith(r"WARNING a\x1b[2J\nERROR gui: \u202e" + "\n")
    assert text.endswith("ValueError: \\x1b[2Jtwo\nlines")

    with pytest.raises(SystemExit):
        app.parse(["a.safetensors", "b\x1b[2J.safetensors"])
    assert "\x1b[2J" not in capsys.readouterr().err


def test_an_error_that_comes_again_and_again_is_told_once(
    qapp: QCoreApplication, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr("gui.tasks.repeats.time.monotonic", lambda: now)
    hook, told = app.ExceptionHook(), []
    hook.caught.connect(told.append)

    def fails(kind: type[Exception]) -> None:
        try:
            raise kind("here")
        except kind as error:
            hook(type(error), error, error.__traceback__)

    for _ in range(300):  # as a timer does it
        now += 0.1
        fails(ValueError)
        fails(KeyError)
    assert [type(error) for error in told] == [ValueError, KeyError]
    assert len(caplog.records) == 2
    now += 60
    fails(ValueError)  # the same button, pressed again later
    assert len(told) == 3
