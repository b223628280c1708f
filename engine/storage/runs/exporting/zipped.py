"""A whole run as a zip file, which can be brought in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.storage.runs.exporting.run_format import RunFormat
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.storage.runs.exporting.run_format import IsCancelled, Progress
    from engine.storage.runs.folder import RunFolder


class _Zipped(RunFormat):
    name = "zip"
    title = Phrase("Whole run, zipped")
    use = Phrase("To bring it in again, here or on another computer: settings, curves, weights and notes.")
    ending = ".zip"

    def write(
        self,
        run: RunFolder,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        from engine.storage.runs.archive import export_run

        export_run(run, path, progress=progress, cancelled=cancelled)


ZIPPED = _Zipped()
