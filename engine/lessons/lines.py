"""In which line of a TOML file what stands: the reader of Python's library tells values, but not where they were."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Path = tuple[str | int, ...]

MOST_PARTS = 16  # of a dotted name: reading one takes time that grows with their square
_TOKEN = re.compile(  # what is not closed ends with the line or the text, so that no place is gone over twice
    r'"""(?:\\.|[^\\])*?(?:"{3,5}|\\?\Z)|'
    r"'''.*?(?:'{3,5}|\Z)|"
    r'"(?:\\.|[^"\\\n])*"?|'
    r"'[^'\n]*'?|"
    r"#[^\n]*|\n|[\[\]{}=,]|[^\s\"'#\[\]{}=,]+",
    re.DOTALL,
)


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line, counted from 1, of each table, key and entry of a list.

    Args:
        text: TOML that was read without an error.

    Returns:
        By where they stand, such as ``("step", 0, "until", 1, "above")``.
    """
    return _Places(text).found


def line_of_deep_name(text: str) -> int:
    """Return the line, counted from 1, of the first dotted name of too many parts; 0 where there is none.

    Args:
        text: Whatever it is, TOML or not.
    """
    dots = 0
    for token, line in _tokens(text):
        if token in "\n[]{}=,":
            dots = 0
        elif token[0] not in "\"'":
            dots += token.count(".")
            if dots >= MOST_PARTS:
                return line
    return 0


def line_at(lines: Mapping[Path, int], path: Path) -> int:
    """Return the line of something, or of what it stands in; 1 where nothing of it is known."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Places:
    """Goes through a text once, and notes where things begin."""

    def __init__(self, text: str) -> None:
        self.found: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}  # tables of each list so far
        self._tokens = list(_tokens(text))
        self._at = 0
        self._read()

    def _read(self) -> None:
        table: Path = ()
        while self._at < len(self._tokens):
            token, line = self._tokens[self._at]
            if token == "[":
                table = self._header(line)
            elif token in "\n],":
                self._at += 1
            else:
                self._pair(table)

    def _header(self, line: int) -> Path:
        """Read ``[a.b]`` or ``[[a.b]]`` and return what it opens."""
        self._at += 1
        is_list = self._is_next("[")
        if is_list:
            self._at += 1
        names = self._key("]")
        path: Path = ()
        for place, name in enumerate(names):
            path = (*path, name)
            is_last = place == len(names) - 1
            if is_last and is_list:
                self._counts[path] = self._counts.get(path, 0) + 1
                self.found.setdefault(path, line)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
            self.found.setdefault(path, line)
        return path

    def _pair(self, table: Path) -> None:
        line = self._tokens[self._at][1]
        path = table
        for name in self._key("="):
            path = (*path, name)
            self.found.setdefault(path, line)
        self._value(path)

    def _key(self, end: str) -> list[str]:
        names: list[str] = []
        while self._at < len(self._tokens):
            token, _ = self._tokens[self._at]
            self._at += 1
            if token in (end, "\n"):
                break
            names += [_unquoted(token)] if token[0] in "\"'" else [part for part in token.split(".") if part]
        return names

    def _value(self, path: Path) -> None:
        if self._is_next("["):
            self._entries(path)
        elif self._is_next("{"):
            self._at += 1
            while self._at < len(self._tokens) and not self._is_next("}"):
                if self._tokens[self._at][0] in ",\n":
                    self._at += 1
                else:
                    self._pair(path)
            self._at += 1
        else:
            self._at += 1
            while self._at < len(self._tokens) and self._tokens[self._at][0] not in (",", "\n", "]", "}"):
                self._at += 1  # a date may have a space in it

    def _entries(self, path: Path) -> None:
        self._at += 1
        place = 0
        while self._at < len(self._tokens) and not self._is_next("]"):
            token, line = self._tokens[self._at]
            if token in ",\n":
                self._at += 1
                continue
            self.found.setdefault((*path, place), line)
            self._value((*path, place))
            place += 1
        self._at += 1

    def _is_next(self, token: str) -> bool:
        return self._at < len(self._tokens) and self._tokens[self._at][0] == token


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    line = 1
    place = 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", place, match.start())
        place = match.start()
        if not match[0].startswith("#"):
            yield match[0], line


def _unquoted(token: str) -> str:
    if token[0] == '"':
        try:
            return str(json.loads(token))
        except ValueError:
            return token[1:-1]
    return token[1:-1]
