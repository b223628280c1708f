"""Where everything in a network's picture stands at a size: columns, figures, the words below them."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from engine.data.plane.ground import Plane, plane_of
from engine.inputs.feature import names_of
from engine.layers import units_of
from engine.records import dataclass
from gui.look import theme
from gui.look.text_size import px
from gui.widgets.network import captions
from gui.widgets.network.figures.figure import Ground
from gui.widgets.network.figures.registry import figure_of
from gui.widgets.network.layout import LEAST_COLUMN, TILE_PITCH, Column, columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.inputs.feature import Feature
    from engine.models.placed_layers import PlacedLayer
    from gui.widgets.network.captions import Caption, CaptionLine
    from gui.widgets.network.figures.figure import Figure
    from gui.widgets.network.values import NetworkValues

TILE = 58  # largest side of the picture of the image
MARGIN = 10.0
WIDEST_CAPTION = 90  # pixels
BETWEEN_PARTS = " · "  # of the summary
APART = 4.0  # pixels between two captions at least
LARGEST_TILE = 0.5 * TILE_PITCH  # pixels, from the middle of a small plane to its edge


@dataclass(frozen=True)
class Plan:
    """The places of one network's picture.

    Attributes:
        layers: Its hidden layers.
        image_shape: ``(C, H, W)`` of the images it takes, or ``(F,)``.
        classes: Names of the classes.
        width: Of the picture, pixels.
        height: Likewise.
        font: Of the summary; captions are smaller.
        summary: What is said of the whole network.
        features: What each number is that it takes; of images none.
    """

    layers: tuple[PlacedLayer, ...]
    image_shape: tuple[int, ...]
    classes: tuple[str, ...]
    width: float
    height: float
    font: QFont
    summary: str = ""
    features: tuple[Feature, ...] = ()

    @property
    def sizes(self) -> list[int]:
        """How many units, channels or features each hidden layer has."""
        return [units_of(item.output_shape) for item in self.layers]

    @cached_property
    def small_font(self) -> QFont:
        """The font of captions and names."""
        return theme.tabular_font(self.font, scale=0.85)

    @cached_property
    def line(self) -> float:
        """Height of a line of captions."""
        return QFontMetricsF(self.small_font).height()

    # Across

    @cached_property
    def plane(self) -> Plane | None:
        """The plane that the features lie on; None where they lie on none."""
        return plane_of(self.features)

    @cached_property
    def names(self) -> float:
        """Width of the names of classes."""
        return self._width_of(self.classes)

    @cached_property
    def inputs(self) -> float:
        """Width of the names of features."""
        return self._width_of(names_of(self.features))

    def _width_of(self, names: Sequence[str]) -> float:
        metrics = QFontMetricsF(self.small_font)
        return min(max(map(metrics.horizontalAdvance, names), default=0.0), 0.2 * self.width)

    @cached_property
    def _across(self) -> tuple[Column, ...]:
        """The columns, with room from 0 to 1 for their circles: where they stand, and which of them there are."""
        ends = (captions.of_input(self.image_shape), captions.of_classes(len(self.classes), self.image_shape))
        inner = [captions.of_layer(item, size) for item, size in zip(self.layers, self.sizes, strict=True)]
        half = captions.least_width(ends, self.small_font) / 2 + 4
        apart = LARGEST_TILE if self.plane is not None else 0.0
        of_input = self.inputs + 8 + apart if self.features else min(float(px(TILE)), 0.16 * self.width) / 2
        left = max(MARGIN + of_input, half)
        right = self.width - max(MARGIN + self.names + 8, half)
        least = max(LEAST_COLUMN, captions.least_width([*ends, *inner], self.small_font) + APART)
        return self._columns(left, right, 0.0, 1.0, least)

    def _columns(
        self, left: float, right: float, top: float, bottom: float, least: float
    ) -> tuple[Column, ...]:
        pictures = [item.layer.picture for item in self.layers]
        sorts = [(item.layer, item.input_shape) for item in self.layers]
        ends = len(self.classes), left, right, top, bottom
        count, tiles = len(self.features), self.plane is not None
        return columns(self.sizes, *ends, pictures, least, sorts, count, tiles=tiles)

    @cached_property
    def captions(self) -> list[list[CaptionLine]]:
        """The lines under each column."""
        return [
            self.caption(column).laid_out(self.small_font, self.caption_area(column))
            for column in self.columns
        ]

    def caption(self, column: Column) -> Caption:
        """Return what stands under a column."""
        if column.kind == "input":
            return captions.of_input(self.image_shape)
        if column.kind == "gap":
            return captions.of_gap(column.count)
        if column.kind == "output":
            return captions.of_classes(column.count, self.image_shape)
        return captions.of_layer(self.layers[column.index], column.count, column.alike)

    def _caption_width(self, column: Column) -> float:
        return max(
            30.0, min(px(WIDEST_CAPTION), 2 * column.x, 2 * (self.width - column.x), column.stride) - 2
        )

    def caption_area(self, column: Column) -> QRectF:
        """Return where the words under a column begin, and how wide they may be."""
        width = self._caption_width(column)
        left = min(max(0.0, column.x - width / 2), self.width - width)
        return QRectF(left, self.bottom + 6, width, self.foot - 6)

    # Down

    @cached_property
    def foot(self) -> float:
        """Height of all words below the figures."""
        lines = (
            1 + len(self.caption(column).lines(self.small_font, self._caption_width(column)))
            for column in self._across
        )
        below = len(self.summary_lines) * QFontMetricsF(self.font).height()
        return max(lines) * self.line + 6 + below + 8

    @cached_property
    def summary_lines(self) -> list[str]:
        """The lines of the summary: one, or one for each of its parts where that has no room."""
        is_wide = QFontMetricsF(theme.tabular_font(self.font)).horizontalAdvance(self.summary) > self.width
        return self.summary.split(BETWEEN_PARTS) if is_wide else [self.summary]

    @property
    def bottom(self) -> float:
        """Lower end of the room for figures."""
        return self.height - self.foot

    @cached_property
    def tile(self) -> float:
        """Side of the square that stands for the image."""
        beside = 2 * (self.columns[0].stride - LEAST_COLUMN / 2 - 2)  # so that the first figure has room
        return max(20.0, min(float(px(TILE)), self.width * 0.16, self.bottom - MARGIN, beside))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, from the image to the classes."""
        first, *_, last = self._across
        least = first.stride - 1e-6
        return self._columns(first.x, last.x, MARGIN, self.bottom, least)

    def figures(self, values: NetworkValues) -> list[Figure]:
        """Return what stands in the columns, with what the network holds at the moment."""
        first = self.layers[0] if self.layers else None
        ground = Ground(
            self.columns[0], None, first, self.image_shape, self.features, self.classes,
            MARGIN, self.bottom, self.tile, self.names, self.inputs, self.small_font, values,
            self.plane,
        )  # fmt: skip
        found = []
        for column in self.columns:
            placed = self.layers[column.index] if column.kind not in ("input", "gap", "output") else None
            found.append(figure_of(column.kind, replace(ground, column=column, placed=placed)))
        return found
