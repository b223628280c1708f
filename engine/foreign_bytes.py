"""The one door for bytes that others made: whatever goes wrong in reading them becomes one error for a person.

Libraries raise what they stumble over, and no list of theirs is complete: on damaged files ``json`` runs out of stack,
NumPy's headers raise errors of Python's tokenizer, a codec the interpreter's own ``SystemError``, and safetensors a
panic that is no ``Exception``. So nothing is listed here. What is let through are the errors that are told already,
what the system says of the file, and what can only be a fault of this program.
"""

from __future__ import annotations

import errno
import json
import math
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

from engine.errors import NetSketchError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OWN_PACKAGES = ("engine.", "gui.")
OWN_FAULTS = (NameError, AssertionError, ImportError, NotImplementedError)
PLAIN = (str, bytes, int, float, list, tuple, dict, set, type(None))  # what parsers make: foreign by itself
OF_CONTENT = (
    errno.EINVAL,
    errno.EOVERFLOW,
    errno.EDOM,
    errno.ERANGE,
)  # the system, asked for places that are not


@contextmanager
def reading(
    refusal: Callable[[BaseException], Exception], *, told: tuple[type[Exception], ...] = ()
) -> Iterator[None]:
    """Make one error of whatever reading foreign bytes raises.

    Let through as they are: every ``NetSketchError``, ``told``, an ``OSError`` of the system (no permission, a disk
    that fails), a request to stop, and faults of this program's own code: a name, module or attribute that is not
    there.

    Args:
        refusal: Makes the error to raise; it is given what was raised, which becomes its cause.
        told: Further errors that whoever asked turns into words.
    """
    let_through: tuple[type[BaseException], ...] = (
        NetSketchError,
        KeyboardInterrupt,
        SystemExit,
        GeneratorExit,
    )
    try:
        yield
    except let_through + told:
        raise
    except OSError as error:
        if error.errno is not None and error.errno not in OF_CONTENT:
            raise
        raise refusal(error) from error
    except BaseException as error:
        if _is_own_fault(error):
            raise
        raise refusal(error) from error


def json_of(text: str | bytes, *, finite: bool = True) -> Any:
    """Return what JSON says.

    Args:
        text: JSON; bytes are UTF-8.
        finite: Whether numbers that are not finite, ``NaN`` and ``1e400`` among them, are refused.

    Raises:
        ValueError: If it is none, nested too deeply, or has such numbers or numbers of thousands of digits.
    """
    if isinstance(text, bytes):
        text = text.decode("utf-8")
    try:
        if not finite:
            return json.loads(text)
        return _FINITE.decode(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _not_finite(text)
    return number


def _not_finite(text: str) -> NoReturn:
    raise ValueError(f"no finite number: {text[:20]}")


_FINITE = json.JSONDecoder(parse_constant=_not_finite, parse_float=_finite)  # made once: there are many lines


def _is_own_fault(error: BaseException) -> bool:
    """Say whether an error lies in how this program is written, whatever the bytes were."""
    if isinstance(error, AttributeError):
        return _is_own_code(error.__traceback__) and not isinstance(error.obj, PLAIN)
    return isinstance(error, OWN_FAULTS) and _is_own_code(error.__traceback__)


def _is_own_code(traceback: TracebackType | None) -> bool:
    if traceback is None:
        return False
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    name = traceback.tb_frame.f_globals.get(
        "__name__"
    )  # not its file, which a packaged program does not tell
    return isinstance(name, str) and name.startswith(OWN_PACKAGES)
