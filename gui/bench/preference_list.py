"""All that can be preferred, in the order of the dialog; one more is one more entry here, and what follows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.runtime import usable_cores
from gui.bench import preferences_file as file
from gui.bench.preference import Preference
from gui.look import language, text_size
from gui.look.words import percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.look.spoken import Words

_tr = partial(QCoreApplication.translate, "Preferences")

MB_IN_GB = 1024
THREADS = (0, 1024)  # as of the setting of an experiment


def _at_once() -> str:
    return _tr("Changes at once.")


def _languages() -> Mapping[str, Words]:
    names = {code: language.own_name(code) for code in language.languages()}
    return {language.SYSTEM: lambda: _tr("As the system"), **names}


def _themes() -> Mapping[str, Words]:
    return {
        "system": lambda: _tr("As the system"),
        "light": lambda: _tr("Light"),
        "dark": lambda: _tr("Dark"),
    }


PREFERENCES: tuple[Preference, ...] = (
    Preference(
        "language", language.SYSTEM, lambda: _tr("Language"),
        lambda: _tr("The language of the window."),
        _at_once, choices=_languages, check=file.text,  # the file may name one that is gone: then it is the system's
    ),
    Preference(
        "theme", "system", lambda: _tr("Theme"),
        lambda: _tr("Light or dark colours, or those that the desktop asks for."),
        _at_once, choices=_themes,
    ),
    Preference(
        "text_size", 100, lambda: _tr("Text size"),
        lambda: _tr("How large words are and what they stand in, apart from the scaling of the system."),
        _at_once, choices=lambda: {size: partial(percent, size / 100, 0) for size in text_size.PERCENT},
    ),
    Preference(
        "runs_limit_mb", 4 * MB_IN_GB, lambda: _tr("Room for runs"),
        lambda: _tr(
            "How much of the disk the kept runs may take. Beyond it old snapshots are thinned out, those of the oldest "
            "runs first; the best and the last weights of a run always stay. What would go is told before."
        ),
        _at_once, bounds=(100, 1_000_000), unit=lambda: _tr("GB"), per_unit=MB_IN_GB,
    ),
    Preference(
        "checkpoint_seconds", 10, lambda: _tr("Safe point every"),
        lambda: _tr("From a safe point a run can be resumed even if the program is killed: so much may be lost then."),
        lambda: _tr("Changes with the next training."),
        bounds=(1, 3600), unit=lambda: _tr("s"),
    ),
    Preference(
        "threads", 0, lambda: _tr("Threads"),
        lambda: _tr(
            "How many processor threads training uses where the settings of the experiment leave it open; automatic "
            "tries some at the beginning and takes the fastest number. This computer has {cores}. With another number "
            "the last digits of a run may differ."
        ).format(cores=usable_cores()),
        lambda: _tr("Changes with the next training."),
        bounds=THREADS, zero=lambda: _tr("automatic"),
    ),
)  # fmt: skip
