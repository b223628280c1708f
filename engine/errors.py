"""The errors that people see: what happened, why, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.settings import Problem


class NetSketchError(Exception):
    """Base of every error that is shown to a person instead of a traceback.

    Args:
        what: One sentence that says what happened.
        cause: One sentence that says why, if that is known.
        remedy: One sentence that says what the person can do.
    """

    def __init__(self, what: str, *, cause: str = "", remedy: str = "") -> None:
        super().__init__(what, cause, remedy)
        self.what = what
        self.cause = cause
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.cause, self.remedy) if part)


class ConfigError(NetSketchError):
    """A setting, a preset or an experiment file is not usable.

    Args:
        what: One sentence that says what happened.
        problems: The settings at fault, where they are known.
        cause: One sentence that says why.
        remedy: One sentence that says what to do.
    """

    def __init__(
        self, what: str, *, problems: tuple[Problem, ...] = (), cause: str = "", remedy: str = ""
    ) -> None:
        super().__init__(what, cause=cause, remedy=remedy)
        self.problems = problems


class DataError(NetSketchError):
    """Data are missing, damaged or of the wrong form."""


class ModelError(NetSketchError):
    """A network cannot be built as described."""


class ModelFileError(NetSketchError):
    """A model file is damaged, foreign or newer than this program."""


class TrainingError(NetSketchError):
    """Training could not start or could not go on."""


class Cancelled(NetSketchError):
    """The person stopped a long operation; nothing was changed."""

    def __init__(self, what: str = "Cancelled.") -> None:
        super().__init__(what)
