"""Libraries that are put off come whole at the first touch, and before another thread could touch them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.tasks import put_off
from gui.tasks.worker import BackgroundThread


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package of its own that counts how often it is loaded, with a part that needs the whole."""
    folder = tmp_path / "put_off_library"
    folder.mkdir()
    (folder / "__init__.py").write_text("import sys\nloaded = getattr(sys, 'put_off_loads', 0) + 1\n"
                                        "sys.put_off_loads = loaded\n")  # fmt: skip
    (folder / "part.py").write_text("from put_off_library import loaded\ndoubled = 2 * loaded\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "put_off_loads", 0, raising=False)
    for name in ("put_off_library", "put_off_library.part"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return folder.name


def loads() -> int:
    return sys.put_off_loads  # type: ignore[attr-defined,no-any-return]


def test_it_is_loaded_at_the_first_touch_and_once(library: str) -> None:
    put_off.put_off(library)
    import put_off_library as first  # type: ignore[import-not-found]
    import put_off_library as second

    assert first is second
    assert loads() == 0
    assert first.loaded == 1
    assert second.loaded == loads() == 1
    assert type(first) is type(sys)  # nothing of the way there is left


def test_a_part_of_it_brings_the_whole(library: str) -> None:
    put_off.put_off(library)
    from put_off_library.part import doubled  # type: ignore[import-not-found]

    assert doubled == 2
    assert loads() == 1


def test_a_part_alone_can_be_put_off(library: str) -> None:
    put_off.put_off(f"{library}.part")
    import put_off_library
    from put_off_library import part

    assert put_off_library.part is part
    assert type(part) is not type(sys)  # not loaded yet
    assert part.doubled == 2


def test_what_is_not_there_fails_where_it_is_imported() -> None:
    put_off.put_off("no_such_library")
    with pytest.raises(ModuleNotFoundError):
        import no_such_library  # type: ignore[import-not-found] # noqa: F401


def test_what_is_there_already_stays(library: str) -> None:
    before = sys.modules["pathlib"]
    put_off.put_off("pathlib")
    assert sys.modules["pathlib"] is before


def test_a_library_that_cannot_be_loaded_says_so_each_time(library: str, tmp_path: Path) -> None:
    (tmp_path / library / "__init__.py").write_text("raise ImportError('half of it is missing')\n")
    put_off.put_off(library)
    import put_off_library

    for _touch in range(2):  # by who holds it
        with pytest.raises(ImportError, match="half of it"):
            put_off_library.anything  # noqa: B018
    with pytest.raises(ImportError, match="half of it"):
        put_off.load_what_waits()
    with pytest.raises(ImportError, match="half of it"):
        import put_off_library
    put_off._waiting.clear()


def test_it_is_there_before_a_thread_begins(library: str, qtbot: QtBot, qapp: QApplication) -> None:
    put_off.put_off(library)
    thread = BackgroundThread("test", qapp)
    seen: list[int] = []
    with qtbot.waitSignal(thread.finished):
        thread.start(lambda _post: seen.append(loads()))
    thread.shutdown()
    assert seen == [1]
