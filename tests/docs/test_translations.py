"""What the languages say: the same values as in English, the same keys, and in Chinese the field's words and signs.

Chinese is complete: every text of the code has its finished translation, and what has none is named here. In another
language a text that is not translated yet is no fault: it is shown in English.
"""

import re
import string
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from docs.tools.collect_words import FOLDER, collect, languages
from docs.tools.translation_file import translations_in
from docs.tools.words_in_code import Word

ROOT = Path(__file__).resolve().parents[2]
CHINESE = FOLDER / "netsketch_zh_Hans.ts"
TERMS = ROOT / "docs" / "terms_zh_Hans.tsv"

TAG = re.compile(r"<[^<>]*>")
MNEMONIC = re.compile(r"&(\w)")
PATTERN = re.compile(
    r"\((?:\*\.\w+ ?)+\)|\(\*\)|\(\{patterns\}\)|;;"
)  # Qt reads them in the filter of a file dialog
SHAPE = re.compile(r"\(\w+(?:, [\w{}]+)+\)")  # as NumPy writes it: (N, H, W)
DATE = re.compile(
    r"[dMyHms年月日 :]+"
)  # Qt's pattern for a date, which has no spaces in Chinese: yyyy年M月d日

# Where the English word is not the term, or the term would not be what is meant.
NOT_THE_TERM = {
    "&First Steps": "no steps of training",
    "First steps": "no steps of training",
    "Step every": "how often the rate decays",
    "Step factor": "by how much the rate decays",
    "With the step schedule: after this many epochs the learning rate is lowered.": "阶梯",
    "With the step schedule: the learning rate is multiplied by this.": "阶梯",
    "step": "the schedule's name: 阶梯",
    "&Clear Drawing": "the pad is what is emptied: 清空画板",
    "Drawing digits": "what the program does, not a drawing",
    "Drawing digits was cancelled.": "what the program does, not a drawing",
    "Filter": "of a list: 筛选",
    "Filter: name or data": "of a list: 筛选",
    "Filter: name, data, network, settings, state": "of a list: 筛选",
    "Its values run from {low} to {high}.": "a verb",
    "Labels run to {highest}, classes are {classes}.": "a verb",
    "They run from {low} to {high} and from {test_low} to {test_high}.": "a verb",
    "“{name}” in it holds Python objects, which could run programs, instead of a plain array.": "a verb",
    "It has no arrays “images” and “labels” but: {names}.": "names in a file",
    "Store them as an array of the shape (images, {side}, {side}, 3).": "a shape in NumPy's words",
    "Ask for train, test or all.": "words of the command line",
    "The classic example: two hidden layers of 64 units with ReLU, Adam, ten epochs over MNIST. It reads about 97 % of "
    "the test digits.": "no sample",
    "`presets --json` prints experiments to start from.": "a command",
    "“{name}” is being trained at this moment.": "now, and no moment of a run",
    "It was deleted or moved at this moment.": "now, and no moment of a run",
    "Another window or command holds it at this moment.": "now, and no moment of a run",
    "in plots, tables and rows of images: from one to the next": "a row of images lies in no table",
    "Machine": "the computer itself: 硬件",
    "machine": "the computer itself: 硬件",
    "A zip file that `runs export` wrote.": "a command",
    "Deleted. For {days:.0f} days `netsketch runs restore {runs}` brings back what it was.": "a command",
    "This version of PySide6 is faulty and would end the program at any moment. {remedy} brings the right one.": "no "
    "moment of a run",
    "no Wayland compositor answers at WAYLAND_DISPLAY={display}": "a server, not the network: 应答",
    "no X server answers at DISPLAY={display}": "a server, not the network: 应答",
    "Activation": "the function",
    "Units of {layer} are saturated: at the flat ends of their activation they hardly learn.": "the function",
}  # fmt: skip
# Places that numbers fill: they stand off from Chinese as figures do.
NUMBERS = {"count", "number", "step", "epoch", "epochs", "seconds", "minutes", "hours", "size", "classes"}

HAN = r"[\u4e00-\u9fff]"
FULL = "。，：；！？（）“”、…—"
SIGNS = {
    "half-width punctuation beside Chinese": rf"{HAN}[,.:;!?]|[,:;!?]{HAN}|{HAN}\.\.\.",
    "half-width parentheses around Chinese": rf"{HAN} ?\((?!&)|\)[ ]?{HAN}|\([^()]*{HAN}[^()]*\)",
    "a space beside full-width punctuation": rf" [{FULL}]|[{FULL}] ",
    "a space between Chinese": rf"{HAN} {HAN}",
    "no space between Chinese and Latin": rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9%]{HAN}",
    "the quotes of typewriters or of Taiwan": r"""["'「」『』]""",
    "the polite 您, where the rest says 你": "您",
    "no-break space": "\u00a0",
}


def said(path: Path) -> dict[Word, str]:
    """Return what translators stand by."""
    texts = translations_in(path.read_text(encoding="utf-8"))
    return {word: translation.text for word, translation in texts.items() if translation.finished}


def places(text: str) -> set[tuple[str, str, str]]:
    parsed = string.Formatter().parse(text)
    return {(name, spec or "", conversion or "") for _, name, spec, conversion in parsed if name is not None}


def edges(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text) - len(text.rstrip())


MECHANICS: dict[str, Callable[[str], object]] = {
    "the places for values": places,
    "the tags": lambda text: Counter(TAG.findall(text)),
    "a key of the menu": lambda text: len(MNEMONIC.findall(text)),
    "the patterns of files": PATTERN.findall,
    "lines": lambda text: text.count("\n"),
    "the spaces at the ends": edges,
}


def broken(source: str, text: str) -> list[str]:
    """Name what a translation has lost, or is wrong about."""
    if not text:
        return ["words"]
    try:
        return [what for what, of in MECHANICS.items() if of(source) != of(text)]
    except ValueError:
        return ["braces"]


@pytest.mark.parametrize("path", languages(), ids=lambda path: path.stem)
def test_a_translation_has_what_the_english_has(path: Path) -> None:
    faults = {
        word: (text, found) for word, text in said(path).items() if (found := broken(word.source, text))
    }
    assert faults == {}


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("{count} images", "{count} 张图像", []),
        ("{count} images", "{number} 张图像", ["the places for values"]),
        ("{share:.1%} right", "认对 {share:.2%}", ["the places for values"]),
        ("{count} images", "{count 张图像", ["braces"]),
        ("&File", "文件(&F)", []),
        ("&File", "文件", ["a key of the menu"]),
        ("<b>Train</b>", "<b>训练<b>", ["the tags"]),
        ("Runs (*.zip);;All files (*)", "训练记录（*.zip）;;所有文件 (*)", ["the patterns of files"]),
        ("Train", "", ["words"]),
    ],
)
def test_what_counts_as_broken(source: str, text: str, found: list[str]) -> None:
    assert broken(source, text) == found


# ------------------------------------------------------------------ Chinese


def lacking(language: str, words: list[Word]) -> list[str]:
    """Name the texts of the code for which a language has no finished translation."""
    there = said(FOLDER / f"netsketch_{language}.ts")
    return [f"{word.context}: {word.source}" for word in words if not there.get(word)]


def test_nothing_is_missing_in_chinese() -> None:
    """Whoever adds a text adds its Chinese: collect_words.py writes the entry, with a proposal where there is one."""
    new = lacking("zh_Hans", collect())
    assert new == [], "not translated into Chinese:\n" + "\n".join(new)


def test_a_new_text_is_named() -> None:
    assert lacking("zh_Hans", [Word("Rail", "A text that is new")]) == ["Rail: A text that is new"]


@pytest.fixture(scope="module")
def chinese() -> dict[Word, str]:
    return said(CHINESE)


def wrong_signs(text: str) -> list[str]:
    """Name what is set otherwise than in Chinese books."""
    plain = SHAPE.sub("x", TAG.sub("", text))
    for pattern in PATTERN.findall(plain):
        plain = plain.replace(f" {pattern}" if pattern != ";;" else pattern, "\n")
    found = [what for what, pattern in SIGNS.items() if re.search(pattern, plain)]
    numbers = "|".join(NUMBERS)
    if re.search(rf"{HAN}\{{({numbers})[}}:]|\{{({numbers})(:[^{{}}]*)?\}}{HAN}", plain):
        found.append("no space between Chinese and a number")
    return found + (["an open quote"] if plain.count("“") != plain.count("”") else [])


def test_chinese_is_set_as_chinese_is(chinese: dict[Word, str]) -> None:
    faults = {text: wrong_signs(text) for text in chinese.values() if not DATE.fullmatch(text)}
    assert {text: found for text, found in faults.items() if found} == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("已保存为“{name}”。", []),
        ("文件(&F)", []),
        ("图像 (*.png *.jpg);;所有文件 (*)", []),
        ("按 Delete 清空，再画。", []),
        ("{count} 张图像", []),
        ("{count}张图像", ["no space between Chinese and a number"]),
        ("已保存为 “{name}”。", ["a space beside full-width punctuation"]),
        ("完成.", ["half-width punctuation beside Chinese"]),
        ("显示全部(Home)", ["half-width parentheses around Chinese"]),
        ("用MNIST", ["no space between Chinese and Latin"]),
        ("按“训练", ["an open quote"]),
    ],
)
def test_what_counts_as_a_wrong_sign(text: str, found: list[str]) -> None:
    assert wrong_signs(text) == found


def test_chinese_menus_have_the_keys_of_the_english_ones(chinese: dict[Word, str]) -> None:
    """So they are unique in a menu where the English are, and as Chinese programs have them: behind, in brackets."""
    for word, text in chinese.items():
        keys = MNEMONIC.findall(word.source)
        if keys:
            assert f"(&{keys[0].upper()})" in text


Term = tuple[str, re.Pattern[str], list[str]]


def terms() -> list[Term]:
    """Return each term in small English letters, how it is found, and what may stand for it, the longest first."""
    found = {}
    for line in TERMS.read_text(encoding="utf-8").splitlines()[1:]:
        english, meant, *_ = line.split("\t")
        for name in variants(english):
            found[name] = variants(meant)
    return [
        (
            name.lower(),
            re.compile(rf"(?<![\w-]){re.escape(name)}(?:s|es)?(?![\w-])", re.IGNORECASE),
            found[name],
        )
        for name in sorted(found, key=len, reverse=True)
    ]


def variants(cell: str) -> list[str]:
    return [re.sub(r"\(.*?\)", "", each).strip() for each in cell.split(" / ")]


def other_terms(source: str, text: str, known: list[Term]) -> list[str]:
    """Return the terms that are in the English and, by their own name, not in the translation."""
    english = re.sub(r"\{[^}]*\}", "{}", source.replace("&", ""))
    small = english.lower()
    found = []
    for name, pattern, meant in known:
        if name in small and pattern.search(english):
            english = pattern.sub("#", english)  # “batch” is not looked for in “batch size”
            if not any(name.casefold() in text.casefold() for name in meant):
                found.append(f"{pattern.pattern}: {' / '.join(meant)}")
    return found


def test_chinese_has_the_words_of_the_field(chinese: dict[Word, str]) -> None:
    known = terms()
    faults = {
        word: (text, found)
        for word, text in chinese.items()
        if word.source.replace("\u00a0", " ") not in NOT_THE_TERM
        and (found := other_terms(word.source, text, known))
    }
    assert faults == {}


def test_a_longer_term_is_not_taken_for_the_words_in_it() -> None:
    known = terms()
    assert other_terms("Batch size", "批大小", known) == []
    assert len(other_terms("The batch", "这一组", known)) == 1
    assert len(other_terms("Accuracy", "精度", known)) == 1


def test_exceptions_are_needed(chinese: dict[Word, str]) -> None:
    known = terms()
    needed = {
        word.source.replace("\u00a0", " ")
        for word, text in chinese.items()
        if other_terms(word.source, text, known)
    }
    translated = {word.source.replace("\u00a0", " ") for word in chinese}
    assert {source for source in NOT_THE_TERM if source in translated and source not in needed} == set()


def test_a_way_through_menus_is_written_with_one_sign_everywhere() -> None:
    """▸, as the palette writes it; an arrow between values is another thing."""
    written = [word.source for word in collect()]
    for path in [*FOLDER.glob("*.ts"), *ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]:
        written += path.read_text(encoding="utf-8").splitlines()
    arrow = re.compile(r"(?:\*\*|<b>|&lt;b&gt;)[^*<&]*[→>›»] [^*<&]*(?:\*\*|</b>|&lt;/b&gt;)")
    assert [text for text in written if arrow.search(text) and "<tr" not in text] == []
