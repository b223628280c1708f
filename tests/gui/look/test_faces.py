"""The letters go with the language: every widget and picture has the face of Simplified Chinese, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QRawFont, QTextLayout
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from gui.look import language, text_size, theme
from gui.main_window import MainWindow
from gui.widgets.curves.canvas import CurveCanvas
from gui.workbench import Workbench

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

STATIONS = ("data", "train", "evaluate", "understand", "runs")
SIGNS = "直骨门今"  # drawn otherwise in Japan
SC, JP = "Noto Sans CJK SC", "Noto Sans CJK JP"
with_noto = pytest.mark.skipif("not {SC, JP} <= set(QFontDatabase.families())", reason="needs Noto Sans CJK")


@pytest.fixture(autouse=True)
def as_before(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Chinese is there with both shapes, whatever fonts this machine has; English is spoken again afterwards."""
    locale, font = QLocale(), qapp.font()
    with monkeypatch.context() as patch:
        patch.setattr(language, "_fonts_with", lambda _system: [JP, SC])
        patch.setattr(language, "languages", lambda: ("en", "zh_Hans"))
        yield
        language.speak("en")
    QLocale.setDefault(locale)
    qapp.setFont(font)
    text_size.use_families(qapp, font.families())


def families() -> set[tuple[str, ...]]:
    """Return the families of every widget's font."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
    return {
        tuple(widget.font().families())
        for widget in QApplication.allWidgets()
        if widget.font().families() != fixed or fixed == QApplication.font().families()
    }


def kept(canvas: CurveCanvas) -> list[QFont]:
    """Return the fonts of what is no widget."""
    return [canvas.getAxis(name).style["tickFont"] for name in ("left", "bottom")]


def test_every_widget_has_the_letters_of_a_window_started_in_its_language(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    own = qapp.font().families()
    for name in STATIONS:
        window.show_station(name)
        qtbot.wait(1)
    canvas, extra = CurveCanvas("step", percent=True), QLabel()
    qtbot.addWidget(canvas)
    qtbot.addWidget(extra)
    extra.setFont(theme.tabular_font(extra.font(), scale=1.2, bold=True))
    for code, wanted in (("zh_Hans", [*own, SC]), ("en", own), ("zh_Hans", [*own, SC])):
        language.speak(code)  # and no turn of the event loop
        assert qapp.font().families() == wanted
        assert families() == {tuple(wanted)}
        assert {tuple(font.families()) for font in kept(canvas)} == {tuple(wanted)}
    second = MainWindow()
    second.furnish(Workbench(), "zh_Hans")
    assert {tuple(widget.font().families()) for widget in second.findChildren(QWidget)} == {(*own, SC)}
    language.speak("en")
    assert families() == {tuple(own)}
    second.close()
    second.deleteLater()


def test_letters_keep_their_size_with_the_language_and_the_language_with_their_size(
    qapp: QApplication,
) -> None:
    before, own = qapp.font().pointSizeF(), qapp.font().families()
    language.speak("zh_Hans")
    try:
        text_size.apply(qapp, 150)
        assert qapp.font().families() == [*own, SC]
        language.speak("en")
        assert (qapp.font().families(), qapp.font().pointSizeF()) == (own, before * 1.5)
    finally:
        text_size.apply(qapp, 100)


def drawn(text: str, font: QFont) -> list[tuple[str, list[int]]]:
    """Return by which fonts Qt draws a text, and by which of their pictures of signs."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [(run.rawFont().familyName(), list(run.glyphIndexes())) for run in layout.glyphRuns()]


def picture(text: str, font: QFont) -> QImage:
    """Return a text as it is painted."""
    image = QImage(300, 80, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    large = QFont(font)
    large.setPixelSize(60)
    painter.setFont(large)
    painter.drawText(5, 65, text)
    painter.end()
    return image


def shapes(family: str) -> list[int]:
    """Return which pictures of the signs a font of this name has."""
    font = QRawFont.fromFont(QFont(family), QFontDatabase.WritingSystem.SimplifiedChinese)
    assert font.familyName() == family
    return list(font.glyphIndexesForString(SIGNS))


@with_noto
@pytest.mark.parametrize("system", [None, JP, "Noto Sans CJK KR"])
def test_the_signs_have_the_shapes_of_china_also_where_the_system_s_font_has_others(
    qapp: QApplication, system: str | None
) -> None:
    if system is not None:
        text_size.use_families(qapp, [system])
    label, japanese = QLabel(), picture(SIGNS, QFont(JP))
    language.speak("zh_Hans")
    for font in (label.font(), qapp.font(), QFont(), theme.tabular_font(label.font(), bold=True)):
        assert [family for family, _ in drawn(SIGNS, font)] == [SC]
    assert drawn(SIGNS, label.font()) == [(SC, shapes(SC))]
    assert all(chinese != other for chinese, other in zip(shapes(SC), shapes(JP), strict=True))
    assert picture(SIGNS, label.font()) == picture(SIGNS, QFont(SC))
    assert (
        picture(SIGNS, label.font()) != japanese
    )  # asked for in Chinese, this font would give its Chinese shapes
    language.speak("en")
    if system is not None:
        assert label.font().families() == [system]
        assert drawn(SIGNS, label.font())[0][0] == system


@with_noto
def test_a_system_s_font_that_is_the_face_stays_alone(qapp: QApplication) -> None:
    text_size.use_families(qapp, [SC])
    for code in ("zh_Hans", "en"):
        language.speak(code)
        assert qapp.font().families() == [SC]
