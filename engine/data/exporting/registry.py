"""The forms in which images are written: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.data.exporting import csv_table, idx_pair, npz, png_folder
from engine.data.saving import make_folder
from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.data.dataset import Dataset
    from engine.data.exporting.export_format import ExportFormat, IsCancelled, Progress

# As dialogs and lists offer them, the one taken by itself in front.
FORMATS: list[ExportFormat] = [
    npz.FORMAT,
    csv_table.FORMAT,
    png_folder.FORMAT,
    idx_pair.FORMAT,
]

WHAT = {
    "numbers": Phrase("It is no set of images, but a table of numbers."),
    "text": Phrase("It is no set of images, but a text."),
}


def format_named(name: str) -> ExportFormat:
    """Return the form of this name.

    Raises:
        DataError: If there is none.
    """
    for form in FORMATS:
        if form.name == name:
            return form
    raise DataError(
        "Images cannot be written as “{name}”.",
        remedy="Forms are: {known}.",
        name=name,
        known=Phrase.listed(form.name for form in FORMATS),
    )


def check_kind(form: ExportFormat, data: str, kind: str) -> None:
    """See that a form can hold examples of a kind.

    Args:
        form: The form.
        data: The name of the data set.
        kind: Its kind of input.

    Raises:
        DataError: If not, with the forms that can.
    """
    if kind not in form.kinds:
        raise DataError(
            "“{data}” cannot be written as “{name}”.",
            cause=WHAT.get(kind, ""),
            remedy="Forms for it are: {known}.",
            data=data,
            name=form.name,
            known=Phrase.listed(each.name for each in FORMATS if kind in each.kinds),
        )


def export(
    data: Dataset,
    path: Path,
    name: str,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> tuple[Path, ...]:
    """Write a data set so that it can be brought in again.

    Args:
        data: The images; white ink on black.
        path: The file to write, whole or not at all, with or without its ending; a new folder for ``png``; for ``idx``
            how the names of its files begin.
        name: In which form: the name of one of ``FORMATS``.
        progress: Told what is done and which share of it.
        cancelled: Asked now and then whether to stop.

    Returns:
        What was written.

    Raises:
        DataError: If there is no such form or nothing to write, a folder is there already, or it cannot be written.
        Cancelled: If ``cancelled`` said so; nothing is left behind.
    """
    form = format_named(name)
    if not len(data):
        raise DataError("There are no images to export.", remedy="Draw some first.")
    check_kind(form, data.name, data.kind)
    make_folder(path.parent)
    return form.write(data, form.completed(path), progress, cancelled)
