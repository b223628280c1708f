"""The form made from a settings class: what it shows, what it tells, and what is wrong, where it is wrong."""

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QToolButton

from engine.config import (
    CHOICE_LABELS,
    DataConfig,
    Experiment,
    NetworkConfig,
    OptimizerName,
    TrainingConfig,
)
from gui.widgets.fields.fold import Fold
from gui.widgets.fields.number_fields import FloatField
from gui.widgets.fields.setting_row import camel_case
from gui.widgets.fields.settings_form import SettingsForm


@pytest.fixture
def form(qtbot):
    widget = SettingsForm(TrainingConfig, "training")
    qtbot.addWidget(widget)
    widget.told = []
    widget.edited.connect(lambda path, raw: widget.told.append((path, raw)))
    return widget


def texts(form):
    return [label.text() for label in form.findChildren(QLabel) if not label.isHidden()]


def test_every_setting_has_a_field(form):
    form.complete()
    for name, info in TrainingConfig.model_fields.items():
        field = form.findChild(object, camel_case(name))
        assert field is not None, name
        assert field.accessibleName() == info.label
        assert info.help in field.toolTip()
        assert field.accessibleDescription().endswith(info.help)


def test_what_means_nothing_beside_the_others_says_so_until_it_does(form):
    row = form.row("training.momentum")
    reason = "It counts only where this is chosen: “Optimiser”"

    form.set_values(TrainingConfig(optimizer=OptimizerName.ADAM))
    assert row.label.property("role") == "muted"
    assert reason in row.field.toolTip()
    assert reason in row.field.accessibleDescription()

    form.set_values(TrainingConfig(optimizer=OptimizerName.NESTEROV))
    assert row.label.property("role") is None
    assert reason not in row.field.toolTip()
    assert row.field.isEnabled()


def test_changes_are_told_with_their_path(form):
    form.findChild(QSpinBox, "epochs").setValue(3)
    form.findChild(FloatField, "learningRate").setValue(0.01)
    optimizer = form.findChild(QComboBox, "optimizer")
    optimizer.setCurrentIndex(optimizer.findData(OptimizerName.SGD))
    assert form.told == [
        ("training.epochs", 3),
        ("training.learning_rate", 0.01),
        ("training.optimizer", OptimizerName.SGD),
    ]
    assert type(form.told[2][1]) is OptimizerName


def test_choices_are_named(form):
    optimizer = form.findChild(QComboBox, "optimizer")
    assert [optimizer.itemText(row) for row in range(optimizer.count())] == [
        CHOICE_LABELS[choice] for choice in OptimizerName
    ]


def test_values_are_shown_without_telling(form):
    form.set_values(
        TrainingConfig(epochs=7, learning_rate=0.02, optimizer=OptimizerName.RMSPROP, weight_decay=1e-4)
    )
    assert form.findChild(QSpinBox, "epochs").value() == 7
    assert form.findChild(FloatField, "learningRate").text() == "0.02"
    assert form.findChild(QComboBox, "optimizer").currentData() == OptimizerName.RMSPROP
    assert form.told == []
    form.complete()
    assert form.findChild(FloatField, "weightDecay").text() == "0.0001"
    assert form.told == []


def test_an_experiment_serves_several_sections(qtbot):
    form = SettingsForm(TrainingConfig, "training", ("epochs", "seed"))
    form.add_section(DataConfig, "data", ("validation_share", "seed"))
    qtbot.addWidget(form)
    form.set_values(
        Experiment().with_(**{"training.epochs": 4, "data.validation_share": 0.2, "data.seed": 5})
    )
    assert form.paths() == ("training.epochs", "training.seed", "data.validation_share", "data.seed")
    form.complete()
    assert form.findChild(QSpinBox, "epochs").value() == 4
    assert form.findChild(FloatField, "validationShare").value() == 0.2
    assert form.findChild(QSpinBox, "seed").value() == 0
    assert form.findChild(QSpinBox, "dataSeed").value() == 5
    assert "of the training examples" in texts(form)


def test_a_switch_and_settings_without_a_field(qtbot):
    form = SettingsForm(NetworkConfig, "network")
    qtbot.addWidget(form)
    assert form.paths() == ("network.batch_norm", "network.initialisation")
    form.complete()
    with qtbot.waitSignal(form.edited) as told:
        form.findChild(QCheckBox, "batchNorm").click()
    assert told.args == ["network.batch_norm", True]


def test_problems_stand_under_their_field(form):
    epochs = form.findChild(QSpinBox, "epochs")
    form.set_problems({"training.epochs": "Must be at least 1."})
    assert "Must be at least 1." in texts(form)
    assert epochs.property("problem") is True
    assert epochs.accessibleDescription().startswith("Must be at least 1.")
    form.set_problems({})
    assert "Must be at least 1." not in texts(form)
    assert epochs.property("problem") is False


@pytest.mark.parametrize("values_first", [True, False])
def test_a_refused_entry_stays_until_mended(form, values_first):
    epochs = form.findChild(QSpinBox, "epochs")
    form.set_values(TrainingConfig())
    epochs.setValue(-5)
    answers = [
        lambda: form.set_values(TrainingConfig()),
        lambda: form.set_problems({"training.epochs": "Too few."}),
    ]
    for answer in answers if values_first else reversed(answers):
        answer()
    assert epochs.value() == -5
    epochs.setValue(12)
    form.set_problems({})
    form.set_values(TrainingConfig(epochs=12))
    assert epochs.value() == 12
    assert form.told == [("training.epochs", -5), ("training.epochs", 12)]


def test_another_experiment_replaces_a_refused_entry(form):
    epochs = form.findChild(QSpinBox, "epochs")
    epochs.setValue(-5)
    form.set_problems({"training.epochs": "Too few."})
    form.set_values(TrainingConfig(epochs=20))
    form.set_problems({})
    assert epochs.value() == 20


def test_a_problem_that_goes_away_brings_the_setting_back(form):
    epochs = form.findChild(QSpinBox, "epochs")
    epochs.setValue(-5)
    form.set_problems({"training.epochs": "Too few."})
    form.set_problems({})
    assert epochs.value() == 10


def test_rare_settings_fold(form):
    rare = [name for name, info in TrainingConfig.model_fields.items() if info.rare]
    fold = form.findChild(Fold)
    assert not fold.is_open()
    heading = fold.findChild(QToolButton)
    assert heading.text() == "More settings"
    form.set_problems({"training.momentum": "Must be less than 1."})
    assert fold.is_open()
    assert "Must be less than 1." in texts(form)
    assert all(fold.isAncestorOf(form.findChild(object, camel_case(name))) for name in rare)


def test_what_is_folded_away_is_made_when_it_is_unfolded_as_it_was_to_be_shown(form):
    form.set_values(TrainingConfig(momentum=0.5, optimizer=OptimizerName.ADAM))
    form.set_locked({"training.seed"}, "Stop training first.")
    assert form.findChild(FloatField, "momentum") is None
    assert not form.can_be_edited("training.seed")
    assert form.can_be_edited("training.momentum")

    form.findChild(Fold).heading().click()
    momentum = form.findChild(FloatField, "momentum")
    assert momentum.value() == 0.5
    assert "It counts only where this is chosen: “Optimiser”" in momentum.toolTip()
    assert not form.findChild(QSpinBox, "seed").isEnabled()
    assert form.told == []
    momentum.setValue(0.7)
    assert form.told == [("training.momentum", 0.7)]


def test_no_field_moves_when_more_are_unfolded(form):
    form.resize(500, 900)
    form.show()
    before = form.findChild(QSpinBox, "epochs").x()
    form.findChild(Fold).set_open(True)
    QCoreApplication.processEvents()
    assert form.findChild(QSpinBox, "epochs").x() == before
    form.hide()


def test_of_a_form_that_waits_nothing_is_made_before_it_is_wanted(qtbot):
    form = SettingsForm(TrainingConfig, "training", later=True)
    qtbot.addWidget(form)
    form.set_values(TrainingConfig(epochs=7))
    assert form.findChild(QSpinBox) is None
    form.focus_field("training.epochs")
    assert form.findChild(QSpinBox, "epochs").value() == 7
    assert form.findChild(Fold).isVisibleTo(form)


def test_the_fold_counts_what_was_changed(form):
    form.set_values(TrainingConfig(momentum=0.5, seed=3))
    assert form.findChild(Fold).findChild(QToolButton).text().startswith("More settings · 2")


def test_locked_settings_cannot_be_edited_and_say_why(form):
    form.set_locked({"training.batch_size"}, "Stop training first.")
    assert not form.findChild(QSpinBox, "batchSize").isEnabled()
    assert "Stop training first." in form.findChild(QSpinBox, "batchSize").toolTip()
    assert form.findChild(FloatField, "learningRate").isEnabled()
    form.set_locked(())
    assert form.findChild(QSpinBox, "batchSize").isEnabled()


def test_a_fold_remembers(qtbot, qapp, tmp_path):
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    before = QSettings.defaultFormat(), qapp.organizationName()
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    qapp.setOrganizationName("netsketch-test")
    try:
        first = Fold("More", key="some")
        qtbot.addWidget(first)
        assert not first.is_open()
        qtbot.mouseClick(first.findChild(QToolButton), Qt.MouseButton.LeftButton)
        second = Fold("More", key="some")
        qtbot.addWidget(second)
        assert second.is_open()
    finally:
        QSettings.setDefaultFormat(before[0])
        qapp.setOrganizationName(before[1])


def test_what_is_no_number_is_refused_with_a_sign(form, qtbot):
    form.set_values(TrainingConfig(learning_rate=0.002))
    rate = form.findChild(FloatField, "learningRate")
    rate.selectAll()
    qtbot.keyClicks(rate, "abc")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    words = "“abc” is not a number. 0.002 stays."
    assert words in texts(form)
    assert rate.property("problem") is True
    assert rate.accessibleDescription().startswith(words)
    form.set_values(TrainingConfig(learning_rate=0.002, epochs=3))  # something else was changed
    form.set_problems({})
    assert (rate.text(), rate.raw()) == ("abc", 0.002)
    assert words in texts(form)
    form.set_values(TrainingConfig(learning_rate=0.1))  # a preset
    assert rate.text() == "0.1"
    assert words not in texts(form)
    assert rate.property("problem") is False
    assert form.told == []


def test_a_sign_of_its_own_gives_way_to_that_of_the_setting(form, qtbot):
    epochs = form.findChild(QSpinBox, "epochs")
    for text in ("1.5", "-5"):
        epochs.selectAll()
        qtbot.keyClicks(epochs, text)
        qtbot.keyClick(epochs, Qt.Key.Key_Return)
    form.set_problems({"training.epochs": "Too few."})
    assert epochs.text() == "-5 epochs"
    assert "Too few." in texts(form)
    assert epochs.property("problem") is True


def test_a_setting_can_be_called_otherwise_before_its_field_is_there(qtbot):
    form = SettingsForm(TrainingConfig, "training")
    qtbot.addWidget(form)
    form.set_title("training.target_accuracy", lambda: "Target of R²")
    row = form.row("training.target_accuracy")
    assert (row.label.text(), row.field.accessibleName()) == ("Target of R²", "Target of R²")
    form.set_title("training.target_accuracy", None)
    assert row.label.text() == "Target accuracy"
