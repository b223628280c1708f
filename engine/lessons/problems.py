"""What is wrong with a lesson, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import NetSketchError
from engine.lessons.lines import line_at
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from engine.lessons.lines import Path

MOST_PROBLEMS = 50  # that are told of one file
MOST_TOLD = 5  # of them in one sentence


@dataclass(frozen=True, slots=True)
class LessonProblem:
    """Something that is wrong.

    Attributes:
        line: Where, counted from 1; 0 for the file as a whole.
        sentence: What, and what to do.
    """

    line: int
    sentence: Phrase

    @property
    def told(self) -> Phrase:
        """The sentence behind its line."""
        if not self.line:
            return self.sentence
        return Phrase("Line {line}: {sentence}", line=self.line, sentence=self.sentence)


class LessonError(NetSketchError):
    """A lesson cannot be used as it is written.

    Args:
        name: Of its file.
        problems: All that is wrong, in the order of its lines.
    """

    def __init__(self, name: str, problems: tuple[LessonProblem, ...]) -> None:
        super().__init__(
            "“{name}” is no lesson that can be used. {wrong}",
            remedy="Mend it and open it again.",
            name=name,
            wrong=Phrase.joined(problem.told for problem in problems[:MOST_TOLD]),
        )
        self.name = name
        self.problems = problems


class Problems:
    """Collects what is wrong while a lesson is read.

    Args:
        lines: Where what stands.
    """

    def __init__(self, lines: Mapping[Path, int]) -> None:
        self._lines = lines
        self._found: list[LessonProblem] = []

    def note(self, path: Path, sentence: Phrase) -> None:
        """Note what is wrong at a place."""
        if len(self._found) < MOST_PROBLEMS:
            self._found.append(LessonProblem(line_at(self._lines, path), sentence))

    def all(self) -> tuple[LessonProblem, ...]:
        """Return all of it in the order of the lines."""
        return tuple(sorted(self._found, key=lambda problem: problem.line))
