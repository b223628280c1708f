"""Examples of a data set, shown in the way that suits them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.inputs.registry import kind_holding
from gui.look.dressed import dressed
from gui.widgets.examples import images as image_view
from gui.widgets.examples.registry import view_for
from gui.widgets.images.image_grid import ImageGrid
from gui.widgets.pages import turn_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from engine.inputs.feature import Feature
    from gui.look.spoken import Words
    from gui.widgets.examples.view import ExamplesWidget


class Examples(QStackedWidget):
    """Shows examples; a grid of images is always there.

    Args:
        name: Of the grid, for those who look for it.
        parent: The widget it belongs to.

    Attributes:
        grid: The grid of images.

    Signals:
        image_selected: Index of the example that was selected (int).
        image_activated: Index of the one that was clicked, or selected when Enter was pressed (int).
    """

    image_selected = Signal(int)
    image_activated = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._widgets: dict[str, QWidget] = {}
        self._empty_text: Words | None = None
        self._images: NDArray[Any] | None = None
        self.grid = dressed(ImageGrid(self), name=name)
        self._add(image_view.VIEW.name, self.grid)

    def set_examples(
        self,
        images: NDArray[Any],
        labels: NDArray[np.int64],
        classes: Sequence[str],
        captions: Sequence[str] | None = None,
        features: tuple[Feature, ...] = (),
    ) -> None:
        """Show examples in the way that suits them; the arrays are kept, not copied.

        Args:
            images: ``(N, H, W)``, ``(N, H, W, 3)`` uint8, or ``(N, F)`` float32.
            labels: ``(N,)``, index of each one's class.
            classes: Names of the classes.
            captions: Words under each, where they are to be other than the class.
            features: What each number is; of pictures none.
        """
        kind = kind_holding(images)
        assert kind is not None, "they are of a data set"
        self._images = images
        view = view_for(features, kind.shape_of(images.shape[1:]))
        if view.name not in self._widgets:
            self._add(view.name, dressed(view.make(self), name=f"{self._name}.{view.name}"))
        turn_to(self, self._widgets[view.name])
        if self._empty_text is not None:
            self._shown.set_empty_text(self._empty_text)
        self._shown.set_features(features)
        self._shown.set_images(images, labels, classes, captions)

    def set_empty_text(self, text: Words) -> None:
        """Change what is said where there are none."""
        self._empty_text = text
        self._shown.set_empty_text(text)

    def selected(self) -> int:
        """Return the index of the selected example, or -1."""
        return self._shown.selected()

    def select(self, index: int) -> None:
        """Select an example and bring it into sight."""
        self._shown.select(index)

    def image(self, index: int) -> NDArray[Any]:
        """Return an example as it was given."""
        assert self._images is not None, "there is one to be chosen"
        found: NDArray[Any] = self._images[index]
        return found

    @property
    def _shown(self) -> ExamplesWidget:
        widget: Any = self.currentWidget()
        found: ExamplesWidget = widget
        return found

    def _add(self, name: str, widget: Any) -> None:
        self._widgets[name] = widget
        self.addWidget(widget)
        widget.image_selected.connect(self.image_selected)
        widget.image_activated.connect(self.image_activated)
