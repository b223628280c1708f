"""The commands ``captions train``, ``captions find`` and ``captions read``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from pydantic import ValidationError

from engine.atomic import check_writable, with_ending
from engine.captions.pictures import UNSEEN_START, described
from engine.captions.plan import Plan
from engine.captions.words import is_true, parsed, sentence
from engine.cli.exposure import parsed_whole
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress
from engine.data.image_file import read_image
from engine.data.ink import SIZE, normalize_image
from engine.errors import ConfigError, DataError
from engine.language import spoken
from engine.settings import problems_of
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.captions.finding import Finder, Told
    from engine.cli.output import Output

MOST_FOUND = 1000
SEARCHED = 10_000  # generated digits that nothing was learnt from
GENERATED = "generated"


def plan_of(settings: dict[str, str | None]) -> Plan:
    """Return what the flags ask for; what none says is as usual.

    Raises:
        ConfigError: If one of them cannot be used.
    """
    try:
        return Plan.model_validate({name: value for name, value in settings.items() if value is not None})
    except ValidationError as error:
        problem = problems_of(error)[0]
        raise ConfigError(
            "--{flag} {problem}.", flag=problem.path.replace("_", "-"), problem=problem.message
        ) from error


def train_captions(plan: Plan, out: Path, output: Output) -> None:
    """Train a caption model and save it; after Ctrl-C what was learnt until then.

    Raises:
        Cancelled: If Ctrl-C came before anything was learnt.
        NetSketchError: If it cannot be trained or saved.
    """
    from engine.captions import file

    path = with_ending(out, file.SUFFIX)
    check_writable(path)
    _use_one_thread()
    from engine.captions.training import Learnt, Trained, train

    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        for event in train(plan, interrupt):
            if isinstance(event, Learnt):
                output.record(event="learnt", step=event.step, loss=event.loss, seconds=event.seconds)
                words = Phrase("Step {step:,} of {steps:,}", step=event.step, steps=plan.steps)
                progress(words, event.step / plan.steps)
            elif isinstance(event, Trained):
                file.save(path, event.model, plan, event.step)
                output.record(event="finished", path=str(path), step=event.step, seconds=event.seconds)
                output.line(
                    Phrase(
                        "{step:,} steps in {seconds:.1f} s. Saved to {path}.",
                        step=event.step,
                        seconds=event.seconds,
                        path=str(path),
                    )
                )
            else:
                progress(Phrase("Drawing digits"), 0.0)


def find_pictures(path: Path, caption: str, count: str, data: str, output: Output) -> None:
    """Say which pictures a caption is likeliest of.

    Args:
        path: The caption model.
        caption: The sentence.
        count: How many pictures are told.
        data: ``generated``, or a data set of drawings, whose test images are searched.
        output: Where to say it.

    Raises:
        NetSketchError: If the model or the data cannot be had, or the caption says nothing that is known.
    """
    wanted, most = parsed(caption), parsed_whole(count, "--count")
    if not 1 <= most <= MOST_FOUND:
        raise ConfigError(
            "“{text}” is no number for {flag}.",
            remedy="Give a whole number from 1 to {most:,}.",
            text=count,
            flag="--count",
            most=MOST_FOUND,
        )
    finder = _finder(path)
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        facts: NDArray[np.int64] | None = None
        if data == GENERATED:
            drawn = described(SEARCHED, start=UNSEEN_START, cancelled=interrupt)
            images, facts = drawn.images, drawn.facts
            names = [sentence(of_it) for of_it in facts]
        else:
            images, names = _images_of(data, progress, interrupt)
        likeness = finder.find(wanted, finder.places_of_pictures(images))
    for rank, index in enumerate(np.argsort(-likeness, kind="stable")[:most].tolist(), start=1):
        found = {"rank": rank, "image": index, "likeness": float(likeness[index])}
        true = None if facts is None else bool(is_true(wanted[None], facts[index, None])[0, 0])
        output.record(caption=sentence(wanted), **found, shows=names[index], true=true)
        output.line(
            Phrase(
                "{rank}. image {image:,}: {name}, likeness {likeness:.3f}",
                name=names[index] if facts is None else _said(facts[index]),
                **found,
            )
        )


def read_pictures(path: Path, images: Sequence[Path], output: Output) -> None:
    """Say which sentence fits each picture.

    Raises:
        NetSketchError: If the model or a picture cannot be read.
    """
    finder = _finder(path)
    for image in images:
        pixels = normalize_image(read_image(image))
        if not pixels.any():
            raise DataError(
                "“{image}” shows nothing.", remedy="Use a picture of ink on plain paper.", image=image
            )
        told = finder.read(finder.places_of_pictures(pixels[None])[0])
        output.record(image=str(image), **_record(told[0]), others=[_record(each) for each in told[1:]])
        output.line(
            Phrase(
                "{image}: {caption}, likeness {likeness:.3f}",
                image=str(image),
                caption=_said(told[0].caption),
                likeness=told[0].likeness,
            )
        )


def _record(told: Told) -> dict[str, Any]:
    return {"caption": sentence(told.caption), "likeness": told.likeness}


def _said(caption: NDArray[np.int64]) -> str:
    """Return a caption in the language spoken, as far as captions know it."""
    return sentence(caption, chinese=spoken().startswith("zh"))


def _finder(path: Path) -> Finder:
    _use_one_thread()
    from engine.captions.file import load
    from engine.captions.finding import Finder

    return Finder(load(path)[0])


def _use_one_thread() -> None:
    import torch

    torch.set_num_threads(1)  # a step is too little to share


def _images_of(
    name: str, progress: PreparationProgress, interrupt: Interrupt
) -> tuple[NDArray[np.uint8], list[str]]:
    """Return the test images of a data set, and what each is called."""
    from engine.data import datasets

    found = datasets.load(name, part="test", progress=progress, cancelled=interrupt)
    if found.images.shape[1:] != (SIZE, SIZE):
        raise DataError(
            "Captions are found for drawings of {size}×{size} pixels.",
            cause="“{name}” holds no such ones.",
            remedy="Choose another data set, such as mnist.",
            size=SIZE,
            name=name,
        )
    return found.images, [found.classes[label] for label in found.labels]
