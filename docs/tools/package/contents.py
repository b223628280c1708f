"""What goes into the stand-alone program, and what does not.

Everything here is a decision about size or about what must be there; `netsketch.spec` puts it to use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path, PurePath

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("engine", "gui", "resources")
FACES = ("netsketch", "netsketch-gui")  # with a console, and without

# Modules that are found by following imports, while nothing that the program does ever reaches them: tools for those
# who work on it, what libraries offer to notebooks, and what PyTorch needs to compile networks by itself.
NEVER_REACHED = (
    "IPython", "_pytest", "captum", "hypothesis", "jinja2", "matplotlib", "ml_dtypes", "mpmath", "mypy", "networkx",
    "onnx", "onnxruntime", "pandas", "pip", "pkg_resources", "playwright", "pytest", "scipy", "setuptools", "sklearn",
    "sympy", "tensorflow", "tkinter", "torch._dynamo", "torch._inductor", "torch.utils.tensorboard", "torchvision",
)  # fmt: skip

# Files by their place in the program. PyTorch brings what one needs to build on it or to test it; Qt what draws without
# a desktop, what fetches from the network, its texts in languages that the window does not speak, and the looks of one
# desktop, for which a third of GTK would come along.
LEFT_OUT = (
    "torch/bin/*", "torch/test/*", "torch/include/*", "torch/share/*", "torch/lib/*.a", "torch/lib/*.lib",
    "torch/lib/*_test.so", "torch/lib/libbackend_with_compiler.so", "torch/lib/libaoti_custom_ops.so",
    "torch/_inductor/*", "torch/_dynamo/*",
    "PySide6/Qt/qml/*",
    "PySide6/Qt/plugins/platforms/libq[elmv]*.so", "PySide6/Qt/plugins/platforms/libqminimal*.so",
    "PySide6/Qt/plugins/egldeviceintegrations/*", "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/tls/*", "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/plugins/networkinformation/*", "PySide6/plugins/tls/*",
    "*/ml_dtypes/*", "ml_dtypes/*", "setuptools/*", "*.dist-info/RECORD",
)  # fmt: skip
KEPT = ("torch/bin/torch_shm_manager*",)  # `import torch` looks for it
KEPT_TRANSLATIONS = ("qtbase_zh_CN.qm", "qtbase_zh_TW.qm", "qtbase_en.qm")

# Libraries whose table of symbols is a fifth of them; those of NumPy and Pillow do not survive its removal.
STRIPPED = ("torch/lib/libtorch_cpu.*", "torch/lib/libtorch_python.*", "libpython3*")


def own_modules() -> list[str]:
    """Return all modules of the program: some are found by their names alone."""
    files = (path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in files
    ]


def own_files() -> list[Path]:
    """Return what the program reads while it runs: all of ``resources``, from the root, but what is Python."""
    files = (path.relative_to(ROOT) for path in sorted((ROOT / "resources").rglob("*")) if path.is_file())
    return [path for path in files if path.suffix not in (".py", ".pyc")]


def is_left_out(place: str) -> bool:
    """Tell whether a file is left out.

    Args:
        place: Where it would be in the program.
    """
    path = PurePath(place.replace("\\", "/"))
    if path.parent.name == "translations" and "PySide6" in path.parts:
        return path.name not in KEPT_TRANSLATIONS
    return any(fnmatch(path.as_posix(), pattern) for pattern in LEFT_OUT) and not any(
        fnmatch(path.as_posix(), pattern) for pattern in KEPT
    )


def is_stripped(place: str) -> bool:
    """Tell whether a library loses its table of symbols."""
    return any(fnmatch(PurePath(place).as_posix(), pattern) for pattern in STRIPPED)


def needed(
    binaries: Iterable[tuple[str, str, str]], names_of: Callable[[str], Iterable[str]]
) -> list[tuple[str, str, str]]:
    """Return the binaries without the shared libraries of the system and of Qt that nothing needs any more.

    Args:
        binaries: Place in the program, file, and kind, as PyInstaller has them.
        names_of: Returns the names of the libraries that a file needs.
    """
    by_name = {PurePath(place).name: (place, file) for place, file, _ in binaries if _is_shared(place)}
    wanted = [file for place, file, kind in binaries if kind != "SYMLINK" and not _is_shared(place)]
    reached: set[str] = set()
    while wanted:
        for name in names_of(wanted.pop()):
            if name in by_name and name not in reached:
                reached.add(name)
                wanted.append(by_name[name][1])
    return [entry for entry in binaries if not _is_shared(entry[0]) or PurePath(entry[0]).name in reached]


def _is_shared(place: str) -> bool:
    """Tell whether a file is a library that others link to, and no module, plug-in or part of another package."""
    path = PurePath(place)
    parent = path.parent.as_posix()
    return ".so" in path.name and parent in (".", "PySide6/Qt/lib") and not path.name.startswith("libpython")
