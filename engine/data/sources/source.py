"""What a data set must tell and do to be one of the program's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from engine.goals.registry import CLASSES
from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from engine.config import DataConfig
    from engine.data.dataset import Dataset

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class DatasetInfo:
    """What a person should know of a data set, and what the program asks of it rather than its name.

    Attributes:
        name: As in the settings, such as ``mnist``.
        title: As a person reads it.
        description: One or two sentences.
        needs_download: Whether it comes over the network when it is not on this computer.
        has_drawn_digits: Whether digits of this program are in it, so that their settings matter.
        is_built_in: Whether the program makes it itself, so that it is always there.
        is_imported: Whether a person brought it in, and may remove it again.
        is_own: Whether its examples are a person's own: drawn, put down or brought in.
        holds: Names of the data sets whose images are in it, too.
        kind: The kind of input, a name of ``engine.inputs.registry``.
        goal: What a network is to give for an example, a name of ``engine.goals.registry``.
        has_plane: Whether the settings of points on a plane make it.
        text: Names of the settings of texts that decide it; none where it is no text.
    """

    name: str
    title: str
    description: str
    needs_download: bool = False
    has_drawn_digits: bool = False
    is_built_in: bool = False
    is_imported: bool = False
    is_own: bool = False
    holds: tuple[str, ...] = ()
    kind: str = "picture"
    goal: str = CLASSES.name
    has_plane: bool = False
    text: tuple[str, ...] = ()


class Source(Protocol):
    """Where the images of one data set come from."""

    @property
    def info(self) -> DatasetInfo:
        """What a person should know of it."""

    def key(self, config: DataConfig, /) -> Hashable | None:
        """Return what decides the images, or None if they are not on this computer; must be quick."""

    def parts(
        self, config: DataConfig, progress: Progress | None, cancelled: IsCancelled | None, /
    ) -> tuple[Dataset, Dataset]:
        """Return training and test images, no image in both.

        Args:
            config: Settings; the name of the data set and its division are not its business.
            progress: Told what is done and which share of it, 0 to 1.
            cancelled: Asked many times a second whether to stop.

        Raises:
            DataError: If they cannot be had.
            Cancelled: If ``cancelled`` said so.
        """
