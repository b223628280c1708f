"""Finds the words for people in the program's own code: what is translated, and what cannot be."""

from __future__ import annotations

import ast
import gc
import string
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ENGINE = "engine"
SENTENCES = ("cause", "remedy")
SETTING = ("label", "help", "unit", "one", "group", "zero")


class Word(NamedTuple):
    """One text to translate: where it stands, what it says, and what tells it from its like."""

    context: str
    source: str
    comment: str = ""


@dataclass(slots=True)
class Source:
    """What one file of Python says.

    Attributes:
        name: Path of the file below the project's folder.
        words: What is to be translated.
        faults: What cannot be: a line number and a sentence each.
    """

    name: str
    words: set[Word] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


class Reader(ast.NodeVisitor):
    """Reads the calls of one file that hold words for people.

    Args:
        source: Takes what is found.
        errors: Names of the classes of errors.
        aliases: Names of the file's own functions that translate, and their context.
    """

    def __init__(self, source: Source, errors: set[str], aliases: dict[str, str]) -> None:
        self.source = source
        self.errors = errors
        self.aliases = aliases
        self._classes: list[str] = []
        self._parameters: list[set[str]] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember whose methods follow: the class is the context of ``tr``."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Remember the parameters: a function may hand words on that its caller gave."""
        self._parameters.append({argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)})
        self.generic_visit(node)
        self._parameters.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Take the words from a call that translates, makes a phrase, or makes an error."""
        name = _name(node.func)
        if name == "tr":
            self._take(
                node, node.args[:1], self._classes[-1] if self._classes else "", _comment(node.args[1:])
            )
        elif name == "translate" and len(node.args) > 1:
            context = _literal(node.args[0])
            if context is not None:
                self._take(node, node.args[1:2], context, _comment(node.args[2:]))
        elif isinstance(node.func, ast.Name) and name in self.aliases:
            self._take(node, node.args[:1], self.aliases[name], "")
        elif name in ("Phrase", "translate_engine"):
            self._take(node, node.args[:1], ENGINE, "")
        elif name == "setting":
            self._take(node, [item.value for item in node.keywords if item.arg in SETTING], ENGINE, "")
        elif name == "Problem":
            texts = [*node.args[1:2], *(item.value for item in node.keywords if item.arg == "text")]
            self._take(node, texts, ENGINE, "", filled_later=True)
        elif name in self.errors or (_is_super_init(node) and self.errors & set(self._classes)):
            sentences = [item.value for item in node.keywords if item.arg in SENTENCES]
            self._take(node, [*node.args[:1], *sentences], ENGINE, "")
        self.generic_visit(node)

    def _take(
        self, call: ast.Call, texts: list[ast.expr], context: str, comment: str, *, filled_later: bool = False
    ) -> None:
        values = {item.arg for item in call.keywords}
        for text in texts:
            for part in _branches(text):
                found = _literal(part)
                if found is None:
                    if context != ENGINE and not self._is_handed_on(part):
                        self._fault(part, "only a literal can be translated")
                    elif isinstance(part, ast.JoinedStr | ast.BinOp) or _name(part) in ("format", "join"):
                        self._fault(part, "values belong into named places, not into the text")
                    continue
                if not context:
                    self._fault(part, "tr() outside of a class has no context")
                if "%n" in found:
                    self._fault(part, "%n needs a translation even into English; use a named place")
                places = places_of(found) if context == ENGINE and not filled_later else set()
                if places and None not in values and not places <= values:
                    self._fault(part, f"nothing fills {', '.join(sorted(places - values))}")
                if says_something(found):
                    self.source.words.add(Word(context, found, comment))

    def _is_handed_on(self, part: ast.expr) -> bool:
        return any(_name(part) in parameters for parameters in self._parameters)

    def _fault(self, node: ast.expr, what: str) -> None:
        self.source.faults.append(f"{self.source.name}:{node.lineno}: {what}")


@cache
def read_sources(places: tuple[str, ...] = ("main.py", "engine", "gui")) -> tuple[Source, ...]:
    """Read every file of the program, once."""
    files = [
        path
        for place in places
        for path in ([ROOT / place] if place.endswith(".py") else sorted((ROOT / place).rglob("*.py")))
    ]
    sources = []
    with nothing_thrown_away():
        trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in files}
        errors = _error_classes(trees.values())
        for path, tree in trees.items():
            source = Source(path.relative_to(ROOT).as_posix())
            Reader(source, errors, _aliases(tree)).visit(tree)
            sources.append(source)
    return tuple(sources)


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """Let Python look for no garbage, as while trees of code are at hand.

    They are large and none of it: it would look through all of them again and again, and take longer over that than
    over reading them.
    """
    was_searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searched:
            gc.enable()


def says_something(text: str) -> bool:
    """Say whether there is something to translate: letters, or signs beside places, which languages set differently."""
    literals = "".join(literal for literal, *_ in string.Formatter().parse(text))
    return any(map(str.isalpha, literals)) or bool(literals and places_of(text))


def places_of(text: str) -> set[str]:
    """Return the names of the places for values."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _error_classes(trees: Any) -> set[str]:
    """Return the names of all classes that come from ``NetSketchError``."""
    bases = {node.name: {_name(base) for base in node.bases} for tree in trees for node in _classes(tree)}
    found = {"NetSketchError"}
    while more := {name for name, parents in bases.items() if parents & found} - found:
        found |= more
    return found


def _classes(node: ast.AST) -> Iterator[ast.ClassDef]:
    """Name the classes in a statement, at any depth; expressions hold none, and are most of a tree."""
    if isinstance(node, ast.ClassDef):
        yield node
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for statement in getattr(node, part, ()):
            yield from _classes(statement)


def _aliases(tree: ast.Module) -> dict[str, str]:
    """Return the module's functions that only translate: ``_tr = partial(…translate, "Context")``, or a ``def``."""
    found = {}
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Call)
            and _name(node.value.func) == "partial"
        ):
            call, name = node.value, _name(node.targets[0])
            if len(call.args) == 2 and _name(call.args[0]) == "translate":
                found[name] = _literal(call.args[1]) or ""
        elif isinstance(node, ast.FunctionDef) and isinstance(node.body[-1], ast.Return):
            value = node.body[-1].value
            if isinstance(value, ast.Call) and _name(value.func) == "translate" and len(value.args) == 2:
                found[node.name] = _literal(value.args[0]) or ""
    return found


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    """Name what a conditional expression may come to."""
    if isinstance(node, ast.IfExp):
        yield from (*_branches(node.body), *_branches(node.orelse))
    else:
        yield node


def _name(node: ast.AST) -> str:
    """Return the last part of a name, an attribute or a call of such."""
    if isinstance(node, ast.Call):
        return _name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _comment(arguments: list[ast.expr]) -> str:
    return (_literal(arguments[0]) if arguments else "") or ""


def _is_super_init(node: ast.Call) -> bool:
    function = node.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "__init__"
        and _name(function.value) == "super"
    )
