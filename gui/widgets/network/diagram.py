"""A live picture of the network: the image, the hidden layers, the classes, and what lies between them."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QLocale, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.config import NetworkConfig
from engine.inputs.registry import kind_of
from engine.layers import Picture, units_of
from engine.models.placed_layers import placed_layers
from gui.look import theme
from gui.look.spoken import said
from gui.look.text_size import px
from gui.look.words import joined, sentence
from gui.widgets.network import captions
from gui.widgets.network import painting as network_painting
from gui.widgets.network import words as network_words
from gui.widgets.network.figures.image import ImageFigure
from gui.widgets.network.plan import MARGIN, Plan
from gui.widgets.network.values import NetworkValues, check_activations, check_steps, check_weights
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from PySide6.QtGui import QMouseEvent

    from engine.inference.step_values import StepValues
    from engine.inputs.feature import Feature
    from engine.models.placed_layers import PlacedLayer
    from gui.widgets.network.figures.figure import Figure
    from gui.widgets.network.layout import Column

MOST_BYTES = 2**62  # that Qt can tell
LEAST_PICTURE, LEAST_PLANES = 56, 112  # pixels in height, of circles and of small planes


class NetworkDiagram(Painted):
    """Columns of circles from the image to the classes; pointing at one tells its arithmetic.

    Given the values of a moment, links take on the colour and strength of their weights and circles those of their
    activations.

    Attributes:
        paint_seconds: What painting it took the last time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("networkView")
        self._network = NetworkConfig()
        self._image_shape: tuple[int, ...] = (1, 28, 28)
        self._classes: tuple[str, ...] = tuple(str(digit) for digit in range(10))
        self._features: tuple[Feature, ...] = ()
        self._size: tuple[int, int] | None = None  # parameters, and bytes for training them
        self._summary = ""
        self._values = NetworkValues()
        self._looked_at: tuple[int, int] | None = None  # a pixel of the token that was chosen
        self._hovered = -1
        self._plan: tuple[object, Plan] | None = None  # and what it was made for
        self.paint_seconds = 0.0
        self._layers = tuple(placed_layers(self._network, self._image_shape))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        said(self.setAccessibleName, lambda: self.tr("Network"))
        self._describe()

    def set_network(
        self,
        network: NetworkConfig,
        image_shape: Sequence[int],
        classes: Sequence[str],
        features: tuple[Feature, ...] = (),
    ) -> None:
        """Show a network, without weights and activations where it is another one.

        Args:
            network: Its description.
            image_shape: Channels, height, width of the images, or the number of features.
            classes: Names of the classes.
            features: What each number is that it takes; of images none.

        Raises:
            ModelError: If a layer cannot take what comes before it.
        """
        layers = tuple(placed_layers(network, tuple(image_shape)))
        if (_drawn(layers), len(classes), tuple(image_shape)) != (
            _drawn(self._layers),
            len(self._classes),
            self._image_shape,
        ):
            self._values, self._looked_at = NetworkValues(), None
        self._network, self._layers = network, layers
        self._image_shape, self._classes, self._features = tuple(image_shape), tuple(classes), features
        self._hovered = -1
        self._describe()
        self.updateGeometry()
        self.update()

    def set_summary(self, parameters: int, size: int) -> None:
        """Say under the picture how large the network is.

        Args:
            parameters: How many numbers are trained.
            size: Memory for training it, bytes.
        """
        self._size = parameters, size
        self._describe()
        self.update()

    def set_weights(self, weights: Sequence[NDArray[np.float32] | None] | None) -> None:
        """Show the weights of a moment: blue above 0 and orange below, stronger for larger ones of a layer.

        Args:
            weights: What ``engine.inference.diagram_values.weights_between`` gives for this network; None for
                bare links.

        Raises:
            ValueError: If they are those of another network.
        """
        if weights is not None:
            pictures = [item.layer.picture for item in self._layers]
            layers = list(zip(pictures, self._sizes(), strict=True))
            check_weights(weights, layers, len(self._classes), len(self._features))
        elif self._values.weights is None:
            return
        self._values = replace(self._values, weights=None if weights is None else tuple(weights))
        self.update()

    def set_activations(
        self,
        activations: Sequence[NDArray[np.float32]] | None,
        image: NDArray[Any] | None = None,
        steps: Sequence[StepValues] | None = None,
    ) -> None:
        """Show what the network makes of an image.

        Args:
            activations: One number a unit or channel of each hidden layer, and last the probabilities, as
                ``engine.inference.diagram_values.unit_means`` gives them; None for bare circles.
            image: That image, ``(H, W)`` or ``(H, W, 3)`` uint8, or None for the drawing of one; of numbers ``(F,)``.
            steps: What each hidden layer makes of the steps of a sequence, as
                ``engine.inference.step_values`` gives it; None where nothing is known of it.

        Raises:
            ValueError: If they are those of another network.
        """
        if activations is not None:
            check_activations(activations, (*self._sizes(), len(self._classes)))
            if steps is not None:
                check_steps(steps, self._layers)
        elif self._values.activations is None and image is self._values.image:
            return
        found = None if activations is None else tuple(activations)
        seen = None if steps is None or found is None else tuple(steps)
        self._values = replace(self._values, activations=found, image=image, steps=seen)
        if self._looked_at is not None:
            self._values = self._values.looked_at(self._looked_at)
        self.update()

    def set_planes(self, planes: Sequence[NDArray[np.float32] | None] | None) -> None:
        """Show what each unit answers at every place of the plane that the features lie on.

        Args:
            planes: What ``engine.inference.unit_planes`` gives for this network; None for empty squares.
        """
        if planes is not None or self._values.planes is not None:
            known = planes is not None and len(planes) == len(self._layers)
            self._values = replace(self._values, planes=tuple(planes) if known and planes else None)
            self.update()

    def summary(self) -> str:
        """Return the words under the picture."""
        return self._summary

    def sizeHint(self) -> QSize:
        return QSize(400, 190)

    def minimumSizeHint(self) -> QSize:
        plan = self.plan()
        least = LEAST_PICTURE if plan.plane is None else LEAST_PLANES
        return QSize(px(260, share=0.5), round(plan.foot + MARGIN) + least)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns as they stand at the widget's size."""
        return self.plan().columns

    def _sizes(self) -> list[int]:
        """Return how many units, or channels, each hidden layer has."""
        return [units_of(item.output_shape) for item in self._layers]

    def column_at(self, x: float) -> int:
        """Return which column is nearest to ``x``, or -1 with none near."""
        near = [(abs(column.x - x), index) for index, column in enumerate(self.columns())]
        distance, index = min(near)
        return index if distance <= 30 else -1

    def explanation(self, column: Column) -> str:
        """Return what a column computes, in a few lines."""
        words = network_words.explanation(column, self._network, self._image_shape)
        if column.kind == "input" and self._values.has_places:
            words = f"{words}\n{network_words.how_to_choose()}"
        if self._values.planes_of(column) is not None:
            words = f"{words}\n{network_words.of_planes()}"
        seen = self._values.of_steps(column)
        if seen.look is not None:
            words = f"{words}\n{network_words.look_words(seen.look)}"
        elif column.kind is Picture.BLOCK and kind_of(self._image_shape).per_place:
            words = f"{words}\n{network_words.elsewhere()}"
        elif column.kind is Picture.BLOCK and seen.made is not None:
            words = f"{words}\n{network_words.too_many()}"
        return f"{words}\n{network_words.legend()}" if self._values.weights is not None else words

    def _describe(self) -> None:
        if self._size is not None:
            locale, (parameters, size) = QLocale(), self._size
            memory = locale.formattedDataSize(
                min(size, MOST_BYTES), 1, QLocale.DataSizeFormat.DataSizeSIFormat
            )
            self._summary = self.tr("{parameters} parameters · {memory} of memory").format(
                parameters=locale.toString(parameters), memory=memory
            )
        words = network_words.description(self._network, self._image_shape, len(self._classes))
        self.setAccessibleDescription(joined((sentence(words), self._summary)))

    # Painting

    def plan(self) -> Plan:
        """Return where everything stands at the widget's size; the same one as long as nothing of that is another."""
        size, font = (self.width(), self.height()), self.font()
        asked = self._layers, self._image_shape, self._classes, size, font, self._summary, self._features
        if self._plan is None or self._plan[0] != asked:
            plan = Plan(
                *(self._layers, self._image_shape, self._classes, *size),
                *(font, self._summary, self._features),
            )
            self._plan = asked, plan
        return self._plan[1]

    def forget_colours(self) -> None:
        self._plan = None  # words of another size are told of as another theme is

    def paint(self, painter: QPainter) -> None:
        started = time.perf_counter()
        plan = self.plan()
        figures = plan.figures(self._values)
        for index, (before, after) in enumerate(pairwise(figures), start=1):
            self._paint_links(painter, before, after, is_hovered=index == self._hovered)
        for index, figure in enumerate(figures):
            is_hovered = index == self._hovered
            painter.save()
            figure.paint(painter, is_hovered=is_hovered)
            painter.restore()
            captions.paint_lines(painter, plan.captions[index], is_hovered=is_hovered)
        self._paint_summary(painter, plan)
        self.paint_seconds = time.perf_counter() - started

    def _paint_links(self, painter: QPainter, before: Figure, after: Figure, *, is_hovered: bool) -> None:
        starts, ends = before.ends(1), after.ends(-1)
        first, second = before.ground.column, after.ground.column
        weights = self._values.links(first, second)
        if weights is not None and weights.shape == (len(starts), len(ends)):
            network_painting.paint_weights(painter, starts, ends, weights, is_hovered=is_hovered)
        else:
            is_dotted = "gap" in (first.kind, second.kind)
            network_painting.paint_links(painter, starts, ends, is_hovered=is_hovered, dotted=is_dotted)

    def _paint_summary(self, painter: QPainter, plan: Plan) -> None:
        painter.setFont(theme.tabular_font(self.font()))
        painter.setPen(theme.current().color("text_muted"))
        height = QFontMetricsF(self.font()).height()
        top = self.height() - len(plan.summary_lines) * height - 2
        for place, text in enumerate(plan.summary_lines):
            line = QRectF(0, top + place * height, self.width(), height)
            fitting = QFontMetricsF(painter.font()).elidedText(
                text, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, fitting)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.column_at(event.position().x()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show what a token takes that is clicked in the image; one more click brings back that which counts most."""
        image = self.plan().figures(self._values)[0]
        pixel = image.pixel_at(event.position()) if isinstance(image, ImageFigure) else None
        if (
            not isinstance(image, ImageFigure)
            or pixel is None
            or not self._values.has_places
            or event.button() is not Qt.MouseButton.LeftButton
        ):
            super().mousePressEvent(event)
            return
        shown = image.looked_from()
        is_again = self._looked_at is not None and shown is not None and shown.contains(event.position())
        self._looked_at = None if is_again else pixel
        self._values = self._values.looked_at(self._looked_at)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def tip_at(self, point: QPoint) -> str | None:
        index = self.column_at(point.x())
        return self.explanation(self.columns()[index]) if index >= 0 else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._plan = None
            self._describe()
        super().changeEvent(event)


def _drawn(layers: Sequence[PlacedLayer]) -> list[tuple[object, ...]]:
    """Return what of the layers must be the same for the same values to be shown."""
    return [(item.layer.picture, item.depiction, item.output_shape) for item in layers]
