"""What is wrong with lessons that somebody wrote, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.look.words import translate_engine
from gui.widgets import text_dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QDialog, QWidget

    from engine.lessons.problems import LessonError


def lesson_mistakes(parent: QWidget, errors: Sequence[LessonError]) -> QDialog:
    """Return a dialog that tells all mistakes of each lesson.

    Args:
        parent: Above which it opens.
        errors: One for each lesson that cannot be used.
    """
    dialog = text_dialog.details(parent, _summary, lambda: "\n\n".join(map(_mistakes, errors)))
    dialog.setObjectName("lessonMistakes")
    return dialog


def _summary() -> str:
    return QCoreApplication.translate(
        "LessonMistakes",
        "These lessons cannot be used as they are written. Mend them line by line, and open them again.",
    )


def _mistakes(error: LessonError) -> str:
    return "\n".join([error.name, *(translate_engine(problem.told) for problem in error.problems)])
