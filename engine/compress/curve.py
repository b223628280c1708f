"""How accuracy falls with the amount: one point for each, now and after fine-tuning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.compress.trial import Trial, attempt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.compress.method import Method
    from engine.compress.trial import Doing
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel


def curve(
    saved: SavedModel,
    method: Method,
    split: Split,
    *,
    amounts: Sequence[float] | None = None,
    finetune: int = 0,
    test: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[tuple[float, Doing | Trial]]:
    """Try one amount after the other; arguments as for ``attempt``.

    Args:
        saved: The model.
        method: How.
        split: The data it was trained on.
        amounts: How much; those of the method by default.
        finetune: Epochs of fine-tuning after each.
        test: Whether to measure on the test images, too.
        cancelled: Asked now and then whether to give up.

    Yields:
        The share of the whole that is done, 0 to 1, and what the try tells.
    """
    steps = method.amount.steps if amounts is None else tuple(amounts)
    for number, amount in enumerate(steps):
        for told in attempt(
            saved, method, amount, split, finetune=finetune, test=test, control=False, cancelled=cancelled
        ):
            done = 1.0 if isinstance(told, Trial) else told.share
            yield (number + done) / len(steps), told
