"""The language of the window: which there are, which one a system asks for, and speaking another while it runs."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtGui import QFont, QGuiApplication

from engine.language import ENGLISH, MOST_BYTES, PREFIX
from engine.regular_file import check_regular
from gui.look.spoken import say_all, words_of
from gui.look.text_size import use_families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontDatabase

    from gui.look.spoken import Words

SYSTEM = ""  # stands for the language of the system
FACES = (
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Fonts with the shapes of Simplified Chinese, best first. Left alone, Qt may take a face for Japanese."""
SAMPLE = "直"  # drawn otherwise in Japan
_WRITTEN_AS = {
    QLocale.Script.SimplifiedHanScript: "SimplifiedChinese",
    QLocale.Script.TraditionalHanScript: "TraditionalChinese",
    QLocale.Script.KoreanScript: "Korean",
    QLocale.Script.JapaneseScript: "Japanese",
}
"""Writing systems whose name for fonts is not that of the script."""

_translators: list[QTranslator] = []  # those installed: Qt does not keep them
_others: dict[str, list[QTranslator]] = {}  # those of languages that are asked for words, but not spoken
_spoken_code = ENGLISH
_faces: list[str] = []  # those of the language, behind the font of the system


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
    return _first_of(wanted) or ENGLISH


def _first_of(wanted: Sequence[str]) -> str:
    known = {_spoken(QLocale(code)): code for code in languages()}
    return next((known[_spoken(QLocale(name))] for name in wanted if _spoken(QLocale(name)) in known), "")


def speak(code: str = SYSTEM) -> str:
    """Let the window speak a language from now on: every widget there is, and all that comes.

    Args:
        code: One of `languages`, or as a system names it, or ``SYSTEM``; see `meant_by`.

    Returns:
        The language spoken: English where there is no font for the other, or its words cannot be read.
    """
    global _spoken_code
    code = meant_by(code)
    translators = _load(code) if has_font(code) else []
    if not translators:
        code = ENGLISH
    QLocale.setDefault(_locale(code))
    if code == _spoken_code:
        return code
    _spoken_code = code
    _replace_translators(translators)
    _choose_faces(code)
    say_all()
    return code


def spoken() -> str:
    """Return the code of the language that the window speaks."""
    return _spoken_code


def in_all_languages(texts: Sequence[Words]) -> list[tuple[str, ...]]:
    """Return each of several texts in every language there is, in that of the window first; no widget hears of it."""
    rows = [[words_of(words)] for words in texts]
    app = QCoreApplication.instance()
    assert app is not None
    spoken, deaf = list(_translators), _Deaf()
    app.installEventFilter(deaf)
    try:
        for code in languages():
            if code != _spoken_code:
                if code not in _others:
                    _others[code] = _load(code)
                _replace_translators(_others[code])
                for row, words in zip(rows, texts, strict=True):
                    row.append(words_of(words))
    finally:
        _replace_translators(spoken)
        app.removeEventFilter(deaf)
    return [tuple(row) for row in rows]


class _Deaf(QObject):
    """Lets the application hear of no language."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.LanguageChange


def _load(code: str) -> list[QTranslator]:
    """Return what speaks a language; nothing for English, and where our own words in it cannot be read."""
    if code == ENGLISH:
        return []
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # Qt's own words by locale, as they are in qtbase_zh_CN where ours are in netsketch_zh_Hans. Without Qt's its few
    # buttons speak English.
    base, own = QTranslator(), QTranslator()
    has_base = base.load(QLocale(code), "qtbase_", "", qt)
    path = _folder() / f"{PREFIX}{code}.qm"
    try:
        check_regular(path, MOST_BYTES)  # Qt would wait for a pipe
    except OSError:
        return []
    if not own.load(str(path)) or own.isEmpty():
        return []
    return [base, own] if has_base else [own]


def _replace_translators(translators: list[QTranslator]) -> None:
    for translator in _translators:
        QCoreApplication.removeTranslator(translator)
    _translators[:] = translators
    for translator in translators:
        QCoreApplication.installTranslator(translator)


def meant_by(code: str) -> str:
    """Return the one of `languages` that a choice stands for: the system's for ``SYSTEM`` and for one that is gone.

    Args:
        code: Also as systems name it: ``zh_CN`` where the translation is called ``zh_Hans``.
    """
    return (_first_of([code]) if code else "") or of_system()


def is_left_to_system(code: str) -> bool:
    """Whether a choice leaves the language to the system: it says so, or names one that is not there."""
    return not (code and _first_of([code]))


def has_font(code: str) -> bool:
    """Whether there is a font with the signs of a language; without one, words would be boxes."""
    if code == ENGLISH:
        return True
    system = writing_system(code)
    return system is None or bool(_fonts_with(system))


def writing_system(code: str) -> QFontDatabase.WritingSystem | None:
    """Return the signs that a language is written in; None where Qt has no name for them."""
    from PySide6.QtGui import QFontDatabase  # here and below: English asks for no fonts

    script = QLocale(code).script()
    name = _WRITTEN_AS.get(script, script.name.removesuffix("Script"))
    return next((system for system in QFontDatabase.WritingSystem if system.name == name), None)


def _fonts_with(system: QFontDatabase.WritingSystem) -> list[str]:
    from PySide6.QtGui import QFontDatabase

    return QFontDatabase.families(system)


def is_chinese(code: str) -> bool:
    """Whether a language is written in Simplified Chinese, for which we know the faces and packages."""
    if code == ENGLISH:
        return False
    system = writing_system(code)
    return system is not None and system.name == _WRITTEN_AS[QLocale.Script.SimplifiedHanScript]


def _choose_faces(code: str) -> None:
    """Let the font of the system have the face of the language with it."""
    global _faces
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication):
        return
    system = writing_system(code) if is_chinese(code) else None
    there = [] if system is None else _fonts_with(system)
    faces = [face for face in FACES if face in there][:1]
    own = [family for family in app.font().families() if family not in _faces]
    if any(face in own for face in faces):  # the system's own: it stays when another language is spoken
        faces = []
    if faces != _faces:
        _faces = faces
        use_families(app, faces + own if faces and _has_other_shapes(own) else own + faces)


def _has_other_shapes(families: list[str]) -> bool:
    """Whether fonts have Chinese signs themselves, but in the shapes of another country, so that none may stand in."""
    from PySide6.QtGui import QFontInfo, QRawFont

    font = QFont()
    font.setFamilies(families)
    return QRawFont.fromFont(font).supportsCharacter(ord(SAMPLE)) and QFontInfo(font).family() not in FACES


def _locale(code: str) -> QLocale:
    """Return how numbers and dates are written: as on the system, unless it would speak another language there is."""
    system = QLocale.system()
    return system if system.name() != "C" and of_system([system.name()]) == code else QLocale(code)


def _spoken(locale: QLocale) -> tuple[QLocale.Language, QLocale.Script]:
    return locale.language(), locale.script()


def _folder() -> Path:
    return Path(str(resources.files("resources") / "translations"))
