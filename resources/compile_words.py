"""Compiles the translations, ``translations/*.ts``, into the ``*.qm`` that the window loads.

python -m resources.compile_words

Part of every build of the package (``BuildWords``) and of ``dev.py``'s set-up. Qt's own compiler does it.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).with_name("translations")
ENGLISH = "netsketch_en.ts"  # what is translated from; nothing of it is loaded


def compile_words(folder: Path = FOLDER) -> list[Path]:
    """Compile every translation in a folder whose compiled form is missing or older.

    What a translator has not finished is left out: it is a proposal, and English is shown.

    Returns:
        What was compiled.

    Raises:
        RuntimeError: If Qt's compiler fails, with what it said.
    """
    spec = importlib.util.find_spec("PySide6")
    tools = Path(spec.origin or "").parent if spec is not None else Path()
    compiler = next(tools.rglob("lrelease*"), None)
    made = []
    for source in sorted(set(folder.glob("*.ts")) - {folder / ENGLISH}):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        if compiler is None:
            raise RuntimeError("Qt's lrelease is missing; it is a part of PySide6-Essentials.")
        fresh = target.with_suffix(".qm.part")  # a window that is open reads the one there is
        done = subprocess.run(
            [compiler, "-silent", "-nounfinished", source, "-qm", fresh], capture_output=True, text=True
        )
        if done.returncode != 0:
            raise RuntimeError(f"{source.name} could not be compiled: {done.stderr or done.stdout}")
        fresh.replace(target)
        made.append(target)
    return made


if (
    importlib.util.find_spec("setuptools") is not None
):  # it is where packages are built, and need not be elsewhere
    from setuptools.command.build_py import build_py

    class BuildWords(build_py):
        """Builds the package with its translations compiled."""

        def run(self) -> None:
            """Compile the translations, then do what every build does."""
            compile_words()
            super().run()


if __name__ == "__main__":
    for path in compile_words():
        sys.stdout.write(f"{path.name}\n")
