"""What every figure in a network's picture is asked: where lines to its neighbours begin, and to draw itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from engine.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QPainter

    from engine.data.plane.ground import Plane
    from engine.inputs.feature import Feature
    from engine.models.placed_layers import PlacedLayer
    from gui.widgets.network.layout import Column
    from gui.widgets.network.values import NetworkValues

BETWEEN = 9.0  # pixels that are left for the lines between two figures
THIRDS = (
    -0.35,
    0.0,
    0.35,
)  # of the height, where lines begin that stand for parts of the channels or features
SLOTS = 7  # tokens or steps that are drawn at most below each other; neighbours are taken together


@dataclass(frozen=True, slots=True)
class Ground:
    """What a figure stands on.

    Attributes:
        column: Its column.
        placed: The layer that it stands for; None for the ends and for what is left out.
        first: The layer that reads the image; None without hidden layers.
        image_shape: ``(C, H, W)`` of the images that the network takes, or ``(F,)``.
        features: What each number is that it takes; of images none.
        classes: The names of its classes.
        top: Upper end of the room.
        bottom: Lower end of the room.
        tile: Side of the square that stands for the image.
        names: Width of the names of classes.
        inputs: Width of the names of features.
        font: Of names.
        values: What the network holds at the moment.
        plane: The plane that the features lie on, so that a small one stands for each unit; None for circles.
    """

    column: Column
    placed: PlacedLayer | None
    first: PlacedLayer | None
    image_shape: tuple[int, ...]
    features: tuple[Feature, ...]
    classes: tuple[str, ...]
    top: float
    bottom: float
    tile: float
    names: float
    inputs: float
    font: QFont
    values: NetworkValues
    plane: Plane | None = None

    @property
    def middle(self) -> QPointF:
        """The middle of the column."""
        return QPointF(self.column.x, (self.top + self.bottom) / 2)

    @property
    def room(self) -> float:
        """The greatest width of a figure."""
        return self.column.stride - BETWEEN

    def box(self, width: float, height: float) -> QRectF:
        """Return a box around the middle of the column."""
        return box(self.middle, width, min(height, self.bottom - self.top))


class Figure(ABC):
    """One figure; it is made anew for each painting, and for what lies between it and its neighbours."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    @abstractmethod
    def ends(self, side: int) -> list[QPointF]:
        """Return where the lines to a neighbour begin, at the left (-1) or right (1)."""

    @abstractmethod
    def paint(self, painter: QPainter, *, is_hovered: bool) -> None:
        """Draw it.

        Args:
            painter: Where to.
            is_hovered: Whether it is to stand out.
        """


def box(middle: QPointF, width: float, height: float) -> QRectF:
    """Return a box of a size around its middle."""
    return QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)


def thirds(area: QRectF, side: int) -> list[QPointF]:
    """Return three places on the left (-1) or right (1) edge of an area."""
    x, middle = area.right() if side > 0 else area.left(), area.center().y()
    return [QPointF(x, middle + area.height() * place) for place in THIRDS]


def points(x: float, ys: Iterable[float]) -> list[QPointF]:
    """Return places below each other."""
    return [QPointF(x, y) for y in ys]


def spread(count: int, top: float, bottom: float) -> list[float]:
    """Return the middles of so many equal parts from top to bottom."""
    pitch = (bottom - top) / max(1, count)
    return [top + (place + 0.5) * pitch for place in range(count)]


def slots(count: int, height: float, pitch: float = 8.0) -> int:
    """Return how many of ``count`` steps are drawn below each other in a height, pixels: two at least, if there are."""
    return max(1, min(count, SLOTS, max(2, int(height // pitch))))
