"""From PyTorch's own modules to plain operations, as they compute outside of training."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from torch import nn

from engine.layers.modules import Dropout
from engine.layers.operations import (
    Activate,
    Affine,
    Convolution,
    Dense,
    Flatten,
    Norm,
    Operation,
    Pad,
    Shrink,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor


def operations_of(module: nn.Module) -> tuple[Operation, ...] | None:
    """Return what a module computes outside of training; None where a part of it is none that is known here.

    Args:
        module: One of PyTorch's own, or several in a row.
    """
    if isinstance(module, nn.Sequential):
        found: list[Operation] = []
        for part in module:
            operations = operations_of(part)
            if operations is None:
                return None
            found += operations
        return tuple(_joined(found))
    for kind in type(module).__mro__:
        if kind in KNOWN:
            return KNOWN[kind](module)
    return None


def _joined(operations: list[Operation]) -> Iterator[Operation]:
    """Give zeros in front of a convolution to it: those who write it can leave them out."""
    pad: Pad | None = None
    for operation in operations:
        if pad is not None and isinstance(operation, Convolution) and not operation.before + operation.behind:
            yield replace(operation, before=pad.before, behind=pad.behind)
            pad = None
            continue
        if pad is not None:
            yield pad
        pad = operation if isinstance(operation, Pad) else None
        if pad is None:
            yield operation
    if pad is not None:
        yield pad


def floats(values: Tensor) -> NDArray[np.float32]:
    """Return the numbers of a tensor as an array of their own."""
    array: NDArray[np.float32] = values.detach().cpu().float().contiguous().numpy().copy()
    return array


def norm_of(module: nn.LayerNorm) -> Norm:
    """Return the norm over the numbers of a step."""
    return Norm(floats(module.weight), floats(module.bias), module.eps)


def _dense(module: nn.Linear) -> tuple[Operation, ...]:
    return (Dense(floats(module.weight), floats(module.bias)),)


def _convolution(module: nn.Conv2d) -> tuple[Operation, ...] | None:
    weight, padding, stride = module.weight, module.padding, module.stride
    usual = module.groups == 1 and set(module.dilation) == {1} and module.padding_mode == "zeros"
    if not usual or isinstance(padding, str) or module.bias is None:
        return None
    if len({*padding}) > 1 or len({*stride}) > 1 or weight.shape[2] != weight.shape[3]:
        return None
    return (Convolution(floats(weight), floats(module.bias), stride[0], padding[0], padding[0]),)


def _pad(module: nn.ZeroPad2d) -> tuple[Operation, ...] | None:
    left, right, top, bottom = module.padding
    return (Pad(left, right),) if (left, right) == (top, bottom) else None


def _shrink(module: nn.MaxPool2d | nn.AvgPool2d) -> tuple[Operation, ...] | None:
    side = module.kernel_size
    if not isinstance(side, int) or module.stride != side or module.padding or module.ceil_mode:
        return None
    return (Shrink(side, isinstance(module, nn.MaxPool2d)),)


def _batch_norm(module: nn.BatchNorm1d | nn.BatchNorm2d) -> tuple[Operation, ...] | None:
    mean, variance = module.running_mean, module.running_var
    if mean is None or variance is None or not module.affine:
        return None
    scale = module.weight.double() / (variance.double() + module.eps).sqrt()
    return (Affine(floats(mean), floats(scale), floats(module.bias)),)


def _function(name: str) -> Callable[[nn.Module], tuple[Operation, ...]]:
    return lambda _module: (Activate(name),)


def _gelu(module: nn.GELU) -> tuple[Operation, ...] | None:
    return (Activate("gelu"),) if module.approximate == "none" else None


def _flatten(module: nn.Flatten) -> tuple[Operation, ...] | None:
    return (Flatten(),) if (module.start_dim, module.end_dim) == (1, -1) else None


def _nothing(module: nn.Module) -> tuple[Operation, ...]:
    del module
    return ()


KNOWN: dict[type[nn.Module], Callable[[Any], tuple[Operation, ...] | None]] = {
    nn.Linear: _dense,
    nn.Conv2d: _convolution,
    nn.ZeroPad2d: _pad,
    nn.MaxPool2d: _shrink,
    nn.AvgPool2d: _shrink,
    nn.BatchNorm1d: _batch_norm,
    nn.BatchNorm2d: _batch_norm,
    nn.LayerNorm: lambda module: (norm_of(module),),
    nn.ReLU: _function("relu"),
    nn.LeakyReLU: lambda module: (Activate("leaky_relu", module.negative_slope),),
    nn.Tanh: _function("tanh"),
    nn.Sigmoid: _function("sigmoid"),
    nn.GELU: _gelu,
    nn.SiLU: _function("silu"),
    nn.Flatten: _flatten,
    nn.Identity: _nothing,
    Dropout: _nothing,
}
"""What each of PyTorch's modules becomes; a kind of layer with a module of its own says it by itself."""
