"""Names are shown letter by letter: what passes them through, and that nothing of the window goes past it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QApplication

from gui.look import text_size
from gui.look.plain import caption, escaped, paragraphs, plain, shortened
from gui.widgets.label import Label
from gui.widgets.message_box import MessageBox

GUI = Path(__file__).resolve().parents[3] / "gui"
EVIL = '<b>x</b>&lt;&amp;<img src="file:///etc/passwd">'
OWN = {"gui/widgets/label.py", "gui/widgets/message_box.py"}
# A label, a message or a dialog of Qt's own guesses whether its text is markup.
GUESSING = {"QLabel", "QMessageBox", "QErrorMessage", "QTextBrowser", "QTextEdit", "QGraphicsTextItem"}
TIPS = {"setToolTip": -1, "setWhatsThis": -1, "showText": 1}  # behind a column where items have several
CLEAN = {"plain", "paragraphs"}


def shown(text: str) -> str:
    """Return what Qt makes of a tooltip."""
    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.mark.parametrize("name", [EVIL, "&lt;", "&amp;", "a & b", "<", "two\nlines <i>", "plain", "<?xml"])
def test_a_tooltip_shows_names_letter_by_letter(name: str) -> None:
    assert shown(plain(name)) == name
    assert shown(paragraphs(name)) == name
    assert shown(f"<i>{escaped(name)}</i>") == name


def test_what_would_act_is_written_out_everywhere() -> None:
    assert {plain("\x1b\u202e"), escaped("\x1b\u202e"), caption("\x1b\u202e")} == {r"\x1b\u202e"}
    assert caption("Save & go\n") == r"Save && go\n"


def test_what_nobody_reads_to_its_end_is_cut_before_qt_lays_it_out(qapp: object) -> None:
    hostile = "x" * 10_000 + "\n" * 9_999  # a tooltip of 70,000 pixels by 140,000
    for text in (plain(hostile), paragraphs(hostile, hostile), caption(hostile), escaped(hostile)):
        assert len(text) < 10_000
        assert "…" in text
    label = Label(hostile)
    assert len(label.text()) < 5000
    assert label.text().endswith(" …")
    message = MessageBox(None, MessageBox.Icon.Warning, "", hostile, hostile)
    assert max(len(message.text()), len(message.informativeText())) < 5000


def test_lines_are_cut_too_and_what_is_short_enough_stays() -> None:
    assert shortened("a\n" * 30, lines=3) == "a\na\na …"
    assert shortened("a\nb\nc", lines=3) == "a\nb\nc"
    assert shortened("abc", 3) == "abc"
    assert shortened("abcd", 3) == "abc …"


def test_a_long_tooltip_wraps() -> None:
    assert Qt.mightBeRichText(plain("word " * 100))
    assert not Qt.mightBeRichText(plain("word " * 20))
    assert shown(plain("x" * 500)).replace("\u200b", "") == "x" * 500


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def is_clean(node: ast.expr) -> bool:
    """Whether an expression can hold no name: words of ours as they stand, or what went through ``plain``."""
    if isinstance(node, ast.IfExp):
        return is_clean(node.body) and is_clean(node.orelse)
    if isinstance(node, ast.Call):
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        return called in CLEAN or (called in ("tr", "_tr") and isinstance(node.args[0], ast.Constant))
    return isinstance(node, ast.Constant)


def past_it(tree: ast.AST, name: str) -> list[str]:
    found = []
    for called, node in calls(tree):
        if called in GUESSING and name not in OWN:
            found.append(f"{name}:{node.lineno}: {called} guesses; use Label or MessageBox")
        if called in TIPS and not is_clean(node.args[TIPS[called]]):
            found.append(f"{name}:{node.lineno}: {called} of what may hold a name; use plain()")
    for node in ast.walk(tree):
        bases = [getattr(base, "id", "") for base in node.bases] if isinstance(node, ast.ClassDef) else []
        if GUESSING & set(bases) and name not in OWN:
            found.append(f"{name}:{node.lineno}: {bases} guesses; use Label or MessageBox")
    return found


def test_a_tooltip_in_wide_letters_wraps_sooner(qapp: QApplication) -> None:
    line = "sixteen tokens of numbers " * 5  # 130 letters
    assert plain(line) == line
    assert plain("词元" * 45).startswith("<qt>")
    assert not plain("词元" * 35).startswith("<qt>")
    text_size.apply(qapp, 200)
    try:
        assert plain(line).startswith("<qt>")
        assert not plain("tokens").startswith("<qt>")
    finally:
        text_size.apply(qapp, 100)


def test_nothing_in_the_window_goes_past_it() -> None:
    texts = {path.relative_to(GUI.parent).as_posix(): path.read_text("utf-8") for path in GUI.rglob("*.py")}
    found = [
        past_it(ast.parse(text), name)
        for name, text in texts.items()
        if any(word in text for word in (*GUESSING, *TIPS))  # reading all of it as trees takes a second
    ]
    assert [line for lines in found for line in lines] == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("QLabel(name)", 1),
        ("class A(QLabel): pass", 1),
        ("x.setToolTip(self.tr('{name}').format(name=name))", 1),
        ("x.setToolTip(f'{name}')", 1),
        ("x.setToolTip(plain(name) if name else '')", 0),
        ("x.setToolTip(self.tr('Undo'))", 0),
        ("QToolTip.showText(place, words, x)", 1),
    ],
)
def test_what_goes_past_it(code: str, count: int) -> None:
    assert len(past_it(ast.parse(code), "gui/x.py")) == count
