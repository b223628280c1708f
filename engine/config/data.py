"""Settings of the data: which images, how many, how divided, and how varied in training."""

from __future__ import annotations

from engine.choices import MAX_SEED, LabelTask
from engine.config.plane import PlaneConfig
from engine.config.text import TextConfig
from engine.config.variation import VariationConfig
from engine.settings import Settings, setting


class AugmentationConfig(Settings):
    """How training images are varied anew each time they are seen; 0 leaves a variation out."""

    enabled: bool = setting(
        False, label="Vary training images",
        help="Turns, shifts and bends every training image a little, differently each time it is seen, so that the "
        "network learns shapes and not pictures. Validation and test images stay as they are.",
    )  # fmt: skip
    rotation: float = setting(
        12.0, ge=0, le=180, label="Rotation", unit="°", zero="off",
        help="An image is turned by up to this angle to either side.",
    )  # fmt: skip
    scale: float = setting(
        0.15, ge=0, le=0.9, label="Scale", zero="off",
        help="An image is made larger or smaller by up to this share, height and width each by its own.",
    )  # fmt: skip
    shear: float = setting(
        12.0, ge=0, le=60, label="Shear", unit="°", zero="off",
        help="Upright lines lean by up to this angle to either side, as in slanted writing.",
    )  # fmt: skip
    shift: float = setting(
        1.5, ge=0, le=14, label="Shift", unit="pixels", one="pixel", zero="off",
        help="An image is moved by up to this distance, sideways and up or down each by its own.",
    )  # fmt: skip
    thickness: float = setting(
        0.5, ge=0, le=1, label="Stroke thickness", zero="off",
        help="Strokes are thickened or thinned by up to this share of a pixel on either side.",
    )  # fmt: skip
    elastic: float = setting(
        0.6, ge=0, le=5, label="Elastic warp", unit="pixels", one="pixel", zero="off",
        help="An image is bent like a sheet of rubber: neighbouring pixels move together, by about this distance.",
    )  # fmt: skip
    erasing: float = setting(
        0.0, ge=0, le=0.9, label="Erasing", zero="off",
        help="A rectangle of up to this share of height and width is blanked out at a random place.",
    )  # fmt: skip
    noise: float = setting(
        0.0, ge=0, le=1, label="Noise", zero="off",
        help="Random grey is added to every pixel; this is its standard deviation, white being 1.",
    )  # fmt: skip
    mirror: bool = setting(
        False, label="Mirror",
        help="Every second image, by chance, is seen as in a mirror, left for right. Good for photographs; letters and "
        "digits become others by it, or none.",
    )  # fmt: skip
    colour: float = setting(
        0.0, ge=0, le=1, label="Colour", zero="off",
        help="Brightness, contrast and saturation of a picture in colour change by up to this share, each by its own. "
        "Grey pictures stay as they are.",
    )  # fmt: skip


class DataConfig(Settings):
    """Which data are used and how they are divided."""

    dataset: str = setting("generated", label="Data set", help="The examples to learn from.")
    validation_share: float = setting(
        0.1, ge=0, lt=1, label="Validation share", unit="of the training examples",
        help="This share is kept out of training and used to watch how well the network does on examples it "
        "has not learnt from. 0.1 keeps one example in ten.",
    )  # fmt: skip
    train_count: int = setting(
        0, ge=0, label="Training examples", unit="examples", one="example", zero="all", rare=True,
        help="Use only this many examples for training and validation together. Few examples make a network learn "
        "them by heart.",
    )  # fmt: skip
    generated_count: int = setting(
        30_000, ge=100, label="Generated images", unit="examples", one="example", rare=True,
        help="How many digits are drawn for training and validation when the data are the built-in ones; "
        "a sixth of that number more are drawn for testing.",
    )  # fmt: skip
    seed: int = setting(
        0, ge=0, le=MAX_SEED, label="Data seed", rare=True,
        help="Decides what goes to validation, which digits or points are drawn, and which texts are made up; the same "
        "seed, the same data.",
    )  # fmt: skip
    plane: PlaneConfig = setting(
        PlaneConfig(), label="Points on a plane", help="How points on a plane are drawn, and what of them is told.",
    )  # fmt: skip
    text: TextConfig = setting(
        TextConfig(), label="Text", help="What questions and sentences are made up, and how a text is cut.",
    )  # fmt: skip
    label_column: str = setting(
        "", label="Label column", zero="found", rare=True, max_length=100,
        help="Of a table that is read from its file, the column of the classes: its name, first or last. Left empty, "
        "it is found by its name and by what it holds.",
    )  # fmt: skip
    label_task: LabelTask = setting(
        LabelTask.AUTOMATIC, label="To be found", rare=True,
        help="Of a table that is read from its file, what its label is: a class, or a number (regression). Automatic "
        "takes it for a number where it has fractions, or where more than 30 different numbers come again fewer than "
        "five times each.",
    )  # fmt: skip
    variation: VariationConfig = setting(
        VariationConfig(), label="Variation", help="How the built-in digits differ from each other.",
    )  # fmt: skip
    augmentation: AugmentationConfig = setting(
        AugmentationConfig(), label="Augmentation", help="How training images are varied each time they are seen.",
    )  # fmt: skip

    @property
    def images(self) -> DataConfig:
        """The settings that decide which images there are; augmentation varies them in training alone."""
        return self.model_copy(update={"augmentation": AugmentationConfig()})
