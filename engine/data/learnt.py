"""What a model learnt from: how its data were divided, and drawings it was taught; saved with it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Self

import numpy as np

from engine.config import DataConfig
from engine.data.same_images import DIGEST_BYTES, image_digests
from engine.errors import DataError
from engine.foreign_bytes import reading
from engine.records import dataclass
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from pydantic import TypeAdapter

    from engine.data.dataset import Dataset, Split

OTHER_EXAMPLES = Phrase(
    "The examples are no longer those that the run learnt from; its numbers come out otherwise."
)
MOST_DIVISIONS = 1000
MOST_DRAWINGS = 100_000
MOST_LETTERS = 1000  # of a digest


@dataclass(frozen=True, slots=True)
class Division:
    """Training images, by the settings that chose them.

    Attributes:
        data: The settings, without those that vary images.
        digest: What these images are known by; empty where nobody noted it.
    """

    data: DataConfig
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Learnt:
    """All that the weights of a model have learnt from, since they were random.

    Attributes:
        divisions: Training images: its own, and before them those of the runs that it was branched from.
        drawings: What the drawings it was taught are known by (``image_digests``).
        is_whole: Whether there is nothing else; files of earlier programs do not tell.
    """

    divisions: tuple[Division, ...] = ()
    drawings: tuple[str, ...] = ()
    is_whole: bool = True

    @classmethod
    def assumed(cls, config: DataConfig) -> Self:
        """Return what is known of a model whose file tells its settings alone."""
        return cls(divisions=(Division(data=config.images),), is_whole=False)

    @classmethod
    def read(cls, text: str | None, config: DataConfig) -> Learnt:
        """Read what ``to_json`` wrote; what cannot be read counts as not noted.

        Args:
            text: The same, or None where nothing was written.
            config: The data settings of the model.
        """
        if text is None:
            return cls.assumed(config)
        try:
            with reading(lambda _error: DataError("It is not noted.")):
                learnt = _checker().validate_json(text)
                if learnt._is_too_large:
                    raise ValueError("no program wrote so many")
                return learnt
        except DataError:
            return cls.assumed(config)

    @property
    def _is_too_large(self) -> bool:
        """Whether there is more than this program would write."""
        digests = (*self.drawings, *(item.digest for item in self.divisions))
        too_many = len(self.divisions) > MOST_DIVISIONS or len(self.drawings) > MOST_DRAWINGS
        return too_many or max(map(len, digests), default=0) > MOST_LETTERS

    def to_json(self) -> str:
        """Return what a model file keeps of it."""
        return _checker().dump_json(self).decode()

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
        return replace(self, divisions=(*kept, added))

    def with_data_named(self, name: Callable[[str], str]) -> Self:
        """Return the same, each data set under the name that ``name`` makes of its own."""
        divisions = (
            replace(item, data=item.data.model_copy(update={"dataset": name(item.data.dataset)}))
            for item in self.divisions
        )
        return replace(self, divisions=tuple(divisions))

    def and_drawings(self, images: NDArray[np.uint8]) -> Self:
        """Return the same with drawings ``(N, H, W)`` that were taught besides."""
        drawings = dict.fromkeys((*self.drawings, *image_digests(images)))
        return replace(self, drawings=tuple(drawings))


@cache
def _checker() -> TypeAdapter[Learnt]:
    """Return what checks what a file says; with it comes pydantic, which nobody needs who only learns."""
    from pydantic import TypeAdapter

    return TypeAdapter(Learnt)


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
