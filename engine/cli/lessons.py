"""What the commands on lessons do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli.columns import cells, left
from engine.errors import ConfigError
from engine.language import spoken
from engine.lessons.problems import LessonError
from engine.lessons.reading import files_of, lesson_in
from engine.lessons.shipped import lessons
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from engine.cli.output import Output
    from engine.lessons.problems import LessonProblem


def list_lessons(output: Output) -> None:
    """Say each lesson's key, how long it takes, and what one learns in it."""
    language, found = spoken(), lessons()
    width = max((cells(lesson.key) for lesson in found), default=0)
    for lesson in found:
        title, summary = lesson.title.said(language), lesson.summary.said(language)
        output.record(
            key=lesson.key, title=title, summary=summary, minutes=lesson.minutes, steps=len(lesson.steps)
        )
        time = Phrase("{minutes} min", minutes=lesson.minutes)
        output.line(
            Phrase(
                "{key}  {time}  {title}: {summary}",
                key=left(lesson.key, width),
                time=time,
                title=title,
                summary=summary,
            )
        )


def check_lessons(paths: Sequence[Path], output: Output) -> None:
    """Say of each lesson what is wrong with it, or how many steps it has.

    Raises:
        ConfigError: If something is wrong with one of them.
    """
    count = 0
    for path in paths:
        try:
            files = files_of(path)
        except LessonError as error:
            count += _tell(path, error.problems, output)
            continue
        for file in files:
            try:
                lesson = lesson_in(file)
            except LessonError as error:
                count += _tell(file, error.problems, output)
            else:
                output.record(file=str(file), usable=True, steps=len(lesson.steps))
                output.line(Phrase("{file}: usable, {count} steps", file=file, count=len(lesson.steps)))
    if count:
        places = Phrase("{count} places", count=count) if count > 1 else Phrase("one place")
        raise ConfigError(
            "Something is wrong in {places}.", remedy="Mend it, and check again.", places=places
        )


def _tell(file: Path, problems: Sequence[LessonProblem], output: Output) -> int:
    """Say what is wrong with a file, and return how much."""
    for problem in problems:
        output.record(file=str(file), usable=False, line=problem.line, message=str(problem.sentence))
        place = f"{file}:{problem.line}" if problem.line else str(file)
        output.line(Phrase("{place}: {sentence}", place=place, sentence=problem.sentence))
    return len(problems)
