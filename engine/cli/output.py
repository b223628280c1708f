"""What a command says: lines for a person or JSON for a program, on a standard output that may have gone away."""

from __future__ import annotations

import errno
import json
import math
import os
import re
import sys
from contextlib import suppress
from typing import Annotated, Any

import typer

from engine.language import said
from engine.visible import visible
from engine.words import Phrase

JsonFlag = Annotated[bool, typer.Option("--json", help="Print one JSON object a line and nothing else.")]

# A pipe whose reader has gone; Windows calls it an invalid argument.
GONE = (errno.EPIPE, errno.EINVAL)

LONGEST_WORD, LONGEST_LINE = 300, 3000  # letters; a path of a person's own is shorter

_WORD = re.compile(r"[^\s。，：；！？（）“”、]+")
NAME = "netsketch"

_failures: list[OSError] = []


class Output:
    """Standard output of one command.

    A reader that goes away (``| head``) is no reason to stop: what follows is dropped, and the work is done.

    Args:
        as_json: Whether one JSON object a line is printed, and nothing else.
    """

    def __init__(self, *, as_json: bool = False) -> None:
        self.as_json = as_json

    @property
    def is_terminal(self) -> bool:
        """Whether a person looks at it, and lines may be drawn over."""
        return not self.as_json and sys.stdout is not None and sys.stdout.isatty()

    def line(self, text: str) -> None:
        """Print a line for a person, in the language spoken if it is a phrase; nothing where JSON is wanted."""
        if not self.as_json:
            write_line(said(text))

    def warn(self, *sentences: Phrase) -> None:
        """Say what should be known of what follows: a line each for a person, a record each as JSON."""
        for sentence in sentences:
            self.record(event="warning", message=sentence)
            self.line(Phrase("Note: {sentence}", sentence=sentence))

    def record(self, **values: Any) -> None:
        """Print one JSON object, if JSON is wanted; numbers that are not finite become null."""
        if self.as_json:
            write_line(json.dumps(_plain(values), allow_nan=False))


def write_line(text: str, *, lines: bool = False) -> None:
    """Print a line at once; when that cannot be done any more, go on without.

    What would steer the terminal is written out. A reader that has gone needs no word. Anything else, such as a full
    disk, is said once on standard error, and ``output_is_whole`` tells so ever after.

    Args:
        text: What to print.
        lines: Whether it is several lines, as of a help.
    """
    try:
        print(visible(text, lines=lines), flush=True)
    except OSError as error:
        silence_output()
        if error.errno not in GONE:
            _failures.append(error)
            reason = error.strerror or type(error).__name__
            write_error(
                Phrase("What was to be said could not be written."),
                Phrase("The system says: {reason}.", reason=reason),
            )


def output_is_whole() -> bool:
    """Tell whether every line since the last call was written, as far as anybody read."""
    whole = not _failures
    _failures.clear()
    return whole


def write_error(*sentences: str) -> None:
    """Print one line, whatever line breaks are in the sentences, on standard error; what nobody would read is left out.

    Args:
        sentences: Phrases are said in the language spoken; empty ones are left out.
    """
    if sys.stderr is None:  # closed: print would take standard output
        return
    text = f"{NAME}: {said(Phrase.joined(filter(None, sentences)))}"
    words = _WORD.sub(lambda word: _shortened(word[0], LONGEST_WORD), " ".join(text.split()))
    line = _shortened(words, LONGEST_LINE)
    with suppress(OSError, ValueError):
        print(visible(line), file=sys.stderr, flush=True)


def _shortened(text: str, most: int) -> str:
    """Return a text of ``most`` letters at most, its middle left out where it is longer."""
    return text if len(text) <= most else f"{text[: most * 2 // 3]} … {text[-most // 4 :]}"


def silence_output() -> None:
    """Lead standard output nowhere, so that not even the last flush of the interpreter complains."""
    if sys.stdout is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
