"""The processes of one training, once they have met: tensors are added up over all of them, or handed to all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import torch

from engine.errors import TrainingError
from engine.training.ranks.place import LostRankError

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor
    from torch.distributed import Work

    from engine.training.ranks.place import Place

SLICE = timedelta(seconds=1)  # after which a waiting process hears signals
PATIENCE = 300  # seconds until one that does not answer is given up
SHORT_PATIENCE = 25  # once this process was asked to end; torchrun kills after 30


class Ranks:
    """What a process asks of the others; all of them have to call the same in the same order.

    Args:
        place: Which process this is.
        group: Through which they are reached, on the processor.
        make_cards_group: Makes that of graphics cards, once it is needed.
        failure: Tells what a process that failed has said, or an empty string.

    Attributes:
        rank: The number of this process, from 0.
        world: How many there are.
        heard: Called in the first process with 1 where another was asked to stop, and with 2 where the system wants it
            to end.
        asked: Says whether this process was asked to end: 0, 1 or 2, as ``heard`` takes it.
    """

    def __init__(
        self,
        place: Place,
        group: Any,
        *,
        make_cards_group: Callable[[], Any] | None = None,
        failure: Callable[[], str] = str,
    ) -> None:
        self.place, self.rank, self.world = place, place.rank, place.world
        self.heard: Callable[[int], None] = lambda wish: None
        self.asked: Callable[[], int] = int
        self._group = group
        self._make_cards_group, self._cards_group = make_cards_group, group
        self._failure = failure

    @property
    def leads(self) -> bool:
        """Whether this is the first process."""
        return self.rank == 0

    def sum(self, tensor: Tensor) -> Tensor:
        """Add up a tensor of the same shape over all processes, in place, and return it."""
        self._finish(lambda group: group.allreduce([tensor]), tensor)
        return tensor

    def hand(self, tensor: Tensor) -> Tensor:
        """Give the tensor of the first process to all others, in place, and return it."""
        # places of characters have a type that is not sent by itself
        sent = tensor.view(torch.uint8) if tensor.dtype is torch.uint16 else tensor
        self._finish(lambda group: group.broadcast(sent, 0), sent)
        return tensor

    def agree(self, value: bool) -> bool:
        """Return what the first process says, yes or no."""
        return bool(self.hand(torch.tensor([int(value)])))

    def agree_on_device(self, device: torch.device | None) -> torch.device:
        """Return the device that all work on, as the first process has chosen it.

        Args:
            device: In the first process, what it would take.

        Raises:
            TrainingError: If a machine has fewer graphics cards than processes, or it is a device that cannot be
                shared.
        """
        kinds = ("cpu", "cuda", "mps")
        chosen = kinds.index("cpu" if device is None else device.type)
        kind = kinds[int(self.hand(torch.tensor([chosen])))]
        if kind == "mps":
            raise TrainingError(
                "Several processes cannot share the work on this graphics card.",
                remedy="Set the device to CPU, or train with one process.",
            )
        if kind == "cpu":
            return torch.device("cpu")
        cards = torch.cuda.device_count()
        if self.place.local_rank >= cards:
            raise TrainingError(
                "A machine has fewer graphics cards than processes of this training.",
                cause="It has {cards}, and {processes} processes.",
                remedy="Start as many processes as there are cards, or set the device to CPU.",
                cards=cards,
                processes=self.place.local_world,
            )
        torch.cuda.set_device(self.place.local_rank)
        if self._make_cards_group is not None and self._cards_group is self._group:
            self._cards_group = self._make_cards_group()
        return torch.device("cuda")

    def _finish(self, begin: Callable[[Any], Work], tensor: Tensor) -> None:
        """Do something together; while it waits for the others, this process hears signals every second.

        Raises:
            LostRankError: If another process has ended, or does not answer.
        """
        on_card = tensor.device.type != "cpu"
        waited = 0
        try:
            work = begin(self._cards_group if on_card else self._group)
            while not on_card:
                try:
                    work.wait(SLICE)
                except RuntimeError:
                    waited += 1
                    if work.is_completed() or waited >= (SHORT_PATIENCE if self.asked() else PATIENCE):
                        raise
                else:
                    return
            work.wait()  # until it is queued on the card
        except RuntimeError as error:
            raise lost(self._failure()) from error


def lost(said: str) -> LostRankError:
    """Return the error of a process that another one has left.

    Args:
        said: What the other has said of it, or an empty string.
    """
    if said:
        return LostRankError(
            "Another process of this training has failed, and the training with it.",
            cause="It says: {said}",
            said=said,
        )
    return LostRankError(
        "Another process of this training was ended or is out of reach, and the training ends with it."
    )
