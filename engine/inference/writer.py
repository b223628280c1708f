"""Goes on with a text, character by character, as a model finds probable."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch

from engine.data.text.signs import sign_of
from engine.data.text.task import END
from engine.errors import DataError
from engine.models.parts import CHARACTERS, layers
from engine.visible import visible
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor, nn

SHOWN = 40  # characters of an alphabet that a sentence names


class Answer(NamedTuple):
    """What a model answers to a question.

    Attributes:
        text: The answer.
        probability: How probable the model finds that it is this, and ends there.
    """

    text: str
    probability: float


class Writer:
    """Writes with a network for texts; one at a time may use it, and nobody may train the network meanwhile.

    Args:
        model: The network, as ``build`` makes it, in evaluation mode on the CPU.
        classes: Its alphabet, a character each.
        context: How many characters it was trained to have before it; of a longer text it sees so many, the last ones.
    """

    def __init__(self, model: nn.Module, classes: Sequence[str], context: int) -> None:
        self._model, self._classes, self._context = model, tuple(classes), context
        self._places = {sign: place for place, sign in enumerate(self._classes)}
        self._end = self._places.get(END)

    def next(self, prompt: str) -> NDArray[np.float32]:
        """Return how probable each character is behind a text, ``(alphabet,)``.

        Raises:
            DataError: If the text is empty, or holds a character that the model does not know.
        """
        found: NDArray[np.float32] = self._logits(self.places_of(prompt)).softmax(-1).numpy()
        return found

    def write(self, prompt: str, count: int = 200, temperature: float = 1.0, seed: int = 0) -> Iterator[str]:
        """Go on with a text, one character at a time, and end with an answer where the model gives such.

        Args:
            prompt: The text; it is not given again.
            count: How many characters at most.
            temperature: What logits are divided by: less than 1 for what is likelier still, 0 for the likeliest alone.
            seed: The same seed goes on in the same way.

        Raises:
            DataError: As ``next``, at the first character; and if the temperature is none.
        """
        if not (math.isfinite(temperature) and temperature >= 0):
            raise DataError(
                "“{value}” is no temperature.", remedy="Give a number from 0 on.", value=f"{temperature:g}"
            )
        chance = np.random.default_rng(seed)
        for place, _ in self._chosen(self.places_of(prompt), count, temperature, chance):
            if place == self._end:
                return
            yield self._classes[place]

    def answer(self, question: str) -> Answer:
        """Return the likeliest answer to a question, each character the likeliest, and how sure the model is of it.

        Raises:
            DataError: As ``next``.
        """
        text, probability = "", 1.0
        for place, share in self._chosen(self.places_of(question), self._context, 0.0, None):
            probability *= share
            if place == self._end:
                break
            text += self._classes[place]
        return Answer(text, probability)

    def attention(self, prompt: str) -> tuple[NDArray[np.float32], ...]:
        """Return how much each character of a text takes from each, ``(heads, T, T)`` for each attention layer.

        Raises:
            DataError: As ``next``.
        """
        places = self._shown(self.places_of(prompt))
        found = []
        with torch.inference_mode():
            described = {name: layer for name, _, layer in layers(self._model)}
            values = _batch(places)
            for name, part in self._model.named_children():
                layer = described.get(name)
                seen = None if layer is None else layer.attention(part, values)
                if seen is not None:
                    found.append(seen[0].numpy().copy())
                values = part(values)
        return tuple(found)

    def places_of(self, prompt: str) -> list[int]:
        """Return the places of a text's characters in the alphabet.

        Raises:
            DataError: If it is empty, or one is not there.
        """
        if not prompt:
            raise DataError("There is nothing to go on from.", remedy="Give at least one character.")
        unknown = sorted({sign for sign in prompt if sign not in self._places or sign == END})
        if unknown:
            known = [sign for sign in self._classes if sign != END]
            raise DataError(
                "The model does not know the character “{sign}”.",
                cause="It was trained on texts in which that does not come.",
                remedy="Use these: {known}",
                sign=visible(unknown[0]),
                known=Phrase.listed(map(sign_of, known), SHOWN),
            )
        return [self._places[sign] for sign in prompt]

    def _chosen(
        self, places: list[int], count: int, temperature: float, chance: np.random.Generator | None
    ) -> Iterator[tuple[int, float]]:
        """Go through the characters that come, each with its probability; an end sign does not end it."""
        places = list(places)
        for _ in range(count):
            logits = self._logits(places).double()
            if temperature > 0 and chance is not None:
                shares = (logits / temperature).softmax(-1).numpy()
                # by hand, as what a generator's own choice makes of shares may differ from version to version
                place = int(np.searchsorted(np.cumsum(shares), chance.random(), side="right"))
                place = min(place, len(shares) - 1)
            else:
                shares = logits.softmax(-1).numpy()
                place = int(shares.argmax())
            places.append(place)
            yield place, float(shares[place])

    def _logits(self, places: list[int]) -> Tensor:
        """Return what the network gives for the character behind a text, ``(alphabet,)``."""
        with torch.inference_mode():
            found: Tensor = self._model(_batch(self._shown(places)))[0, -1].float()
        return found

    def _shown(self, places: list[int]) -> list[int]:
        return places[-self._context :]


def writes(model: nn.Module) -> bool:
    """Whether a network takes a text and goes on with it."""
    return any(name == CHARACTERS for name, _ in model.named_children())


def _batch(places: list[int]) -> Tensor:
    return torch.tensor([places], dtype=torch.float32)
