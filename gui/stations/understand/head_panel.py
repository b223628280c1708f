"""One head at work: which is chosen, how sharply it looks, and softmax(QKᵀ/√d)V with the numbers of a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language
from gui.look.text_size import follow_size, px
from gui.look.words import joined, layer_title
from gui.stations.understand.attention_words import formula, sharpness
from gui.stations.understand.share_table import ShareTable
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of
from gui.widgets.short_label import ShortLabel
from gui.widgets.token_words import token_words
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from engine.insight.attention import Attention
    from engine.insight.heads import LayerAttention

FORMULA = 330  # least width, pixels
SPACING = 18  # pixels between the parts
LINES, NARROW_LINES = 11, 13  # of the words and the formula, beside the table and above it


class HeadPanel(QWidget):
    """Choosers of the head, its sharpness in words, the formula with the present numbers, and the largest shares.

    Signals:
        head_chosen: A head was chosen: the name of its layer, and its place (str, int).
    """

    head_chosen = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headPanel")
        self._shown: tuple[Attention, LayerAttention, int, int] | None = None
        self.layer = self._chooser("attentionLayer", lambda: self.tr("Attention layer"))
        self.head = self._chooser("attentionHead", lambda: self.tr("Head"))
        self._sharpness = dressed(ShortLabel(self), role="muted", name="headSharpness")
        self._title = dressed(WholeLabel(self), role="heading", name="attentionTitle")
        self._explanation = dressed(WholeLabel(self), role="muted")
        self._formula = dressed(Label(self), name="attentionFormula")
        self._formula.setWordWrap(True)
        self._formula.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._formula.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.table = ShareTable(self)
        left = column_of(self._title, self._explanation, (self._formula, 1), spacing=4)
        self._row = row_of((left, 5), (self.table, 6), spacing=SPACING)
        column_of(
            row_of(self.layer, self.head, (self._sharpness, 1), spacing=8), self._row, on=self, spacing=6
        )
        self.layer.activated.connect(self._on_layer_activated)
        self.head.activated.connect(self._on_head_activated)
        follow_language(self, self._show)
        follow_size(self, self._fit)

    def _chooser(self, name: str, words: Words) -> ChoiceBox:
        chooser = dressed(ChoiceBox(self), name=name, accessible=words)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return chooser

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: without room for both beside each other they stand in a column."""
        return QSize(self.table.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the same height whatever the numbers are: or the maps above would move away under the mouse."""
        wanted = px(FORMULA) + SPACING + self.table.minimumSizeHint().width()
        across, down = self._row.Direction.LeftToRight, self._row.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= wanted else down)
        line, table = self.fontMetrics().height(), self.table.sizeHint().height()
        is_beside = self.width() >= wanted
        body = max(LINES * line, table) if is_beside else NARROW_LINES * line + SPACING + table
        self.setFixedHeight(self.layer.sizeHint().height() + 6 + body)

    def title(self) -> str:
        """Return what stands above the formula: it names the token."""
        return self._title.text()

    def set_layers(self, names: Sequence[str]) -> None:
        """Offer other layers."""
        if [self.layer.itemData(place) for place in range(self.layer.count())] != list(names):
            self.layer.clear()
            for name in names:
                self.layer.addItem(layer_title(name), name)

    def set_sum(self, seen: Attention, item: LayerAttention, head: int, token: int) -> None:
        """Show what a token takes in a head.

        Args:
            seen: Whose it is.
            item: The layer.
            head: Which of its heads.
            token: Which token.
        """
        self._shown = seen, item, head, token
        self.layer.setCurrentIndex(self.layer.findData(item.layer))
        if self.head.count() != item.heads:
            self.head.clear()
            for number in range(item.heads):
                self.head.addItem(self.tr("Head {head}").format(head=number + 1), number)
        self.head.setCurrentIndex(head)
        found = item.head_sum(head, token)
        words = self.tr("softmax(Q Kᵀ / √d) V at {token}")
        self._title.setText(words.format(token=token_words(seen, token)))
        asks = self.tr(
            "Its query q asks, the key k of each token answers, and by the shares that follow the values v of all "
            "are mixed."
        )
        sizes = self.tr("Each is one number.")
        if found.size > 1:
            sizes = self.tr("Each has {count} numbers.").format(count=found.size)
        self._explanation.setText(joined((asks, sizes)))
        self._formula.set_markup(formula(found, seen))
        self._sharpness.set_words(
            *sharpness(float(item.entropies[head]), float(item.spreads[head]), seen.count)
        )
        self.table.set_sum(found, seen)

    def _show(self) -> None:
        if self._shown is None:
            return
        for place in range(self.layer.count()):
            self.layer.setItemText(place, layer_title(self.layer.itemData(place)))
        self.head.clear()
        self.set_sum(*self._shown)

    @Slot(int)
    def _on_layer_activated(self, place: int) -> None:
        self.head_chosen.emit(self.layer.itemData(place), max(0, self.head.currentIndex()))

    @Slot(int)
    def _on_head_activated(self, place: int) -> None:
        self.head_chosen.emit(self.layer.currentData(), place)
