"""Writes a network as C source, and runs it to compare: compiled by what C compiler there is."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from engine.deploy.c.source import source_of, text_of
from engine.deploy.export_format import ExportFormat
from engine.deploy.stopping import run
from engine.deploy.weights import Weights
from engine.errors import ExportError
from engine.inputs.registry import kind_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from engine.deploy.about import About
    from engine.deploy.c.source import Source
    from engine.deploy.export_format import Footprint
    from engine.deploy.operations import PlainNetwork

COMPILERS = ("cc", "gcc", "clang")
FLAGS = ("-std=c99", "-O3")  # without warnings, of which compilers to come have others; tests ask for all
MOST_WEIGHTS = 1_000_000
SECONDS = 120.0


class CFormat(ExportFormat):
    """One file of C."""

    name: ClassVar[str] = "c"
    title: ClassVar[Phrase] = Phrase("C source")
    use: ClassVar[Phrase] = Phrase(
        "For microcontrollers and programs in C: one file, nothing but the math library."
    )
    ending: ClassVar[str] = ".c"
    weights: ClassVar[tuple[Weights, ...]] = (Weights.FLOAT32, Weights.INT8, Weights.INT4)
    not_held: ClassVar[Mapping[Weights, Phrase]] = {
        Weights.FLOAT16: Phrase("C99 has no floating-point numbers of 16 bits.")
    }

    def obstacle(self, network: PlainNetwork) -> Phrase:
        """Return why it would be too much for C, or which operation there is no function for."""
        if kind_of(network.image_shape).per_place:
            return Phrase("It takes text, and the source is written for images of bytes. ONNX takes text.")
        count = sum(array.size for array in network.arrays())
        if count > MOST_WEIGHTS:
            return Phrase(
                "It has {count:,} weights, and source is written of at most {most:,}.",
                count=count,
                most=MOST_WEIGHTS,
            )
        if source_of(network) is None:
            return Phrase("One of its operations is not written in C yet.")
        return Phrase("")

    def footprint(self, network: PlainNetwork, weights: Weights = Weights.FLOAT32) -> Footprint:
        """Return what the source says of itself."""
        return _source(network, weights).footprint

    def written(self, network: PlainNetwork, about: About, weights: Weights = Weights.FLOAT32) -> bytes:
        """Return the source, in ASCII."""
        return text_of(_source(network, weights), network, about).encode("ascii")

    def answers(self, content: bytes, images: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Compile the source and run it.

        Raises:
            ExportError: If there is no compiler, it refuses the source, or what it makes of it does not run.
        """
        compiler = _compiler()
        with tempfile.TemporaryDirectory(prefix="netsketch-", ignore_cleanup_errors=True) as folder:
            source, program = Path(folder, "network.c"), Path(folder, "network.exe")
            source.write_bytes(content)
            compiling = [
                compiler,
                *FLAGS,
                "-DDIGIT_MAIN",
                "-DNUMBERS_MAIN",
                str(source),
                "-o",
                str(program),
                "-lm",
            ]
            try:
                _run(compiling, b"", folder)
            except _Failed as error:
                raise _refused(
                    Phrase("The compiler says: {reason}", reason=error.reason),
                    Phrase("Try another compiler."),
                ) from error
            try:
                said = _run([str(program)], _given(images), folder)
            except _Failed as error:
                raise _refused(
                    Phrase("Compiled, it does not answer: {reason}", reason=error.reason),
                    Phrase("Use fewer or smaller layers, or another compiler."),
                ) from error
        numbers = np.array(said.split(), dtype=np.float32)
        if not len(images) or numbers.size % len(images):
            return np.zeros((0, 0), np.float32)
        return numbers.reshape(len(images), -1)


def _given(examples: NDArray[Any]) -> bytes:
    """Return what the program reads: the bytes of images, or rows of numbers in as many digits as give them back."""
    if examples.dtype == np.uint8:
        return np.ascontiguousarray(examples).tobytes()
    return "\n".join(" ".join(f"{value:.9g}" for value in row) for row in examples.tolist()).encode()


def _source(network: PlainNetwork, weights: Weights) -> Source:
    source = source_of(network, weights)
    assert source is not None, "an obstacle would have said so"
    return source


class _Failed(Exception):
    """A command did not do what it was to; ``reason`` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _compiler() -> str:
    for name in COMPILERS:
        found = shutil.which(name)
        if found:
            return found
    raise ExportError(
        "There is no C compiler to prove the export with.",
        cause="What is written in C is compiled and asked, to see that it answers as the model does.",
        remedy="Install gcc or clang.",
    )


def _run(command: list[str], given: bytes, folder: str) -> bytes:
    """Return what a command says of what it is given.

    Raises:
        _Failed: If it cannot be run, takes too long, or fails.
    """
    surroundings = {**os.environ, "LC_ALL": "C"}
    try:
        code, said, errors = run(command, given, folder=folder, environment=surroundings, seconds=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise _Failed(Phrase("it took longer than {seconds:g} seconds.", seconds=SECONDS)) from error
    except OSError as error:
        raise _Failed(str(error)) from error
    if code:
        reason = " ".join(errors.decode(errors="replace")[-300:].split())
        raise _Failed(reason or Phrase("it ended with the code {code}.", code=code))
    return said


def _refused(cause: Phrase, remedy: Phrase) -> ExportError:
    return ExportError("The C source could not be proved.", cause=cause, remedy=remedy)


C = CFormat()
