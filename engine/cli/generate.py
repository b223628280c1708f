"""The command ``generate``, and what ``predict`` says of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.cli.output import write_line
from engine.cli.progress import percent
from engine.data.text.task import END
from engine.errors import ConfigError, ModelFileError
from engine.inputs.registry import kind_of
from engine.numbers import parse_number, parse_whole
from engine.storage import model_file
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.cli.output import Output
    from engine.inference import Recognizer
    from engine.inference.writer import Writer

MOST_WRITTEN = 1_000_000  # characters
MOST_HEAT = 100.0
AT_ONCE = 50  # characters of a longer text that are written before a person sees them


def generate_text(
    path: Path, prompt: str, output: Output, *, count: str, temperature: str, seed: str
) -> None:
    """Let the model in ``path`` go on with a text.

    Args:
        path: The model file.
        prompt: What it goes on with, with a backslash and an n for the end of a line.
        output: Where to say it.
        count: How many characters at most.
        temperature: 0 for the likeliest alone, 1 for as probable as the model finds them.
        seed: Decides what is chosen.

    Raises:
        NetSketchError: If the model cannot be had or takes no text, or a number is none.
    """
    most = _whole("count", count, least=1, most=MOST_WRITTEN)
    chance = _whole("seed", seed, least=0, most=2**31 - 1)
    heat = parse_number(temperature)
    if heat is None or not 0 <= heat <= MOST_HEAT:
        raise ConfigError(
            "“{value}” is no temperature.",
            remedy="Give a number from 0 to {most:g}.",
            value=temperature,
            most=MOST_HEAT,
        )
    if not kind_of(model_file.describe(path).image_shape).per_place:
        raise ModelFileError(
            "The model “{path}” does not go on with text.",
            remedy="Use a model trained on text, such as by --preset little-gpt-adds.",
            path=path,
        )
    import torch

    from engine.inference import Recognizer

    torch.set_num_threads(1)  # one text is too little to share
    writer = writer_of(Recognizer.load(path))
    prompt = prompt.replace("\\n", "\n")
    text = "".join(writer.write(prompt, most, heat, chance))
    output.record(model=str(path), prompt=prompt, text=text, count=len(text), temperature=heat, seed=chance)
    if not output.as_json:
        write_line(f"{prompt}{text}", lines=True)


def writer_of(recognizer: Recognizer) -> Writer:
    """Return what writes with a model that nobody else uses."""
    from engine.inference.writer import Writer

    return recognizer.ask(lambda model: Writer(model, recognizer.classes, recognizer.image_shape[0]))


def read_text(writer: Writer, classes: tuple[str, ...], text: str, output: Output) -> None:
    """Say what a model answers to a question; of one that learnt prose, what it finds likeliest to come next."""
    from engine.data.text.signs import sign_of

    if END in classes:
        answer = writer.answer(text)
        output.record(question=text, answer=answer.text, confidence=answer.probability)
        output.line(
            Phrase(
                "{text} {answer}  {share}", text=text, answer=answer.text, share=percent(answer.probability)
            )
        )
        return
    shares = writer.next(text)
    order = np.argsort(-shares, kind="stable")[:2]
    (first, share), *others = [(classes[place], float(shares[place])) for place in order]
    second, other_share = others[0] if others else (None, None)
    output.record(
        text=text,
        next=first,
        confidence=share,
        second=second,
        second_confidence=other_share,
        probabilities={sign: float(value) for sign, value in zip(classes, shares, strict=True)},
    )
    told = Phrase("{text}: next “{sign}”  {share}", text=text, sign=sign_of(first), share=percent(share))
    if second is not None and other_share is not None:
        told = Phrase(
            "{first}  (then {name}, {share})", first=told, name=sign_of(second), share=percent(other_share)
        )
    output.line(told)


def _whole(name: str, text: str, *, least: int, most: int) -> int:
    number = parse_whole(text)
    if number is None or not least <= number <= most:
        raise ConfigError(
            "“{value}” is no value for --{name}.",
            remedy="Give a whole number from {least:,} to {most:,}.",
            value=text,
            name=name,
            least=least,
            most=most,
        )
    return number
