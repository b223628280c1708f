"""What every test stands on: no display, folders and settings of its own, nothing left running."""

from __future__ import annotations

import gc
import json
import logging
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from _pytest.runner import runtestprotocol
from PySide6.QtCore import QCoreApplication, QSettings, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

# One thread, whatever is measured or preferred: small networks gain nothing from more and disturb each other, and sums
# that several share are rounded otherwise. NumPy asks once, while it is loaded, so it is said before; where all cores
# are busy, its threads wait for each other at four times the work. The programs that tests start take it over.
os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"

from engine.config import presets
from engine.data import datasets
from engine.data.doubt import kept as doubts
from engine.data.doubt import learning
from gui.unread_sources import leave_unread
from tests.left_running import leave_unstyled, nothing_left

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
MNIST_FILES = ("train-images", "train-labels", "t10k-images", "t10k-labels")
HOME = Path(
    tempfile.mkdtemp(prefix="netsketch-tests-")
)  # until a test gets its own; also for fixtures of a module

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Programs that tests start, and the processes of pytest itself, do not compile every module anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
os.environ["NETSKETCH_HOME"] = str(HOME)
os.environ["LC_ALL"], os.environ["LANGUAGE"] = (
    "C.UTF-8",
    "",
)  # the language of the system is asked for by tests alone
if "NETSKETCH_DATA" not in os.environ and (ROOT.parent / "shared" / "datasets").is_dir():
    os.environ["NETSKETCH_DATA"] = str(ROOT.parent / "shared" / "datasets")
# The same examples in each run; no time limit for one of them, as a busy machine is no fault.
hypothesis.settings.register_profile("netsketch", deadline=None, derandomize=True)
hypothesis.settings.register_profile("quick", deadline=None, derandomize=True, max_examples=10)
# Looks for new ones, and longer; a failure says how to repeat it.
hypothesis.settings.register_profile(
    "nightly", deadline=None, derandomize=False, max_examples=1000, print_blob=True
)
hypothesis.settings.load_profile("netsketch")


# Tests of all kinds of data follow each other, and most of them mean the same few.
datasets.KEPT_IN_MEMORY = 8
leave_unread()  # what uses PySide is known, and thousands of modules come
# Thousands of tests, and all that they import, are no garbage: to look for some takes as long again as to gather them.
gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()  # nor will they be
    gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Let a process of several say of a test that passed that it did, and of any other all there is to say.

    Of twelve thousand tests five messages each, with all words that a test can be chosen by, take ten seconds.
    """
    option = item.config.option
    if not hasattr(item.config, "workerinput") or option.durations is not None or option.xmlpath:
        return None  # alone there is nobody to tell, and who asks how long all took is told of all
    reports = runtestprotocol(item, log=False, nextitem=nextitem)
    if all(report.passed for report in reports):
        reports = [report for report in reports if report.when == "call"]
        for report in reports:
            report.keywords, report.sections = {}, []
    for report in reports:
        item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


FEW_MODULES = 10
_modules_frozen = 0


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    """See to it that what tests import is not looked through anew, later tests long, whenever garbage is looked for.

    It is done between two tests, when no window is there: what is frozen and refers to itself stays for ever.
    """
    global _modules_frozen
    if len(sys.modules) > _modules_frozen + FEW_MODULES and not QApplication.topLevelWidgets():
        gc.collect()
        gc.freeze()
        _tell_the_root()
        _modules_frozen = len(sys.modules)


def _tell_the_root() -> None:
    """Let all loggers tell the root, too: pytest listens to each of PyTorch's fifty that does not, six times a test."""
    for logger in logging.getLogger().manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.propagate = True


def pytest_unconfigure() -> None:
    shutil.rmtree(HOME, ignore_errors=True)


def _has_mnist() -> bool:
    folder = Path(os.environ.get("NETSKETCH_DATA", ""), "mnist")
    return all(any(folder.glob(f"{stem}*")) for stem in MNIST_FILES)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    has_mnist = _has_mnist()
    for item in items:
        if item.get_closest_marker("mnist") and not has_mnist:
            item.add_marker(pytest.mark.skip(reason="the MNIST files are not in NETSKETCH_DATA"))
        # The whole window takes a third of a second to build; a few tests of it are enough while at work.
        if {"window", "own_window"} & set(getattr(item, "fixturenames", ())) and not item.get_closest_marker(
            "smoke"
        ):
            item.add_marker(pytest.mark.slow)


MEMORY_DISK, ROOM = Path("/dev/shm"), 2 * 2**30


@pytest.fixture(scope="session")
def homes() -> Iterator[Path]:
    """Where the homes of the tests lie: in memory where there is room, as a disk is waited for at each run's end."""
    in_memory = MEMORY_DISK.is_dir() and shutil.disk_usage(MEMORY_DISK).free > ROOM
    with tempfile.TemporaryDirectory(
        prefix="netsketch-homes-", dir=MEMORY_DISK if in_memory else None, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


_homes_made = count()


@pytest.fixture(autouse=True)
def isolated_home(homes: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give each test empty folders of its own for runs, settings and downloads, and nothing learnt in another one."""
    doubts.forget()
    home = homes / str(next(_homes_made))
    home.mkdir(mode=0o700)
    monkeypatch.setenv("NETSKETCH_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(kind, scope, str(home / "settings"))
    yield home
    try:
        home.rmdir()  # most tests leave nothing there
    except OSError:
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(autouse=True)
def brief_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is no digit be learnt from few drawings: every run ends with it, and it takes longer than most of them.

    Tests of the doubt itself learn from all (tests/engine/data/doubt/conftest.py).
    """
    monkeypatch.setattr(learning, "MOST", 1_000)
    monkeypatch.setattr(learning, "LEAST_STRANGERS", 1_000)


@pytest.fixture
def damaged_first(tmp_path: Path) -> Iterator[str]:
    """Name of the first preset, whose settings cannot be; the others are as they come with the program."""
    name, folder = "first-try", tmp_path / "presets"
    shutil.copytree(str(presets.preset_folder()), folder)
    file = folder / f"{name}.json"
    description = json.loads(file.read_text(encoding="utf-8"))
    description["experiment"]["training"] = {"epochs": -1}
    file.write_text(json.dumps(description), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presets, "preset_folder", lambda: folder)
        presets.list_presets.cache_clear()
        yield name
    presets.list_presets.cache_clear()


@pytest.fixture(scope="session")
def qapp() -> QCoreApplication:
    """The application as the program itself makes it, with theme and names; in place of pytest-qt's plain one."""
    from gui import app

    gc.freeze()  # as the program does: what is loaded is no garbage
    hook, thread_hook = sys.excepthook, threading.excepthook
    handler = qInstallMessageHandler(None)
    application = QApplication.instance() or app.create_app(["netsketch"])
    # The program's own hooks report to a person; in tests pytest must hear of exceptions and of Qt's warnings.
    sys.excepthook, threading.excepthook = hook, thread_hook
    qInstallMessageHandler(handler)
    return application


@pytest.fixture
def unstyled(qapp: QApplication) -> None:
    """No style sheet is on."""
    leave_unstyled(qapp)


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test of the window that leaves a QThread or a QTimer of ours running behind it."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    with nothing_left():
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser without a window, one for all tests of a process; skips where there is none.

    Its driver has an event loop in the main thread, so ``asyncio.run`` belongs into another one from then on.
    """
    from tests.browser import open_browser

    with open_browser() as opened:
        yield opened
