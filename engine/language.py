"""The language of the command line: which there are, which one is asked for, and sentences said in it.

The window has Qt for this. Here the same file of translations is read, and only where another language than English is
spoken; see docs/adr/0036.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from engine.regular_file import read_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from engine.errors import NetSketchError
    from engine.kept_words import KeptWords

ENGLISH = "en"  # in which the words are written; it needs no translation
FLAG = "--language"
CONTEXT = "engine"  # of the words of engine and command line among all that are translated
FOLDER = Path(__file__).parent.parent / "resources" / "translations"
PREFIX = "netsketch_"
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts
WITHOUT_LANGUAGE = ("C", "POSIX")  # locales in which every program speaks as it was written
OTHER_SCRIPT = {
    ("zh", place): "Hant" for place in ("TW", "HK", "MO")
}  # where a name has no script of its own
MOST_BYTES = 16 << 20  # of a file of translations; ours have half a megabyte
SAMPLE = "Describe a network, train it, measure it and let it read examples, without the window."

_words: dict[str, str] | None = {}  # by the English ones; None before the first is asked for
_spoken = ENGLISH


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first: ``("en", "zh_Hans")``."""
    found = {path.stem.removeprefix(PREFIX) for path in FOLDER.glob(f"{PREFIX}*.ts")}
    return (ENGLISH, *sorted(found - {ENGLISH}))


def meant_by(name: str) -> str:
    """Return the one of ``languages`` that a name stands for, or an empty string.

    Args:
        name: As systems and people write it: ``zh``, ``zh_CN.UTF-8``, ``zh-Hans-CN``. It has to be written in the same
            script there: ``zh_TW`` is not ``zh_Hans``.
    """
    language, script = _parts(name)
    for code in languages():
        known, known_script = _parts(code)
        if language == known and (not script or not known_script or script == known_script):
            return code
    return ""


def of_environment() -> str:
    """Return the language that the environment asks for, as other programs of a terminal find it; else English."""
    locale = next(filter(None, map(os.environ.get, VARIABLES)), "") or _of_windows()
    if locale in WITHOUT_LANGUAGE:
        return ENGLISH
    wanted = [*filter(None, os.environ.get("LANGUAGE", "").split(":")), locale]
    return next(filter(None, map(meant_by, wanted)), ENGLISH)


def asked_for(arguments: Sequence[str]) -> str | None:
    """Return what stands behind ``--language`` among the arguments of a command, or None."""
    found = None
    for place, word in enumerate(arguments):
        if word == "--":
            break
        if word == FLAG:
            found = arguments[place + 1] if place + 1 < len(arguments) else None
        elif word.startswith(f"{FLAG}="):
            found = word.partition("=")[2]
    return found


def speak_as_asked(arguments: Sequence[str] = ()) -> None:
    """Speak the language that the arguments ask for from now on, else the environment's.

    Where standard output or error cannot show its letters, English is spoken.

    Raises:
        ConfigError: If there is no such language; it is told in that of the environment.
    """
    speak(of_environment())
    name = asked_for(arguments)
    if name is None:
        return
    code = meant_by(name)
    if not code:
        from engine.errors import ConfigError  # here: a window that opens has no need of it

        raise ConfigError(
            "There is no language “{name}” here.",
            remedy="Languages are: {known}.",
            name=name,
            known=Phrase.listed(languages()),
        )
    speak(code)


def speak(code: str) -> None:
    """Speak one of ``languages`` from now on; English where the terminal cannot show its letters."""
    global _words, _spoken
    _words, _spoken = {} if code == ENGLISH else None, code


def _known() -> dict[str, str]:
    """Return the words of the language, read when the first is said: a window that opens says none."""
    global _words
    if _words is None:
        _words = _read(_spoken)
        if not all(_can_show(_words.get(SAMPLE, SAMPLE), stream) for stream in (sys.stdout, sys.stderr)):
            _words = {}
    return _words


def spoken() -> str:
    """Return the code of the language that is spoken."""
    return _spoken if _known() else ENGLISH


def said(text: str) -> str:
    """Return a phrase in the language spoken, its values filled in; any other text is a name and stays as it is."""
    return text.translated(_translate) if isinstance(text, Phrase) and _known() else str(text)


def kept(text: str) -> Phrase:
    """Return what a file keeps in English as the phrases it was made of, to be said in the language spoken."""
    if not text:
        return Phrase("")
    return kept_words().phrase(text) if _known() else Phrase("{text}", text=text)


@cache
def kept_words() -> KeptWords:
    """Return what knows all sentences of engine and command line; without the file of them it knows none."""
    from engine.kept_words import KeptWords

    return KeptWords(source for source, _ in _messages_of(ENGLISH))


def error_words(error: NetSketchError) -> Phrase:
    """Return what happened, why and what to do as one phrase."""
    return Phrase.joined(filter(None, (error.what, error.cause, error.remedy)))


def _translate(text: str) -> str:
    return _known().get(text, text)


@cache
def _read(code: str) -> dict[str, str]:
    """Return the finished translations of a language; none where its file cannot be read: no reason to stop."""
    return {source: words for source, words in _messages_of(code) if words}


def _messages_of(code: str) -> list[tuple[str, str]]:
    """Return each text of a language's file with its finished translation, or an empty string."""
    from xml.etree import ElementTree as ET  # here: English has no need of it

    try:
        return list(_messages(ET.XML(read_regular(FOLDER / f"{PREFIX}{code}.ts", MOST_BYTES))))
    except (OSError, ValueError, LookupError, ET.ParseError):
        return []


def _messages(root: Element) -> Iterator[tuple[str, str]]:
    for context in root.iter("context"):
        if context.findtext("name") == CONTEXT:
            for message in context.iter("message"):
                words = message.find("translation")
                is_finished = words is not None and words.get("type") is None
                yield (
                    message.findtext("source", ""),
                    (words.text or "") if is_finished and words is not None else "",
                )


def _parts(name: str) -> tuple[str, str]:
    """Return the language of a name and its script, or an empty string: ``("zh", "Hans")``."""
    first, *others = name.partition(".")[0].partition("@")[0].replace("-", "_").split("_")
    language = first.lower()
    for part in others:
        if len(part) == 4:
            return language, part.title()
    scripts = (OTHER_SCRIPT.get((language, part.upper()), "") for part in others)
    return language, next(filter(None, scripts), "")


def _can_show(text: str, stream: object) -> bool:
    """Tell whether a stream has the letters of a text; one that is closed shows nothing."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _of_windows() -> str:
    """Return the language of Windows, which has no variables for it; elsewhere an empty string."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    return ""
