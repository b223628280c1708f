"""The small faults that may be put into a piece of code: each is another text of the same file."""

from __future__ import annotations

import ast
from dataclasses import dataclass

COMPARED = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.Is: "is not", ast.IsNot: "is", ast.In: "not in", ast.NotIn: "in",
}  # fmt: skip
REVERSED = {ast.Lt: ">", ast.LtE: ">=", ast.Gt: "<", ast.GtE: "<="}
CALCULATED = {
    ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*", ast.FloorDiv: "*", ast.Mod: "*", ast.Pow: "*",
}  # fmt: skip
NAMED = {"min": "max", "max": "min", "any": "all", "all": "any", "argmin": "argmax", "argmax": "argmin"}


@dataclass(frozen=True, order=True)
class Mutant:
    """A fault in a file.

    Attributes:
        line: Where it begins, from 1.
        column: Where in the line, in bytes, from 0.
        last_line: Where it ends.
        kind: What sort of fault it is, in a word or two.
        function: The function or class it is in; empty at the top of the file.
        before: What stands there.
        after: What is put in its place.
        source: The text of the whole file with it.
    """

    line: int
    column: int
    last_line: int
    kind: str
    function: str
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        """The fault in one line."""
        before, after = (" ".join(text.split()) for text in (self.before, self.after))
        return f"`{before}` → `{after}`" if after else f"`{before}` left out"


def mutants(source: str) -> list[Mutant]:
    """Return all faults that this module knows for a source, in the order of its lines.

    Words, annotations, docstrings, messages of errors and what only a type checker reads stay as they are.
    """
    found = _Finder(source)
    found.visit(ast.parse(source))
    return sorted(set(found.mutants))


class _Finder(ast.NodeVisitor):
    def __init__(self, source: str) -> None:
        self.mutants: list[Mutant] = []
        self._bytes = source.encode()
        self._starts = [0]
        for line in self._bytes.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._names: list[str] = []

    # ------------------------------------------------------------ the text

    def _place(self, node: ast.AST) -> tuple[int, int]:
        start = self._starts[node.lineno - 1] + node.col_offset
        end = self._starts[node.end_lineno - 1] + node.end_col_offset
        return start, end

    def _text(self, node: ast.AST) -> str:
        start, end = self._place(node)
        return self._bytes[start:end].decode()

    def _add(self, node: ast.AST, kind: str, after: str) -> None:
        start, end = self._place(node)
        text = (self._bytes[:start] + (after or "pass").encode() + self._bytes[end:]).decode()
        try:
            ast.parse(text)
        except SyntaxError:
            return
        place = (node.lineno, node.col_offset, node.end_lineno)
        self.mutants.append(Mutant(*place, kind, ".".join(self._names), self._text(node), after, text))

    # ------------------------------------------------------------ what is left alone

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._names.append(node.name)
        for part in (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body):
            self.visit(part)
        self._names.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._names.append(node.name)
        for part in node.body:
            self.visit(part)
        self._names.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._add(node, "no error", "")

    def visit_Assert(self, node: ast.Assert) -> None:
        """Asserts are words to the reader and the type checker."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words for people."""

    # ------------------------------------------------------------ what is changed

    def visit_If(self, node: ast.If) -> None:
        named = self._text(node.test)
        if named == "TYPE_CHECKING" or "__name__" in named:
            return
        self._condition(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._condition(test)
        self.generic_visit(node)

    def _condition(self, test: ast.expr) -> None:
        """What is asked is always so, and never."""
        if not isinstance(test, ast.Constant):
            self._add(test, "condition", "True")
            self._add(test, "condition", "False")

    def visit_Compare(self, node: ast.Compare) -> None:
        parts = [node.left, *node.comparators]
        for number, operator in enumerate(node.ops):
            for table in (COMPARED, REVERSED):
                if type(operator) in table:
                    words = [
                        f"{table[type(operator)] if at == number else _word(one)} {self._text(right)}"
                        for at, (one, right) in enumerate(zip(node.ops, parts[1:], strict=True))
                    ]
                    self._add(node, "comparison", f"{self._text(node.left)} {' '.join(words)}")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = " or " if isinstance(node.op, ast.And) else " and "
        self._add(node, "and / or", f"({other.join(f'({self._text(part)})' for part in node.values)})")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        words = isinstance(node.left, ast.Constant) and isinstance(node.left.value, str)
        if type(node.op) in CALCULATED and not words:
            other = CALCULATED[type(node.op)]
            self._add(node, "arithmetic", f"(({self._text(node.left)}) {other} ({self._text(node.right)}))")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            self._add(node, "sign", f"({self._text(node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self._add(node, "constant", str(not value))
        elif isinstance(value, int):
            self._add(node, "constant", str(value + 1))
        elif isinstance(value, float):
            self._add(node, "constant", repr(2 * value) if value else "1.0")

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        if name in NAMED:
            text = self._text(called)
            self._add(called, "call", text[: len(text) - len(name)] + NAMED[name])
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call | ast.Await):
            self._add(node, "statement", "")
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        # A name or an attribute that was never set is an error which any test finds.
        kept = isinstance(node.targets[0], ast.Attribute) and self._names[-1:] != ["__init__"]
        if kept or isinstance(node.targets[0], ast.Subscript):
            self._add(node, "statement", "")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._add(node, "statement", "")
        self.generic_visit(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._add(node, "jump", "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._add(node, "jump", "break")


def _word(operator: ast.cmpop) -> str:
    """Return how a comparison is written."""
    comparison = ast.Compare(ast.Name("a"), [operator], [ast.Name("b")])
    return ast.unparse(comparison)[2:-2]


def lines(mutant: Mutant) -> range:
    """Return the lines that a fault stands on."""
    return range(mutant.line, mutant.last_line + 1)
