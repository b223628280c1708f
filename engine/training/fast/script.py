"""Loops of many small steps in one call, in which Python has no part and its lock is free for the window.

A step of a small network is some thirty calls of PyTorch of a few microseconds each. One by one from Python, they take
a fifth longer, and after each of them the training thread asks for Python's lock again, which the window holds while it
paints. PyTorch's script compiler turns a function into such calls without Python between them.

The compiler is no longer developed, so nothing depends on it: what it is given is plain Python too and gives the same
numbers to the bit, and where it is missing or refuses, that is what runs. See docs/adr/0008.
"""

from __future__ import annotations

import functools
import logging
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import torch

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST_CALLS = 8  # of functions by functions; to put in place what is there already costs nothing

log = logging.getLogger(__name__)


@functools.cache
def scripted(function: Callable[..., None]) -> Callable[..., None]:
    """Return ``function`` compiled, or as it is where that cannot be done.

    Args:
        function: A function of tensors, numbers, lists and named tuples that returns nothing.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            compiled = torch.jit.script(function)
        as_written = torch.jit.optimized_execution  # type: ignore[attr-defined]
        with as_written(should_optimize=False), suppress(AttributeError):
            put_calls_in_place(compiled.graph)
    except Exception as error:  # noqa: BLE001 - a version that lost the compiler says so in its own way
        log.info("Steps go through Python one by one: %s", error)
        return function

    @functools.wraps(function)
    def run(*arguments: Any) -> None:
        # There is nothing to fuse, and trying takes time; in inference mode each call is a little shorter.
        with as_written(should_optimize=False), torch.inference_mode():
            compiled(*arguments)

    return run


def put_calls_in_place(graph: torch.Graph) -> None:
    """Replace each call of a function in a compiled graph by what the function does.

    The compiler does so only where it optimises, and a call takes as long as a product of small tensors.
    """
    for _ in range(DEEPEST_CALLS):
        torch._C._jit_pass_inline(graph)
