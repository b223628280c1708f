"""Collects every word that the window shows, for those who translate it.

python docs/tools/collect_words.py [--check]

Writes resources/translations/netsketch_en.ts, from which a translation to another language starts, and brings the
files of other languages beside it up to date: what is translated stays, what is new comes in, what is gone goes.

The window's own words are the literals in ``tr("…")`` and ``translate("Context", "…")``. Those of the engine have the
context ``engine``: labels, units and help of the settings, presets, data sets, the steps of the pad, and the
templates of errors and phrases, wherever they are raised.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"

sys.path.insert(0, str(ROOT))  # started as a file, Python looks only beside it

from docs.tools.words_in_code import ENGINE, Word, read_sources, says_something  # noqa: E402


def engine_words() -> Iterator[str]:
    """Name the words that the engine keeps in tables: choices, problems, presets, data sets, steps of the pad."""
    from engine.config import CHOICE_LABELS, list_presets
    from engine.data import datasets
    from engine.data.ink.steps import STAGE_LABELS, step_texts
    from engine.settings import PROBLEM_TEXTS, UNKNOWN_PROBLEM

    yield from CHOICE_LABELS.values()
    yield from (*PROBLEM_TEXTS.values(), UNKNOWN_PROBLEM)
    for preset in list_presets():
        yield from (preset.title, preset.explanation)
    for dataset in datasets.names():
        yield from (dataset.title, dataset.description)
    for step in step_texts():
        yield from (step.label, step.help)
    yield from STAGE_LABELS.values()


def collect() -> list[Word]:
    """Return all words, in the order of the file."""
    words = {word for source in read_sources() for word in source.words}
    words |= {Word(ENGINE, text) for text in engine_words() if says_something(text)}
    return sorted(words)


def to_ts(words: list[Word], language: str, known: dict[Word, str] | None = None) -> str:
    """Return a file of Qt's translation sources, as Qt Linguist opens it.

    Args:
        words: What is to be translated, sorted.
        language: Code of the language, such as ``zh_CN``.
        known: The elements ``<translation>`` there are, as text.
    """
    unfinished = '<translation type="unfinished"></translation>'
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="en">')
    context = None
    for word in words:
        if word.context != context:
            lines += ["</context>"] if context is not None else []
            context = word.context
            lines += ["<context>", f"    <name>{context}</name>"]
        lines += ["    <message>", f"        <source>{_escaped(word.source)}</source>"]
        lines += [f"        <comment>{_escaped(word.comment)}</comment>"] if word.comment else []
        lines += [f"        {(known or {}).get(word, unfinished)}", "    </message>"]
    return "\n".join([*lines, *(["</context>"] if words else []), "</TS>", ""])


def translations_in(text: str) -> dict[Word, str]:
    """Return the elements ``<translation>`` of a file of translation sources."""
    known = {}
    for context in ET.fromstring(text).iter("context"):
        for message in context.iter("message"):
            word = Word(*(element.findtext(tag, "") for element, tag in (
                (context, "name"), (message, "source"), (message, "comment"))))  # fmt: skip
            translation = message.find("translation")
            if translation is not None:
                known[word] = ET.tostring(translation, "unicode", short_empty_elements=False).strip()
    return known


def files(words: list[Word]) -> dict[Path, str]:
    """Return what each file of translation sources should hold; English is always among them."""
    paths = {FOLDER / "netsketch_en.ts", *FOLDER.glob("netsketch_*.ts")}
    wanted = {}
    for path in sorted(paths):
        known = translations_in(path.read_text(encoding="utf-8")) if path.exists() else {}
        wanted[path] = to_ts(words, path.stem.removeprefix("netsketch_"), known)
    return wanted


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or with ``--check`` only say which are out of date; return the exit code."""
    parser = argparse.ArgumentParser(description="Collect the words of the window for translators.")
    parser.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of date")
    check = parser.parse_args(arguments).check
    faults = [fault for source in read_sources() for fault in source.faults]
    words = collect()
    for path, text in files(words).items():
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        if check:
            faults.append(
                f"{path.relative_to(ROOT).as_posix()} is out of date: run python docs/tools/collect_words.py"
            )
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    print(
        "\n".join(faults)
        if faults
        else f"{len(words)} texts in {len({word.context for word in words})} contexts"
    )
    return 1 if faults else 0


def _escaped(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


if __name__ == "__main__":
    sys.exit(main())
