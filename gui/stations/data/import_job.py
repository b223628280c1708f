"""What is done beside the window while images, tables and texts come in and go out: each function is work of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data import datasets
from gui.stations.data.looking import look

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.import_set import ImportReport
    from engine.data.importing.gathering import Gathered
    from engine.data.importing.item import Rejected
    from engine.data.my_digits import MyDigits
    from gui.stations.data.looking import Looked
    from gui.stations.data.table_looking import LookedTable
    from gui.stations.data.text_preview import LookedText
    from gui.tasks.task import Job

    TakenIn = tuple[tuple[str, ...], tuple[Rejected, ...]]
    """What images are called in My Digits, and what could not be used."""


def _names_taken() -> set[str]:
    """Return the names that data sets have already."""
    return {info.name for info in datasets.names()}


def make_set(path: Path, job: Job) -> ImportReport:
    """Make a data set of a folder or file as it is found."""
    from engine.data.import_set import import_set

    return import_set(path, taken=_names_taken(), progress=job.progress, cancelled=job.cancelled)


def keep_images(gathered: Gathered, _job: Job) -> ImportReport:
    """Make a data set of images that were looked at."""
    from engine.data.import_set import keep_set

    return keep_set(gathered, taken=_names_taken())


def keep_table_of(looked: LookedTable, _job: Job) -> ImportReport:
    """Make a data set of a table that was looked at."""
    from engine.data.import_set import keep_table

    assert looked.made is not None
    return keep_table(looked.opened.path, looked.made, taken=_names_taken())


def keep_text_of(looked: LookedText, _job: Job) -> ImportReport:
    """Make a data set of a text that was looked at."""
    from engine.data.import_set import keep_text

    return keep_text(looked.path, looked.text, taken=_names_taken())


def take_in(path: Path, job: Job) -> TakenIn:
    """Add labelled images to My Digits as they are found."""
    from engine.data.importing.choices import Choices

    looked = look(path, None, Choices(), False, job)
    if looked.error is not None:
        raise looked.error
    return add(looked, job)


def add(looked: Looked, _job: Job) -> TakenIn:
    """Add prepared images to My Digits."""
    from engine.data.kept_drawing import KeptDrawing
    from engine.data.my_digits import my_digits

    found, prepared = looked.found, looked.prepared
    assert prepared is not None
    store = my_digits()
    sides = store.sides_of(prepared.images)  # a drawing that comes back is no other one
    drawings = [
        KeptDrawing("", item.label, (), image=image, kept_back=side)
        for item, image, side in zip(prepared.used, prepared.images, sides, strict=True)
    ]
    return tuple(store.add_all(drawings)), (*found.rejected, *prepared.rejected)


def write(store: MyDigits, path: Path, form: str, job: Job) -> tuple[Path, ...]:
    """Write My Digits to files, in the form of this name."""
    from engine.data.exporting.registry import export

    return export(store.dataset(), path, form, progress=job.progress, cancelled=job.cancelled)
