"""The ways in which images can be brought to 28×28; apart, so that naming them loads nothing."""

from __future__ import annotations

from enum import StrEnum


class Preparation(StrEnum):
    """How images are brought to 28×28."""

    AUTO = "auto"
    INK = "ink"
    SCALE = "scale"
    KEEP = "keep"
