"""What goes into the stand-alone program: all that it reads while it runs, and no library that nothing needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docs.tools.package import contents
from docs.tools.package.app_icon import make_icon
from docs.tools.package.options import options

ROOT = Path(__file__).resolve().parents[4]


def test_every_resource_and_every_module_goes_in() -> None:
    listed = subprocess.run(
        ["git", "ls-files", *contents.PACKAGES], cwd=ROOT, capture_output=True, text=True, check=True
    )
    known = {Path(name) for name in listed.stdout.splitlines()}
    known = {path for path in known if (ROOT / path).exists()}  # not yet committed that it is gone
    files = set(contents.own_files())
    modules = {".".join(path.with_suffix("").parts) for path in known if path.suffix == ".py"}
    assert {path for path in known if path.suffix != ".py" and path.parts[0] == "resources"} <= files
    assert {name.removesuffix(".__init__") for name in modules} <= set(contents.own_modules())
    assert not any(contents.is_left_out(path.as_posix()) for path in files)
    outside = {path for path in known - files if path.suffix != ".py"}
    assert outside == set(), "the program reads what lies under resources"


@pytest.mark.parametrize(
    ("place", "goes_in"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/bin/protoc", False),
        ("torch/bin/torch_shm_manager", True),
        ("torch/test/test_api", False),
        ("torch/include/ATen/core.h", False),
        ("torch/nn/functional.py", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6\\translations\\qtbase_de.qm", False),
        ("resources/translations/netsketch_zh_Hans.qm", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
    ],
)
def test_what_is_left_out_is_left_out_alone(place: str, goes_in: bool) -> None:
    assert contents.is_left_out(place) != goes_in


def test_libraries_that_nothing_needs_go() -> None:
    binaries = [
        ("PySide6/QtGui.so", "/gui", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/qt-gui", "BINARY"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libicu.so.7", "/icu", "BINARY"),
        ("libgtk.so.3", "/gtk", "BINARY"),
        ("libgdk.so.3", "/gdk", "BINARY"),
        ("libpython3.11.so.1.0", "/python", "BINARY"),
        ("torch/lib/libtorch.so", "/torch", "BINARY"),
    ]
    needs = {
        "/gui": ["libQt6Gui.so.6", "libc.so.6"],
        "/qt-gui": ["libicu.so.7"],
        "PySide6/Qt/lib/libQt6Gui.so.6": ["libicu.so.7"],
        "/gtk": ["libgdk.so.3"],
    }
    kept = contents.needed(binaries, lambda file: needs.get(file, []))
    assert [entry for entry in binaries if entry not in kept] == [binaries[4], binaries[5]]


@pytest.mark.parametrize("ending", [".ico", ".icns"])
def test_windows_and_macos_have_the_icon_in_their_form(tmp_path: Path, ending: str, qapp: object) -> None:
    from PIL import Image

    drawing = ROOT / "resources" / "desktop" / "netsketch.svg"
    path = make_icon(drawing, tmp_path / "build" / f"netsketch{ending}")
    with Image.open(path) as icon:
        assert icon.width == icon.height >= 256
        red, green, blue, alpha = icon.convert("RGBA").getpixel((icon.width // 2, icon.height // 20 + 2))
        assert (alpha, blue > red, blue > green) == (255, True, True)


def test_a_folder_with_something_else_in_it_is_not_made_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.txt").touch()
    (tmp_path / "made" / "_internal").mkdir(parents=True)
    assert options(["--out", str(tmp_path / "made")]).out == tmp_path / "made"
    assert options(["--out", str(tmp_path / "new")]).out == tmp_path / "new"
    for place in (tmp_path / "work", tmp_path / "work" / "thesis.txt", Path("/"), ""):
        with pytest.raises(SystemExit):
            options(["--out", str(place)])
    assert "--out" in capsys.readouterr().err


def test_the_face_follows_from_the_name_of_the_program(tmp_path: Path) -> None:
    code = (
        "import main, sys; main.window = lambda: 7; main.main = lambda: 8; sys.argv = sys.argv[1:];"
        "exec(open('docs/tools/package/faces.py', encoding='utf-8').read())"
    )
    for name, face in (
        ("netsketch-gui", 7),
        ("/opt/net sketch/netsketch-gui", 7),
        ("netsketch-gui.exe", 7),
        ("netsketch", 8),
        ("/usr/bin/netsketch", 8),
    ):
        assert subprocess.run([sys.executable, "-c", code, name], cwd=ROOT).returncode == face
