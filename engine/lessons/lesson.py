"""What a lesson is: words, and steps that say what to look at and what is waited for."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any

from engine.language import ENGLISH
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.lessons.condition import Condition


@dataclass(frozen=True, slots=True)
class LessonText:
    """Words in one language or several.

    Attributes:
        by_language: Code of a language to the words; under an empty code those for every language.
    """

    by_language: Mapping[str, str]

    def said(self, language: str) -> str:
        """Return the words in a language, else in English, else in whatever language there is."""
        known = self.by_language
        found = (known[code] for code in (language, ENGLISH, "") if code in known)
        return next(found, next(iter(known.values()), ""))


NO_TEXT = LessonText({})


@dataclass(frozen=True, slots=True)
class Question:
    """Something to think about.

    Attributes:
        text: What is asked.
        choices: What may be answered.
        answer: Which of them is right, counted from 1.
    """

    text: LessonText
    choices: tuple[LessonText, ...]
    answer: int


@dataclass(frozen=True, slots=True)
class SetUp:
    """What a step offers to change, all at once and only when the person asks for it.

    Attributes:
        preset: Name of a preset; empty for none.
        data: Name of a data set, put in use after it; empty for none.
        settings: Settings by dotted paths, changed last.
    """

    preset: str = ""
    data: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether it changes anything."""
        return bool(self.preset or self.data or self.settings)


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        text: What it tells, a few sentences; an empty line parts paragraphs, ``*word*`` is emphasised.
        title: A heading; may be empty.
        set_up: What it offers to change.
        look: What is outlined, as ``engine.lessons.places`` reads it; may be empty.
        until: What is waited for; all of them.
        question: What is asked, or None.
        hint: What helps where it does not go on; may be empty.
        praise: What is said when it is done, with figures in braces; may be empty.
    """

    text: LessonText
    title: LessonText = NO_TEXT
    set_up: SetUp = SetUp()
    look: str = ""
    until: tuple[Condition, ...] = ()
    question: Question | None = None
    hint: LessonText = NO_TEXT
    praise: LessonText = NO_TEXT


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson.

    Attributes:
        key: Under which progress is kept: the name of its file.
        title: Its name.
        summary: What one learns, in a sentence.
        minutes: How long it takes.
        steps: Its steps in order.
    """

    key: str
    title: LessonText
    summary: LessonText
    minutes: int
    steps: tuple[Step, ...]
