"""The moments of a run, and which of them are worth keeping the weights of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.records import dataclass

if TYPE_CHECKING:
    from engine.training.events import EpochDone, ModelSnapshot

MOST_EPOCHS = 256  # whose ends are kept; of a longer run every second, third … one


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of a run.

    Attributes:
        step: Steps done; 0 is the untrained network.
        epoch: Epochs finished.
    """

    step: int
    epoch: int


class MomentChoice:
    """Chooses which snapshots of a run are kept: the untrained network, early steps, and the ends of epochs.

    Args:
        epochs: Epochs planned.
    """

    def __init__(self, epochs: int) -> None:
        self._epochs = epochs
        self._epoch_step = -1  # the last step of the newest epoch that is kept

    def note(self, epoch: EpochDone) -> None:
        """Note that an epoch is done; the snapshot of its end follows."""
        if is_kept_epoch(epoch.epoch, self._epochs):
            self._epoch_step = epoch.step

    def keeps(self, snapshot: ModelSnapshot) -> bool:
        """Tell whether a snapshot is to be kept."""
        return snapshot.step in (0, self._epoch_step) or is_early(snapshot.step)


def is_early(step: int) -> bool:
    """Tell whether the weights after this step are worth a look of their own: 1, 2, 4, 8 …, dense at the beginning."""
    return step > 0 and step & (step - 1) == 0


def steps_to_early(step: int) -> int:
    """Return how many steps after this one the next such moment comes."""
    return (1 << step.bit_length()) - step


def is_kept_epoch(epoch: int, epochs: int) -> bool:
    """Tell whether the weights after this epoch are kept: each one's, but for runs of very many short epochs.

    Args:
        epoch: Its number, counted from 1.
        epochs: Epochs planned.
    """
    return epoch % -(-epochs // MOST_EPOCHS) == 0 or epoch == epochs
