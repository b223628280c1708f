"""The application: style, log, exception hook, and the way from arguments to a window on the screen."""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from gui import theme

if TYPE_CHECKING:
    from types import TracebackType

    from gui.main_window import MainWindow

log = logging.getLogger(__name__)

NAME = "NetSketch"


class ExceptionHook(QObject):
    """Shows errors nobody caught instead of letting them vanish; may be called from any thread.

    Signals:
        caught: An exception (BaseException).
    """

    caught = Signal(object)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the error and tell the window."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.critical("Unexpected error", exc_info=(kind, error, trace))
        self.caught.emit(error)


def create_app(argv: list[str]) -> QApplication:
    """Return the one application, made if there is none yet.

    Args:
        argv: Program name and Qt's own arguments.
    """
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(argv)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setOrganizationName(NAME)
    if QLocale().language() == QLocale.Language.C:  # a bare system: numbers are to be grouped all the same
        QLocale.setDefault(QLocale(QLocale.Language.English))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    theme.apply(app)
    return app


def main(argv: list[str]) -> int:
    """Show the window and run until it is closed.

    Args:
        argv: Arguments without the program's name: a model file to open, ``--reset-settings``, Qt's own.

    Returns:
        The exit code.
    """
    options, qt_arguments = _parser().parse_known_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    app = create_app([NAME, *qt_arguments])
    from gui.main_window import MainWindow
    from gui.workbench import Workbench

    if options.reset_settings:
        reset_settings()
    workbench = Workbench()
    window = MainWindow(workbench)
    hook = ExceptionHook()
    hook.caught.connect(window.show_unexpected)
    previous, sys.excepthook = sys.excepthook, hook
    window.show()
    QTimer.singleShot(0, window, workbench.loader.warm_up)
    if options.model is not None:
        _open_when_warm(window, options.model)
    try:
        return app.exec()
    finally:
        workbench.shutdown()
        sys.excepthook = previous


def reset_settings() -> None:
    """Forget preferences and the layout of windows; data and models stay."""
    from gui.preferences import Preferences

    Preferences().reset()
    QSettings().clear()


def _open_when_warm(window: MainWindow, path: Path) -> None:
    loader = window.workbench.loader
    if loader.warm:
        window.open_model(path)
    else:
        loader.warmed_up.connect(lambda: window.open_model(path))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="netsketch",
        description="Open the window.",
        epilog="netsketch --help lists the commands without a window.",
    )
    parser.add_argument("model", nargs="?", type=Path, help="model file to open")
    parser.add_argument("--reset-settings", action="store_true", help="forget preferences and window layout")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
