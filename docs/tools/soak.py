"""Drives the real window for many minutes and sees whether anything grows, stands still or fails.

python -m docs.tools.soak [--minutes N] [--seed S]

The exit code is 1 where memory, objects, threads or handles rise steadily, something does not come to its end, or an
error is shown. QT_QPA_PLATFORM=offscreen needs no display. `python3 dev.py soak` calls it.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from docs.tools.amounts import amount, whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from gui.main_window import MainWindow
    from gui.workbench import Workbench

TURN = 15  # milliseconds from one step of the script to the next
EXPECTED = "This plugin does not support"  # the offscreen platform says so of what only a screen can do


def main() -> int:
    """Soak, print what came of it and return the exit code."""
    told = options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NETSKETCH_HOME"] = os.environ["XDG_CONFIG_HOME"] = str(Path(folder, "home"))
        return Soak(Path(folder), told.minutes, told.seed).run()


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the arguments; where one makes no sense, it is told and that is the end."""
    parser = argparse.ArgumentParser(
        prog="dev.py soak", description="Drive the real window for many minutes."
    )
    parser.add_argument("--minutes", type=amount, default=30.0, help="how long (30)")
    parser.add_argument("--seed", type=whole, default=0, help="decides what is done in which order (0)")
    return parser.parse_args(arguments)


class Soak(logging.Handler):
    """One window under work, and what is noticed meanwhile.

    Args:
        folder: For the home folder and for files.
        minutes: How long.
        seed: Decides what is done in which order.
    """

    def __init__(self, folder: Path, minutes: float, seed: int) -> None:
        super().__init__(logging.WARNING)
        self._folder, self._minutes, self._seed = folder, minutes, seed
        self._errors: Counter[str] = Counter()

    def run(self) -> int:
        """Soak and print what came of it."""
        from PySide6.QtCore import QTimer, qInstallMessageHandler

        from docs.tools.soak_gauges import Heartbeat, grown, kinds, sample, table
        from docs.tools.soak_script import Script
        from gui.app import create_app
        from gui.main_window import MainWindow
        from gui.workbench import Workbench

        logging.getLogger().addHandler(self)
        qInstallMessageHandler(lambda _kind, _where, text: self._note(text))
        sys.excepthook = self._on_exception
        app = create_app([sys.argv[0]])
        bench = Workbench()
        window = MainWindow(bench)
        window.resize(1366, 768)
        window.show()
        bench.loader.warm_up()
        heartbeat, script = Heartbeat(), Script(window, self._folder, self._seed)
        steps, samples, before, seen = script.steps(), [], Counter[str](), None
        began, loads = time.monotonic(), []

        def turn() -> None:
            nonlocal before, seen
            notice = window.notices.notice
            if notice is not None and notice is not seen and notice.kind == "error":
                self._note(f"shown: {notice.text} {notice.more}")
            seen = notice
            minutes = (time.monotonic() - began) / 60
            heartbeat.what = script.what
            try:
                next(steps)
            except Exception:  # noqa: BLE001 - whatever it is, it is told
                self._note(traceback.format_exc())
                app.quit()
                return
            if script.what == "rest":
                loads.append(os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0)
                samples.append(sample(minutes, bench))
                print(
                    f"{minutes:6.1f} min {samples[-1].memory:7.0f} MiB {samples[-1].objects:,} objects",
                    flush=True,
                )
                if not before and minutes >= self._minutes / 2:
                    before = kinds()
                heartbeat.go_on()
                if minutes >= self._minutes:
                    app.quit()

        timer = QTimer(interval=TURN)
        timer.timeout.connect(turn)
        timer.start()
        app.exec()
        timer.stop()
        heartbeat.stop()
        after = kinds()
        self._close(window, bench)
        minutes = (time.monotonic() - began) / 60
        print(f"\n{minutes:.1f} minutes, seed {self._seed}, {sum(script.done.values()):,} pieces of work, "
              f"{os.cpu_count()} cores, load {sum(loads) / max(1, len(loads)):.1f} on average")  # fmt: skip
        print(", ".join(f"{count} × {what}" for what, count in sorted(script.done.items())))
        print(*table(samples), sep="\n")
        print("The longest stalls of the event loop, and how much of each the window's thread was at work:")
        for stall in heartbeat.longest():
            print(f"  {stall.milliseconds:7.0f} ms, {stall.busy:6.0f} ms at work: {stall.what}")
        rising = grown(samples)
        if rising:
            print("GROWS:", ", ".join(rising))
            print(*(f"  {count:+6,} {name}" for name, count in (after - before).most_common(12)), sep="\n")
        for text, count in self._errors.items():
            print(f"ERROR ({count} times): {text}")
        print("nothing grows, no error" if not (rising or self._errors) else "FAILED")
        return int(bool(rising or self._errors))

    def emit(self, record: logging.LogRecord) -> None:
        """Note what the program logs."""
        trace = "".join(traceback.format_exception(*record.exc_info)) if record.exc_info else ""
        self._note(f"{record.getMessage()} {trace}".strip())

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._note("".join(traceback.format_exception(kind, error, trace)))

    def _note(self, text: str) -> None:
        if EXPECTED not in text:
            self._errors[text] += 1

    def _close(self, window: MainWindow, bench: Workbench) -> None:
        if bench.model is not None:
            bench.model.saved = True  # nobody is there to answer the question
        window.close()
        bench.shutdown()


if __name__ == "__main__":
    sys.exit(main())
