"""Starts the program on the home folder there is, turns to every station, closes it, and says as JSON what was seen."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui import app
from gui.look.spoken import words_of
from gui.main_window import MainWindow
from gui.tasks.task import Task


class Visit(logging.Handler):
    """A visitor; ``seen`` is what came of it."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: dict[str, Any] = {"notices": [], "errors": [], "stations": [], "runs": []}
        self._steps: Iterator[None] | None = None

    def emit(self, record: logging.LogRecord) -> None:
        self.seen["errors"].append(f"{record.getMessage()} {record.exc_info}")

    def turn(self) -> None:
        """Do the next small step; called again and again by a timer."""
        window = next((top for top in QApplication.topLevelWidgets() if isinstance(top, MainWindow)), None)
        if window is None or not hasattr(window, "damage"):
            return
        notice = window.notices.notice
        if notice is not None and words_of(notice.text) not in self.seen["notices"]:
            self.seen["notices"].append(words_of(notice.text))
        self._steps = self._steps or self._walk(window)
        try:
            next(self._steps, None)
        except Exception as error:  # noqa: BLE001 - told by the test
            self.seen["errors"].append(repr(error))
            window.close()

    def _walk(self, window: MainWindow) -> Iterator[None]:
        bench = window.workbench

        def is_busy() -> bool:
            tasks = window.findChildren(Task) + bench.findChildren(Task)
            return bench.loader.warming or not bench.catalogue.is_read or any(task.busy for task in tasks)

        bench.editor.edit("data.generated_count", 400)  # drawing 30,000 digits is not what is looked at
        while is_busy():
            yield
        for station in window.body.stations:
            window.show_station(station.name)
            if station.name == "runs":
                station.page.list.selectAll()
            yield
            while is_busy():
                yield
            self.seen["stations"].append(station.name)
        self.seen["runs"] = [run.name for run in bench.catalogue.summaries]
        window.close()


def main() -> int:
    """Start, visit, close."""
    visit = Visit()
    logging.getLogger().addHandler(visit)
    application = app.bare_app(["netsketch"])
    timer = QTimer(application, interval=20)
    timer.timeout.connect(visit.turn)
    timer.start()
    code = app.main([])
    print(json.dumps(visit.seen))
    return code


if __name__ == "__main__":
    sys.exit(main())
