"""Reading stops when it is told to, whatever the form, and says truthfully how far it is."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.data.generated import generate
from engine.data.idx import write_idx
from engine.data.importing.gathering import gather
from engine.data.importing.registry import look_into
from engine.errors import Cancelled
from tests.engine.data.own_images import folder_of

COUNT = 270  # more than a reader does between two questions
PIXELS, CLASSES = generate(COUNT)
LABELS = CLASSES.astype(np.uint8)


def table(root: Path) -> Path:
    path = root / "table.csv"
    rows = np.column_stack([LABELS, PIXELS.reshape(COUNT, -1)])
    np.savetxt(
        path, rows, fmt="%d", delimiter=",", header=f"label,{','.join(map(str, range(784)))}", comments=""
    )
    return path


def arrays(root: Path) -> Path:
    np.savez(root / "arrays.npz", images=PIXELS, labels=LABELS)
    return root / "arrays.npz"


def pair(root: Path) -> Path:
    (root / "train-images-idx3-ubyte").write_bytes(write_idx(PIXELS))
    (root / "train-labels-idx1-ubyte").write_bytes(write_idx(LABELS))
    return root


def pictures(root: Path) -> Path:
    return folder_of(root / "pictures", {"1": 6, "7": 6})


def archive(root: Path) -> Path:
    with zipfile.ZipFile(root / "pictures.zip", "w") as file:
        for path in sorted(pictures(root).rglob("*.png")):
            file.write(path, path.relative_to(root))
    return root / "pictures.zip"


FORMS = [table, arrays, pair, pictures, archive]


@pytest.mark.slow
@pytest.mark.parametrize("made", FORMS, ids=lambda form: form.__name__)
def test_who_says_stop_at_once_or_late_is_heard(made: Callable[[Path], Path], tmp_path: Path) -> None:
    path = made(tmp_path)
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    gather(path, cancelled=count)
    assert asked >= 2
    for last in (1, asked):  # the first question, and the last of them
        left = last

        def stop() -> bool:
            nonlocal left
            left -= 1
            return left <= 0

        with pytest.raises(Cancelled):
            gather(path, cancelled=stop)


@pytest.mark.parametrize("made", [table, archive], ids=lambda form: form.__name__)
def test_a_long_read_asks_before_it_is_done(made: Callable[[Path], Path], tmp_path: Path) -> None:
    """What is read or unpacked whole before any image is prepared can be stopped meanwhile."""
    with pytest.raises(Cancelled):
        look_into(made(tmp_path), cancelled=lambda: True)


@pytest.mark.parametrize("made", FORMS, ids=lambda form: form.__name__)
def test_the_share_that_is_told_grows_from_0_to_1(made: Callable[[Path], Path], tmp_path: Path) -> None:
    told: dict[str, list[float]] = {}
    gather(made(tmp_path), progress=lambda what, share: told.setdefault(str(what), []).append(share))
    assert told
    for shares in told.values():
        assert shares == sorted(shares)
        assert shares[0] >= 0
        assert shares[-1] <= 1
