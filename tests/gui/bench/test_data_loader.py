"""Loading in the background while the settings change."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from engine.data import datasets
from engine.errors import Cancelled, DataError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench

LONG = 30_000


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Hold what waits for it on another thread; opened at the end of the test."""
    made = threading.Event()
    yield made
    made.set()


@pytest.mark.slow
def test_settings_that_go_there_and_back_while_loading_are_loaded_in_the_end(
    qtbot: QtBot, bench: Workbench
) -> None:
    bench.editor.edit("data.generated_count", 6_000)
    bench.editor.edit("data.generated_count", 400)  # at hand, so the loading is given up
    bench.editor.edit("data.generated_count", 6_000)  # wanted after all
    qtbot.waitUntil(lambda: bench.data is not None and not bench.loader.busy, timeout=LONG)
    assert bench.data is not None
    assert len(bench.data.train) == 5_400


def test_settings_that_change_while_others_are_loaded_take_their_place(
    qtbot: QtBot, bench: Workbench, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_split = datasets.load_split

    def load_at_the_gate(*arguments: Any, **options: Any) -> object:
        gate.wait(LONG / 1000)
        return load_split(*arguments, **options)

    monkeypatch.setattr("engine.data.datasets.load_split", load_at_the_gate)
    bench.editor.edit("data.generated_count", 500)
    bench.editor.edit("data.generated_count", 600)
    gate.set()
    qtbot.waitUntil(lambda: not bench.loader.busy, timeout=LONG)
    assert bench.data is not None
    assert len(bench.data.train) == 540


def test_settings_that_change_while_pytorch_is_imported_are_loaded_after_it(
    qtbot: QtBot, bench: Workbench, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.training.rehearsal.rehearse", lambda: gate.wait(LONG / 1000))
    monkeypatch.setattr("gc.freeze", lambda: None)
    warming: list[bool] = []
    bench.loader.warmed_up.connect(lambda: warming.append(bench.loader.warming))
    bench.loader.warm_up()
    assert bench.loader.warming
    bench.editor.edit("data.generated_count", 500)
    assert bench.data is None
    assert not bench.loader.loading
    with qtbot.waitSignal(bench.loader.warmed_up, timeout=LONG):
        gate.set()
    qtbot.waitUntil(lambda: not bench.loader.busy, timeout=LONG)
    assert bench.data is not None
    assert len(bench.data.train) == 450
    assert warming == [False]


def test_loading_can_be_cancelled_and_begun_again(
    qtbot: QtBot, bench: Workbench, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cancelled_at_the_gate(*_arguments: object, cancelled: Callable[[], bool], **_others: object) -> None:
        gate.wait(LONG / 1000)
        assert cancelled()
        raise Cancelled

    with monkeypatch.context() as patch:
        patch.setattr("engine.data.datasets.load_split", cancelled_at_the_gate)
        bench.editor.edit("data.generated_count", 500)
        assert bench.loader.loading
        bench.loader.cancel()
        with qtbot.assertNotEmitted(bench.failed):
            gate.set()
            qtbot.waitUntil(lambda: not bench.loader.busy, timeout=LONG)
    assert not bench.loader.loading
    assert bench.data is None
    bench.loader.load()
    qtbot.waitUntil(lambda: bench.data is not None, timeout=LONG)


def test_files_that_change_while_they_are_read_are_read_again(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    load_split = datasets.load_split

    def counting(*arguments: Any, **options: Any) -> object:
        read.append(len(read))
        return load_split(*arguments, **options)

    monkeypatch.setattr("engine.data.datasets.load_split", counting)
    bench.loader.reload()
    bench.loader.reload()
    assert bench.data is not None  # those at hand stay
    qtbot.waitUntil(lambda: not bench.loader.busy, timeout=LONG)
    assert read == [0, 1]


def test_data_that_cannot_be_loaded_are_told(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise DataError("Broken.")

    monkeypatch.setattr("engine.data.datasets.load_split", broken)
    with qtbot.waitSignal(bench.failed, timeout=LONG) as told:
        bench.editor.edit("data.generated_count", 500)
    assert str(told.args[0]) == "Broken."
    qtbot.waitUntil(lambda: not bench.loader.busy, timeout=LONG)
    assert not bench.loader.loading
