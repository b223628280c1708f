"""How a Transformer looks at the image: for each token, what every head takes from where, and the way to the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.words import joined, layer_title, percent
from gui.stations.understand.attention_picture import MOST_HEADS, MOST_LAYERS, AttentionPicture
from gui.stations.understand.view import View
from gui.widgets.layouts import row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.insight import Attention
    from gui.stations.understand.scene import Scene
    from gui.workbench import Workbench


class AttentionView(View):
    """Maps over the image, of each head; a token is chosen by pointing at it in any of them."""

    name = "attention"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._seen: Attention | None = None
        self.token = -1
        self._words = dressed(WholeLabel(self), name="attentionWords")
        self._formula = dressed(WholeLabel(self), role="muted", name="attentionFormula")
        self.picture = AttentionPicture(self)
        said(self.picture.setAccessibleName, lambda: self.tr("Attention"))
        self.lay_out(row_of((self._words, 1)), self.picture, self._formula)
        self.picture.token_chosen.connect(self._on_picture_token_chosen)
        follow_language(self, self._say_words)

    def title(self) -> str:
        return self.tr("Attention")

    def help_text(self) -> str:
        return self.tr("What each part of the image looks at, head by head")

    def set_scene(self, scene: Scene) -> None:
        from engine.insight import attention

        if scene.image is None:
            return
        self._seen = seen = next(iter(attention(scene.model, scene.image)), None)
        for part in (self.picture, self._formula):
            part.setVisible(seen is not None)
        if seen is not None:
            if not 0 <= self.token < seen.count:
                self.token = int(seen.flow.argmax())  # what counts most
            self.picture.set_attention(scene, seen)
            self.picture.set_token(self.token)
        self._say_words()

    @Slot(int)
    def _on_picture_token_chosen(self, token: int) -> None:
        self.token = token
        self.picture.set_token(token)
        self._say_words()

    def _say_words(self) -> None:
        seen = self._seen
        if seen is None:
            self._words.setText(
                self.tr(
                    "This network has no attention layer. Add patches and attention to see where it looks."
                )
            )
            return
        row, column = divmod(self.token, seen.grid[1])
        words = self.tr(
            "What the token in row {row}, column {column} takes from where. Above each map stand its layer and head, "
            "and how evenly the head looks: 100\u00a0% is at all tokens alike."
        )
        lines = [words.format(row=row + 1, column=column + 1)]
        if len(seen.layers) > MOST_LAYERS or max(item.heads for item in seen.layers) > MOST_HEADS:
            lines.append(
                self.tr("The first {layers} layers and {heads} heads are shown.").format(
                    layers=MOST_LAYERS, heads=MOST_HEADS
                )
            )
        self._words.setText(joined(lines))
        first = seen.layers[0]
        share = first.of(self.token)[0]
        other = int(share.argmax())
        terms = self.tr(
            "{layer}, head 1: softmax(Q K\u1d40 / √d) V takes most, {share}, from row {row}, column {column}"
        )
        self._formula.setText(
            terms.format(
                layer=layer_title(first.layer),
                share=percent(float(share[other])),
                row=other // seen.grid[1] + 1,
                column=other % seen.grid[1] + 1,
            )
        )

    def figure(self) -> QWidget:
        return self.picture

    def table(self) -> tuple[list[str], list[list[Any]]]:
        header = ["layer", "head", "token", "other", "share"]
        if self._seen is None:
            return header, []
        return header, [
            [item.layer, head + 1, self.token + 1, token + 1, float(share)]
            for item in self._seen.layers
            for head, shares in enumerate(item.of(self.token))
            for token, share in enumerate(shares)
        ]
