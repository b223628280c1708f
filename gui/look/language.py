"""The language of the window: which there are, which one a system asks for, and speaking another while it runs."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui.look.spoken import say_all

if TYPE_CHECKING:
    from collections.abc import Sequence

SYSTEM = ""  # stands for the language of the system
ENGLISH = "en"  # in which the words are written; it needs no translation
PREFIX = "netsketch_"

_translators: list[QTranslator] = []  # those installed: Qt does not keep them


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first: ``("en", "zh_CN")``."""
    return (ENGLISH, *sorted(path.stem.removeprefix(PREFIX) for path in _folder().glob(f"{PREFIX}*.qm")))


def own_name(code: str) -> str:
    """Return what a language calls itself: ``English``, ``简体中文``."""
    return "English" if code == ENGLISH else QLocale(code).nativeLanguageName()


def of_system(wanted: Sequence[str] | None = None) -> str:
    """Return the language to speak on this system.

    Args:
        wanted: The languages that the person prefers, best first, as systems name them: ``zh-Hans-CN``, ``zh``,
            ``zh_CN``; those set in the system where it is None.

    Returns:
        The first of them that there is, in the script that it is written in there; else English.
    """
    if wanted is None:
        wanted = QLocale.system().uiLanguages()
    known = {_spoken(QLocale(code)): code for code in languages()}
    return next(
        (known[_spoken(QLocale(name))] for name in wanted if _spoken(QLocale(name)) in known), ENGLISH
    )


def speak(code: str = SYSTEM) -> str:
    """Let the window speak a language from now on: every widget there is, and all that comes.

    Args:
        code: One of `languages`, or ``SYSTEM``. One that is gone counts as the system's.

    Returns:
        The language spoken.
    """
    if code not in languages():
        code = of_system()
    for translator in _translators:
        QCoreApplication.removeTranslator(translator)
    _translators.clear()
    QLocale.setDefault(_locale(code))
    if code != ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase_", qt), (PREFIX, str(_folder()))):
            translator = (
                QTranslator()
            )  # by locale: Qt's own words are in qtbase_zh_CN, ours in netsketch_zh_Hans
            if translator.load(
                QLocale(code), name, "", folder
            ):  # without Qt's own words its few buttons speak English
                _translators.append(translator)
                QCoreApplication.installTranslator(translator)
    say_all()
    return code


def _locale(code: str) -> QLocale:
    """Return how numbers and dates are written: as on the system, unless it would speak another language there is."""
    system = QLocale.system()
    return system if system.name() != "C" and of_system([system.name()]) == code else QLocale(code)


def _spoken(locale: QLocale) -> tuple[QLocale.Language, QLocale.Script]:
    return locale.language(), locale.script()


def _folder() -> Path:
    return Path(str(resources.files("resources") / "translations"))
