"""The command ``predict``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.cli.arguments import path_to_read
from engine.cli.generate import read_text, writer_of
from engine.cli.output import write_error
from engine.cli.progress import percent
from engine.data.doubt.verdict import Verdict, verdict
from engine.data.image_file import read_image
from engine.data.ink import SIZE, Box, image_digits, normalize_image, stand_in_lines
from engine.data.photo import middle_box, picture_for, takes_colours, takes_pictures
from engine.data.plane.ground import plane_of
from engine.deploy.script.rows_program import read_row
from engine.errors import DataError, ModelFileError, NetSketchError
from engine.goals import number
from engine.inputs.entries import entries_of, row_of_words
from engine.inputs.registry import kind_of
from engine.language import error_words
from engine.storage import model_file
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.cli.output import Output
    from engine.inference import Recognizer
    from engine.inputs.feature import Feature


def predict_files(path: Path, examples: Sequence[str], output: Output) -> bool:
    """Let the model in ``path`` read pictures, or rows; one that cannot be read gets a line on standard error.

    Args:
        path: The model file.
        examples: The files of pictures, the rows with commas between their numbers, or questions.
        output: Where to say what they show.

    Returns:
        Whether all of them were read.

    Raises:
        ModelFileError: If the model cannot be had, or takes no pictures.
    """
    shape = model_file.describe(path).image_shape
    kind = kind_of(shape)
    takes_numbers = kind.has_features
    if not (takes_numbers or kind.per_place or takes_pictures(shape)):
        raise ModelFileError(
            "The model “{path}” does not take drawings of {size}×{size} pixels, and no pictures in colour.",
            remedy="Use a model trained on drawings or on pictures in colour.",
            path=path,
            size=SIZE,
        )
    import torch

    from engine.inference import Recognizer

    torch.set_num_threads(1)  # one image is too little to share
    recognizer = Recognizer.load(path)
    if kind.per_place:
        writer, classes = writer_of(recognizer), recognizer.classes
        read = [_try(text, partial(read_text, writer, classes, text, output)) for text in examples]
    elif takes_numbers:
        read = [_try(row, partial(_read_row, recognizer, row, output)) for row in examples]
    else:
        images = [path_to_read(example) for example in examples]
        read = [_try(str(image), partial(_read_image, recognizer, image, output)) for image in images]
    return all(read)


def _try(name: str, read: Callable[[], None]) -> bool:
    """Read an example; say why not where that fails, and return whether it did not."""
    try:
        read()
    except NetSketchError as error:
        told = error_words(error)
        write_error(told if name in told else Phrase("{image}: {what}", image=name, what=told))
        return False
    return True


def _read_image(recognizer: Recognizer, image: Path, output: Output) -> None:
    _tell(image, _readings(recognizer, image), output)


def _read_row(recognizer: Recognizer, text: str, output: Output) -> None:
    """Say what a row of numbers is taken for."""
    features = recognizer.features
    row = _features_at(features, text)
    if row is None:
        row = read_row(text, len(features))
    if row is None:
        row = row_of_words(features, text.split(","))
    if row is None:
        raise DataError(
            "“{row}” is no row of {count} values.",
            remedy="Give them with commas between: {names}.",
            row=text,
            count=len(entries_of(features)),
            names=Phrase.listed([entry.name for entry in entries_of(features)], MOST_NAMED),
        )
    found = recognizer.probabilities(row)[0]
    if recognizer.goal == number.GOAL.name:
        (target,), value = recognizer.classes, float(found[0])
        output.record(row=row.tolist(), target=target, number=value)
        output.line(Phrase("{row}: {target} {value:.6g}", row=text, target=visible(target), value=value))
        return
    reading = _Reading(None, recognizer.classes, found)
    record = reading.record
    output.record(row=row.tolist(), **{"class": record.pop("digit")}, **record)
    output.line(_told(text, reading))


def _features_at(features: tuple[Feature, ...], text: str) -> NDArray[np.float32] | None:
    """Return what a network is told of a place on the plane, if that is what it takes and the text names one."""
    plane = plane_of(features)
    place = read_row(text, 2) if plane is not None and plane.is_drawn else None
    return None if plane is None or place is None else plane.rows(place[None])[0]


MOST_NAMED = 12  # features in a sentence


@dataclass(frozen=True, slots=True, eq=False)
class _Reading:
    """What the model makes of one digit in a picture.

    Attributes:
        box: Where it lies, in pixels; None of a row of numbers.
        classes: The names of the classes.
        probabilities: ``(classes,)`` float32.
        doubt: How strange it is to what the model has learnt from, above 1 as none of the classes; 0 where that is not
            known.
    """

    box: Box | None
    classes: tuple[str, ...]
    probabilities: NDArray[np.float32]
    doubt: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """What may be said of a picture, as the pad does; of numbers the pad says the likeliest."""
        return Verdict.READ if self.box is None else verdict(self.probabilities, self.doubt)

    @property
    def name(self) -> str:
        """The likeliest class, with a question mark where two are, and that alone where none is."""
        best = self.likeliest[0][0]
        return {Verdict.READ: best, Verdict.UNSURE: f"{best}?", Verdict.NONE: "?"}[self.verdict]

    @property
    def likeliest(self) -> list[tuple[str, float]]:
        """The two likeliest classes and their probabilities; the only one where there is but one."""
        order = np.argsort(-self.probabilities, kind="stable")[:2]
        return [(self.classes[index], float(self.probabilities[index])) for index in order]

    @property
    def record(self) -> dict[str, Any]:
        """Its fields in a line of JSON."""
        first, second = (*self.likeliest, (None, None))[:2]
        said = {} if self.box is None else {"verdict": self.verdict.value, "doubt": self.doubt}
        return {
            "digit": first[0],
            "confidence": first[1],
            "second": second[0],
            "second_confidence": second[1],
            **said,
            "probabilities": {
                name: float(value) for name, value in zip(self.classes, self.probabilities, strict=True)
            },
        }


def _readings(recognizer: Recognizer, image: Path) -> list[_Reading]:
    """Read each digit in a picture, all by one question."""
    pixels = read_image(image)
    if takes_colours(recognizer.image_shape):
        return _readings_of_picture(recognizer, pixels)
    part = None if recognizer.doubt is None else recognizer.doubt.best_parting
    if stand_in_lines(recognizer.classes):
        found = [(digit.box, digit.stages[-1].image) for digit in image_digits(pixels, part=part)]
    else:
        found = [(Box(0, 0, pixels.shape[1], pixels.shape[0]), normalize_image(pixels))]
    views = [view for _, view in found]
    if not any(view.any() for view in views):
        raise DataError(
            "“{image}” shows nothing.", remedy="Use a picture of ink on plain paper.", image=image
        )
    answers, doubts = (ask(np.stack(views)) for ask in (recognizer.probabilities, recognizer.doubts))
    return [
        _Reading(box, recognizer.classes, answer, float(doubt))
        for (box, _), answer, doubt in zip(found, answers, doubts, strict=True)
    ]


def _readings_of_picture(recognizer: Recognizer, pixels: NDArray[np.uint8]) -> list[_Reading]:
    """Read a picture in colour as a whole; it lies where the part of it lies that is looked at."""
    _, height, width = recognizer.image_shape
    box = Box(*middle_box((pixels.shape[0], pixels.shape[1]), (height, width)))
    answers = recognizer.probabilities(picture_for(pixels, recognizer.image_shape)[None])
    return [_Reading(box, recognizer.classes, answers[0])]


def _tell(image: Path, readings: Sequence[_Reading], output: Output) -> None:
    """Say what a picture shows; the fields of a picture with one digit are those of the first of several."""
    digits = [reading.record | {"box": list(reading.box or ())} for reading in readings]
    output.record(image=str(image), **readings[0].record, digits=digits)
    if len(readings) > 1:
        names = " ".join(reading.name for reading in readings)
        shares = Phrase.joined((percent(reading.likeliest[0][1]) for reading in readings), ", ")
        output.line(Phrase("{image}: {classes}  ({shares})", image=str(image), classes=names, shares=shares))
        return
    output.line(_told(str(image), readings[0]))


def _told(example: str, reading: _Reading) -> Phrase:
    """Return what an example is taken for, and what comes next to that."""
    (best, share), *others = reading.likeliest
    if reading.verdict is Verdict.NONE:
        asked = Phrase("no digit?") if set(reading.classes) <= set("0123456789") else Phrase("none of these?")
        return Phrase(
            "{image}: {asked}  (likeliest {name}, {share})",
            image=example,
            asked=asked,
            name=best,
            share=percent(share),
        )
    if reading.verdict is Verdict.UNSURE:
        ((second, other_share),) = others
        return Phrase(
            "{image}: not sure, {name} {share} or {second} {other}?",
            image=example,
            name=best,
            share=percent(share),
            second=second,
            other=percent(other_share),
        )
    text = Phrase("{image}: {name}  {share}", image=example, name=best, share=percent(share))
    for second, other_share in others:
        text = Phrase("{first}  (then {name}, {share})", first=text, name=second, share=percent(other_share))
    return text
