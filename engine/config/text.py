"""What questions and sentences the program makes up, and in how long pieces a text is read."""

from __future__ import annotations

from engine.choices import SortedSigns
from engine.settings import Settings, setting


class TextConfig(Settings):
    """The made-up texts; each task uses some of these."""

    count: int = setting(
        20_000, ge=100, le=200_000, label="Made up", unit="examples", one="example",
        help="How many questions, or sentences, are made up for training and validation, no two of them the same; a "
        "fifth of that number more are made up for testing. Where there are not so many, it is nearly all there are.",
    )  # fmt: skip
    digits: int = setting(
        2, ge=1, le=6, label="Digits", unit="digits", one="digit",
        help="How many digits the longest numbers have that are to be added.",
    )  # fmt: skip
    letters: int = setting(
        8, ge=3, le=40, label="Signs of a question", unit="signs", one="sign",
        help="How many letters or digits the longest question has; the shortest has two.",
    )  # fmt: skip
    signs: SortedSigns = setting(
        SortedSigns.LETTERS, label="What is sorted", help="Whether letters or digits are to be put in order.",
    )  # fmt: skip
    context: int = setting(
        64, ge=8, le=512, label="Context", unit="characters", one="character",
        help="In how long pieces a text is cut: so many characters at most a network has before it when it says the "
        "next one.",
    )  # fmt: skip
