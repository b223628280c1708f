"""The forms in which a run leaves the program: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import ExportError
from engine.storage.runs.exporting.csv_table import CSV_TABLE
from engine.storage.runs.exporting.tensorboard import TENSORBOARD
from engine.storage.runs.exporting.zipped import ZIPPED
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.storage.runs.exporting.run_format import RunFormat

# As lists offer them, the one taken by itself in front.
RUN_FORMATS: list[RunFormat] = [
    ZIPPED,
    CSV_TABLE,
    TENSORBOARD,
]


def run_format_named(name: str) -> RunFormat:
    """Return the form of this name.

    Raises:
        ExportError: If there is none.
    """
    for form in RUN_FORMATS:
        if form.name == name:
            return form
    raise ExportError(
        "Runs cannot be exported as “{name}”.",
        remedy="Formats are: {known}.",
        name=name,
        known=Phrase.listed(form.name for form in RUN_FORMATS),
    )
