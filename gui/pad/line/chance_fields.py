"""By what chance a model writes: how daring it is, and what chance begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy

from engine.choices import MAX_SEED
from gui.look.dressed import dressed
from gui.look.text_size import sized
from gui.widgets.fields.number_fields import FloatField, IntField
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FIELD_WIDTH = 68  # pixels
HOTTEST = 3.0


class ChanceFields(FlowBox):
    """Two fields with their names, beside each other where there is room.

    Attributes:
        temperature: 0 for the likeliest character each time.
        seed: What chance begins with.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(6, parent)
        self.temperature = dressed(
            FloatField(low=0, high=HOTTEST, strict=True),
            name="temperature",
            accessible=lambda: self.tr("Temperature"),
            tip=lambda: self.tr(
                "How daring the model is: 0 takes the likeliest character each time, 1 each as often as it finds it "
                "likely"
            ),
        )
        self.seed = dressed(
            IntField(low=0, high=MAX_SEED, strict=True),
            name="writingSeed",
            accessible=lambda: self.tr("Seed"),
            tip=lambda: self.tr("With the same seed, chance falls the same way again"),
        )
        for words, field in (
            (lambda: self.tr("Temperature"), self.temperature),
            (lambda: self.tr("Seed"), self.seed),
        ):
            sized(field.setFixedWidth, FIELD_WIDTH)
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            pair = FlowBox(4, self)
            pair.add(dressed(Label(words, pair), role="muted"))
            pair.add(field)
            self.add(pair)
