"""What a service answers with: a network as plain operations, proved to answer as the model does.

PyTorch is needed to make it, and not to run it. So that a service does without, a process beside it makes it and gives
it back as bytes; that process is this module, run as a program.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.deploy.about import About
from engine.deploy.web.format import WEB
from engine.deploy.web.packing import Packed, packed, unpacked
from engine.errors import NetSketchError, ServiceError
from engine.inputs.registry import kind_of
from engine.storage import model_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.deploy.operations import PlainNetwork
    from engine.inputs.kind import InputKind
    from engine.storage.model_file import SavedModel

MOST_IMAGES = 256  # in one request; of much work there are fewer
LIMIT = 1e-4  # by how much probabilities may differ from the model's
PROOF = 100  # images that they are compared by
MODULE = "engine.deploy.service.served"
PATIENCE = 0.1  # seconds between two looks whether to go on waiting


@dataclass(frozen=True, slots=True, eq=False)
class Served:
    """A model that is ready to answer without PyTorch.

    Attributes:
        network: Its operations.
        about: What there is to know of it.
        most_images: How many images one request may have.
    """

    network: PlainNetwork
    about: About
    most_images: int

    @property
    def form(self) -> tuple[int, ...]:
        """The shape of an example as it comes, ``(H, W)``, ``(H, W, C)`` or ``(F,)``."""
        return self.kind.form_of(self.network.image_shape)

    @property
    def kind(self) -> InputKind:
        """What it is asked about."""
        return kind_of(self.network.image_shape)

    def page(self) -> bytes:
        """Return the page on which one draws and this network answers; nothing where it takes no drawings."""
        return b"" if WEB.obstacle(self.network) else WEB.written(self.network, self.about)


def served(saved: SavedModel, name: str = "") -> Served:
    """Return a model as it is served, proved by some images; this loads PyTorch.

    Raises:
        NetSketchError: If it cannot leave the program, or would answer otherwise.
    """
    from engine.deploy.export import network_of, work_of
    from engine.deploy.proof import image_count, images_for, largest_difference, scale_of
    from engine.deploy.reference import probabilities
    from engine.inference import Recognizer

    if kind_of(saved.image_shape).per_place:
        raise ServiceError(
            "The model cannot be served.",
            cause="It takes text, and what is asked over HTTP are pictures and rows of numbers.",
            remedy="Export it as ONNX, or let it write by the command generate.",
        )
    network = network_of(saved)
    count = image_count(network, work_of(saved))
    images = images_for(saved.image_shape, min(count, PROOF), lambda: False, saved.features)
    recognizer = Recognizer.of(saved)
    difference = largest_difference(recognizer.probabilities(images), probabilities(network, images))
    limit = LIMIT * scale_of(saved)
    if not difference <= limit:  # nor is it where it is no number
        raise ServiceError(
            "The model cannot be served: it would answer otherwise.",
            cause="Of {count:,} examples, probabilities differ by up to {difference:.3g}, and {limit:.3g} is allowed.",
            remedy="Train the model again, with a lower learning rate if its weights are very large.",
            count=len(images),
            difference=difference,
            limit=limit,
        )
    about = replace(About.of(saved), name=name)
    return Served(network, about, max(1, min(MOST_IMAGES, count // 4)))


def served_from(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Served:
    """Return the model in a file as it is served, without PyTorch in this process where that can be had.

    Args:
        path: The model file.
        cancelled: Asked now and then whether to stop.

    Raises:
        NetSketchError: If it cannot be read, cannot leave the program, or would answer otherwise.
        Cancelled: If ``cancelled`` said so.
    """
    description = model_file.describe(path)
    content = _by_another_process(path, cancelled)
    if content:
        told = json.loads(content)
        network = unpacked(Packed(*told["network"]))
        return Served(network, replace(About.of(description), name=path.stem), told["most_images"])
    return served(model_file.load(path), path.stem)  # what went wrong there is told here, as it is everywhere


def _by_another_process(path: Path, cancelled: Callable[[], bool]) -> bytes:
    """Return what this module prints as a program; nothing where it fails, or cannot be run as one."""
    if getattr(sys, "frozen", False):
        return b""  # the interpreter is the program itself
    from engine.errors import Cancelled

    root = str(Path(__file__).parents[3])
    places = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", MODULE, os.path.abspath(path)],  # noqa: PTH100 - links stay
            env={**os.environ, "PYTHONPATH": places},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for this process, which ends that one
        )
    except OSError:
        return b""
    with process:
        while True:
            try:
                content, _ = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                if cancelled():
                    process.kill()
                    raise Cancelled from None
            except BaseException:
                process.kill()
                raise
            else:
                return b"" if process.returncode else content


def main(path: str) -> int:
    """Write the model in a file to standard output, as a page would hold it; return 0, or 2 where that fails."""
    import torch

    torch.set_num_threads(1)
    try:
        made = served(model_file.load(path))
    except NetSketchError:
        return 2
    print(json.dumps({"network": packed(made.network), "most_images": made.most_images}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
