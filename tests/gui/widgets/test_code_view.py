"""Code that changes under the eyes: what is new is marked, what is read stays in sight, comments have their colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.look import theme
from gui.widgets.code_view import CodeView, changes_between

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LINES = [f"line_{number} = {number}" for number in range(100)]


def code_of(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


@pytest.fixture
def view(qtbot: QtBot) -> CodeView:
    view = CodeView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show()
    view.set_code(code_of(LINES))
    return view


def test_what_has_changed_is_marked_until_the_next_change(view: CodeView) -> None:
    assert view.changed_lines == []  # at first all is new

    view.set_code(code_of([*LINES[:50], "changed", *LINES[51:]]))
    assert view.changed_lines == [50]
    assert [mark.cursor.blockNumber() for mark in view.extraSelections()] == [50]
    view.set_code(code_of([*LINES[:50], "changed", *LINES[51:]]))
    assert view.changed_lines == [50]  # nothing is new

    view.set_code(code_of(["first", "second", *LINES[:50], "changed", *LINES[51:]]))
    assert view.changed_lines == [0, 1]
    view.set_code(code_of(["first", "second", *LINES[1:50], "changed", *LINES[51:]]))
    assert view.changed_lines == [2]  # where a line is gone


def test_what_is_read_stays_where_it_is(view: CodeView, qtbot: QtBot) -> None:
    view.verticalScrollBar().setValue(40)
    view.set_code(code_of([*LINES[:50], "changed", *LINES[51:]]))
    assert view.verticalScrollBar().value() == 40
    view.setFocus()  # whoever is at work in the code is not led away
    qtbot.waitUntil(view.hasFocus)
    view.set_code(code_of([*LINES[:90], "changed", *LINES[91:]]))
    assert view.verticalScrollBar().value() == 40


def test_what_changes_out_of_sight_comes_into_it(view: CodeView) -> None:
    bar = view.verticalScrollBar()
    view.clearFocus()
    view.set_code(code_of([*LINES[:60], "changed", *LINES[61:]]))
    assert bar.value() < 60 < bar.value() + bar.pageStep() - 1
    before = bar.value()
    view.set_code(code_of([*LINES[:61], "changed too", *LINES[62:]]))
    assert bar.value() == before


@given(st.lists(st.lists(st.sampled_from(["", "a", "b", "    c"]), max_size=8), min_size=1, max_size=4))
def test_any_text_follows_any_other(qapp: QApplication, texts: list[list[str]]) -> None:
    view = CodeView()
    for lines in texts:
        view.set_code(code_of(lines) or "\n")
        assert view.toPlainText() == (code_of(lines) or "\n")
    view.deleteLater()


def test_parts_have_colours_of_their_own(view: CodeView) -> None:
    view.set_code('x = 0.5  # for "you"\nname = "# for"\nfor y in x:\n')
    look = theme.current()

    def colours(line: int) -> dict[str, str]:
        block = view.document().findBlockByNumber(line)
        return {
            block.text()[part.start : part.start + part.length]: part.format.foreground().color().name()
            for part in block.layout().formats()
        }

    assert colours(0) == {"0.5": look.warning, '# for "you"': look.text_muted}
    assert colours(1) == {'"# for"': look.success}
    assert colours(2) == {"for": look.accent, "in": look.accent}


def test_another_theme_colours_anew(view: CodeView, monkeypatch: pytest.MonkeyPatch) -> None:
    from gui.look.colours import DARK

    view.set_code("# a word\n")
    monkeypatch.setattr(theme, "_current", DARK)
    theme.notifier.theme_changed.emit(DARK)
    [part] = view.document().findBlockByNumber(0).layout().formats()
    assert part.format.foreground().color().name() == DARK.text_muted


def test_long_texts_of_many_alike_lines_are_not_compared_line_by_line() -> None:
    old, new = ["a", "b"] * 400, ["b", "c"] * 400
    assert changes_between(old, new) == [(0, 800, 0, 800)]
    assert changes_between(old, [*old[:300], "x", *old[301:]]) == [(300, 301, 300, 301)]
    assert changes_between(old, [*old[:300], *old[302:]]) == [(798, 800, 798, 798)]
    assert changes_between(old, old) == []
