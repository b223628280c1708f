"""How a model that writes looks back: from each character, what every head takes from those before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import joined, labelled, listed, percent
from gui.stations.understand.character_maps import CharacterPicture, HeadRows, LookTable
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.text.characters import name_of, placed
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

LEAST_HEIGHT = 150  # of the rows in sight, pixels
MOST_NAMED = 3  # characters from which most is taken
LEAST_SHARE = 0.05  # of one that is named


class CharacterAttention(QWidget):
    """Rows of characters for all heads, the table of one of them, and its look in words.

    Attributes:
        character: The place of the one that looks.
        layer: The place of the chosen attention layer.
        head: The place of the chosen head in it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("characterAttention")
        self._text = ""
        self._layers: tuple[str, ...] = ()
        self._weights: tuple[NDArray[np.float32], ...] = ()
        self._next: tuple[tuple[str, float], ...] = ()
        self.character, self.layer, self.head = 0, 0, 0
        self.table = LookTable(self)
        said(self.table.setAccessibleName, lambda: self.tr("Who looks at whom"))
        self.rows = HeadRows(self)
        said(self.rows.setAccessibleName, lambda: self.tr("Attention"))
        self._area = QScrollArea(self, widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.rows)
        self._area.viewport().setAutoFillBackground(False)
        self.rows.setAutoFillBackground(False)
        sized(self._area.setMinimumHeight, LEAST_HEIGHT, share=0.5)
        self.chooser = dressed(
            ChoiceBox(self), name="characterHead", accessible=lambda: self.tr("Attention head")
        )
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sentence = dressed(WholeLabel(self, least_lines=2), name="characterSentence")
        left = column_of(self.chooser, (self.table, 1), spacing=6)
        right = column_of((self._area, 40), self.sentence, STRETCH, spacing=10)
        row_of(left, (right, 1), on=self, spacing=14)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._on_soon_timeout)
        self.chooser.activated.connect(self._on_chooser_activated)
        for picture in self._pictures():
            picture.character_chosen.connect(self._on_picture_character_chosen)
            picture.head_chosen.connect(self._choose_head)
            picture.head_moved.connect(self._on_picture_head_moved)
        follow_language(self, self._show)

    def _pictures(self) -> tuple[CharacterPicture, ...]:
        return self.table, self.rows

    def set_attention(
        self,
        text: str,
        layers: Sequence[str],
        weights: Sequence[NDArray[np.float32]],
        following: Sequence[tuple[str, float]],
    ) -> None:
        """Show another text, or other weights.

        Args:
            text: ``T`` characters, at least one.
            layers: The names of the attention layers, at least one.
            weights: For each ``(heads, T, T)``: how much a character, the row, takes from each.
            following: What the model finds likeliest behind each, and how likely.
        """
        was_last = self.character >= len(self._text) - 1 or text != self._text
        self._text, self._layers, self._weights = text, tuple(layers), tuple(weights)
        self._next = tuple(following)
        if was_last:
            self.character = self._deciding(text)
        self.layer = min(self.layer, len(weights) - 1)
        self.head = min(self.head, len(weights[self.layer]) - 1)
        for picture in self._pictures():
            picture.set_attention(text, layers, weights)
        bar = self._area.horizontalScrollBar().sizeHint().height()
        self._area.setMaximumHeight(self.rows.sizeHint().height() + bar + 2)
        self._show()

    def _deciding(self, text: str) -> int:
        """Return the place from which a model decides on the first character of its answer; else the last one."""
        found = max((text.rfind(sign) for sign in "=>→:"), default=-1)
        return found if found >= 0 else len(text) - 1

    def _heads(self) -> list[tuple[int, int]]:
        return self.rows.heads()

    def _show(self) -> None:
        if not self._weights:
            return
        titles = [self.rows.title_of(*place) for place in self._heads()]
        if titles != [self.chooser.itemText(row) for row in range(self.chooser.count())]:
            self.chooser.clear()
            self.chooser.addItems(titles)
        self.chooser.setCurrentIndex(self._heads().index((self.layer, self.head)))
        for picture in self._pictures():
            picture.set_place(self.character, self.layer, self.head)
            picture.setAccessibleDescription(self.words())
        self.sentence.setText(self.words())

    def words(self) -> str:
        """Return what the chosen character takes in the chosen head, and what the model makes of it."""
        taken = self._weights[self.layer][self.head, self.character, : self.character + 1]
        most = np.argsort(-taken, kind="stable")[:MOST_NAMED]
        named = [place for place in most if taken[place] >= LEAST_SHARE] or most[:1].tolist()
        shares = listed(
            labelled(placed(self._text[place], place + 1), percent(float(taken[place]), 0)) for place in named
        )
        looks = self.tr("From {character}, this head takes most from {shares}.").format(
            character=placed(self._text[self.character], self.character + 1), shares=shares
        )
        if self.character >= len(self._next):
            return looks
        character, share = self._next[self.character]
        goes_on = self.tr("Behind it, the model finds “{next}” likeliest: {share}.").format(
            next=name_of(character), share=percent(share, 0)
        )
        return joined((looks, goes_on))

    @Slot(int)
    def _on_picture_character_chosen(self, place: int) -> None:
        self.character = place
        self._show()

    @Slot(int)
    def _on_picture_head_moved(self, by: int) -> None:
        heads = self._heads()
        place = heads.index((self.layer, self.head)) + by
        self._choose_head(*heads[min(max(place, 0), len(heads) - 1)])

    @Slot(int)
    def _on_chooser_activated(self, place: int) -> None:
        self._choose_head(*self._heads()[place])

    @Slot(int, int)
    def _choose_head(self, layer: int, head: int) -> None:
        self.layer, self.head = layer, head
        self._show()
        self._soon.start()

    @Slot()
    def _on_soon_timeout(self) -> None:
        """Bring the row of the chosen head into sight."""
        if self._weights:
            middle = self.rows.row_place(self.layer, self.head).center().toPoint()
            self._area.ensureVisible(0, middle.y(), 0, 30)

    # What is saved

    def saved(self) -> tuple[list[str], list[list[Any]]]:
        """Return what the chosen character takes from each, by every head, as numbers."""
        header = ["layer", "head", "place", "character", "taken", "sign", "share"]
        rows: list[list[Any]] = []
        for name, each in zip(self._layers, self._weights, strict=True):
            for head, taken in enumerate(each):
                rows += [
                    [
                        *(name, head + 1, looks + 1, self._text[looks]),
                        *(at + 1, self._text[at], float(taken[looks, at])),
                    ]
                    for looks in range(len(self._text))
                    for at in range(looks + 1)
                ]
        return header, rows
