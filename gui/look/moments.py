"""Moments of the calendar as people of the window's language write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

if TYPE_CHECKING:
    from datetime import datetime


def short_moment(moment: datetime) -> str:
    """Return a moment, short: without the year where it is this one, else without the time."""
    here = _local_time(moment)
    is_this_year = here.date().year() == QDate.currentDate().year()
    return short_time(here) if is_this_year else QLocale().toString(here, _tr("d MMM yyyy"))


def short_time(moment: QDateTime) -> str:
    """Return a moment of this year: ``30 Nov 23:59``."""
    return QLocale().toString(moment, _tr("d MMM HH:mm"))


def full_moment(moment: datetime) -> str:
    """Return a moment to the second."""
    return QLocale().toString(_local_time(moment), _tr("d MMMM yyyy, HH:mm:ss"))


def _local_time(moment: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Moments", text)
