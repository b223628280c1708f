"""A language's file follows the program: what is translated stays, what is new is shown, a conflict is healed."""

from docs.tools.translation_file import (
    Translation,
    brought_up_to_date,
    elements_in,
    missing_in,
    to_ts,
    translations_in,
)
from docs.tools.words_in_code import Word

CLEAR, GONE, NEW = Word("Pad", "Clear"), Word("Pad", "Gone"), Word("Pad", "“New” <b>'it'</b>")
DONE = {CLEAR: "<translation>清除 &amp; …</translation>", GONE: "<translation>x</translation>"}


def written(known: dict[Word, str]) -> str:
    return to_ts(sorted(known), "zh_Hans", known)


def test_what_is_translated_stays_and_what_is_new_is_unfinished() -> None:
    text = brought_up_to_date(written(DONE), [CLEAR, NEW], "zh_Hans")
    assert translations_in(text) == {CLEAR: Translation("清除 & …", True), NEW: Translation("", False)}
    assert missing_in(text) == [NEW]
    assert 'language="zh_Hans"' in text
    assert brought_up_to_date(text, [CLEAR, NEW], "zh_Hans") == text


def test_a_translation_goes_along_to_another_context() -> None:
    moved = Word("Paper", "Clear")
    text = brought_up_to_date(written(DONE), [GONE, moved], "zh_Hans")
    assert translations_in(text)[moved] == Translation("清除 & …", True)


def test_the_words_of_another_context_are_proposed() -> None:
    """Only where they are one: “Run” may be a verb here and a noun there."""
    again = Word("Paper", "Clear")
    text = brought_up_to_date(written(DONE), [CLEAR, again], "zh_Hans")
    assert translations_in(text)[again] == Translation("清除 & …", False)
    assert missing_in(text) == [again]
    both = {CLEAR: DONE[CLEAR], again: "<translation>清空</translation>"}
    third = Word("Window", "Clear")
    text = brought_up_to_date(written(both), [CLEAR, again, third], "zh_Hans")
    assert translations_in(text)[third] == Translation("", False)


def test_comments_tell_the_same_english_apart() -> None:
    keep, other = Word("Bar", "Keep", "snapshot"), Word("Bar", "Keep")
    text = brought_up_to_date(written({keep: "<translation>留用</translation>"}), [other, keep], "zh_Hans")
    assert translations_in(text) == {other: Translation("", False), keep: Translation("留用", True)}


def test_both_sides_of_a_conflict_are_read() -> None:
    unfinished = '<translation type="unfinished"></translation>'
    ours = written({CLEAR: DONE[CLEAR], NEW: unfinished})
    theirs = written({CLEAR: unfinished, GONE: DONE[GONE]})
    text = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> a change\n"
    assert elements_in(text) == {**DONE, NEW: unfinished}
    text = text.replace("=======", f"||||||| before\n{theirs}=======")
    assert elements_in(text) == {**DONE, NEW: unfinished}
