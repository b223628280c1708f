"""Claim: a start in Chinese takes at most 1.2 times the processor of one in English, and a switch at most 200 ms of it.

The program itself is started in turns in English and in Chinese (A B A B …) until its frame and until all that is in it
is painted; wall clock and processor seconds are told. Then one window, trained and with every page open, is switched
there and back, and all its texts are walked: how many there are, and how many of them stayed English though there is
Chinese for them.

Run: python benchmarks/language_cost.py [--rounds 8]
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from _claims import Claim, arguments, conclude, median, ratio
from _measure import LONGEST_RUN, ROOT, compiling_environment, machine, own_home, spread, use_display

LANGUAGES = {"English": "en", "Chinese": "zh_Hans"}
FRAMED, PAINTED = "framed", "painted"
START, SWITCH = 1.2, 200.0  # times, milliseconds
SWITCHES = 5  # there and back


def processor_seconds(process: int) -> float:
    """Return what a process and its threads have used; not a number where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def start(code: str) -> dict[str, tuple[float, float]]:
    """Start the program in a language; return wall clock and processor seconds until each paint, and end it.

    Raises:
        RuntimeError: If it does not get there.
    """
    found: dict[str, tuple[float, float]] = {}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "main.py", "--language", code],
        cwd=ROOT,
        env=compiling_environment() | {"NETSKETCH_LOG": "debug"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watchdog = threading.Timer(LONGEST_RUN, process.kill)
    watchdog.start()
    try:
        assert process.stdout is not None, "asked for"
        for line in process.stdout:
            word = line.split()[-1] if line.split() else ""
            if word in {FRAMED, PAINTED}:
                found[word] = time.perf_counter() - began, processor_seconds(process.pid)
            if len(found) == 2:
                return found
    finally:
        watchdog.cancel()
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    raise RuntimeError(f"The program did not open its window in {code}.")


def starts(rounds: int) -> list[Claim]:
    """Measure starts in turns, print them, and return what is claimed of them."""
    found = [{name: start(code) for name, code in LANGUAGES.items()} for _ in range(rounds + 1)][1:]
    claims = []
    for word, what in ((FRAMED, "the painted frame"), (PAINTED, "the window with all that is in it")):
        for place, clock in ((0, "seconds"), (1, "seconds of the processor")):
            rows = {name: [each[name][word][place] for each in found] for name in LANGUAGES}
            for name, values in rows.items():
                print(f"{name:8} to {what}: {spread(values, 2)} {clock}")
            if place and all(value == value for values in rows.values() for value in values):
                name = f"start in Chinese to {what}, processor"
                claims.append(
                    ratio(name, "the same in English, in turns", rows["Chinese"], rows["English"], START)
                )
    return claims


def switches() -> list[Claim]:
    """Switch one open window there and back, walk it, and return what is claimed of it."""
    from PySide6.QtWidgets import QApplication

    from docs.tools.collect_words import FOLDER
    from docs.tools.translation_file import translations_in
    from engine.config import Experiment
    from gui.app import create_app
    from gui.look import language
    from gui.main_window import MainWindow
    from gui.workbench import Workbench
    from tests.gui.look.walk import texts

    app = create_app([])
    small = {
        "data.generated_count": 400,
        "network.hidden": "16",
        "training.epochs": 3,
        "training.batch_size": 32,
    }
    bench = Workbench(Experiment().with_(**small))
    window = MainWindow(bench)
    window.show()
    bench.start()
    until(app, lambda: bench.model is not None and not bench.running)
    for station in window.body.stations:
        window.show_station(station.name)
        until(app, lambda: True)
    window.show_station("train")
    wall, used = [], []
    for _ in range(SWITCHES):
        for code in ("zh_Hans", "en"):
            began, had = time.perf_counter(), time.process_time()
            language.speak(code)
            QApplication.sendPostedEvents()
            wall.append(1000 * (time.perf_counter() - began))
            used.append(1000 * (time.process_time() - had))
    english = [entry for entry in texts(window) if any(letter.isalpha() for letter in entry[2])]
    language.speak("zh_Hans")
    app.processEvents()
    file = FOLDER / "netsketch_zh_Hans.ts"
    chinese = {
        word.source: said.text for word, said in translations_in(file.read_text(encoding="utf-8")).items()
    }
    left = [text for _, _, text in texts(window) if chinese.get(text, text) != text]
    print(f"\n{len(english)} texts in the window; {len(left)} stayed English {sorted(set(left)) or ''}")
    print(f"a switch: {spread(used, 1)} ms of the processor, {spread(wall, 1)} ms")
    bench.model.saved = True
    window.close()
    return [
        median("the open window switched to the other language", "", used, SWITCH, "ms"),
        Claim("texts of the window that stayed in the other language", "", 0, "", float(len(left))),
    ]


def until(app: object, holds: object) -> None:
    """Let the window live until something holds, and at least a moment."""
    from PySide6.QtTest import QTest

    QTest.qWait(100)
    for _ in range(600):
        if holds():
            return
        QTest.qWait(100)
    raise RuntimeError("The training did not come to its end.")


def main() -> int:
    """Measure and print; the exit code says whether the claims are met."""
    options = arguments(__doc__, rounds=8).parse_args()
    use_display()
    with own_home():
        print(f"{machine(windows=True)}; {options.rounds} pairs of starts")
        claims = starts(options.rounds)
        claims += switches()
    return conclude(claims, as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
