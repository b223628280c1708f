"""How a Transformer looks at the image: for each token, what every head takes from where, and the way to the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from engine.data.text.asked import shown_text
from engine.inputs.registry import kind_of
from gui.look.dressed import dressed
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import joined, labelled, layer_title
from gui.stations.understand.attention_picture import AttentionPicture, TokensPicture
from gui.stations.understand.character_attention import CharacterAttention
from gui.stations.understand.head_panel import HeadPanel
from gui.stations.understand.scale_bar import ScaleBar
from gui.stations.understand.view import View
from gui.widgets.layouts import column_of, row_of
from gui.widgets.token_words import token_words
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.goals.goal import Goal
    from engine.inputs.kind import InputKind
    from engine.insight.attention import Attention
    from engine.insight.heads import LayerAttention
    from gui.stations.understand.scene import Scene
    from gui.stations.understand.token_maps import Spot
    from gui.workbench import Workbench

LEAST_HEIGHT = 150  # of the maps in sight, pixels


class AttentionView(View):
    """Maps over the image, of each head, and the sum of one; a token is pointed at in any of them.

    What lies under the mouse is shown as long as it lies there; what was clicked, or gone to by keys, stays.
    """

    name = "attention"
    needs_image = True

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self._scene: Scene | None = None
        self._found: tuple[Attention, ...] = ()
        self.token = -1
        self.layer, self.head = "", 0
        self._words = dressed(WholeLabel(self), name="attentionWords")
        self._scale = ScaleBar(lambda: self.tr("nothing"), lambda: self.tr("most"), self, is_one_sided=True)
        self.tokens = TokensPicture(self)
        said(self.tokens.setAccessibleName, lambda: self.tr("The image and its tokens"))
        self.picture = AttentionPicture(self)
        said(self.picture.setAccessibleName, lambda: self.tr("Attention"))
        self._area = QScrollArea(self, widgetResizable=True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self.picture)
        self._area.viewport().setAutoFillBackground(False)
        self.picture.setAutoFillBackground(False)
        sized(self._area.setMinimumHeight, LEAST_HEIGHT, share=0.5)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._maps = QWidget(self)
        row_of(self.tokens, (self._area, 1), on=self._maps, spacing=12)
        self.panel = HeadPanel(self)
        self.characters = CharacterAttention(self)
        self.characters.hide()
        self._body = QWidget(self)
        column_of((self._maps, 1), (self.characters, 1), on=self._body)
        self.lay_out(row_of((self._words, 1), self._scale, spacing=12), self._body, self.panel)
        self._connect()
        follow_language(self, self._show)

    def _connect(self) -> None:
        for picture in (self.tokens, self.picture):
            picture.pointed.connect(self._show_place)
            picture.chosen.connect(self._on_picture_chosen)
            picture.token_moved.connect(self._on_picture_token_moved)
            picture.head_moved.connect(self._on_picture_head_moved)
        self.panel.head_chosen.connect(self._on_panel_head_chosen)
        self._soon.timeout.connect(self._on_soon_timeout)

    def title(self) -> str:
        return self.tr("Attention")

    def help_text(self) -> str:
        return self.tr("What each part of the image looks at, head by head")

    def caption(self) -> str:
        seen = self._seen
        return self.title() if seen is None else labelled(self.title(), token_words(seen, self.token))

    # What is shown

    @property
    def _seen(self) -> Attention | None:
        """The attention layers one behind the other among which the chosen one is."""
        return next(
            (seen for seen in self._found if any(item.layer == self.layer for item in seen.layers)), None
        )

    def against(self, kind: InputKind, goal: Goal) -> str:
        del goal
        return "" if kind.per_place else kind.no_parts

    def lacks(self, scene: Scene) -> str:
        if _attention_layers(scene):
            return ""
        if kind_of(scene.image_shape).per_place:
            return self.tr(
                "This network has no attention layer. Add an embedding and attention to see which characters it "
                "looks at."
            )
        return self.tr(
            "This network has no attention layer. Add patches and attention to see where it looks."
        )

    def set_scene(self, scene: Scene) -> None:
        from engine.insight.attention import attention

        if scene.image is None:
            return
        is_text = kind_of(scene.image_shape).per_place
        self.characters.setVisible(False)
        if is_text:
            self._scene, self._found = scene, ()
            self._show_characters(scene)
            return
        self._scene, self._found = scene, attention(scene.model, scene.image)
        for part in (self._maps, self._scale, self.panel):
            part.setVisible(bool(self._found))
        if self._found:
            self.panel.set_layers([item.layer for seen in self._found for item in seen.layers])
        self._show()

    def _show(self) -> None:
        """Show the chosen head and token of the present moment; what is not there any more is chosen anew."""
        scene = self._scene
        if self._found and scene is not None:
            if self._seen is None:
                self.layer = self._found[0].layers[0].layer
            seen = self._seen
            assert seen is not None
            if not 0 <= self.token < seen.count:
                self.token = int(seen.flow.argmax())  # what counts most
            self.head = min(self.head, self._item(seen).heads - 1)
            for picture in (self.tokens, self.picture):
                picture.set_attention(scene, seen)
            self._show_place()
        self._say_words()

    def _show_characters(self, scene: Scene) -> None:
        """Show how a model that writes looks back over its characters."""
        from engine.inference.writer import Writer

        assert scene.image is not None, "it was looked at before"
        text = shown_text(scene.image, scene.classes)
        writer = Writer(scene.model, scene.classes, scene.image_shape[0])
        weights = writer.attention(text) if text else ()
        weights = tuple(each[:, : len(text), : len(text)] for each in weights)
        for part in (self._maps, self.panel):
            part.hide()
        for part in (self._scale, self.characters):
            part.setVisible(bool(weights))
        if weights:
            self.characters.set_attention(
                text, _attention_layers(scene), weights, _following(scene, len(text))
            )
        self._say_words()

    def _item(self, seen: Attention) -> LayerAttention:
        return next(item for item in seen.layers if item.layer == self.layer)

    @Slot()
    def _show_place(self) -> None:
        """Show what the mouse points at, or else what is chosen."""
        seen, spot = self._seen, self.tokens.spot or self.picture.spot
        if seen is None:
            return
        token, head = self.token, (seen.layers.index(self._item(seen)), self.head)
        if spot is not None and spot.token < seen.count:
            token, head = spot.token, spot.head or head
        if head[0] >= len(seen.layers) or head[1] >= seen.layers[head[0]].heads:
            head = (0, 0)  # of another network, before the mouse moved
        for picture in (self.tokens, self.picture):
            picture.set_place(token, head)
        self.panel.set_sum(seen, seen.layers[head[0]], head[1], token)
        for picture in (self.tokens, self.picture):
            picture.setAccessibleDescription(self.panel.title())

    def _say_words(self) -> None:
        seen = self._seen
        scene = self._scene
        if scene is not None and kind_of(scene.image_shape).per_place:
            self._words.setText(
                self.tr(
                    "The framed character takes from itself and those before it: the bluer, the more. Click another, "
                    "or go by the arrow keys; up and down go from head to head."
                )
                if not self.characters.isHidden()
                else ""
            )
            return
        if seen is None:
            return
        first = self.tr("Each token stands for a part of the image.")
        if not seen.has_places:
            first = self.tr(
                "The layer before gives these tokens step by step: they stand below each other, the first at the "
                "top, and are no places in the image."
            )
        shown = self.tr(
            "Shown is what the framed one takes from each: the bluer, the more. Point at another; a click or the "
            "arrow keys keep it."
        )
        lines = [first, shown]
        if seen.count == 1:
            lines = [self.tr("There is one token alone, which can look at nothing but itself.")]
        if len(self._found) > 1:
            lines.append(
                self.tr(
                    "Attention stands in {count} places of this network: choose another layer below to see it there."
                ).format(count=len(self._found))
            )
        if not seen.has_positions:
            lines.append(
                self.tr(
                    "No positions are added to these tokens: attention is not told where each comes from."
                )
            )
        if seen.pooling is None:
            lines.append(
                self.tr(
                    "{layer} reads all of them: on the way to the answer they are taken to count alike."
                ).format(layer=layer_title(seen.reader))
            )
        self._words.setText(joined(lines))

    # What is heard

    def _forget_spot(self) -> None:
        """Show what is chosen, until the mouse moves on."""
        for picture in (self.tokens, self.picture):
            picture.spot = None

    @Slot(object)
    def _on_picture_chosen(self, spot: Spot) -> None:
        seen = self._seen
        if seen is None:
            return
        self.token = spot.token
        if spot.head is not None:
            self.layer, self.head = seen.layers[spot.head[0]].layer, spot.head[1]
        self._show_place()

    @Slot(int)
    def _on_picture_token_moved(self, token: int) -> None:
        self._forget_spot()
        self.token = token
        self._show_place()

    @Slot(int, int)
    def _on_picture_head_moved(self, layers: int, heads: int) -> None:
        seen = self._seen
        if seen is None:
            return
        place = seen.layers.index(self._item(seen)) + layers
        item = seen.layers[min(max(place, 0), len(seen.layers) - 1)]
        self._choose_head(item.layer, min(max(self.head + heads, 0), item.heads - 1))

    @Slot(str, int)
    def _on_panel_head_chosen(self, layer: str, head: int) -> None:
        self._choose_head(layer, head)

    def _choose_head(self, layer: str, head: int) -> None:
        before = self._seen
        self._forget_spot()
        self.layer, self.head = layer, head
        seen = self._seen
        if seen is None:
            return
        if seen is before:
            self._show_place()
        else:
            self._show()
        self._soon.start()

    @Slot()
    def _on_soon_timeout(self) -> None:
        """Bring the map of the chosen head into sight, once all maps have their places."""
        seen = self._seen
        if seen is not None:
            place = self.picture.place_of((seen.layers.index(self._item(seen)), self.head)).toAlignedRect()
            middle = place.center()
            self._area.ensureVisible(middle.x(), middle.y(), place.width() // 2, place.height() // 2)

    # What is saved

    def figure(self) -> QWidget:
        return self.picture if self.characters.isHidden() else self.characters

    def table(self) -> tuple[list[str], list[list[Any]]]:
        if not self.characters.isHidden():
            return self.characters.saved()
        header = ["layer", "head", "token", "other", "q·k", "scaled", "share", "answer"]
        rows: list[list[Any]] = []
        for seen in self._found:
            for item in seen.layers if self.token < seen.count else ():
                for head in range(item.heads):
                    found = item.head_sum(head, self.token)
                    steps = zip(found.dots, found.scores, found.shares, item.flow, strict=True)
                    rows += [
                        [item.layer, head + 1, self.token + 1, other + 1, *map(float, numbers)]
                        for other, numbers in enumerate(steps)
                    ]
        return header, rows


def _following(scene: Scene, count: int) -> list[tuple[str, float]]:
    """Return what the network finds likeliest behind each of the first characters, and how likely."""
    if scene.following is None:
        return []
    found = scene.following[:count]
    return [
        (scene.classes[int(best)], float(shares[best]))
        for best, shares in zip(found.argmax(axis=1), found, strict=True)
    ]


def _attention_layers(scene: Scene) -> list[str]:
    """Return the names of the layers whose heads look at parts of an image, or at characters."""
    from engine.layers.attention import AttentionLayer
    from engine.models.parts import layers

    return [name for name, _, layer in layers(scene.model) if isinstance(layer, AttentionLayer)]
