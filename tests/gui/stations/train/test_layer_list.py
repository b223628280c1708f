"""The list of layers: adding, removing, reordering and editing in place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from engine.config import Activation, ConvLayer, DenseLayer, NetworkConfig
from engine.layers.embedding import EmbeddingLayer
from engine.layers.lstm import LstmLayer
from engine.models.size import layer_problems
from gui.look.words import problem_text
from gui.stations.train.layer_list import LayerList
from gui.stations.train.layer_row import DragHandle, LayerRow
from gui.widgets.short_label import ShortLabel

LAYERS = (
    DenseLayer(size=512),
    DenseLayer(size=256, dropout=0.2),
    DenseLayer(size=16, activation=Activation.TANH),
)


@pytest.fixture
def layers(qtbot):
    widget = LayerList()
    qtbot.addWidget(widget)
    widget.resize(360, 400)
    widget.set_layers(LAYERS)
    widget.told = []
    widget.layers_edited.connect(widget.told.append)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def rows(layers):
    found = [row for row in layers.findChildren(LayerRow) if not row.isHidden()]
    return sorted(found, key=lambda row: row.y())


def sizes(layers):
    return [layer["size"] for layer in layers.raw()]


def settle(layers):
    layers.findChild(QLabel).parentWidget().layout().activate()
    QApplication.processEvents()


def test_layers_are_shown_without_telling(layers):
    assert NetworkConfig(hidden=layers.raw()).hidden == LAYERS
    assert layers.told == []
    assert layers.objectName() == "hiddenLayers"


def test_editing_in_place_tells_all_layers(layers):
    rows(layers)[1].fields["size"].setValue(128)
    assert len(layers.told) == 1
    edited = NetworkConfig(hidden=layers.told[0]).hidden
    assert edited == (LAYERS[0], DenseLayer(size=128, dropout=0.2), LAYERS[2])


def test_add_copies_the_last_layer(layers, qtbot):
    qtbot.mouseClick(layers.findChild(QPushButton, "addLayerButton"), Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == (*LAYERS, LAYERS[-1])
    assert len(layers.told) == 1


def test_the_first_layer_is_a_usual_one(layers, qtbot):
    layers.set_layers(())
    assert any(
        "No hidden layer" in label.text() and label.isVisible() for label in layers.findChildren(QLabel)
    )
    qtbot.mouseClick(layers.findChild(QPushButton, "addLayerButton"), Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == (DenseLayer(),)


def test_remove(layers, qtbot):
    qtbot.mouseClick(rows(layers)[0].remove_button, Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == LAYERS[1:]
    for _ in LAYERS[1:]:
        qtbot.mouseClick(rows(layers)[0].remove_button, Qt.MouseButton.LeftButton)
    assert layers.told[-1] == ()


def test_delete_removes_the_row_with_the_focus(layers, qtbot):
    handle = rows(layers)[1].handle
    handle.setFocus()
    qtbot.keyClick(handle, Qt.Key.Key_Delete)
    assert sizes(layers) == [512, 16]
    assert layers.focusWidget() is rows(layers)[1].remove_button


def test_alt_and_arrows_move_the_row_with_the_focus(layers, qtbot):
    activation = rows(layers)[0].fields["activation"]
    activation.setFocus()
    QTest.keyClick(layers, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sizes(layers) == [256, 512, 16]
    assert layers.focusWidget() is activation
    QTest.keyClick(layers, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(layers, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sizes(layers) == [512, 256, 16]
    assert len(layers.told) == 2


def test_arrows_on_the_handle_move(layers, qtbot):
    qtbot.keyClick(rows(layers)[2].handle, Qt.Key.Key_Up)
    assert sizes(layers) == [512, 16, 256]


def drag(layers, first, to_row):
    handle = rows(layers)[first].handle
    target = rows(layers)[to_row]
    start = handle.rect().center()
    end = handle.mapFrom(target.parentWidget(), QPoint(10, target.geometry().bottom()))
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(handle, start + QPoint(0, 6))
    QTest.mouseMove(handle, end)
    return handle


def test_dragging_reorders_and_tells_once(layers):
    handle = drag(layers, 0, 2)
    assert layers.told == []
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == (LAYERS[1], LAYERS[2], LAYERS[0])
    assert len(layers.told) == 1


def test_escape_puts_a_dragged_row_back(layers):
    handle = drag(layers, 0, 2)
    assert sizes(layers) == [256, 16, 512]
    QTest.keyClick(handle, Qt.Key.Key_Escape)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert sizes(layers) == [512, 256, 16]
    assert layers.told == []


def test_a_click_on_the_handle_moves_nothing(layers, qtbot):
    qtbot.mouseClick(layers.findChild(DragHandle), Qt.MouseButton.LeftButton)
    assert layers.told == []


def test_setting_layers_keeps_rows_and_focus(layers):
    before = rows(layers)
    before[1].fields["dropout"].setFocus()
    layers.set_layers((DenseLayer(size=8), *LAYERS[1:]))
    assert rows(layers) == before
    assert layers.focusWidget() is before[1].fields["dropout"]


def test_problems_stand_at_their_layer(layers):
    layers.set_problems({"network.hidden.1.size": "must be at least 1", "training.epochs": "elsewhere"})
    row = rows(layers)[1]
    assert row.fields["size"].property("problem") is True
    assert any("must be at least 1" in label.text() for label in row.findChildren(QLabel))
    assert not any(row.has_problems() for row in (rows(layers)[0], rows(layers)[2]))
    layers.set_problems({})
    assert row.fields["size"].property("problem") is False


def test_a_refused_entry_stays_and_goes_with_its_problem(layers):
    field = rows(layers)[1].fields["size"]
    field.setValue(-5)
    layers.set_layers(LAYERS)
    layers.set_problems({"network.hidden.1.size": "must be at least 1"})
    assert field.value() == -5
    layers.set_problems({})
    assert field.value() == 256


def test_a_row_added_beside_a_refused_entry_is_not_lost(layers, qtbot):
    rows(layers)[1].fields["size"].setValue(-5)
    layers.set_problems({"network.hidden.1.size": "must be at least 1"})
    qtbot.mouseClick(layers.findChild(QPushButton, "addLayerButton"), Qt.MouseButton.LeftButton)
    layers.set_layers(LAYERS)
    assert sizes(layers) == [512, -5, 16, 16]


def test_ends_and_lock(layers):
    layers.set_ends((3, 32, 32), 100)
    shown = [label.text() for label in layers.findChildren(QLabel)]
    assert any("3,072 pixels" in text or "3072 pixels" in text for text in shown)
    assert "100 classes" in shown
    layers.set_locked(True)
    assert not rows(layers)[0].fields["size"].isEnabled()
    assert not layers.findChild(QPushButton, "addLayerButton").isEnabled()


def test_many_layers_scroll_and_fields_have_names(layers):
    layers.set_layers([DenseLayer(size=size) for size in range(1, 41)])
    assert sizes(layers) == list(range(1, 41))
    assert layers.height() == 400
    assert all(field.accessibleName() for row in rows(layers) for field in row.fields.values())
    assert rows(layers)[39].remove_button.accessibleName() == "Remove layer 40"


def test_an_added_layer_is_brought_into_sight(layers, qtbot):
    layers.set_layers([DenseLayer(size=size) for size in range(1, 41)])
    qtbot.mouseClick(layers.findChild(QPushButton, "addLayerButton"), Qt.MouseButton.LeftButton)
    added = rows(layers)[-1]
    assert added.fields["size"].hasFocus()
    qtbot.waitUntil(lambda: not added.visibleRegion().isEmpty())
    assert [row for row in rows(layers) if row.property("fresh")] == [added]
    rows(layers)[0].fields["size"].setValue(7)
    layers.set_layers(NetworkConfig(hidden=layers.told[-1]).hidden)
    assert not any(row.property("fresh") for row in rows(layers))


CONVOLUTIONS = (
    ConvLayer(channels=8, kernel=5, padding="valid"),
    ConvLayer(channels=12, stride=2, pooling="none", dropout=0.1, activation="tanh"),
)


def test_convolutions_are_shown_and_edited_like_dense_layers(layers):
    layers.set_layers((*CONVOLUTIONS, *LAYERS))
    assert NetworkConfig(hidden=layers.raw()).hidden == (*CONVOLUTIONS, *LAYERS)
    assert layers.told == []
    fields = rows(layers)[0].fields
    assert list(fields) == [
        "channels",
        "activation",
        "dropout",
        "kernel",
        "stride",
        "padding",
        "pooling",
        "batch_norm",
    ]
    assert all(field.accessibleName() and field.toolTip() for field in fields.values())
    fields["kernel"].setValue(3)
    fields["channels"].setValue(9)
    fields["batch_norm"].click()
    edited = NetworkConfig(hidden=layers.told[-1]).hidden
    assert edited[0] == ConvLayer(channels=9, kernel=3, padding="valid", batch_norm=True)


def test_kernel_and_stride_say_what_they_are(layers):
    layers.set_layers(CONVOLUTIONS)
    assert rows(layers)[0].fields["kernel"].text() == "Kernel 5"
    assert rows(layers)[1].fields["stride"].text() == "Stride 2"


def test_columns_are_named_at_the_layers_that_have_them(layers):
    def titles():
        return [
            [label.text() for label in row.findChildren(ShortLabel) if label.isVisible()]
            for row in rows(layers)
        ]

    dense = ["Units", "Activation", "Dropout"]
    assert titles() == [dense, *[[]] * (len(LAYERS) - 1)]
    layers.set_layers((*CONVOLUTIONS, *LAYERS))
    assert [bool(each) for each in titles()] == [True, False, True, *[False] * (len(LAYERS) - 1)]
    assert titles()[0][0] == "Channels"
    assert titles()[2] == dense
    layers.set_layers((EmbeddingLayer(), LstmLayer()))
    assert titles()[0] == []
    assert titles()[1][0] == "Units"
    top = next(label for label in rows(layers)[1].findChildren(ShortLabel) if label.isVisible())
    assert top.geometry().bottom() < rows(layers)[1].fields["units"].geometry().top()


def test_a_row_becomes_one_of_another_kind(layers):
    layers.set_layers((CONVOLUTIONS[0], *LAYERS[1:]))
    assert NetworkConfig(hidden=layers.raw()).hidden == (CONVOLUTIONS[0], *LAYERS[1:])


def test_convolutions_are_added_in_front_and_like_the_last(layers, qtbot):
    button = layers.findChild(QPushButton, "addConvolutionButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == (ConvLayer(), *LAYERS)
    rows(layers)[0].fields["channels"].setValue(5)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == (
        ConvLayer(channels=5),
        ConvLayer(channels=5),
        *LAYERS,
    )
    qtbot.mouseClick(layers.findChild(QPushButton, "addLayerButton"), Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden[-2:] == (LAYERS[-1], LAYERS[-1])
    layers.set_locked(True)
    assert not button.isEnabled()


def test_a_dense_layer_is_added_behind_convolutions(layers, qtbot):
    layers.set_layers(CONVOLUTIONS)
    qtbot.mouseClick(layers.findChild(QPushButton, "addLayerButton"), Qt.MouseButton.LeftButton)
    assert NetworkConfig(hidden=layers.told[-1]).hidden == (*CONVOLUTIONS, DenseLayer())


def test_a_problem_of_a_convolution_stands_under_its_fields(layers):
    layers.set_layers((*CONVOLUTIONS, *LAYERS))
    layers.set_problems(
        {"network.hidden.1.kernel": "must be at most 3", "network.hidden.0": "cannot go back"}
    )
    first, second = rows(layers)[:2]
    assert second.fields["kernel"].property("problem") is True
    assert any("Kernel: must be at most 3" in label.text() for label in second.findChildren(QLabel))
    assert any("Cannot go back." in label.text() for label in first.findChildren(QLabel))


def test_how_an_image_is_read_can_be_set_where_one_is_read(layers):
    layers.set_layers(NetworkConfig(hidden="lstm4,gru4,8").hidden)
    first, second, _ = rows(layers)
    assert first.fields["reading"].isEnabled()
    assert not second.fields["reading"].isEnabled()
    layers.set_layers(NetworkConfig(hidden="gru4,8").hidden)
    assert rows(layers)[0].fields["reading"].isEnabled()


def test_what_mends_a_layer_stands_with_what_is_wrong(layers):
    network = NetworkConfig(hidden="conv4,conv4,conv4,conv4,conv4")
    layers.set_layers(network.hidden)
    (problem,) = layer_problems(network, (1, 28, 28))
    layers.set_problems({problem.path: problem_text(problem)})
    said = next(label.text() for label in rows(layers)[4].findChildren(QLabel) if "pool" in label.text())
    assert said.startswith("Pooling: Needs at least 2 × 2 numbers")
    assert said.endswith("Use smaller kernels and strides, or less pooling.")


def test_what_is_wrong_with_all_layers_is_said_at_the_last(layers):
    layers.set_problems(
        {"network.hidden": "Must be at most 300 layers.", "training.epochs": "Must be at least 1."}
    )
    assert [row.has_problems() for row in rows(layers)] == [False, False, True]
    assert any("at most 300" in label.text() for label in rows(layers)[2].findChildren(QLabel))
    layers.set_problems({})
    assert not any(row.has_problems() for row in rows(layers))
