"""Which number in a set is black and which is white: found from all of its pictures together, or refused.

A picture file says it itself. Arrays and tables do not: the same digit circulates as bytes, as 0 or 1, as fractions,
with 17 or 65,536 levels, about zero or standardised. What is found here holds for the whole set, for training and
testing alike: a range for each picture would brighten the pale ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import DataError
from engine.words import Phrase, number_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.importing.spread import Spread

HAIR = 0.05  # share of a range by which values may overshoot it, as resampling makes them
BYTE_STEPS = 255
LEAST_LEVELS = 64  # of the 256 that must be met before they count as bytes in another unit
FULL_SCALES = frozenset(
    {
        *range(1, 17),
        *(2**bits - 1 for bits in range(5, 17)),
        *(2**bits for bits in range(5, 16)),
        100,
        1000,
        10_000,
    }
)
# Of bytes and of scanners: a set of which half is used is of that depth.
DEPTHS = (255, 1023, 4095, 16_383, 65_535)
FRACTION_SCALES = (1, 16, 100, 255, 1000, 1023, 4095, 65_535)
CENTRED = ((-1.0, 1.0), (-0.5, 0.5))
VALUES_AT_A_TIME = 1 << 20
OTHER_PAPER = 0.4  # of the range, by which the papers of both parts may differ
MOST_PART = 0.25  # parts whose values reach less of the range than this are in another unit than the rest


@dataclass(frozen=True, slots=True)
class ValueRange:
    """The numbers of black and white; a white that is the smaller one means dark ink on light paper.

    Attributes:
        black: What becomes 0.
        white: What becomes 255.
    """

    black: float
    white: float

    def __post_init__(self) -> None:
        if not (np.isfinite((self.black, self.white)).all() and self.black != self.white):
            raise DataError(
                "There is no range from {black:g} to {white:g}.",
                cause="Black and white must be two different numbers.",
                remedy="Name them as “0 255”.",
                black=self.black,
                white=self.white,
            )

    def to_bytes(self, image: NDArray[Any]) -> NDArray[np.uint8]:
        """Return values of any type as bytes of the same shape; what lies outside the range becomes black or white."""
        if image.dtype == np.uint8 and (self.black, self.white) == (0, 255):
            return np.asarray(image, dtype=np.uint8)
        pixels = np.empty(image.shape, np.uint8)
        scale = 255 / (self.white - self.black)
        step = max(1, VALUES_AT_A_TIME // max(1, image[:1].size))
        for start in range(0, len(image), step):  # wide numbers of a large picture might not fit into memory
            values = (image[start : start + step].astype(np.float64) - self.black) * scale
            pixels[start : start + step] = np.clip(np.rint(values), 0, 255)
        return pixels

    @property
    def words(self) -> Phrase:
        """What a person is told: “0 to 16”."""
        return Phrase("{black} to {white}", black=_plain(self.black), white=_plain(self.white))


BYTES = ValueRange(0, 255)


def range_of(spread: Spread) -> ValueRange:
    """Return which values are black and white.

    Raises:
        DataError: If that cannot be told from the values; what they are like is said.
    """
    low, high = spread.low, spread.high
    if low == high:
        raise _untold(Phrase("Every value in it is {value}.", value=_plain(low)))
    if set(spread.levels.tolist()) == {low, high}:
        return ValueRange(low, high)  # pictures of two values are of black and white
    if spread.is_whole and -128 <= low < -64 and high <= 127 and spread.has_most_zeros:
        raise _untold(  # black would be -128
            Phrase("Its bytes were stored as numbers with a sign: what was above 127 is negative now."),
            Phrase("Store them as bytes without a sign."),
        )
    if _is_bytes_in_another_unit(spread):
        return ValueRange(low, high)
    white = None
    if low >= -HAIR * high:
        white = _whole_white(high) if spread.is_whole else _fraction_white(high)
        return ValueRange(0, white) if white else _refused(spread)
    found = _about_zero(spread)
    return found or _refused(spread)


def check_parts(parts: dict[bool, Spread], whole: ValueRange) -> None:
    """Make sure that training and test images are in one unit.

    Args:
        parts: What they are like, by whether they are meant for testing.
        whole: The range that holds for all.

    Raises:
        DataError: If one part reaches only a small piece of the range, as fractions beside bytes do, or its paper is
            another one.
    """
    spans = {test: spread.high - spread.low for test, spread in parts.items() if spread.count > 1}
    reach = abs(whole.white - whole.black)
    papers = [float(np.median(parts[test].papers)) for test in spans]
    if len(spans) > 1 and abs(papers[0] - papers[1]) > OTHER_PAPER * reach:
        raise DataError(
            "The training and the test images are of different values.",
            cause="Most of a picture is {paper} in the one and {test_paper} in the other.",
            remedy="Bring both to one range before you bring them in.",
            paper=_plain(papers[0]),
            test_paper=_plain(papers[1]),
        )
    if len(spans) > 1 and min(spans.values()) < MOST_PART * reach:
        raise DataError(
            "The training and the test images are of different values.",
            cause="They run from {low} to {high} and from {test_low} to {test_high}.",
            remedy="Bring both to one range before you bring them in.",
            low=_plain(parts[False].low),
            high=_plain(parts[False].high),
            test_low=_plain(parts[True].low),
            test_high=_plain(parts[True].high),
        )


def _is_bytes_in_another_unit(spread: Spread) -> bool:
    """Say whether the values lie on 256 even levels, whatever was added to them and by what they were divided."""
    levels = spread.levels
    if len(levels) > 2 * BYTE_STEPS or len(levels) < LEAST_LEVELS:
        return False
    steps = (levels - spread.low) * (BYTE_STEPS / (spread.high - spread.low))
    return bool((np.abs(steps - np.rint(steps)) < 0.02).all())


def _whole_white(high: float) -> float | None:
    if high in FULL_SCALES and not 127 < high <= 256:
        return high
    return next((depth for depth in DEPTHS if depth / 2 < high <= depth * (1 + HAIR)), None)


def _fraction_white(high: float) -> float | None:
    if 0.5 <= high <= 1 + HAIR:
        return 1
    if 127 < high <= 255 * (1 + HAIR):
        return 255
    return next((scale for scale in FRACTION_SCALES if abs(high - scale) <= HAIR * scale), None)


def _about_zero(spread: Spread) -> ValueRange | None:
    low, high = spread.low, spread.high
    if spread.is_standardised_by_place:
        raise _untold(
            Phrase("Each pixel was standardised by itself, and so the pictures are no longer in its values."),
            Phrase("Bring the images in as they were before."),
        )
    if spread.is_standardised_by_picture:
        raise _untold(
            Phrase(
                "Each picture was standardised by itself, and so its values no longer tell black from grey."
            ),
            Phrase("Bring the images in as they were before."),
        )
    if spread.is_centred_by_place:
        raise _untold(
            Phrase("The mean picture was taken off each one, and so no value is black or white everywhere."),
            Phrase("Bring the images in as they were before."),
        )
    for black, white in CENTRED:
        slack = (
            2 * HAIR * white
        )  # paper or ink reaches its end in nearly every picture, the other one perhaps in none
        is_low, is_high = abs(low - black) <= slack, abs(high - white) <= slack
        if (is_low and white / 2 <= high <= white + slack) or (is_high and black - slack <= low <= black / 2):
            return ValueRange(black, white)
    if spread.is_whole and low >= -128 and high <= 127 and low < -64:
        return ValueRange(-128, 127)
    even_span = any(abs(high - low - scale) <= 0.005 * scale for scale in FRACTION_SCALES)
    return ValueRange(low, high) if even_span or spread.is_standardised else None


def _refused(spread: Spread) -> ValueRange:
    raise _untold(
        Phrase("Its values run from {low} to {high}.", low=_plain(spread.low), high=_plain(spread.high))
    )


def _untold(cause: Phrase, remedy: Phrase | None = None) -> DataError:
    return DataError(
        "Which values are black and which are white cannot be told.",
        cause=cause,
        remedy=remedy
        or Phrase("Say it: “Values” in the window, --value-range on the command line, as “0 255”."),
    )


def _plain(value: float) -> str:
    """Return a number as a person writes it: a whole one in full, of a fraction four digits."""
    return number_words(value, 9 if value == round(value) else 4)
