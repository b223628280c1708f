"""Signs between values come from the translation, not from the code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
# Names of files and their patterns, colours, and what a shell is told.
NO_SENTENCES = (
    "engine/cli/output.py",  # the program's name, as a terminal has it
    "engine/data/importing/nested.py",  # a file within a file
    "engine/deploy/c/source.py",  # arguments in C
    "engine/deploy/code/data.py",  # arguments in Python
    "engine/deploy/code/keras.py",
    "engine/deploy/code/training.py",
    "engine/deploy/script/format.py",
    "engine/deploy/script/program.py",  # lines of a program that stands alone
    "engine/deploy/service/answer.py",  # lines of HTTP
    "engine/deploy/service/desk.py",
    "engine/deploy/service/request.py",
    "engine/inference/pixels.py",  # a shape
    "engine/layers/attention.py",  # lines of Python
    "engine/records.py",  # lines of Python
    "engine/settings/settings.py",  # as Python shows values
    "engine/storage/runs/exporting/run_format.py",  # the name of a file
    "engine/storage/runs/exporting/tensorboard.py",  # a list in Markdown
    "gui/bench/run_files.py",
    "gui/display.py",
    "gui/widgets/saving/save_as.py",
    "gui/window/outline.py",
)
SIGNS = re.compile(r"[,:;] | \(|\. ")


def literals(nodes: list[ast.expr]) -> Iterator[str]:
    yield from (
        node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def signs_between_values(tree: ast.Module) -> list[str]:
    """Name where values are joined by signs that other languages have otherwise."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            found += [ast.unparse(node) for text in literals([node.func.value]) if SIGNS.search(text)]
        elif isinstance(node, ast.JoinedStr):
            between = "".join(literals(node.values))
            values = sum(isinstance(part, ast.FormattedValue) for part in node.values)
            if values > 1 and SIGNS.search(between) and not re.search(r"[\w<>*]", between):
                found.append(ast.unparse(node))
    return found


def test_signs_between_values_are_words_too() -> None:
    """In Chinese they are 、：（）。: of the window `gui/look/words.py` has them, of the engine `Phrase.listed`."""
    files = {path.relative_to(ROOT).as_posix(): path for path in sorted(ROOT.glob("[eg]*/**/*.py"))}
    found = {
        name: signs_between_values(ast.parse(path.read_text(encoding="utf-8")))
        for name, path in files.items()
        if name not in NO_SENTENCES
    }
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ('", ".join(names)', 1),
        ('f"{name}: {value}"', 1),
        ('f"{words} ({keys})"', 1),
        ('" · ".join(names)', 0),
        ('f"{width} × {height}"', 0),
        ('f"color: {name}; {more}"', 0),
    ],
)
def test_what_counts_as_signs_between_values(code: str, count: int) -> None:
    assert len(signs_between_values(ast.parse(code))) == count
