"""Whether a window can be shown here and, in one sentence, why not and what to do; standard library only.

Qt ends the whole program with words of its own where it finds no display or lacks a shared library. So `main.py` asks
here before it imports Qt, and `dev.py` before it sets anything up.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import shutil
import socket
import sys
from collections.abc import Iterable, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from engine.words import Phrase

NAMED = 4  # of the missing libraries; the command holds the packages of all of them


class Packages(NamedTuple):
    """What a shared library comes with, on Debian and its relatives, and on Fedora and its."""

    apt: str
    dnf: str


# What Qt loads from the system, whatever it shows windows on.
QT_LIBRARIES = {
    "libGL.so.1": Packages("libgl1", "libglvnd-glx"),
    "libEGL.so.1": Packages("libegl1", "libglvnd-egl"),
    "libglib-2.0.so.0": Packages("libglib2.0-0", "glib2"),
    "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig"),
    "libdbus-1.so.3": Packages("libdbus-1-3", "dbus-libs"),
    "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon"),
}
# What it loads besides for each kind of display.
DISPLAY_LIBRARIES = {
    "xcb": {
        "libX11.so.6": Packages("libx11-6", "libX11"),
        "libX11-xcb.so.1": Packages("libx11-xcb1", "libX11-xcb"),
        "libxcb.so.1": Packages("libxcb1", "libxcb"),
        "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor"),
        "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm"),
        "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image"),
        "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms"),
        "libxcb-randr.so.0": Packages("libxcb-randr0", "libxcb"),
        "libxcb-render.so.0": Packages("libxcb-render0", "libxcb"),
        "libxcb-render-util.so.0": Packages("libxcb-render-util0", "xcb-util-renderutil"),
        "libxcb-shape.so.0": Packages("libxcb-shape0", "libxcb"),
        "libxcb-shm.so.0": Packages("libxcb-shm0", "libxcb"),
        "libxcb-sync.so.1": Packages("libxcb-sync1", "libxcb"),
        "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", "libxcb"),
        "libxcb-xkb.so.1": Packages("libxcb-xkb1", "libxcb"),
        "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11"),
    },
    "wayland": {
        "libwayland-client.so.0": Packages("libwayland-client0", "libwayland-client"),
        "libwayland-cursor.so.0": Packages("libwayland-cursor0", "libwayland-cursor"),
    },
}


def problem(arguments: Sequence[str] = (), program: str = "") -> str | None:
    """Say in one sentence why no window can be shown here and what can be done, or return None if one can.

    Args:
        arguments: The window's arguments; `-platform` among them is Qt's own choice of display.
        program: What a person types to start this program, for the advice; found out by default.
    """
    return display_problem(arguments, program) or library_problem(arguments) or platform_problem(arguments)


# ---------------------------------------------------------------- the display


def platforms(arguments: Sequence[str] = ()) -> list[str]:
    """Return the names of the platforms that Qt will try here, in its order; see its `QT_QPA_PLATFORM`."""
    asked = os.environ.get("QT_QPA_PLATFORM", "")
    if "-platform" in arguments[:-1]:
        asked = arguments[arguments.index("-platform") + 1]
    named = [re.split("[:-]", part.lower())[0] for part in asked.split(";") if part]
    return named or [*(["wayland"] if os.environ.get("WAYLAND_DISPLAY") else []), "xcb"]


def display_problem(arguments: Sequence[str] = (), program: str = "") -> str | None:
    """Say in one sentence that there is no display, or none that answers; None where there is one."""
    if not sys.platform.startswith("linux"):
        return None
    display, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    causes: list[Phrase] = []
    for platform in platforms(arguments):
        if platform not in DISPLAY_LIBRARIES:
            return None  # a platform that needs no display: offscreen, minimal, vnc …
        if platform == "xcb" and display:
            if _x_answers():
                return None
            causes.append(Phrase("no X server answers at DISPLAY={display}", display=display))
        elif platform == "wayland" and wayland:
            if _wayland_answers(wayland):
                return None
            causes.append(
                Phrase("no Wayland compositor answers at WAYLAND_DISPLAY={display}", display=wayland)
            )
    program = program or _program()
    return Phrase(
        "The window cannot open, {cause}. "
        "Without a window: `{program} train --preset first-try`; with a virtual display: `xvfb-run -a {program}`.",
        cause=reduce(lambda first, next_: Phrase("{first} and {next}", first=first, next=next_), causes)
        if causes
        else Phrase("there is no display here"),
        program=program,
    )


def _program() -> str:
    """Return what a person types to start this program."""
    started = Path(sys.argv[0])
    if started.suffix != ".py":
        return started.name
    python = Path(sys.executable)
    here = python.relative_to(Path.cwd()) if python.is_relative_to(Path.cwd()) else python.name
    return f"{here} {started}"


def _x_answers() -> bool:
    """Try the X server, as Qt ends the whole program when it cannot be reached."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # cannot be told; that the library is missing is said then
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _wayland_answers(name: str) -> bool:
    """Try the compositor's socket, which lies in the session's own folder unless a path is given."""
    if sys.platform == "win32":  # there is none, and no such sockets
        return False
    path = Path(os.environ.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


# ---------------------------------------------------------------- the shared libraries


def needed_libraries(*kinds: str) -> dict[str, Packages]:
    """Return what Qt loads from a Linux system for these platforms, with its packages."""
    needed = dict(QT_LIBRARIES)
    for kind in kinds:
        needed |= DISPLAY_LIBRARIES.get(kind, {})
    return needed


def missing_libraries(libraries: Iterable[str]) -> list[str]:
    """Return those of some shared libraries that the loader does not find."""
    return [library for library in libraries if not _loads(library)]


def install_command(missing: Sequence[str]) -> str | None:
    """Return what a person types to add these shared libraries, or None where we do not know the packages."""
    known = needed_libraries(*DISPLAY_LIBRARIES)
    if not all(library in known for library in missing):
        return None
    packages = [known[library] for library in missing]
    prefix = "" if os.geteuid() == 0 else "sudo "
    if shutil.which("apt-get"):
        names = " ".join(package.apt for package in packages)
        return f"{prefix}apt-get update && {prefix}apt-get install -y --no-install-recommends {names}"
    if shutil.which("dnf"):
        return f"{prefix}dnf install -y {' '.join(dict.fromkeys(package.dnf for package in packages))}"
    return None


def library_problem(arguments: Sequence[str] = ()) -> str | None:
    """Say in one sentence which shared libraries Qt lacks here and the command that adds them; None if none."""
    if not sys.platform.startswith("linux"):
        return None
    plugins = _plugins()
    found: list[list[str]] = []
    for platform in platforms(arguments):
        missing = missing_libraries(needed_libraries(platform)) or _missing_by(plugins.get(platform))
        if not missing:
            return None
        found.append(missing)
    return Phrase("The window cannot open: {cause}", cause=missing_sentence(min(found, key=len)))


def missing_sentence(missing: Sequence[str]) -> Phrase:
    """Say which shared libraries are missing, and what adds them."""
    command = install_command(missing)
    remedy = Phrase("your system's packages hold them")
    if command:
        remedy = Phrase("`{command}` adds them", command=command)
    named = Phrase.joined(missing[:NAMED], ", ")
    if len(missing) > NAMED:
        named = Phrase("{names} and {count} more", names=named, count=len(missing) - NAMED)
    return Phrase("Qt lacks shared libraries of this system ({names}); {remedy}.", names=named, remedy=remedy)


def _loads(library: str | Path) -> bool:
    try:
        ctypes.CDLL(str(library))
    except OSError:
        return False
    return True


def _missing_by(plugin: Path | None) -> list[str]:
    """Return what Qt's plug-in of a platform lacks though nothing that we know of is missing.

    Another Qt may load another library than those listed above; the loader's own words name it.
    """
    try:
        if plugin:
            ctypes.CDLL(str(plugin))
    except OSError as error:
        return [str(error).partition(":")[0]]
    return []


# ---------------------------------------------------------------- Qt's plug-ins


def platform_problem(arguments: Sequence[str] = ()) -> str | None:
    """Say in one sentence that the platform asked for is none of Qt's; None where it is, or Qt is not installed."""
    plugins, asked = _plugins(), platforms(arguments)
    if not plugins or plugins.keys() & set(asked):
        return None
    return Phrase(
        "The window cannot open on the platform “{asked}”, which Qt does not have; "
        "it has {names} (QT_QPA_PLATFORM or -platform).",
        asked=", ".join(asked),
        names=", ".join(sorted(plugins)),
    )


def _plugins() -> dict[str, Path]:
    """Return the plug-ins by which this PySide6 shows windows on Linux, by their names; none where it is not there."""
    spec = importlib.util.find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        files = Path(folder, "Qt", "plugins", "platforms").glob("libq*.so")
        return {path.stem.removeprefix("libq"): path for path in files}
    return {}
