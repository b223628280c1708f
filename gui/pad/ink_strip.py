"""The strip "what the network sees": the steps from the drawing to the 28×28, each with a switch.

A network that takes pictures in colour sees them cropped and brought to size: then there are those steps alone.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from engine.data.ink import SIZE, InkStage, InkSteps, step_texts
from engine.data.photo import DRAWN_SHAPE, takes_colours, takes_pictures
from gui.look.dressed import dressed
from gui.look.plain import paragraphs
from gui.look.spoken import Words, said, words_of
from gui.look.words import translate_engine
from gui.tasks.own_turn import OwnTurn
from gui.widgets.images.pictures import as_image

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

GAP = 6.0
"""Pixels between two pictures."""
BESIDE_WORDS, LEAST_LETTERS = 14, 9
"""Pixels of a switch beside its words, and of the smallest letters."""
OF_PICTURES = {"drawn", "cropped", "centred"}, {"crop", "keep_aspect"}
"""Of pictures in colour: what is shown of them, and what can be switched."""
PAUSE = 60
"""Milliseconds between two looks at a drawing under way; its pictures take longer than the network's answer."""


class StagePicture(QWidget):
    """One step's picture: each pixel a sharp square, and a word under it.

    Args:
        caption: The word.
        final: Whether this is what the network sees.
        ink_on_black: Whether it is white ink on black, and not an image as it came.
        parent: Qt's parent.
    """

    def __init__(
        self, caption: Words, *, final: bool = False, ink_on_black: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._caption = ""
        self.side = SIZE  # of as many pixels a whole number lies on the screen
        self._final = final
        self._ink_on_black = ink_on_black
        self._image: QImage | None = None
        said(self.set_caption, caption)

    def set_caption(self, caption: str) -> None:
        """Change the word under the picture."""
        self._caption = caption
        self.setAccessibleName(caption)
        self.update()

    @property
    def image(self) -> QImage | None:
        """The picture shown, or None."""
        return self._image

    def set_image(self, pixels: NDArray[np.uint8] | None) -> None:
        """Show ``(H, W)`` uint8, 255 is ink, ``(H, W, 3)`` in colour, or nothing."""
        self._image = None if pixels is None else as_image(pixels)
        self.update()

    def picture_area(self) -> QRectF:
        """Return the square of the picture, a whole number of screen pixels to each of those that the network sees.

        A picture in colour takes all the room there is: its pixels are not looked at one by one.
        """
        ratio = self.devicePixelRatioF()
        room = min(self.width(), self.height() - self._caption_height())
        side = max(int(room * ratio // self.side), 1) * self.side / ratio
        left = round((self.width() - side) / 2 * ratio) / ratio
        return QRectF(left, 0, side, side)

    def _caption_height(self) -> int:
        return self.fontMetrics().height() + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self.palette()
        area = self.picture_area()
        if self._image is None:
            painter.fillRect(area, colors.color(QPalette.ColorRole.Midlight))
        else:
            black = QColor(Qt.GlobalColor.black)
            painter.fillRect(area, black if self._ink_on_black else colors.color(QPalette.ColorRole.Midlight))
            self._paint_image(painter, area)
        if self._final:
            painter.setPen(QPen(colors.color(QPalette.ColorRole.Highlight), 2))
            painter.drawRect(
                area.adjusted(1, 1, -1, -1) if self._image is None else area.adjusted(-1, 1, 1, 1)
            )
        role = QPalette.ColorRole.WindowText if self._final else QPalette.ColorRole.PlaceholderText
        painter.setPen(colors.color(role))
        words = QRectF(-GAP, area.bottom() + 2, self.width() + 2 * GAP, self._caption_height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), self._caption)
        painter.end()

    def _paint_image(self, painter: QPainter, area: QRectF) -> None:
        assert self._image is not None
        longest = max(self._image.width(), self._image.height())
        shown = area.width() * self.devicePixelRatioF()
        is_uneven = self.side == 1 and shown % longest > 0.01
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, longest > shown or is_uneven)
        width, height = (
            self._image.width() * area.width() / longest,
            self._image.height() * area.width() / longest,
        )
        place = QRectF(area.center().x() - width / 2, area.center().y() - height / 2, width, height)
        painter.drawImage(place, self._image)


class InkStrip(QWidget):
    """Shows the steps of the preparation side by side, with a switch for each step.

    Signals:
        steps_changed: Other steps are taken (InkSteps).
    """

    steps_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inkStrip")
        self._steps = InkSteps()
        self._image_shape: tuple[int, ...] = DRAWN_SHAPE
        self._text_size = 11
        self._tips: dict[str, Callable[[], str]] = {}  # what the switches say
        self._followed: Callable[[], Sequence[InkStage]] = tuple
        self._since_shown = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._turn = OwnTurn(self)
        self._build_ui()
        self.set_text_size(self._text_size)
        self._connect()

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said(self.setAccessibleName, lambda: self.tr("What the network sees"))
        captions = {
            "drawn": lambda: self.tr("Drawn"),
            "cropped": lambda: self.tr("Cropped"),
            "scaled": lambda: self.tr("Scaled"),
            "centred": lambda: self.tr("Network"),
        }
        self._pictures = {
            name: StagePicture(caption, final=name == "centred", ink_on_black=name != "drawn", parent=self)
            for name, caption in captions.items()
        }
        dressed(self._pictures["drawn"], tip=lambda: self.tr("The whole pad"))
        dressed(self._pictures["cropped"], tip=lambda: self.tr("What is left after cropping"))
        dressed(self._pictures["scaled"], tip=lambda: self.tr("Brought to 20 pixels, with the network's pen"))
        dressed(self._pictures["centred"], tip=self._seen_words)
        self._switches = {text.name: self._switch(text.name, text.label, text.help) for text in step_texts()}

    def _seen_words(self) -> str:
        channels, height, width = self._image_shape
        if channels == 1:
            words = self.tr("What the network sees: {height} × {width} grey values, nothing else")
        else:
            words = self.tr("What the network sees: {height} × {width} pixels in three colours, nothing else")
        return words.format(height=height, width=width)

    def set_image_shape(self, image_shape: tuple[int, ...]) -> None:
        """Show the steps to what a network takes, ``(C, H, W)``."""
        if image_shape == self._image_shape or not takes_pictures(image_shape):
            return
        self._image_shape = image_shape
        pictures, switches = OF_PICTURES if takes_colours(image_shape) else (self._pictures, self._switches)
        for name, picture in self._pictures.items():
            picture.side = 1 if takes_colours(image_shape) else SIZE
            picture.setVisible(name in pictures)
            picture.update()
        for name, button in self._switches.items():
            button.setVisible(name in switches)
            said(button.setToolTip, self._tips[name])
        dressed(self._pictures["centred"], tip=self._seen_words)
        self.set_stages([])
        self.set_text_size(self._text_size)
        self.updateGeometry()
        self._place()

    def _shown(self) -> tuple[list[StagePicture], list[QToolButton]]:
        """Return the pictures and the switches that there are for what the network takes."""
        pictures = [picture for picture in self._pictures.values() if not picture.isHidden()]
        return pictures, [button for button in self._switches.values() if not button.isHidden()]

    def _switch(self, name: str, label: str, help_text: str) -> QToolButton:
        words = {
            "crop": lambda: self.tr("Crop"),
            "keep_aspect": lambda: self.tr("Aspect"),
            "mass_centre": lambda: self.tr("Centre"),
            "pen": lambda: self.tr("Pen"),
            "antialias": lambda: self.tr("Soft"),
        }
        without = {
            "crop": lambda: self.tr("Without it, a small drawing in a corner stays small and in its corner."),
            "keep_aspect": lambda: self.tr("Without it, a narrow 1 becomes a black square."),
            "mass_centre": lambda: self.tr(
                "Without it, drawings lie a little elsewhere than those the network learned from."
            ),
            "pen": lambda: self.tr(
                "Without it, a large drawing has hair-thin strokes and a small one is a blot."
            ),
            "antialias": lambda: self.tr("Without it, edges have steps that the network has never seen."),
        }
        label_words, help_words = partial(translate_engine, label), partial(translate_engine, help_text)
        more = without.get(name, "")
        of_pictures = {
            "crop": lambda: self.tr(
                "Keeps the middle of the picture. Without it all of the picture is seen, smaller, on a plain ground."
            ),
            "keep_aspect": lambda: self.tr(
                "Makes width and height smaller alike. Without it a long picture is squeezed together."
            ),
        }

        def told() -> str:
            if takes_colours(self._image_shape) and name in of_pictures:
                return paragraphs(words_of(words[name]), of_pictures[name]())
            return paragraphs(f"{label_words()}\n{help_words()}", words_of(more))

        button = dressed(
            QToolButton(self), name=f"{name}Switch", text=words.get(name, label_words), accessible=label_words
        )
        button.setCheckable(True)
        button.setChecked(True)
        said(button.setAccessibleDescription, help_words)
        self._tips[name] = told
        said(button.setToolTip, told)
        return button

    def _connect(self) -> None:
        self._timer.timeout.connect(self._turn.start)
        self._turn.come.connect(self._on_turn_come)
        for button in self._switches.values():
            button.toggled.connect(self._on_switch_toggled)

    @property
    def steps(self) -> InkSteps:
        """The steps that are taken."""
        return self._steps

    def set_steps(self, steps: InkSteps) -> None:
        """Choose the steps that are taken."""
        for name, button in self._switches.items():
            button.setChecked(bool(getattr(steps, name)))

    def set_text_size(self, pixels: int, room: int = 0) -> None:
        """Set the height of captions and switches; what is switched off is struck out.

        Args:
            pixels: The height of letters.
            room: Pixels from side to side into which the words of all switches shall go, where that takes smaller
                letters; 0 for any.
        """
        font = self.font()
        font.setPixelSize(pixels)
        if room:
            metrics = QFontMetricsF(font)
            switches = self._shown()[1]
            words = sum(metrics.horizontalAdvance(button.text()) for button in switches)
            fitting = pixels * (room - BESIDE_WORDS * len(switches)) / max(words, 1.0)
            pixels = max(LEAST_LETTERS, min(pixels, int(fitting)))
            font.setPixelSize(pixels)
        self._text_size = pixels
        self.setFont(font)
        for picture in self._pictures.values():
            picture.setFont(font)
        for button in self._switches.values():
            font.setStrikeOut(not button.isChecked())
            button.setFont(font)

    def set_stages(self, stages: Sequence[InkStage]) -> None:
        """Show the pictures of a drawing's steps at once; none for an empty pad."""
        self._timer.stop()
        self._turn.stop()
        self._since_shown.start()
        shown = {stage.name: stage.image for stage in stages}
        for name, picture in self._pictures.items():
            picture.set_image(shown.get(name))

    def follow(self, stages: Callable[[], Sequence[InkStage]]) -> None:
        """Show the pictures of a drawing that is under way, as soon as there is time and not at every movement.

        Args:
            stages: Makes them, when they are to be shown.
        """
        self._followed = stages
        if not (self._timer.isActive() or self._turn.is_awaited):
            shown_for = self._since_shown.elapsed() if self._since_shown.isValid() else PAUSE
            self._timer.start(max(0, PAUSE - int(shown_for)))

    def picture(self, name: str) -> StagePicture:
        """Return the picture of a stage: ``drawn``, ``cropped``, ``scaled`` or ``centred``."""
        return self._pictures[name]

    def switch(self, name: str) -> QToolButton:
        """Return the switch of a step, named as in ``InkSteps``."""
        return self._switches[name]

    @Slot()
    def _on_turn_come(self) -> None:
        self.set_stages(self._followed())

    @Slot(bool)
    def _on_switch_toggled(self, _checked: bool) -> None:
        steps = replace(self._steps, **{name: button.isChecked() for name, button in self._switches.items()})
        self.set_text_size(self._text_size)
        if steps != self._steps:
            self._steps = steps
            self.steps_changed.emit(steps)

    # Geometry

    def heightForWidth(self, width: int) -> int:
        """Return the height at which the pictures fill the width."""
        pictures, _ = self._shown()
        side, pixels = self._room_for(len(pictures), width), pictures[-1].side
        words = self.fontMetrics().height() + 2
        return round(max(side // pixels, 1) * pixels + words + 4 + self._switch_height())

    def _room_for(self, count: int, width: int) -> float:
        """Return how many pixels wide each of some pictures is; as wide as one of four at most."""
        return (width - (max(count, 4) - 1) * GAP) / max(count, 4)

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * SIZE + 12, SIZE + 40)

    def _switch_height(self) -> int:
        return self.fontMetrics().height() + 8

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Put pictures and switches beside each other."""
        pictures, switches = self._shown()
        high = self._switch_height()
        room = max(self.height() - high - 4, SIZE)
        side = self._room_for(len(pictures), self.width())
        apart = (self.width() - len(pictures) * side) / max(len(pictures) - 1, 1)
        for index, picture in enumerate(pictures):
            picture.setGeometry(round(index * (side + apart)), 0, round(side), room)
        natural = [
            button.fontMetrics().horizontalAdvance(button.text()) + BESIDE_WORDS for button in switches
        ]
        shrink = min(1.0, self.width() / max(sum(natural), 1))
        spare = max((self.width() - sum(natural)) / max(len(natural), 1), 0.0)
        left = 0.0
        for button, whole in zip(switches, natural, strict=True):
            width = whole * shrink
            button.setGeometry(round(left), self.height() - high, round(width + min(spare - 2, 40)), high)
            left += width + spare
