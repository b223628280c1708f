"""Every word that people see can be translated: the code is searched, and the collected words are compared."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from docs.tools import collect_words
from docs.tools.translation_file import translations_in
from docs.tools.words_in_code import (
    ENGINE,
    Reader,
    Source,
    Word,
    nothing_thrown_away,
    read_sources,
    says_something,
)
from engine.data import datasets
from engine.data.dataset import Dataset
from engine.data.exporting.registry import export
from engine.data.import_set import import_set
from gui.look.language import FACES

pytestmark = pytest.mark.slow  # reads the whole program

ROOT = Path(__file__).resolve().parents[2]

# Whatever is handed to these is seen (or heard) by a person.
SHOWING = {
    "addAction", "addButton", "addItem", "addItems", "addMenu", "addTab", "insertItem", "setAccessibleDescription",
    "setAccessibleName", "setDetailedText", "setInformativeText", "setItemText", "setLabel", "setLabelText",
    "setPlaceholderText", "setPrefix", "setSpecialValueText", "setStatusTip", "setSuffix", "setText", "setTitle",
    "setToolTip", "setWhatsThis", "setWindowTitle", "set_markup", "set_notice", "set_title", "showMessage", "tell",
    "Label", "MessageBox", "Notice", "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu",
    "QPushButton", "QRadioButton", "QUndoCommand",
}  # fmt: skip
NOT_WORDS = {"NetSketch", "[*] – NetSketch"}
# What is said here reaches a log, a developer or a shell, not the window.
NOT_SHOWN = {"debug", "info", "warning", "error", "exception", "critical", "ValueError", "RuntimeError", "TypeError",
             "AttributeError", "OSError", "PermissionError", "PydanticCustomError",
             "add_argument", "ArgumentParser", "setStyleSheet"}  # fmt: skip
# A style sheet speaks to Qt; the strokes of the built-in digits have names for their authors.
OTHER_WORDS = (
    "gui/look/style_sheet.py",
    "gui/widgets/demo.py",
    "engine/data/generated/skeletons",
    "engine/data/text/dates.py",  # what a network learns from, in any language
    "engine/data/text/grammar_",
    "engine/records.py",  # lines of Python
    "engine/sweep/sql.py",  # a database's language
    *(f"engine/deploy/c/{part}.py" for part in ("file", "functions", "numbers", "source", "weighing")),  # C
    *(
        f"engine/deploy/script/{part}.py" for part in ("parts", "png", "program", "rows_program")
    ),  # what scripts say, in English
    *(
        f"engine/deploy/code/{part}.py"
        for part in ("attack", "data", "layout", "network", "privacy", "pytorch", "training", "variation")
    ),
)
# Of layers and of scripts: lines of Python, not of people.
WRITTEN_AS_CODE = {"code", "keras", "keras_script", "code_definition", "CODE", "READER", "KEYWORDS"}
DATA = {
    "Ankle boot",
    "hours studied",
    "hours slept",
    "marks before",
    "BLACK WHITE",
    "unrecognized arguments: ",
    ": expected one argument",
    "expected one argument",
    "`netsketch train --resume ",
    "`netsketch sweep --resume ",
    "apt-get update && ",
    "apt-get install -y --no-install-recommends ",
    "dnf install -y ",
    "not enough memory",
    "out of memory",
    "can't allocate memory",
    "system volume information",
    *FACES,
}  # a class; features; what stands for values; commands; what argparse and PyTorch say; a folder of Windows; fonts
TAG = re.compile(r"<[^>]*>?|&\w+;")
TWO_WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")


IS_MAIN = "__name__ == '__main__'"
ASKED = (ast.If, ast.FunctionDef, ast.Assign, ast.Expr, ast.Assert, ast.Call)


def called(node: ast.Call) -> str:
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_never_shown(node: ast.AST) -> bool:
    """Say whether a part of the code shows nothing: a demonstration, log, docstring or developer's error."""
    match node:
        case ast.If(test=ast.Compare() as test):
            return ast.unparse(test) == IS_MAIN
        case ast.FunctionDef(name=name):
            return name in ("demo", "_demo", "main", "_arguments") or name in WRITTEN_AS_CODE
        case ast.Assign(targets=[target, *_]):
            return getattr(target, "id", "") in WRITTEN_AS_CODE
        case ast.Expr(value=ast.Constant()) | ast.Assert():
            return True
        case ast.Call():
            return called(node) in NOT_SHOWN
    return False


def shown_parts(tree: ast.AST) -> list[ast.AST]:
    """Return all of the code that can show something."""
    parts = [tree]
    for part in parts:  # and those that come
        parts += [
            node
            for node in ast.iter_child_nodes(part)
            if not (isinstance(node, ASKED) and is_never_shown(node))
        ]
    return parts[1:]


def literals(node: ast.expr) -> Iterator[str]:
    """Name the literal texts that a value is made of: the branches of a choice, the fixed parts of an f-string."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.BinOp):
        yield from (*literals(node.left), *literals(node.right))
    elif isinstance(node, ast.JoinedStr):
        yield from (text for part in node.values for text in literals(part))


def has_letters(text: str) -> bool:
    return text not in NOT_WORDS and any(letter.isalpha() for letter in TAG.sub("", text))


@pytest.fixture(scope="module")
def shown() -> Iterator[dict[str, list[ast.AST]]]:
    """What can show something, by file."""
    files = [path for folder in ("engine", "gui") for path in sorted((ROOT / folder).rglob("*.py"))]
    with nothing_thrown_away():
        yield {
            path.relative_to(ROOT).as_posix(): shown_parts(ast.parse(path.read_text(encoding="utf-8")))
            for path in files
        }


@pytest.fixture(scope="module")
def words() -> list[Word]:
    return collect_words.collect()


def test_what_is_translated_is_a_literal_without_values() -> None:
    assert [fault for source in read_sources() for fault in source.faults] == []


def test_the_collected_words_are_up_to_date(words: list[Word]) -> None:
    """Python docs/tools/collect_words.py brings them there."""
    for path, text in collect_words.files(words).items():
        written, wanted = ({*translations_in(each)} for each in (path.read_text(encoding="utf-8"), text))
        assert (sorted(wanted - written), sorted(written - wanted)) == ([], []), (
            "run python docs/tools/collect_words.py"
        )
        assert path.read_text(encoding="utf-8") == text


def untranslated(parts: list[ast.AST]) -> list[str]:
    """Name the literals that are shown as they are."""
    found = []
    for node in parts:
        if isinstance(node, ast.Call) and called(node) in SHOWING:
            values = [*node.args, *(item.value for item in node.keywords)]
            if called(node) == "addItem":
                values = values[:1]  # the second is data
            if called(node) == "Notice":
                values = values[1:]  # the first is its kind
            found += [text for value in values for text in literals(value) if has_letters(text)]
    return found


def test_nothing_is_shown_that_is_not_translated(shown: dict[str, list[ast.AST]]) -> None:
    found = {name: untranslated(parts) for name, parts in shown.items() if name.startswith("gui/")}
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ('label.setText("Ready")', ["Ready"]),
        ('label.setText(f"{count} images")', [" images"]),
        ('QLabel("<b>Epochs</b>" if on else "·", self)', ["<b>Epochs</b>"]),
        ('box.addItem("Training", "train")', ["Training"]),
        ('label.setText(self.tr("Ready"))', []),
        ('label.setText(f"<b>{title}</b> · {count}")', []),
        ('if __name__ == "__main__":\n    label.setText("Ready")', []),
    ],
)
def test_what_counts_as_shown(code: str, texts: list[str]) -> None:
    assert untranslated(shown_parts(ast.parse(code))) == texts


def test_whatever_reads_like_words_is_collected(shown: dict[str, list[ast.AST]], words: list[Word]) -> None:
    known = {word.source for word in words}
    found = []
    for name, parts in shown.items():
        if name.startswith(OTHER_WORDS):
            continue
        for node in parts:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in known:
                plain = TAG.sub(" ", node.value)
                if TWO_WORDS.search(plain) and ": 1px solid" not in plain and plain not in DATA:
                    found.append(f"{name}:{node.lineno}: {node.value}")
    assert found == []


def test_settings_errors_and_presets_are_among_the_words(words: list[Word]) -> None:
    sources = {word.source for word in words if word.context == ENGINE}
    for text in (
        "Batch size",
        "examples",
        "must be at least {ge}",
        "SGD with momentum",
        "Generated digits",
        "Learning by heart",
        "“{path}” is damaged.",
        "The disk is full.",
        "Reading {title}",
        "Crop to the ink",
        "Units",
        "must be at most {limit}: the image is {height} × {width} there",
    ):
        assert text in sources


def test_what_a_person_brought_in_is_none_of_the_words(tmp_path: Path) -> None:
    images = np.stack([np.eye(28, dtype=np.uint8) * 255] * 2)
    export(Dataset("x", images, np.arange(2), ("a", "b")), tmp_path / "t.npz", "npz")
    import_set(tmp_path / "t.npz", name="Brought in by me")
    assert "Brought in by me" in [info.title for info in datasets.names()]
    assert not [text for text in collect_words.engine_words() if "Brought in" in text]


def read(code: str) -> Source:
    source = Source("here.py")
    Reader(source, {"DataError"}, {"_tr": "Dialog"}).visit(ast.parse(code))
    return source


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('class Pad:\n def f(self):\n  self.tr("Clear", "button")', {Word("Pad", "Clear", "button")}),
        ('translate("Pad", "Clear" " all")', {Word("Pad", "Clear all")}),
        ('_tr("First steps")', {Word("Dialog", "First steps")}),
        (
            'DataError("“{name}” is gone." if a else "Gone.", cause="Why.", remedy=r, name=n)',
            {Word(ENGINE, "“{name}” is gone."), Word(ENGINE, "Gone."), Word(ENGINE, "Why.")},
        ),
        ('Phrase("Reading {title}", title=t)', {Word(ENGINE, "Reading {title}")}),
        ('Phrase("{a}; {b}", a=1, b=2)', {Word(ENGINE, "{a}; {b}")}),
        ('Phrase("{a}{b}", a=1, b=2)', set()),
    ],
)
def test_words_found_in_code(code: str, words: set[Word]) -> None:
    source = read(code)
    assert source.words == words
    assert source.faults == []


@pytest.mark.parametrize(
    "code",
    [
        'class Pad:\n def f(self):\n  self.tr(f"Clear {name}")',
        'class Pad:\n def f(self):\n  self.tr("Clear " + name)',
        'class Pad:\n def f(self):\n  self.tr("%n strokes", "", 3)',
        'window.tr("Clear")',
        'DataError(f"{name} is gone.")',
        'DataError("Gone.", cause="It is {}.".format(name))',
        'DataError("“{name}” is gone.", remedy="Look.")',
        'Phrase("Reading {title}", name=t)',
        'Phrase(f"{error}")',
    ],
)
def test_words_that_cannot_be_translated_are_refused(code: str) -> None:
    assert read(code).faults


def test_letters_in_names_of_places_are_no_words_but_signs_beside_them_are() -> None:
    assert not says_something("{first}{second:,}")
    assert not says_something("°")
    assert says_something("{first}: {second}")  # in Chinese {first}：{second}
    assert says_something("{first} of {second}")
