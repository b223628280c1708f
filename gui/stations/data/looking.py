"""Looks at images before they are brought in: reads and prepares them by what a person chose, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.importing.choices import Choices
    from engine.data.importing.gathering import Gathered
    from engine.data.importing.prepare import Prepared
    from engine.data.importing.reader import Found
    from engine.errors import NetSketchError
    from gui.tasks.task import Job


@dataclass(frozen=True, slots=True, eq=False)
class Looked:
    """What was found at a place, and what became of it.

    Attributes:
        found: What was read; it need not be read again where something else is chosen.
        prepared: The images at 28×28; None where they cannot be brought there.
        gathered: The same as they become a data set; None where they cannot, or need not.
        error: Why there is nothing of it.
    """

    found: Found
    prepared: Prepared | None
    gathered: Gathered | None
    error: NetSketchError | None


def look(path: Path, found: Found | None, choices: Choices, for_set: bool, job: Job) -> Looked:
    """Read a place, if that was not done before, and prepare what is in it.

    Args:
        path: The folder or file.
        found: What was read there before.
        choices: What a person chose.
        for_set: Whether it is to become a data set, and not drawings of one's own.
        job: Told how far it is, and asked whether to stop.

    Raises:
        DataError: If it cannot be read; whatever else is wrong is in what is returned.
        Cancelled: If the job was.
    """
    from engine.data.importing.gathering import gathered_of, prepared_of
    from engine.data.importing.registry import checked, look_into, with_labels_in
    from engine.errors import Cancelled, NetSketchError

    found = found or look_into(path, progress=job.progress, cancelled=job.cancelled)
    prepared = None
    try:
        chosen = with_labels_in(path, found, choices.label_column) if choices.label_column else found
        chosen = checked(path, chosen)
        prepared = prepared_of(chosen, choices, progress=job.progress, cancelled=job.cancelled)
        gathered = gathered_of(path, chosen, prepared) if for_set else None
    except Cancelled:
        raise
    except NetSketchError as error:
        return Looked(found, prepared, None, error)
    return Looked(chosen, prepared, gathered, None)
