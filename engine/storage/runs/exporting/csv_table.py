"""The curves of a run as a table for spreadsheets: a row a step, with the figures of an epoch in that of its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.atomic import replace_file
from engine.csv_text import csv_blocks
from engine.errors import Cancelled
from engine.storage.runs.exporting.run_format import EXPORTING, RunFormat, history_of
from engine.training.history import TABLE_HEADER
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.storage.runs.exporting.run_format import IsCancelled, Progress
    from engine.storage.runs.folder import RunFolder


class _CsvTable(RunFormat):
    name = "csv"
    title = Phrase("Table of its curves (CSV)")
    use = Phrase(
        "For spreadsheets and for programs of your own: a row a step, with the figures of each epoch."
    )
    ending = ".csv"

    def write(
        self,
        run: RunFolder,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        history = history_of(run)
        total, done = max(1, len(history)), 0
        with replace_file(path) as file:
            for rows, text in csv_blocks(TABLE_HEADER, history.table_rows()):
                if cancelled is not None and cancelled():
                    raise Cancelled
                file.write(text.encode())
                done += rows
                if progress is not None:
                    progress(EXPORTING, min(1.0, done / total))


CSV_TABLE = _CsvTable()
