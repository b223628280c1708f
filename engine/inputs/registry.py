"""The kinds of input there are: a new one is one file beside this and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.inputs import numbers, picture, text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.inputs.kind import InputKind, Shape

INPUT_KINDS: dict[str, InputKind] = {kind.name: kind for kind in (picture.KIND, numbers.KIND, text.KIND)}


def kind_of(shape: Shape) -> InputKind:
    """Return the kind of input that a network takes whose examples have such a shape.

    Args:
        shape: ``(C, H, W)``, ``(F,)`` or ``(T, alphabet)``.

    Raises:
        ValueError: If there is none.
    """
    for kind in INPUT_KINDS.values():
        if kind.takes(shape):
            return kind
    raise ValueError(f"no kind of input has the shape {shape}")


def is_example(example: NDArray[Any] | None, shape: Shape) -> bool:
    """Whether an example as a data set keeps it is one that a network takes.

    Args:
        example: Such as ``(28, 28)`` uint8 or ``(F,)`` float32; None for none.
        shape: What the network takes.
    """
    kind = kind_of(shape)
    return example is not None and kind.holds(example[None]) and example.shape == kind.form_of(shape)


def kind_holding(examples: NDArray[Any]) -> InputKind | None:
    """Return the kind of input that examples ``(N, …)`` are, as a data set keeps them; None where they are none."""
    return next((kind for kind in INPUT_KINDS.values() if kind.holds(examples)), None)
