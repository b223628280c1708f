"""Looks at a table before it is brought in: reads it, and makes rows of it by what a person chose, in a task."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.choices import LabelTask

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.tables.column import Column, Use
    from engine.data.tables.reading import OpenTable
    from engine.data.tables.table_set import TableSet
    from engine.errors import NetSketchError
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True)
class TableChoices:
    """What a person decided.

    Attributes:
        label: The column of the label; empty where it is to be found.
        uses: What becomes of other columns, by name.
        task: Whether the label is a class or a number.
    """

    label: str = ""
    uses: dict[str, Use] = field(default_factory=dict)
    task: LabelTask = LabelTask.AUTOMATIC


@dataclass(frozen=True, slots=True, eq=False)
class LookedTable:
    """What was found in a table, and what became of it.

    Attributes:
        opened: What was read; it need not be read again where something else is chosen.
        columns: What each column is.
        made: The rows as they become a data set; None where they cannot.
        error: Why there is nothing of it.
    """

    opened: OpenTable
    columns: tuple[Column, ...]
    made: TableSet | None
    error: NetSketchError | None


def look_at_table(path: Path, opened: OpenTable | None, choices: TableChoices, job: Job) -> LookedTable:
    """Read a table, if that was not done before, and make rows of it.

    Args:
        path: Its file.
        opened: What was read there before.
        choices: What a person chose.
        job: Told how far it is, and asked whether to stop.

    Raises:
        DataError: If it cannot be read; whatever else is wrong is in what is returned.
        Cancelled: If the job was.
    """
    from engine.data.tables.column import with_uses
    from engine.data.tables.reading import open_table
    from engine.errors import Cancelled, NetSketchError

    opened = opened or open_table(path, progress=job.progress, cancelled=job.cancelled)
    columns = with_uses(opened.columns, choices.uses)
    try:
        columns = opened.decided(choices.label, choices.uses, choices.task)
        made = opened.made(choices.label, choices.uses, task=choices.task)
    except Cancelled:
        raise
    except NetSketchError as error:
        return LookedTable(opened, columns, None, error)
    return LookedTable(opened, made.columns, made, None)
