"""Collects every word that the window shows, for those who translate it.

python docs/tools/collect_words.py [--check | --missing]

Writes resources/translations/netsketch_en.ts, from which a translation to another language starts, and brings the
files of other languages beside it up to date: what is translated stays, what is new comes in as unfinished, what is
gone goes. A file in which git left a conflict is read as both sides of it, so that collecting again mends it.
``--missing`` writes nothing and tells what each language lacks.

The window's own words are the literals in ``tr("…")`` and ``translate("Context", "…")``. Those of the engine have the
context ``engine``: labels, units and help of the settings, presets, data sets, the steps of the pad, and the
templates of errors and phrases, wherever they are raised.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
ENGLISH = "netsketch_en.ts"

sys.path.insert(0, str(ROOT))  # started as a file, Python looks only beside it

from docs.tools.translation_file import brought_up_to_date, missing_in, to_ts  # noqa: E402
from docs.tools.words_in_code import ENGINE, Word, read_sources, says_something  # noqa: E402
from engine.words import Phrase  # noqa: E402


def engine_words() -> Iterator[str]:
    """Name the words that the engine keeps in tables: choices, problems, presets, data sets, the pad's steps, flags."""
    from engine.cli.program import spoken_app
    from engine.cli.speaking import WORDS
    from engine.config import CHOICE_LABELS, list_presets
    from engine.data import datasets
    from engine.data.ink.steps import STAGE_LABELS, step_texts
    from engine.settings import PROBLEM_TEXTS, UNKNOWN_PROBLEM
    from engine.words import FORMS

    yield from CHOICE_LABELS.values()
    yield from (*PROBLEM_TEXTS.values(), UNKNOWN_PROBLEM)
    for preset in list_presets():
        yield from (preset.title, preset.explanation)
    for dataset in datasets.names():
        if not dataset.is_imported:  # those are called what a person calls them
            yield from (dataset.title, dataset.description)
    for step in step_texts():
        yield from (step.label, step.help)
    yield from STAGE_LABELS.values()
    yield from FORMS
    yield from WORDS
    for phrase in spoken_app().help_phrases():
        yield from templates(phrase)


def templates(phrase: Phrase) -> Iterator[str]:
    """Name the words of a phrase and of all phrases in it."""
    if "part_0" not in phrase.values:  # what stands between its parts is for FORMS
        yield phrase.template
    for value in phrase.values.values():
        if isinstance(value, Phrase):
            yield from templates(value)


def collect() -> list[Word]:
    """Return all words, in the order of the file."""
    words = {word for source in read_sources() for word in source.words}
    words |= {Word(ENGINE, text) for text in engine_words() if says_something(text)}
    return sorted(words)


def languages() -> list[Path]:
    """Return the files of the other languages."""
    return sorted(path for path in FOLDER.glob("netsketch_*.ts") if path.name != ENGLISH)


def files(words: list[Word]) -> dict[Path, str]:
    """Return what each file of translation sources should hold; English is always among them."""
    wanted = {FOLDER / ENGLISH: to_ts(words, "en")}
    for path in languages():
        language = path.stem.removeprefix("netsketch_")
        wanted[path] = brought_up_to_date(path.read_text(encoding="utf-8"), words, language)
    return wanted


def main(arguments: list[str] | None = None) -> int:
    """Write the files, or only tell of them; return the exit code.

    Returns:
        1 where something is amiss: with ``--check`` a file that is out of date, with ``--missing`` a language that
        lacks words, and always a text in the code that cannot be translated.
    """
    parser = argparse.ArgumentParser(description="Collect the words of the window for translators.")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--check", action="store_true", help="write nothing; fail if a file is out of date")
    only.add_argument("--missing", action="store_true", help="write nothing; tell what each language lacks")
    wanted = parser.parse_args(arguments)
    faults = [fault for source in read_sources() for fault in source.faults]
    words = collect()
    for path, text in files(words).items():
        if wanted.missing:
            faults += _lacking(path, text) if path.name != ENGLISH else []
        elif path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        elif wanted.check:
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


def _lacking(path: Path, text: str) -> list[str]:
    """Return a line for each text without a finished translation, and how many there are."""
    missing = missing_in(text)
    lines = [
        f"{word.context}: {word.source}" + (f" ({word.comment})" if word.comment else "") for word in missing
    ]
    return [*lines, f"{path.name}: {len(missing)} texts are not translated"] if missing else []


if __name__ == "__main__":
    sys.exit(main())
