"""The forms in which a network leaves the program: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.deploy.c.format import C
from engine.deploy.code.format import CODE
from engine.deploy.onnx.format import ONNX
from engine.deploy.script.format import SCRIPT
from engine.deploy.web.format import WEB
from engine.errors import ExportError
from engine.words import Phrase

if TYPE_CHECKING:
    from engine.deploy.export_format import ExportFormat

# As lists offer them.
FORMATS: list[ExportFormat] = [
    WEB,
    SCRIPT,
    ONNX,
    C,
    CODE,
]


def format_named(name: str) -> ExportFormat:
    """Return the form of this name.

    Raises:
        ExportError: If there is none.
    """
    for form in FORMATS:
        if form.name == name:
            return form
    raise ExportError(
        "Models cannot be exported as “{name}”.",
        remedy="Formats are: {known}.",
        name=name,
        known=Phrase.listed(form.name for form in FORMATS),
    )
