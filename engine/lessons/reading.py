"""Lessons from files that anybody wrote: read with suspicion, and every mistake told by its line."""

from __future__ import annotations

import errno
import re
import tomllib
from typing import TYPE_CHECKING, Any

from engine.config import list_presets
from engine.data import datasets
from engine.foreign_bytes import reading
from engine.lessons.conditions.registry import read_conditions
from engine.lessons.figures import known_figures, unknown_figures
from engine.lessons.lesson import NO_TEXT, Lesson, LessonText, Question, SetUp, Step
from engine.lessons.lines import line_of_deep_name, lines_of
from engine.lessons.places import PLACES, STATION, views_named
from engine.lessons.problems import LessonError, LessonProblem, Problems
from engine.lessons.settings import is_setting, note_setting, read_settings
from engine.lessons.table import Table, meant
from engine.regular_file import read_regular
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ENDING = ".toml"
MOST_BYTES = 100_000
MOST_STEPS = 40
MOST_MINUTES = 120
MOST_LESSONS = 200  # of a folder
LEAST_CHOICES, MOST_CHOICES = 2, 6
TOO_LARGE = Phrase("It has more than {most:,} bytes.", most=MOST_BYTES)
TOO_DEEP = Phrase("It is nested too deeply.")
_AT_LINE = re.compile(r"\(at\sline\s(\d+),\scolumn\s\d+\)")


def lesson_in(path: Path) -> Lesson:
    """Return the lesson in a file.

    Raises:
        LessonError: If it is none, with all that is wrong.
    """
    try:
        content = read_regular(path, MOST_BYTES)
    except OSError as error:
        raise _not_read(path, error) from error
    return lesson_of(content, path.stem)


def lessons_in(path: Path) -> tuple[list[Lesson], list[LessonError]]:
    """Return the lessons of a folder in the order of their names, or the one of a file, and what is wrong with others.

    Raises:
        LessonError: If it is a folder without lessons.
    """
    lessons, errors = [], []
    for file in files_of(path):
        try:
            lessons.append(lesson_in(file))
        except LessonError as error:
            errors.append(error)
    return lessons, errors


def files_of(path: Path) -> list[Path]:
    """Return the lessons of a folder by their names, or the file itself.

    Raises:
        LessonError: If it is a folder without lessons.
    """
    if not path.is_dir():
        return [path]
    try:
        found = sorted(item for item in path.iterdir() if item.name.endswith(ENDING))[:MOST_LESSONS]
    except OSError as error:
        raise _not_read(path, error) from error
    if not found:
        raise _refusal(
            path.name, Phrase("There is no file in it whose name ends in {ending}.", ending=ENDING)
        )
    return found


def lesson_of(content: bytes, key: str) -> Lesson:
    """Return the lesson that a file holds.

    Args:
        content: Of the file, TOML in UTF-8.
        key: What progress is kept under.

    Raises:
        LessonError: If it is none, with all that is wrong.
    """
    name = visible(key)
    with reading(lambda error: _unreadable(name, error)):
        if len(content) > MOST_BYTES:
            raise _refusal(name, TOO_LARGE)
        text = content.decode("utf-8-sig")
        deep = line_of_deep_name(text)
        if deep:
            raise _refusal(name, TOO_DEEP, deep)
        values = tomllib.loads(text)
        problems = Problems(lines_of(text))
        lesson = _lesson(Table(values, (), problems), key)
        if problems.all():
            raise LessonError(name, problems.all())
        return lesson


def _unreadable(name: str, error: BaseException) -> LessonError:
    if isinstance(error, UnicodeDecodeError):
        return _refusal(name, Phrase("It is no text in UTF-8."))
    if isinstance(error, RecursionError):
        return _refusal(name, TOO_DEEP)
    reason = str(error)[:200]
    place = _AT_LINE.search(reason)
    reason = visible(_AT_LINE.sub("", reason).strip()) or type(error).__name__
    sentence = Phrase("It is not readable TOML: {reason}.", reason=reason)
    return _refusal(name, sentence, int(place[1]) if place else 0)


def _not_read(path: Path, error: OSError) -> LessonError:
    if error.errno == errno.EFBIG:
        return _refusal(visible(path.name), TOO_LARGE)
    reason = error.strerror or type(error).__name__
    return _refusal(visible(path.name), Phrase("It cannot be read: {reason}.", reason=reason))


def _refusal(name: str, sentence: Phrase, line: int = 0) -> LessonError:
    return LessonError(name, (LessonProblem(line, sentence),))


def _lesson(table: Table, key: str) -> Lesson:
    title = table.words("title") if table.needed("title") else NO_TEXT
    summary = table.words("summary") if table.needed("summary") else NO_TEXT
    minutes = table.number("minutes", 1, MOST_MINUTES, whole=True) if table.needed("minutes") else None
    steps: list[Step] = []
    if table.needed("step"):
        tables = list(table.tables("step", single=False))
        if len(tables) > MOST_STEPS:
            table.note("step", Phrase("There are more than {most} steps.", most=MOST_STEPS))
        steps = [_step(each) for each in tables[:MOST_STEPS]]
    table.finish()
    return Lesson(key, title, summary, int(minutes or 1), tuple(steps))


def _step(table: Table) -> Step:
    step = Step(
        text=table.words("text") if table.needed("text") else NO_TEXT,
        title=table.words("title"),
        set_up=_set_up(table),
        look=_look(table),
        until=read_conditions(table, "until") if table.has("until") else (),
        question=_question(table),
        hint=_with_figures(table, "hint"),
        praise=_with_figures(table, "praise"),
    )
    table.finish()
    return step


def _set_up(table: Table) -> SetUp:
    preset = table.name("preset", [item.name for item in list_presets()], _no_preset)
    data = table.name("data", [info.name for info in datasets.names()], _no_data)
    settings: dict[str, Any] = {}
    if table.has("settings"):
        for values in table.tables("settings"):
            settings |= read_settings(values)
    return SetUp(preset, data, settings)


def _look(table: Table) -> str:
    look = table.raw("look")
    if look is None:
        return ""
    if not isinstance(look, str):
        table.note("look", Phrase("“{key}” must be a name.", key="look"))
        return ""
    if look.startswith(STATION):
        table.name("look", [f"{STATION}{name}" for name in views_named()], _no_page)
    elif "." in look:
        if not is_setting(look):
            note_setting(table, "look", look)
    else:
        table.name("look", PLACES, _no_place)
    return look


def _question(table: Table) -> Question | None:
    if not table.has("question"):
        for key in ("choices", "answer"):
            if key in table:
                table.raw(key)
                table.note(key, Phrase("“{key}” belongs to a question, and there is none.", key=key))
        return None
    text = table.words("question")
    if not table.needed("choices") or not table.needed("answer"):
        table.raw("choices"), table.raw("answer")
        return None
    choices = table.list_of_words("choices", LEAST_CHOICES, MOST_CHOICES)
    answer = table.number("answer", 1, max(1, len(choices)), whole=True)
    return Question(text, choices, int(answer or 1))


def _with_figures(table: Table, key: str) -> LessonText:
    """Read words that may hold figures."""
    text = table.words(key)
    wrong: Iterable[str] = dict.fromkeys(
        name for words in text.by_language.values() for name in unknown_figures(words)
    )
    for name in wrong:
        if len(name) == 1:
            table.note(
                key, Phrase("A brace that stands for itself is written twice: {twice}.", twice=name * 2)
            )
        else:
            sentence = Phrase("There is no figure {name}.", name=visible(name[:60]))
            table.note(key, Phrase.joined((sentence, meant(name[1:-1], known_figures()))))
    return text


def _no_preset(name: str) -> Phrase:
    return Phrase("There is no preset “{name}”.", name=name)


def _no_data(name: str) -> Phrase:
    return Phrase("There is no data set “{name}” here.", name=name)


def _no_page(name: str) -> Phrase:
    return Phrase("There is no page “{name}”.", name=name)


def _no_place(name: str) -> Phrase:
    return Phrase("There is nothing called “{name}” to look at.", name=name)
