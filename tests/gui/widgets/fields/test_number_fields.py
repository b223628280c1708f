"""Number fields: what may be typed, how steps go, and what the wheel does."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from engine.numbers import parse_number, parse_whole
from gui.widgets.fields.number_fields import FloatField, IntField
from gui.widgets.fields.number_text import doubling_step, nice_step, number_text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.001", 0.001),
        ("1e-3", 0.001),
        ("3E-4", 0.0003),
        ("0,5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        (" -2 ", -2.0),
    ],
)
def test_numbers_are_read(text, number):
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["", "e", "1e", "abc", "1.2.3", "nan", "inf", "0x10", "1 000", "--1"])
def test_what_is_no_number_is_none(text):
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("60000", 60_000),
        ("60 000", 60_000),
        ("60,000", 60_000),
        ("1\u202f234\u202f567", 1_234_567),
        ("6e4", 60_000),
        ("-5", -5),
        ("−5", -5),
        ("٦٤", 64),
        ("６４", 64),
        ("१२", 12),
        ("10000000000000000000000", 10**22),
    ],
)
def test_whole_numbers_are_read(text, number):
    assert parse_whole(text) == number


@pytest.mark.parametrize(
    "text", ["", "abc", "1.5", "1,5", "6,00,0", "1e-3", "1e999999999", "0x10", "9" * 99, "²"]
)
def test_what_is_no_whole_number_is_none(text):
    assert parse_whole(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("٠٫٠٠١", 0.001),
        ("۰٫۵", 0.5),
        ("0，5", 0.5),
        ("\u200e-0.5", -0.5),
        ("1.2 × 10⁻⁵", 1.2e-5),
        ("1,2·10⁻⁵", 1.2e-5),
        ("2x10^-3", 2e-3),
        ("10⁻⁴", 1e-4),
        ("5 × 10¹²", 5e12),
    ],
)
def test_numbers_are_read_as_people_of_any_script_write_them(text, number):
    assert parse_number(text) == pytest.approx(number, rel=1e-15)


def test_what_is_beyond_all_numbers_is_none():
    assert parse_number("1e999") is None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_shown_numbers_read_back_the_same(number):
    assert parse_number(number_text(number)) == number


def test_numbers_are_shown_briefly():
    assert [number_text(value) for value in (0.001, 1e-5, 128.0, 0.3, 2.5e20)] == [
        "0.001",
        "1e-5",
        "128",
        "0.3",
        "2.5e20",
    ]


def test_nice_steps():
    assert nice_step(0.001, 1) == 0.002
    assert nice_step(0.001, -1) == 0.0005
    assert nice_step(0.003, 1) == 0.005
    assert nice_step(0.005, 1) == 0.01
    assert nice_step(0.001, 10) == 0.01
    assert nice_step(0.0, 1) == 1e-6
    assert nice_step(1e-6, -1) == 0.0


@given(st.floats(1e-5, 1e5))
def test_a_nice_step_up_lands_above_and_down_below(value):
    up, down = nice_step(value, 1), nice_step(value, -1)
    assert down < value < up
    assert up / value <= 2.5 * (1 + 1e-9)
    for step in (up, down):
        digit = step / 10 ** math.floor(math.log10(step) + 1e-9)
        assert any(digit == pytest.approx(nice) for nice in (1, 2, 5, 10))


def test_doubling_steps():
    assert [doubling_step(value, 1) for value in (0, 1, 100, 128)] == [1, 2, 128, 256]
    assert [doubling_step(value, -1) for value in (0, 1, 100, 128)] == [0, 0, 64, 64]


def typed(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


@pytest.fixture
def rate(qtbot):
    field = FloatField(low=0, high=1000, low_excluded=True, log=True)
    qtbot.addWidget(field)
    field.set_raw(0.001)
    return field


def test_typing_tells_once_when_done(qtbot, rate):
    told = []
    rate.edited.connect(told.append)
    typed(qtbot, rate, "3e-4")
    assert told == []
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert told == [3e-4]
    assert rate.text() == "0.0003"


def test_a_comma_is_a_point(qtbot, rate):
    typed(qtbot, rate, "0,05")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert rate.raw() == 0.05


@pytest.mark.parametrize("text", ["abc", "0.0x2", "1e-", "1.2.3", "1e999"])
def test_what_is_no_number_stays_under_a_sign(qtbot, rate, text):
    told, said = [], []
    rate.edited.connect(told.append)
    rate.refused.connect(said.append)
    typed(qtbot, rate, text)
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert (told, rate.raw(), rate.text()) == ([], 0.001, text)
    assert said == [f"“{text}” is not a number. 0.001 stays."]
    assert rate.property("problem") is True
    typed(qtbot, rate, "0.01")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert (told, rate.text(), said[1:]) == ([0.01], "0.01", [""])
    assert rate.property("problem") is False


def test_the_number_that_holds_may_be_typed_again_after_a_refusal(qtbot, rate):
    said = []
    rate.refused.connect(said.append)
    for text in ("abc", "0.001"):
        typed(qtbot, rate, text)
        qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert (rate.text(), rate.refusal(), said[-1]) == ("0.001", "", "")


def test_escape_and_steps_take_a_refused_entry_back(qtbot, rate):
    typed(qtbot, rate, "abc")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    qtbot.keyClick(rate, Qt.Key.Key_Escape)
    assert (rate.text(), rate.refusal()) == ("0.001", "")
    typed(qtbot, rate, "abc")
    qtbot.keyClick(rate, Qt.Key.Key_Up)
    assert (rate.text(), rate.refusal()) == ("0.002", "")


def test_a_step_counts_from_what_is_typed(qtbot):
    field = IntField(low=1)
    qtbot.addWidget(field)
    typed(qtbot, field, "50")
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.raw() == 51


def test_a_fraction_is_no_whole_number(qtbot):
    field = IntField(low=1, unit="epochs")
    qtbot.addWidget(field)
    field.set_raw(4)
    typed(qtbot, field, "1.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.refusal() == "“1.5” is not a whole number. 4 stays."
    assert field.raw() == 4


def told_as(number):
    return f"{number:,} epochs"


def test_an_amount_is_set_off_in_thousands_and_a_seed_is_none(qtbot):
    amount, seed = IntField(unit="examples"), IntField()
    for field in (amount, seed):
        qtbot.addWidget(field)
        field.set_raw(20_000)
    assert (amount.text(), seed.text()) == ("20,000 examples", "20000")
    typed(qtbot, amount, "1,500")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert amount.raw() == 1500


@pytest.mark.parametrize("number", [2**31, 10**20, -(10**20), 2**63])
def test_whole_numbers_of_any_size_are_shown_as_they_are(qtbot, number):
    field = IntField(low=1, unit="epochs")
    qtbot.addWidget(field)
    told = []
    field.edited.connect(told.append)
    field.set_raw(number)
    assert (field.raw(), field.value(), field.text()) == (number, number, told_as(number))
    assert told == []
    typed(qtbot, field, str(number + 1))
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (told, field.text()) == ([number + 1], told_as(number + 1))
    field.set_raw(3)
    assert (field.raw(), field.text()) == (3, "3 epochs")


def test_a_strict_field_checks_its_bounds_itself(qtbot):
    field = IntField(low=10, high=600, unit="s", strict=True)
    qtbot.addWidget(field)
    told = []
    field.edited.connect(told.append)
    field.set_raw(60)
    for text, words in (("5", "At least 10; 60 stays."), ("9000", "At most 600; 60 stays.")):
        typed(qtbot, field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert (field.refusal(), field.raw(), told) == (words, 60, [])
    typed(qtbot, field, "10")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.refusal(), told) == ("", [10])


def test_an_emptied_field_shows_its_number_again(qtbot, rate):
    rate.setFocus()
    rate.selectAll()
    qtbot.keyClick(rate, Qt.Key.Key_Delete)
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert (rate.text(), rate.refusal()) == ("0.001", "")


def test_tab_stops_once_at_a_field(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    fields = [IntField(parent=page), FloatField(parent=page), IntField(parent=page)]
    for row, field in enumerate(fields):
        field.move(0, 40 * row)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    fields[0].setFocus()
    for field in (*fields[1:], fields[0]):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is field


def test_out_of_bounds_is_told_as_it_is(qtbot, rate):
    told = []
    rate.edited.connect(told.append)
    typed(qtbot, rate, "-1")
    qtbot.keyClick(rate, Qt.Key.Key_Return)
    assert told == [-1.0]


def test_steps_stay_in_bounds(rate):
    rate.set_raw(1000)
    rate.stepUp()
    assert rate.raw() == 1000
    rate.set_raw(1e-6)
    rate.stepDown()
    assert rate.raw() == 1e-6


def test_every_digit_is_kept(rate):
    rate.set_raw(1.2345678901234567e-13)
    assert rate.raw() == 1.2345678901234567e-13


def test_an_equal_value_leaves_what_is_typed(qtbot, rate):
    typed(qtbot, rate, "0.00")
    rate.set_raw(0.001)
    assert rate.text() == "0.00"
    rate.set_raw(0.5)
    assert rate.text() == "0.5"


def test_linear_steps_of_a_share(qtbot):
    share = FloatField(low=0, high=1, high_excluded=True, zero="off")
    qtbot.addWidget(share)
    assert share.text() == "off"
    share.stepUp()
    assert share.raw() == 0.05
    share.set_raw(0.95)
    share.stepUp()
    assert share.raw() == 0.95
    typed(qtbot, share, "off")
    qtbot.keyClick(share, Qt.Key.Key_Return)
    assert share.raw() == 0


def test_set_value_tells_and_set_raw_does_not(qtbot):
    field = IntField(low=1, unit="epochs")
    qtbot.addWidget(field)
    told = []
    field.edited.connect(told.append)
    field.set_raw(10)
    assert told == []
    assert field.text() == "10 epochs"
    field.setValue(3)
    assert told == [3]


def test_zero_has_a_word(qtbot):
    field = IntField(low=0, unit="images", zero="all")
    qtbot.addWidget(field)
    assert field.text() == "all"
    typed(qtbot, field, "500")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.raw(), field.text()) == (500, "500 images")
    typed(qtbot, field, "all")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.raw(), field.text()) == (0, "all")


def test_whole_numbers_step_by_their_size(qtbot):
    field = IntField(low=1)
    qtbot.addWidget(field)
    for start, up, down in ((10, 11, 9), (100, 110, 99), (12_000, 13_000, 11_000), (1, 2, 1)):
        field.set_raw(start)
        field.stepUp()
        assert field.raw() == up
        field.set_raw(start)
        field.stepDown()
        assert field.raw() == down


def test_whole_numbers_may_be_out_of_bounds(qtbot):
    field = IntField(low=1)
    qtbot.addWidget(field)
    typed(qtbot, field, "-5")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.raw() == -5


def test_batch_sizes_double(qtbot):
    field = IntField(low=1, log=True)
    qtbot.addWidget(field)
    field.set_raw(100)
    field.stepUp()
    assert field.raw() == 128
    field.stepBy(10)
    assert field.raw() == 1024


def wheel(widget):
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre, widget.mapToGlobal(centre), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event


def test_the_wheel_passes_over_a_field_without_focus(qtbot, monkeypatch):
    field = IntField(low=1)
    qtbot.addWidget(field)
    field.set_raw(10)
    assert not wheel(field).isAccepted()
    assert field.raw() == 10
    monkeypatch.setattr(field, "hasFocus", lambda: True)
    wheel(field)
    assert field.raw() == 11


@pytest.mark.parametrize("field_type", [IntField, FloatField])
@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_the_keys_of_undo_are_the_windows_unless_something_is_being_typed(qtbot, field_type, key):
    field = field_type(unit="pixels")
    qtbot.addWidget(field)
    field.setPrefix("Patch ")
    field.show()

    def is_kept():
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    field.setValue(7)
    assert not is_kept()
    field.selectAll()
    qtbot.keyClicks(field, "40")
    assert is_kept()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 40
    assert not is_kept()


@pytest.mark.parametrize("field_type", [IntField, FloatField])
def test_a_field_whose_python_half_is_gone_does_not_raise_when_qt_asks(qtbot, field_type):
    field = field_type(unit="pixels", zero="off")
    qtbot.addWidget(field)
    field.setValue(7)
    vars(field).clear()  # as the search for garbage leaves it
    assert isinstance(field.textFromValue(7), str)
    QApplication.sendEvent(field, QEvent(QEvent.Type.LocaleChange))


@pytest.mark.parametrize("kind", [IntField, FloatField])
def test_one_has_its_own_unit(qtbot, kind):
    field = kind(low=0, unit="epochs")
    qtbot.addWidget(field)
    field.set_words(unit="epochs", one="epoch", zero="off")
    for number, text in ((1, "1 epoch"), (2, "2 epochs"), (0, "off"), (1, "1 epoch")):
        field.set_raw(number)
        assert field.text() == text
    for typed in ("2 epoch", "1 epochs", "3epochs"):
        field.lineEdit().setText(typed)
        field.interpretText()
        assert field.raw() == int(typed[0])
    field.set_words(unit="轮", zero="")
    field.set_raw(1)
    assert field.text() == "1 轮"
