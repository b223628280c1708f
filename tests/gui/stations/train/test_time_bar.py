"""The time machine's row: which moment is chosen, who hears of it, the film, and what fits where."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from engine.training.moments import Moment
from gui.look import theme
from gui.stations.train import film
from gui.stations.train.time_bar import TimeBar
from gui.stations.train.time_slider import TimeSlider

EARLY = [Moment(step, 0) for step in (0, 1, 2, 4, 8)]
MOMENTS = [*EARLY, Moment(12, 1), Moment(24, 2), Moment(36, 3)]


@pytest.fixture
def bar(qtbot):
    """A bar over a run of three epochs, inside a page as in the window."""
    page = QWidget()
    qtbot.addWidget(page)
    widget = TimeBar(page)
    page.resize(800, 60)
    widget.resize(800, 60)
    widget.set_epochs(3)
    widget.set_moments(MOMENTS)
    page.show()
    yield widget  # and keep the page alive meanwhile
    page.hide()


@pytest.fixture
def chosen(bar):
    heard = []
    bar.moment_chosen.connect(heard.append)
    return heard


def part(bar, name):
    return bar.findChild(QWidget, name)


def label(bar):
    return bar.findChild(QLabel, "timeLabel").text()


def test_empty_says_when_snapshots_come(qtbot):
    bar = TimeBar()
    qtbot.addWidget(bar)
    bar.show()
    for name in ("timeSlider", "filmButton", "keepButton", "branchButton"):
        assert not part(bar, name).isEnabled()
        assert part(bar, name).toolTip() == "Snapshots appear here as the network trains."
    assert bar.moment() is None
    bar.play_film()
    assert not bar.is_playing()


def test_starts_at_the_newest(bar, chosen):
    assert bar.moment() is None
    assert label(bar) == "now"
    assert part(bar, "timeSlider").isEnabled()
    assert not part(bar, "keepButton").isEnabled()
    assert "first" in part(bar, "branchButton").toolTip()
    assert chosen == []


def test_keys_go_through_the_moments(bar, chosen):
    slider = part(bar, "timeSlider")
    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert chosen == [Moment(36, 3), Moment(0, 0), Moment(1, 0), None]


def test_words_of_a_moment(bar):
    slider = part(bar, "timeSlider")
    slider.setValue(5)
    assert label(bar) == "step 12 · epoch 1 of 3"
    bar.set_epochs(0)
    assert label(bar) == "step 12 · epoch 1"
    assert slider.accessibleDescription() == label(bar)
    bar.set_best_epoch(1)
    assert slider.accessibleDescription() == label(bar) + ", the best epoch"
    slider.setValue(0)
    assert label(bar) == "step 0 · untrained"


def test_a_press_takes_the_handle_there_and_a_drag_follows(bar, chosen):
    slider = part(bar, "timeSlider")
    assert isinstance(slider, TimeSlider)

    def at(place):
        return QPoint(round(slider.x_of(place)), slider.height() // 2)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=at(6))
    QTest.mouseMove(slider, at(2))
    QTest.mouseMove(slider, at(2) + QPoint(1, 0))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at(2))
    QTest.mouseMove(slider, at(4))
    assert chosen == [MOMENTS[6], MOMENTS[2]]
    assert not slider.isSliderDown()


def test_each_snapshot_lies_at_its_step_on_the_scale_of_the_curves(bar):
    slider = part(bar, "timeSlider")
    bar.set_now(48)
    bar.set_scale((0.0, 100.0), (60.0, 760.0))
    left = slider.mapTo(bar, QPoint(0, 0)).x()
    xs = [slider.x_of(place) + left for place in range(len(MOMENTS) + 1)]
    assert xs == pytest.approx([60 + 7 * step for step in (0, 1, 2, 4, 8, 12, 24, 36, 48)])
    assert [slider.place_at(x - left) for x in xs] == list(range(len(MOMENTS) + 1))
    assert slider.place_at(-100) == 0
    assert slider.place_at(10_000) == len(MOMENTS)


def test_a_stretch_of_the_curves_is_a_stretch_of_the_slider(bar):
    slider = part(bar, "timeSlider")
    bar.set_scale((10.0, 20.0), (60.0, 760.0))
    left = slider.mapTo(bar, QPoint(0, 0)).x()
    assert slider.x_of(5) + left == pytest.approx(60 + 140)  # step 12
    slider.setValue(7)
    assert slider.x_of(7) + left > 760  # step 36 lies beyond
    beyond = bar.grab().toImage()
    slider.setValue(0)
    assert bar.grab().toImage() != beyond


def test_where_the_last_snapshot_is_the_newest_a_press_goes_to_now(bar, chosen):
    slider = part(bar, "timeSlider")
    bar.set_now(36)
    slider.setValue(2)
    assert slider.place_near(36) == len(MOMENTS)
    bar.go_near(35.0)
    assert chosen == [MOMENTS[2], None]
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert chosen[-1] == MOMENTS[-1]


def test_a_double_click_in_the_curves_leaves_the_moment(bar, chosen):
    part(bar, "timeSlider").setValue(5)
    bar.go_near(1.2)
    assert bar.moment() == MOMENTS[1]
    bar.go_back()
    assert bar.moment() == MOMENTS[5]


def test_the_newest_stays_the_newest_while_the_list_grows(bar, chosen):
    bar.set_moments([*MOMENTS, Moment(48, 4)])
    assert bar.moment() is None
    assert part(bar, "timeSlider").value() == 9
    assert chosen == []


def test_a_moment_in_the_past_stays_at_its_step(bar, chosen):
    part(bar, "timeSlider").setValue(6)
    chosen.clear()
    bar.set_moments([*MOMENTS, Moment(48, 4)])
    bar.set_moments([Moment(0, 0), Moment(24, 2), Moment(48, 4)])  # some were thinned out
    assert bar.moment() == Moment(24, 2)
    assert chosen == []


def test_a_moment_that_is_gone_gives_way_to_the_newest(bar, chosen):
    part(bar, "timeSlider").setValue(6)
    chosen.clear()
    bar.set_moments(EARLY)
    assert bar.moment() is None
    assert chosen == [None]
    bar.set_moments([])
    assert not part(bar, "timeSlider").isEnabled()
    assert chosen == [None]


def test_go_newest_is_silent(bar, chosen):
    part(bar, "timeSlider").setValue(3)
    chosen.clear()
    bar.go_newest()
    assert bar.moment() is None
    assert label(bar) == "now"
    assert not part(bar, "keepButton").isEnabled()
    assert chosen == []


def test_the_best_epoch_is_marked_at_its_end(bar):
    slider = part(bar, "timeSlider")
    bar.set_best_epoch(2)
    assert slider.best() == 6
    plain = bar.grab().toImage()
    bar.set_best_epoch(3)
    assert slider.best() == 7
    assert bar.grab().toImage() != plain
    bar.set_best_epoch(0)
    assert slider.best() is None
    bar.set_best_epoch(8)  # not there yet
    assert slider.best() is None


def test_keep_and_branch_hand_over_the_moment(bar, qtbot):
    part(bar, "timeSlider").setValue(5)
    with qtbot.waitSignal(bar.keep_requested) as kept:
        part(bar, "keepButton").click()
    with qtbot.waitSignal(bar.branch_requested) as branched:
        part(bar, "branchButton").click()
    assert kept.args == branched.args == [Moment(12, 1)]


@pytest.fixture
def quick(monkeypatch):
    """A film that does not keep tests waiting."""
    monkeypatch.setattr(film, "film_pace", lambda count: (1.0, 1))


def test_the_film_shows_all_and_ends_by_itself(bar, chosen, qtbot, quick):
    QTest.keyClick(part(bar, "filmButton"), Qt.Key.Key_Space)
    assert bar.is_playing()
    assert part(bar, "filmButton").toolTip() == "Pause the film"
    qtbot.waitUntil(lambda: not bar.is_playing())
    assert chosen == [*MOMENTS, None]
    chosen.clear()
    part(bar, "filmButton").click()  # from the beginning again
    assert chosen == [MOMENTS[0]]
    qtbot.waitUntil(lambda: not bar.is_playing())


def test_the_film_pauses_and_goes_on(bar, chosen, qtbot, quick):
    play = part(bar, "filmButton")
    bar.moment_chosen.connect(lambda moment: play.click() if moment == MOMENTS[5] else None)
    part(bar, "timeSlider").setValue(3)
    play.click()
    qtbot.waitUntil(lambda: not bar.is_playing())
    assert chosen == MOMENTS[3:6]
    play.click()
    qtbot.waitUntil(lambda: not bar.is_playing())
    assert chosen == [*MOMENTS[3:], None]


def test_the_film_stops_for_a_hand_and_when_hidden(bar, qtbot):
    slider = part(bar, "timeSlider")
    bar.play_film()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert not bar.is_playing()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    bar.play_film()
    assert bar.is_playing()
    bar.parentWidget().hide()
    assert not bar.is_playing()


def test_the_film_goes_on_over_what_comes_while_it_plays(bar, chosen, qtbot, quick):
    more = [*MOMENTS, Moment(48, 4)]
    bar.moment_chosen.connect(lambda moment: bar.set_moments(more) if moment == MOMENTS[2] else None)
    bar.play_film()
    qtbot.waitUntil(lambda: not bar.is_playing())
    assert chosen == [*MOMENTS, Moment(48, 4), None]


@pytest.mark.parametrize(("width", "words"), [(600, "Keep this one"), (360, "Keep"), (250, "")])
def test_buttons_give_up_their_words_where_it_is_narrow(bar, width, words):
    bar.resize(width, 60)
    button = bar.findChild(QToolButton, "keepButton")
    is_worded = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    assert (button.text() if is_worded else "") == words
    assert button.accessibleName() == "Keep this one"
    assert bar.minimumSizeHint().width() <= 250
    for child in ("filmButton", "timeSlider", "timeLabel", "keepButton", "branchButton"):
        assert bar.rect().contains(part(bar, child).geometry())


def test_follows_the_theme(bar, qapp):
    theme.apply(qapp, "light")
    light = bar.grab().toImage()
    theme.apply(qapp, "dark")
    try:
        assert bar.grab().toImage() != light
    finally:
        theme.apply(qapp, "light")


def test_hundreds_of_snapshots_can_be_drawn(bar):
    bar.set_moments([Moment(step, step // 10) for step in range(2000)])
    assert not bar.grab().isNull()


def test_it_is_taken_to_a_step_without_a_signal(bar, chosen):
    bar.play_film()
    bar.go_to(12)
    assert bar.moment() == Moment(12, 1)
    assert not bar.is_playing()
    bar.go_to(13)  # of which there is no snapshot
    assert bar.moment() == Moment(12, 1)
    assert Moment(12, 1) not in chosen


def test_what_is_told_again_is_not_shown_again(bar):
    shown = []
    bar.set_best_epoch(2)
    bar.moment_shown.connect(shown.append)
    bar.set_epochs(3)
    bar.set_best_epoch(2)
    assert shown == []
    bar.set_best_epoch(3)
    assert len(shown) == 1
