from __future__ import annotations

import pytest

from gui.pad.naming_keys import class_of_key, naming_keys

LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
MANY = tuple(f"class {number}" for number in range(345))


@pytest.mark.parametrize(
    ("classes", "keys"),
    [
        (("0", "1", "2"), {"0": "0", "1": "1", "2": "2"}),
        (("cat", "dog", "bird"), {"1": "cat", "2": "dog", "3": "bird"}),
        (MANY, dict(zip("1234567890", MANY[:10], strict=True))),
        (("7", "cat"), {"7": "7"}),  # 2 would be taken for a digit
        (("x", "circle"), {"x": "x", "2": "circle"}),
        ((), {}),
    ],
)  # fmt: skip
def test_each_class_has_the_key_one_expects(classes: tuple[str, ...], keys: dict[str, str]) -> None:
    assert naming_keys(classes) == keys


def test_letters_are_their_own_keys_with_and_without_shift() -> None:
    keys = naming_keys(LETTERS)
    assert class_of_key(keys, "e") == class_of_key(keys, "E") == "E"
    both = naming_keys((*LETTERS, *(letter.lower() for letter in LETTERS)))
    assert class_of_key(both, "e") == "e"
    assert class_of_key(both, "E") == "E"
    assert class_of_key(keys, "7") is None
    assert class_of_key(keys, "") is None
