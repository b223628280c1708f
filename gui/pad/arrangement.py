"""Where the parts of the pad go, whatever room there is: a column beside the curves, or two on a projector."""

from __future__ import annotations

from PySide6.QtCore import QRect

from engine.records import dataclass

MARGIN = 8
WIDE = 1.15
"""From this width to height on, the network's answer stands beside the canvas."""
USUAL_WIDTH, USUAL_HEIGHT = 270, 600
"""Size at which letters have the window's own size."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The places of the parts, in pixels of the panel.

    Attributes:
        scale: How much larger letters are than in the rest of the window.
        canvas: The square to draw on.
        tools: The row of tools.
        answer: What the network says.
        keys: The keys that say what the drawing is; of no height where there are none.
        strip: What the network sees.
        bars: One bar for each class.
    """

    scale: float
    canvas: QRect
    tools: QRect
    answer: QRect
    keys: QRect
    strip: QRect
    bars: QRect


def scale_for(width: int, height: int) -> float:
    """Return how much larger letters are in a panel of this size than in the rest of the window."""
    if is_wide(width, height):
        scale = min(width / 620, height / 440)
    else:
        scale = min(width / USUAL_WIDTH, height / USUAL_HEIGHT)
    return min(max(scale, 0.85), 3.0)


def letters_for(width: int, height: int, text_scale: float) -> float:
    """Return how much larger letters are than at the usual size of panel and words, as far as there is room.

    Args:
        width: Pixels of the panel.
        height: Pixels of the panel.
        text_scale: How large words are chosen to be; 1 as the system asks for.
    """
    scale = scale_for(width, height)
    if is_wide(width, height):
        return max(scale, min(scale * text_scale, width / 400, height / 300))
    return max(scale, min(scale * text_scale, width / 160, height / 420))


def is_wide(width: int, height: int) -> bool:
    """Return whether there is room for two columns."""
    return width > height * WIDE and width >= 380


def arrange(
    width: int,
    height: int,
    *,
    top: int,
    tools: int,
    answer: int,
    strip: int,
    keys: int = 0,
    letters: float = 1.0,
) -> Arrangement:
    """Place the parts.

    Args:
        width: Pixels of the panel.
        height: Pixels of the panel.
        top: Pixels at the top that a notice takes.
        tools: Height of the tools.
        answer: Height of the answer.
        strip: Height of the strip where there is enough room for it.
        keys: Height of the keys that say what the drawing is; 0 for none.
        letters: How much larger letters are than they would be in a panel of this size; the bars need more room then.
    """
    gap = max(4, round(6 * scale_for(width, height)))
    inner = max(width - 2 * MARGIN, 40)
    begin = MARGIN + top + (gap if top else 0)
    room = max(height - begin - MARGIN, 40)
    scale = scale_for(width, height)
    if is_wide(width, height):
        side = min(room - tools - gap, round(inner * 0.56))
        left = MARGIN
        canvas = QRect(left, begin + (room - side - gap - tools) // 2, side, side)
        column = QRect(left + side + 3 * gap, begin, inner - side - 3 * gap, room)
        tool_row = QRect(left, canvas.bottom() + 1 + gap, side, tools)
        below = column.top()
    else:
        rest = room - tools - answer - strip - 4 * gap - (keys + gap if keys else 0)
        # The bars need 16 pixels a row at the usual size; the canvas takes what is left, up to the whole width.
        side = max(min(inner, round(rest * (0.61 - 0.25 * (letters - 1)))), 96)
        canvas = QRect(MARGIN + (inner - side) // 2, begin, side, side)
        tool_row = QRect(MARGIN, canvas.bottom() + 1 + gap, inner, tools)
        column = QRect(MARGIN, begin, inner, room)
        below = tool_row.bottom() + 1 + gap
    answer_row = QRect(column.left(), below, column.width(), answer)
    keys_row = QRect(column.left(), answer_row.bottom() + 1 + gap, column.width(), keys)
    top_of_strip = keys_row.top() + (keys + gap if keys else 0)
    strip_row = QRect(column.left(), top_of_strip, column.width(), strip)
    top_of_bars = strip_row.bottom() + 1 + gap
    bars = QRect(column.left(), top_of_bars, column.width(), max(begin + room - top_of_bars, 0))
    return Arrangement(scale, canvas, tool_row, answer_row, keys_row, strip_row, bars)
