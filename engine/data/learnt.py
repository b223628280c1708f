"""What a model learnt from: how its data were divided, and drawings it was taught; saved with it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Annotated, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from engine.config import DataConfig
from engine.data.same_images import DIGEST_BYTES, image_digests
from engine.errors import DataError
from engine.foreign_bytes import reading
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from engine.data.dataset import Dataset, Split

OTHER_EXAMPLES = Phrase(
    "The examples are no longer those that the run learnt from; its numbers come out otherwise."
)
MOST_DIVISIONS = 1000
MOST_DRAWINGS = 100_000
Digest = Annotated[str, Field(max_length=1000)]


class Division(BaseModel):
    """Training images, by the settings that chose them.

    Attributes:
        data: The settings, without those that vary images.
        digest: What these images are known by; empty where nobody noted it.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    data: DataConfig
    digest: Digest = ""


class Learnt(BaseModel):
    """All that the weights of a model have learnt from, since they were random.

    Attributes:
        divisions: Training images: its own, and before them those of the runs that it was branched from.
        drawings: What the drawings it was taught are known by (``image_digests``).
        is_whole: Whether there is nothing else; files of earlier programs do not tell.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    divisions: Annotated[tuple[Division, ...], Field(max_length=MOST_DIVISIONS)] = ()
    drawings: Annotated[tuple[Digest, ...], Field(max_length=MOST_DRAWINGS)] = ()
    is_whole: bool = True

    @classmethod
    def assumed(cls, config: DataConfig) -> Self:
        """Return what is known of a model whose file tells its settings alone."""
        return cls(divisions=(Division(data=config.images),), is_whole=False)

    @classmethod
    def read(cls, text: str | None, config: DataConfig) -> Self:
        """Read what ``model_dump_json`` wrote; what cannot be read counts as not noted.

        Args:
            text: The same, or None where nothing was written.
            config: The data settings of the model.
        """
        if text is None:
            return cls.assumed(config)
        try:
            with reading(lambda _error: DataError("It is not noted.")):
                return cls.model_validate_json(text)
        except DataError:
            return cls.assumed(config)

    def and_division(self, config: DataConfig, train: Dataset | None = None) -> Self:
        """Return the same with training images besides.

        Args:
            config: The settings that chose them.
            train: The images, where they are at hand.
        """
        added = Division(data=config.images, digest="" if train is None else digest_of(train))
        same = [item for item in self.divisions if item.data == added.data]
        if any(added.digest in ("", item.digest) for item in same):
            return self  # it is told already
        kept = [item for item in self.divisions if item not in same or item.digest]
        return self.model_copy(update={"divisions": (*kept, added)})

    def with_data_named(self, name: Callable[[str], str]) -> Self:
        """Return the same, each data set under the name that ``name`` makes of its own."""
        divisions = (
            item.model_copy(
                update={"data": item.data.model_copy(update={"dataset": name(item.data.dataset)})}
            )
            for item in self.divisions
        )
        return self.model_copy(update={"divisions": tuple(divisions)})

    def and_drawings(self, images: NDArray[np.uint8]) -> Self:
        """Return the same with drawings ``(N, H, W)`` that were taught besides."""
        drawings = dict.fromkeys((*self.drawings, *image_digests(images)))
        return self.model_copy(update={"drawings": tuple(drawings)})


def digest_of(data: Dataset) -> str:
    """Return what the images of a data set are known by together, in their order."""
    digest = hashlib.blake2b(f"{data.images.shape}".encode(), digest_size=DIGEST_BYTES)
    digest.update(np.ascontiguousarray(data.images).data)
    digest.update(data.alphabet.encode(errors="surrogatepass"))
    return digest.hexdigest()


def fingerprint(split: Split) -> str:
    """Return a sum over every image and label of a split, and an alphabet: the same data give the same."""
    digest = hashlib.blake2b(split.train.alphabet.encode(errors="surrogatepass"), digest_size=16)
    for part in (split.train, split.validation, split.test):
        for array in (part.images, part.labels):
            digest.update(f"{array.dtype}{array.shape}".encode())
            digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def other_examples(split: Split, before: str) -> tuple[Phrase, ...]:
    """Say where examples are no longer those that a run, which is done again, learnt from.

    Args:
        split: Those that there are.
        before: Fingerprint of the others; an empty string where that is not known.
    """
    return (OTHER_EXAMPLES,) if before and fingerprint(split) != before else ()
