"""The errors that people see: what happened, why, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.settings import Problem

CANCELLED = Phrase("Cancelled.")


class NetSketchError(Exception):
    """Base of every error that is shown to a person instead of a traceback.

    The sentences are templates with named places, so that a window can translate them before they are filled:
    ``DataError("There are no images in “{name}”.", name=path.name)``. Without values they are taken as they are.

    Args:
        what: One sentence that says what happened.
        cause: One sentence that says why, if that is known.
        remedy: One sentence that says what the person can do.
        values: What fills the places of all three; a ``Phrase`` brings its own.

    Attributes:
        what: What happened, filled.
        cause: Why, or an empty phrase.
        remedy: What the person can do, or an empty phrase.
    """

    def __init__(self, what: str, *, cause: str = "", remedy: str = "", **values: object) -> None:
        super().__init__(what, cause, remedy)
        self.what = Phrase(what, **values)
        self.cause = Phrase(cause, **values)
        self.remedy = Phrase(remedy, **values)

    def sentences(self, translate: Callable[[str], str] = str) -> tuple[str, str, str]:
        """Return what happened, why, and what to do; empty where nothing was said.

        Args:
            translate: Turns a template into another language.
        """
        return (
            self.what.translated(translate),
            self.cause.translated(translate),
            self.remedy.translated(translate),
        )

    def __str__(self) -> str:
        return " ".join(part for part in self.sentences() if part)


class ConfigError(NetSketchError):
    """A setting, a preset or an experiment file is not usable.

    Args:
        what: One sentence that says what happened.
        problems: The settings at fault, where they are known.
        cause: One sentence that says why.
        remedy: One sentence that says what to do.
        values: What fills the placeholders.
    """

    def __init__(
        self,
        what: str,
        *,
        problems: tuple[Problem, ...] = (),
        cause: str = "",
        remedy: str = "",
        **values: object,
    ) -> None:
        super().__init__(what, cause=cause, remedy=remedy, **values)
        self.problems = problems


class DataError(NetSketchError):
    """Data are missing, damaged or of the wrong form."""


class TooLargeError(DataError):
    """Data are larger than this program takes."""


class ModelError(NetSketchError):
    """A network cannot be built as described."""


class ModelFileError(NetSketchError):
    """A model file is damaged, foreign or newer than this program."""


class ExportError(NetSketchError):
    """A model cannot leave the program in the form asked for, or would answer otherwise there."""


class ServiceError(NetSketchError):
    """A service cannot be started."""


class RunError(NetSketchError):
    """A run on disk is missing, damaged, in use, or cannot be gone on with."""


class TrainingError(NetSketchError):
    """Training could not start or could not go on."""


class Cancelled(NetSketchError):
    """The person stopped a long operation; nothing was changed."""

    def __init__(self, what: str = CANCELLED) -> None:
        super().__init__(what)
