"""The words under the columns of a network's picture: how wide they are, and in which lines they stand."""

from __future__ import annotations

import math
import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from engine.inputs.registry import kind_of
from engine.records import dataclass
from gui.look import theme
from gui.look.words import percent_of, plain_number, translate_engine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from engine.models.placed_layers import PlacedLayer

CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_tr = partial(QCoreApplication.translate, "NetworkDiagram")


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands under a column.

    Attributes:
        count: A number, in the first line.
        words: What is counted, or what else there is to say, each beginning a line.
    """

    count: str
    words: tuple[str, ...]

    def lines(self, font: QFont, width: float) -> list[str]:
        """Return the lines below the number; words that are wider than ``width`` go on in the next one."""
        metrics, found = QFontMetricsF(font), []
        for text in self.words:
            line = ""
            for word in _parts(text):
                longer = f"{line} {word}".strip()
                if line and metrics.horizontalAdvance(longer) > width:
                    found.append(line)
                    longer = word
                line = longer
            found.append(line)
        return found

    def least_width(self, font: QFont) -> float:
        """Return how wide the widest of its words is: narrower, it would be cut off."""
        metrics, bold = QFontMetricsF(font), QFont(font)
        bold.setBold(True)
        widths = [metrics.horizontalAdvance(word) for text in self.words for word in _parts(text)]
        return max([QFontMetricsF(bold).horizontalAdvance(self.count), *widths])

    def laid_out(self, font: QFont, area: QRectF) -> list[CaptionLine]:
        """Return its lines, centred, from the upper edge of an area down."""
        bold = QFont(font)
        bold.setBold(True)
        height, found = QFontMetricsF(font).height(), []
        for place, text in enumerate((self.count, *self.lines(font, area.width()))):
            used = bold if place == 0 else font
            line = QRectF(area.left(), area.top() + place * height, area.width(), height)
            fitting = QFontMetricsF(used).elidedText(text, Qt.TextElideMode.ElideRight, line.width() + 0.5)
            found.append(CaptionLine(fitting, used, line))
        return found


@dataclass(frozen=True, slots=True, eq=False)
class CaptionLine:
    """A line under a column.

    Attributes:
        text: As much of it as has room.
        font: Bold for the number.
        area: Where it stands, centred.
    """

    text: str
    font: QFont
    area: QRectF


def paint_lines(painter: QPainter, lines: Sequence[CaptionLine], *, is_hovered: bool) -> None:
    """Draw what stands under a column; the first line is its number."""
    look = theme.current()
    for place, line in enumerate(lines):
        role = "accent" if is_hovered and place == 0 else "text" if place == 0 else "text_muted"
        painter.setFont(line.font)
        painter.setPen(look.color(role))
        painter.drawText(line.area, CENTRE, line.text)


def _parts(text: str) -> list[str]:
    """Return what a text may be broken into: its words, but not a shape such as 14 × 14."""
    return re.findall(r"\S+(?: × \S+)*", text)


def of_input(image_shape: tuple[int, ...]) -> Caption:
    """Return what stands under the image ``(C, H, W)``, or under features ``(F,)``."""
    kind = kind_of(image_shape)
    if kind.per_place:
        return Caption(QLocale().toString(image_shape[0]), (_tr("characters"),))
    count = QLocale().toString(math.prod(image_shape))
    return Caption(count, (_tr("features") if kind.has_features else _tr("pixels"),))


def of_layer(placed: PlacedLayer, count: int, alike: int = 1) -> Caption:
    """Return what stands under a hidden layer of so many units, or under so many that are alike."""
    layer = placed.layer
    words = [text for text in (translate_engine(layer.caption(placed.input_shape)),) if text]
    if layer.dropped:
        words.append("− " + percent_of(plain_number(100 * layer.dropped)))
    if alike > 1:
        words.append(f"× {QLocale().toString(alike)}")
    return Caption(QLocale().toString(count), tuple(words))


def of_gap(count: int) -> Caption:
    """Return what stands under the dots for so many layers."""
    return Caption(f"+{count}", (_tr("layer") if count == 1 else _tr("layers"),))


def of_classes(count: int, image_shape: tuple[int, ...]) -> Caption:
    """Return what stands under the output of a network that takes such examples; a number is one."""
    words = _tr("number") if count == 1 else _tr("classes")
    if kind_of(image_shape).per_place:
        words = _tr("signs to choose from")
    return Caption(QLocale().toString(count), (words,))


def least_width(captions: Sequence[Caption], font: QFont) -> float:
    """Return the width that each of them needs."""
    return max(caption.least_width(font) for caption in captions)
