"""Puts what some functions need into one file: their own text, and that of all they use of this program.

So an exported script prepares a drawing by the very lines that the program does, and cannot drift away from it.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import io
import re
import tokenize
from dataclasses import dataclass, field
from functools import cache, lru_cache

OWN = "engine."
# What this program defines in its own way for the sake of its start, and Python does in general.
PLAIN = {("engine.records", "dataclass"): "dataclasses"}
NOTE = re.compile(r"  # (noqa|type: ignore|fmt:).*$")


@dataclass(slots=True)
class _Module:
    """A module as it is read.

    Attributes:
        lines: Its text.
        pieces: What defines each name at its top: first and last line, counted from 1.
        uses: The names that each needs to be defined or to run.
        imports: From where each imported name comes: module and name there; of others than this program, the line.
    """

    lines: list[str]
    pieces: dict[str, tuple[int, int]] = field(default_factory=dict)
    uses: dict[str, set[str]] = field(default_factory=dict)
    imports: dict[str, tuple[str, str] | str] = field(default_factory=dict)


def gathered(roots: list[tuple[str, str]], given: dict[str, str]) -> tuple[list[str], str]:
    """Return the lines that import what is not of this program, and the text of all that some names need.

    Args:
        roots: Module and name of what is wanted.
        given: Names that the file defines by itself: a module of this program that stands for, by name.
    """
    lines, text = _gathered(tuple(roots), tuple(given.items()))
    return list(lines), text


@lru_cache(maxsize=32)
def _gathered(
    roots: tuple[tuple[str, str], ...], defined: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, ...], str]:
    given = dict(defined)
    modules: dict[str, _Module] = {}
    wanted = list(reversed(roots))
    found: list[tuple[str, str]] = []
    lines: set[str] = set()
    while wanted:
        home, name = wanted.pop()
        if given.get(name) == home or (home, name) in found:
            continue
        module = modules[home] = _read(home)
        found.append((home, name))
        for used in sorted(module.uses[name]):
            source = module.imports.get(used)
            if isinstance(source, str):
                lines.add(source)
            elif source is not None:
                wanted.append(source)
            elif used in module.pieces:
                wanted.append((home, used))
    homes = _in_order({home for home, _ in found}, modules)
    names = _distinct(
        [(home, name) for home in homes for name in modules[home].pieces if (home, name) in found]
    )
    texts = [_text(home, modules[home], names) for home in homes]
    return tuple(sorted(lines)), "\n\n\n".join(texts)


@cache
def _read(home: str) -> _Module:
    text = inspect.getsource(importlib.import_module(home))
    module = _Module(text.splitlines())
    previous = ""
    for node in ast.parse(text).body:
        if isinstance(node, ast.ImportFrom | ast.Import):
            for alias in node.names:
                is_own = isinstance(node, ast.ImportFrom) and (node.module or "").startswith(OWN)
                own = (getattr(node, "module", ""), alias.name)
                plain = ast.ImportFrom(PLAIN[own], [alias], 0) if own in PLAIN else None
                is_taken = is_own and plain is None
                module.imports[alias.asname or alias.name] = own if is_taken else _line(plain or node, alias)
            continue
        if isinstance(node, ast.Expr) and previous:  # what a constant means is said behind it
            first, _ = module.pieces[previous]
            module.pieces[previous] = (first, node.end_lineno or node.lineno)
            continue
        previous = _name(node)
        if previous:
            decorators = [each.lineno for each in getattr(node, "decorator_list", ())]
            module.pieces[previous] = (min([node.lineno, *decorators]), node.end_lineno or node.lineno)
            module.uses[previous] = _used(node)
    return module


def _line(node: ast.Import | ast.ImportFrom, alias: ast.alias) -> str:
    renamed = f" as {alias.asname}" if alias.asname else ""
    origin = f"from {node.module} " if isinstance(node, ast.ImportFrom) else ""
    return f"{origin}import {alias.name}{renamed}"


def _name(node: ast.stmt) -> str:
    """Return the one name that a statement defines; an empty text where it is none of these."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return node.name
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return target.id if isinstance(target, ast.Name) else ""


def _used(node: ast.AST) -> set[str]:
    """Return the names in a statement, those of types left out: they are never looked up."""
    names: set[str] = set()
    skipped = {"annotation", "returns"}
    for part, value in ast.iter_fields(node):
        if part in skipped:
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.Name):
                names.add(each.id)
            if isinstance(each, ast.AST):
                names |= _used(each)
    return names


def _in_order(homes: set[str], modules: dict[str, _Module]) -> list[str]:
    """Return modules so that each stands behind those it imports from."""
    ordered: list[str] = []

    def place(home: str) -> None:
        for source in modules[home].imports.values():
            if isinstance(source, tuple) and source[0] in homes and source[0] not in ordered:
                place(source[0])
        if home not in ordered:
            ordered.append(home)

    for home in sorted(homes):
        place(home)
    return ordered


def _distinct(found: list[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return what each thing is called in the file: by its name, with a number where others have it already."""
    taken: set[str] = set()
    names = {}
    for home, name in found:
        new, number = name, 1
        while new in taken:
            number += 1
            new = f"{name}_{number}"
        taken.add(new)
        names[home, name] = new
    return names


def _text(home: str, module: _Module, names: dict[tuple[str, str], str]) -> str:
    """Return the wanted parts of a module under the names that they have in the file."""
    renamed = {}
    for name in (*module.pieces, *module.imports):
        source = module.imports.get(name, (home, name))
        if isinstance(source, tuple) and names.get(source, name) != name:
            renamed[name] = names[source]
    texts = [f"# {home.replace('.', '/')}.py"]
    for name, (first, last) in module.pieces.items():
        if (home, name) in names:
            lines = [NOTE.sub("", line) for line in module.lines[first - 1 : last]]
            text = "\n".join(lines)
            joint = "\n" if name.isupper() else "\n\n\n"
            texts.append(joint + (_renamed(text, renamed) if renamed else text))
    return "".join(texts)


def _renamed(text: str, names: dict[str, str]) -> str:
    """Return a text with other names, but for attributes and the arguments that are named in calls."""
    if not any(name in text for name in names):
        return text
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    lines = text.split("\n")
    depth, changes, is_attribute = 0, [], False
    for place, token in enumerate(tokens):
        if token.type == tokenize.OP:
            depth += (token.string in "([{") - (token.string in ")]}")
        is_argument = depth > 0 and tokens[place + 1].string == "=" if place + 1 < len(tokens) else False
        if token.type == tokenize.NAME and token.string in names and not is_attribute and not is_argument:
            changes.append((token.start, token.string))
        is_attribute = token.string == "."
    for (row, column), name in reversed(changes):
        line = lines[row - 1]
        lines[row - 1] = line[:column] + names[name] + line[column + len(name) :]
    return "\n".join(lines)
