"""Whether a window can be shown, and the one sentence that says why not."""

from __future__ import annotations

import ctypes
import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

from gui import display

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems always have a display"
)
needs_xcb = pytest.mark.skipif(not display._loads("libxcb.so.1"), reason="without libxcb X cannot be asked")


@pytest.fixture(autouse=True)
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


class TestDisplay:
    def test_none_at_all(self) -> None:
        problem = display.display_problem(program="netsketch")
        assert problem is not None
        assert "\n" not in problem
        assert "netsketch train" in problem
        assert "xvfb-run -a netsketch" in problem

    @needs_xcb
    def test_server_that_does_not_answer(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DISPLAY", ":987")
        assert ":987" in str(display.display_problem())

    @pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "xcb;offscreen"])
    def test_platform_without_display(self, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", platform)
        assert display.display_problem() is None

    def test_platform_among_the_arguments(self) -> None:
        assert display.display_problem(["-platform", "offscreen"]) is None
        assert display.display_problem(["-platform", "xcb"]) is not None

    def test_wayland(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
        assert "WAYLAND_DISPLAY=wayland-7" in str(display.display_problem())
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as compositor:
            compositor.bind(str(tmp_path / "wayland-7"))
            compositor.listen()
            assert display.display_problem() is None

    @needs_xcb
    def test_both_silent_are_both_told(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "nobody"))
        monkeypatch.setenv("DISPLAY", ":987")
        problem = str(display.display_problem())
        assert "nobody and no X server answers at DISPLAY=:987." in problem


class TestLibraries:
    def test_what_the_loader_does_not_find_is_missing(self) -> None:
        assert display.missing_libraries(["libc.so.6", "libnowhere.so.3"]) == ["libnowhere.so.3"]

    @pytest.fixture
    def without(self, monkeypatch: pytest.MonkeyPatch) -> set[str]:
        """Libraries that the loader does not find; all others it does."""
        lost: set[str] = set()
        monkeypatch.setattr(display, "_loads", lambda library: str(library) not in lost)
        monkeypatch.setattr(display, "_missing_by", lambda plugin: [])
        return lost

    @pytest.mark.parametrize(
        ("tool", "user", "command"),
        [
            ("apt-get", 0, "`apt-get update && apt-get install -y --no-install-recommends libxcb-cursor0`"),
            ("apt-get", 1000, "&& sudo apt-get install -y --no-install-recommends libxcb-cursor0`"),
            ("dnf", 1000, "`sudo dnf install -y xcb-util-cursor`"),
            ("", 1000, "your system's packages hold them"),
        ],
    )  # fmt: skip
    def test_the_cursor_library_of_x(
        self, without: set[str], monkeypatch: pytest.MonkeyPatch, tool: str, user: int, command: str
    ) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: name if name == tool else None)
        monkeypatch.setattr(os, "geteuid", lambda: user)
        without.add("libxcb-cursor.so.0")
        problem = str(display.library_problem())
        assert problem.startswith("The window cannot open: Qt lacks shared libraries")
        assert "(libxcb-cursor.so.0)" in problem
        assert command in problem
        assert "\n" not in problem

    def test_only_what_this_platform_loads_counts(
        self, without: set[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        without |= set(display.DISPLAY_LIBRARIES["xcb"])
        assert display.library_problem(["-platform", "offscreen"]) is None
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")  # it is tried first, and lacks nothing
        assert display.library_problem() is None
        without.add("libwayland-client.so.0")
        assert "libwayland-client.so.0" in str(display.library_problem())

    def test_many_are_not_all_listed_but_all_in_the_command(
        self, without: set[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(shutil, "which", lambda name: name if name == "apt-get" else None)
        without |= set(display.QT_LIBRARIES)
        problem = str(display.library_problem())
        assert "and 2 more" in problem
        assert all(packages.apt in problem for packages in display.QT_LIBRARIES.values())

    def test_library_of_another_qt_is_named_by_the_loader(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def load(path: str) -> None:
            if path.endswith("libqxcb.so"):
                raise OSError("libxcb-new.so.9: cannot open shared object file: No such file or directory")

        monkeypatch.setattr(ctypes, "CDLL", load)
        problem = str(display.library_problem())
        assert "(libxcb-new.so.9); your system's packages hold them" in problem

    def test_here_nothing_is_missing(self) -> None:
        assert display.library_problem(["-platform", "offscreen"]) is None


def test_platforms_are_those_that_qt_would_try(monkeypatch: pytest.MonkeyPatch) -> None:
    assert display.platforms() == ["xcb"]
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert display.platforms() == ["wayland", "xcb"]
    monkeypatch.setenv("QT_QPA_PLATFORM", "Wayland-egl;vnc:size=800x600")
    assert display.platforms() == ["wayland", "vnc"]
    assert display.platforms(["-platform", "minimal"]) == ["minimal"]


def test_platform_that_qt_does_not_have_is_answered_with_those_it_has() -> None:
    problem = str(display.platform_problem(["-platform", "ofscreen"]))
    assert "“ofscreen”" in problem
    assert "offscreen, " in problem
    assert display.platform_problem(["-platform", "offscreen"]) is None
