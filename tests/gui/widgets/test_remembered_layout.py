"""A file of settings that is none is set aside before Qt opens it, which might wait or read for ever."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, QSettings

from gui.widgets import remembered_layout


@pytest.fixture
def ini(qapp: object, isolated_home: Path) -> Path:
    path = isolated_home / "settings" / "NetSketch" / "NetSketch.ini"
    path.parent.mkdir(parents=True)
    return path


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * 2**30)


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders")
@pytest.mark.parametrize("name", ["NetSketch.ini", "NetSketch.ini.lock", "../NetSketch.ini"])
@pytest.mark.parametrize(
    "make",
    [
        os.mkfifo,
        Path.mkdir,
        sparse,
        lambda path: path.symlink_to(path.name),
        lambda path: path.symlink_to("/dev/zero"),
    ],
)
def test_what_is_no_file_is_set_aside(ini: Path, name: str, make: Callable[[Path], None]) -> None:
    path = ini.parent / name
    make(path)
    (aside,) = remembered_layout.make_readable()
    assert aside.name == f"{path.name}.bak"
    assert os.path.lexists(aside)
    assert not os.path.lexists(path)
    remembered_layout.save("station", "runs")
    QSettings().sync()
    assert remembered_layout.text("station", "") == "runs"
    assert "station=runs" in ini.read_text()


def test_where_no_lock_can_be_made_nobody_is_said_to_hold_it(
    ini: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(QLockFile, "tryLock", lambda _self, _patience: False)
    monkeypatch.setattr(QLockFile, "error", lambda _self: QLockFile.LockError.UnknownError)  # of a full disk
    assert remembered_layout.may_write()
    assert not caplog.records


def test_a_place_that_no_file_can_have_is_no_reason_not_to_open(
    ini: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    try:
        QSettings.setPath(form, scope, str(tmp_path / ("x" * 300)))
        assert remembered_layout.make_readable() == ()
        remembered_layout.save("station", "runs")
    finally:
        QSettings.setPath(form, scope, str(ini.parents[1]))


def test_who_holds_the_file_is_not_waited_for(
    ini: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(remembered_layout, "_not_before", 0.0)
    held = QLockFile(f"{ini}.lock")
    assert held.tryLock(0)
    for _ in range(3):
        remembered_layout.save("station", "runs")  # Qt waits here until the other one lets go
    assert not ini.exists()
    assert len(caplog.records) == 1
    assert str(ini) in caplog.text
    held.unlock()
    remembered_layout.save("station", "runs")
    assert not ini.exists(), "it is asked again a little later"
    monkeypatch.setattr(remembered_layout, "_not_before", 0.0)
    remembered_layout.save("station", "runs")
    assert "station=runs" in ini.read_text()


def test_a_lock_that_was_left_is_not_waited_for(ini: Path) -> None:
    lock = ini.with_name(f"{ini.name}.lock")
    lock.write_text("of another window, at this moment")
    assert remembered_layout.make_readable() == ()
    assert lock.exists()
    os.utime(lock, (1, 1))
    assert remembered_layout.make_readable() == ()
    assert not lock.exists()


def test_a_file_in_place_of_the_folder_is_set_aside(ini: Path) -> None:
    ini.parent.rmdir()
    ini.parent.write_text("mine")
    (aside,) = remembered_layout.make_readable()
    assert aside.read_text() == "mine"
    remembered_layout.save("station", "runs")
    QSettings().sync()
    assert "station=runs" in ini.read_text()


def test_what_is_understood_in_part_is_kept_as_it_was(ini: Path) -> None:
    ini.write_text("[layout]\nversion=1\nstation=runs\n\x00\x01nonsense\n[[[\n")
    (aside,) = remembered_layout.make_readable()
    assert "nonsense" in aside.read_text()
    assert remembered_layout.text("station", "") == "runs"


def test_good_settings_are_left_alone(ini: Path) -> None:
    assert remembered_layout.make_readable() == ()
    remembered_layout.save("station", "runs")
    QSettings().sync()
    before = ini.read_bytes()
    assert remembered_layout.make_readable() == ()
    assert ini.read_bytes() == before
    assert [path.name for path in ini.parent.iterdir()] == [ini.name]


def test_what_is_gathered_takes_one_write(ini: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []
    monkeypatch.setattr(remembered_layout, "may_write", lambda: looks.append(1) or True)
    with remembered_layout.gathered() as values:
        remembered_layout.save("station", "runs")
        remembered_layout.save("pad", "below")
    assert not ini.exists()
    remembered_layout.write(values)
    assert len(looks) == 1
    assert (remembered_layout.text("station", ""), remembered_layout.text("pad", "")) == ("runs", "below")


def test_what_was_kept_before_something_failed_is_nobodys_later(ini: Path) -> None:
    def keep_and_fail() -> None:
        with remembered_layout.gathered():
            remembered_layout.save("station", "runs")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep_and_fail()
    remembered_layout.save("pad", "below")
    assert remembered_layout.text("pad", "") == "below"
