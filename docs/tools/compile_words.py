"""Compiles the translations into the files that the window loads, one .qm beside each .ts.

python docs/tools/compile_words.py [--into FOLDER]

Qt's ``lrelease`` does it, which PySide6 brings along. What a translator has not finished is left out, so the window
shows it in English.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

sys.path.insert(0, str(ROOT))  # started as a file, Python looks only beside it

from docs.tools.collect_words import FOLDER, languages  # noqa: E402

NAMES = ("lrelease", "lrelease.exe")
ELSEWHERE = (
    "pyside6-lrelease",
    "lrelease-qt6",
    "lrelease6",
    "lrelease",
)  # as PySide6, Debian and others call it


def lrelease() -> Path | None:
    """Return Qt's compiler: the one of PySide6, else one that is installed, else None."""
    spec = find_spec("PySide6")
    beside = [
        Path(folder, name) for folder in (spec and spec.submodule_search_locations) or () for name in NAMES
    ]
    installed = [Path(found) for name in ELSEWHERE if (found := shutil.which(name))]
    return next((path for path in (*beside, *installed) if path.is_file()), None)


def compiled(source: Path, folder: Path) -> Path:
    """Compile one language.

    Args:
        source: Its file of translation sources.
        folder: Where the compiled file goes.

    Returns:
        The compiled file.

    Raises:
        RuntimeError: There is no compiler, or it refuses the file.
    """
    tool = lrelease()
    if tool is None:
        raise RuntimeError(
            "lrelease is missing. It comes with PySide6-Essentials; Debian has it in qt6-l10n-tools."
        )
    target = folder / f"{source.stem}.qm"
    command = [str(tool), "-silent", "-nounfinished", str(source), "-qm", str(target)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if ended.returncode or not target.is_file():
        raise RuntimeError(f"{source.name} cannot be compiled. {ended.stdout}{ended.stderr}".strip())
    return target


def main(arguments: list[str] | None = None) -> int:
    """Compile every language; return the exit code."""
    parser = argparse.ArgumentParser(description="Compile the translations for the window.")
    parser.add_argument("--into", type=Path, default=FOLDER, help="the folder they are written to")
    folder = parser.parse_args(arguments).into
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for path in _all(folder):
            print(path)
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _all(folder: Path) -> Iterator[Path]:
    for source in languages():
        yield compiled(source, folder)


if __name__ == "__main__":
    sys.exit(main())
