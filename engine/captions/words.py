"""What a caption can say: words of three facets in English and in Chinese, read from a sentence and put into one.

A caption is kept as three whole numbers, one a facet: 0 where it says nothing of it, else which word from 1 on. Both
languages name the same concepts: “thick” and “粗” are one, and the network hears one number for both. What joins words
(“a”, “的”) is left out, and their order says nothing.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.errors import DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Concept(NamedTuple):
    """One thing that can be said of a picture; of several words for it the first is the one that is written."""

    english: tuple[str, ...]
    chinese: tuple[str, ...]


THICKNESS = (
    Concept(("thin", "fine", "light"), ("细",)),
    Concept(("thick", "bold", "fat"), ("粗",)),
)
SLANT = (
    Concept(("upright", "straight"), ("直", "正")),
    Concept(("slanted", "sloping", "leaning", "italic"), ("斜",)),
    Concept(("backslanted", "backward"), ("反斜", "左斜")),
)
DIGIT = tuple(
    Concept((english, str(number)), (chinese,))
    for number, (english, chinese) in enumerate(
        zip(
            ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            "零一二三四五六七八九",
            strict=True,
        )
    )
)
FACETS = (THICKNESS, SLANT, DIGIT)
CONCEPTS = sum(map(len, FACETS))
WORDLESS = (
    *("a", "an", "the", "and", "of", "digit", "number", "figure", "picture", "handwritten", "drawn"),
    *("一个", "一张", "一幅", "个", "的", "又", "而", "且", "和", "数字", "图片", "图", "手写"),
)

_MEANT = {
    word: (facet, value)
    for facet, concepts in enumerate(FACETS)
    for value, concept in enumerate(concepts, start=1)
    for word in (*concept.english, *concept.chinese)
}
_CHINESE = sorted((word for word in (*_MEANT, *WORDLESS) if not word.isascii()), key=len, reverse=True)
_WORD = re.compile("|".join((r"[a-z][a-z'’-]*", r"\d", *_CHINESE, r"\w")))


def parsed(sentence: str) -> NDArray[np.int64]:
    """Return what a sentence says: ``(3,)`` int64.

    Raises:
        DataError: If it says nothing, says a word that is not known, or two things that exclude each other.
    """
    found: dict[int, tuple[int, str]] = {}
    unknown: list[str] = []
    for match in _WORD.finditer(sentence.lower()):
        word = match[0].replace("-", "")
        if word in WORDLESS:
            continue
        if word not in _MEANT:
            unknown.append(word)
            continue
        facet, value = _MEANT[word]
        if found.setdefault(facet, (value, word))[0] != value:
            raise DataError(
                "“{first}” and “{second}” cannot both be true of one picture.",
                remedy="Say one of them.",
                first=found[facet][1],
                second=word,
            )
    if unknown:
        raise DataError(
            "These words are not known: {words}.",
            remedy="Say a digit, how thick it is and how it leans, such as “a thick slanted three”.",
            words=Phrase.listed(dict.fromkeys(unknown), 5),
        )
    if not found:
        raise DataError(
            "The caption says nothing of a picture.", remedy="Write one, such as “a thick slanted three”."
        )
    return np.array([found.get(facet, (0, ""))[0] for facet in range(len(FACETS))], dtype=np.int64)


def sentence(caption: NDArray[np.int64], *, chinese: bool = False) -> str:
    """Return a caption ``(3,)`` as a sentence, such as “a thick slanted three” or “又粗又斜的三”."""
    said = [concepts[value - 1] if value else None for concepts, value in zip(FACETS, caption, strict=True)]
    *adjectives, noun = said
    words = [concept for concept in adjectives if concept is not None]
    if chinese:
        how = "".join(f"又{concept.chinese[0]}" for concept in words) if len(words) > 1 else ""
        how = how or "".join(concept.chinese[0] for concept in words)
        return f"{how}{'的' if how else ''}{noun.chinese[0] if noun else '数字'}"
    row = [*(concept.english[0] for concept in words), noun.english[0] if noun else "digit"]
    return " ".join(["an" if row[0][0] in "aeiou" and row[0] != "one" else "a", *row])


def every_caption() -> NDArray[np.int64]:
    """Return each caption that says something, ``(M, 3)`` int64."""
    values = product(*(range(len(concepts) + 1) for concepts in FACETS))
    return np.array([each for each in values if any(each)], dtype=np.int64)


def is_true(captions: NDArray[np.int64], facts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Tell which captions are true of which pictures: all they say is so.

    Args:
        captions: ``(M, 3)``.
        facts: ``(N, 3)``, all that can be said of each picture.

    Returns:
        ``(N, M)`` bool.
    """
    unsaid = captions[None] == 0
    return np.asarray((unsaid | (captions[None] == facts[:, None])).all(axis=-1))
