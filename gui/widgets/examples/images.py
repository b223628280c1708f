"""Examples as images in a grid; rows of numbers become pictures of bars there."""

from __future__ import annotations

from gui.widgets.examples.view import ExamplesView
from gui.widgets.images.image_grid import ImageGrid

VIEW = ExamplesView("images", lambda _features, _shape: True, ImageGrid)
