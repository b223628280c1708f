from __future__ import annotations

import numpy as np
import pytest

from engine.data import imported_sets
from engine.data.labels import MAX_LENGTH, foreign_label
from engine.folders import home_folder

ESCAPED = r"7\x1b[2J\n\u202e"


@pytest.mark.parametrize(
    ("label", "name"),
    [("7", "7"), ("\x1b[m", r"\x1b[m"), ("a\nb", r"a\nb"), ("x" * MAX_LENGTH, "x" * MAX_LENGTH)],
)
def test_a_foreign_label_is_one_line(label: str, name: str) -> None:
    assert foreign_label(label) == name


@pytest.mark.parametrize("label", ["x" * 300, "\x1b" * 60, "e\u0301" * 300])
def test_a_foreign_label_has_an_end(label: str) -> None:
    assert len(foreign_label(label)) == MAX_LENGTH
    assert foreign_label(label).endswith("…")


def test_classes_of_a_set_that_somebody_else_made_can_be_shown() -> None:
    folder = home_folder() / imported_sets.FOLDER / "evil"
    folder.mkdir(parents=True)
    np.savez(
        folder / imported_sets.FILE_NAME,
        images=np.zeros((2, 28, 28), np.uint8),
        labels=np.array([0, 1]),
        test=np.array([False, True]),
        classes=np.array(["7\x1b[2J\n\u202e", "8"]),
        title=np.array("7\x1b[2J\n\u202e"),
    )

    assert imported_sets.load_parts("evil")[0].classes == (ESCAPED, "8")
    assert [each.title for each in imported_sets.imported_sets()] == [ESCAPED]
