"""Values of settings, and times, in words short enough for the cell of a table."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from engine.config import zero_of
from engine.data import datasets
from engine.words import Phrase
from gui.look.words import choice_label, listed, translate_engine
from gui.widgets.fields.number_text import number_text

MISSING = "–"


def _tr(text: str) -> str:
    return QCoreApplication.translate("ValueWords", text)


def duration(seconds: float) -> str:
    """Return a time as a person reads it."""
    if 0 < seconds < 0.05:
        return _tr("{seconds} s").format(seconds=f"< {QLocale().toString(0.1)}")
    if seconds < 59.5:
        digits = 1 if seconds < 10 else 0
        return _tr("{seconds} s").format(seconds=QLocale().toString(seconds, "f", digits))
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 10:
        return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)
    if minutes < 60:
        return _tr("{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    return _tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def value_text(value: object) -> str:
    """Return the value of a setting as a person reads it."""
    if isinstance(value, bool):
        return _tr("on") if value else _tr("off")
    if isinstance(value, StrEnum):
        return choice_label(value)
    if isinstance(value, float):
        return number_text(value).replace(".", QLocale().decimalPoint())
    if isinstance(value, int):
        return QLocale().toString(value)
    if isinstance(value, Phrase):
        return translate_engine(value)
    if isinstance(value, tuple):
        return listed(map(value_text, value))
    return MISSING if value is None else str(value)


def setting_text(path: str, value: object) -> str:
    """Return the value of the setting at a path as a person reads it; 0 by what it means."""
    zero = zero_of(path)
    if zero and value == 0 and not isinstance(value, bool):
        return translate_engine(zero)
    if path == "data.dataset":
        return data_titles().get(str(value), str(value))
    return value_text(value)


def data_titles() -> dict[str, str]:
    """Return what each data set there is, is called."""
    return {info.name: translate_engine(info.title) for info in datasets.names()}
