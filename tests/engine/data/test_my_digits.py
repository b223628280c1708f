"""The drawings of one's own: kept by lines that are only ever added, whatever happens to the file."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.config import DataConfig
from engine.data import datasets, ink, saving
from engine.data.kept_drawing import KeptDrawing
from engine.data.my_digits import FILE_NAME, MyDigits, my_digits
from engine.errors import DataError
from tests.engine.data.adding import SEVEN, add_some, add_when_all_are_there

ONE = [np.array([[140.0, 40.0], [138.0, 240.0]])]


@pytest.fixture
def own(tmp_path: Path) -> MyDigits:
    return MyDigits(tmp_path / "mine")


def again(own: MyDigits) -> MyDigits:
    """The same file as another program sees it."""
    return MyDigits(own.path.parent)


def test_nothing_yet(own: MyDigits) -> None:
    assert own.entries() == ()
    assert own.stamp() is None
    assert own.dataset().images.shape == (0, 28, 28)
    assert not own.path.exists()


def test_a_drawing_is_kept_with_its_strokes(own: MyDigits) -> None:
    name = own.add(SEVEN, "7", pen=22.0)
    (entry,) = again(own).entries()
    assert (entry.id, entry.label, entry.pen) == (name, "7", 22.0)
    assert np.abs(entry.strokes[0] - SEVEN[0]).max() <= 0.06
    assert entry.created.endswith("Z")
    data = again(own).dataset()
    assert data.classes == tuple("0123456789")
    assert data.labels.tolist() == [7]
    assert np.array_equal(data.images[0], ink.render_strokes(entry.strokes))


@pytest.mark.parametrize("scale", [1e-6, 1.0, 1e9])
def test_rounding_follows_the_size_of_the_drawing(own: MyDigits, scale: float) -> None:
    own.add([stroke * scale for stroke in SEVEN], "7")
    far = np.abs(own.dataset().images[0].astype(int) - ink.render_strokes(SEVEN))
    assert far.max() <= 12


def test_a_dot_can_be_kept(own: MyDigits) -> None:
    own.add([[[3.0, 4.0]]], "dot")
    assert own.entries()[0].strokes[0].tolist() == [[3.0, 4.0]]


def test_an_image_in_place_of_strokes(own: MyDigits) -> None:
    image = ink.render_strokes(SEVEN)
    own.add([], "7", image=image)
    assert np.array_equal(again(own).dataset().images[0], image)
    assert again(own).entries()[0].strokes == ()


def test_relabel_delete_and_restore_only_add_lines(own: MyDigits) -> None:
    first, second = own.add(SEVEN, "1"), own.add(ONE, "1")
    before = own.path.read_bytes()
    own.relabel(first, "7")
    own.delete(second)
    assert [(entry.id, entry.label) for entry in again(own).entries()] == [(first, "7")]
    own.restore(second)
    assert [entry.label for entry in own.entries()] == ["7", "1"]
    assert own.path.read_bytes().startswith(before)
    assert all(json.loads(line) for line in own.path.read_text("utf-8").splitlines())


def test_names_of_any_kind_after_the_digits(own: MyDigits) -> None:
    for label in ("sign 10", " Ω ", "3", "sign 2", "²"):
        own.add(ONE, label)
    assert own.dataset().classes == (*"0123456789", "sign 2", "sign 10", "²", "Ω")
    assert own.dataset().class_counts().sum() == 5


def test_names_alone_need_no_digits(own: MyDigits) -> None:
    own.add(ONE, "b")
    own.add(ONE, "A")
    assert own.dataset().classes == ("A", "b")


@pytest.mark.parametrize("label", ["", "  ", "a\nb", "x" * 61, None, 7])
def test_what_is_no_name(own: MyDigits, label: object) -> None:
    with pytest.raises(DataError, match="no name for a class"):
        own.add(SEVEN, label)  # type: ignore[arg-type]
    assert not own.path.exists()


@pytest.mark.parametrize("strokes", [[], [[]], [[[1, float("nan")]]], [[[1, 2, 3]]]])
def test_what_is_no_drawing(own: MyDigits, strokes: list) -> None:
    with pytest.raises(DataError):
        own.add(strokes, "7")
    assert not own.path.exists()


def test_one_bad_drawing_of_many_keeps_none(own: MyDigits) -> None:
    with pytest.raises(DataError):
        own.add_all([KeptDrawing("", "7", tuple(SEVEN)), KeptDrawing("", "7", ())])
    assert own.entries() == ()


def test_unknown_drawings(own: MyDigits) -> None:
    own.add(SEVEN, "7")
    for act in (lambda: own.delete("no"), lambda: own.restore("no"), lambda: own.relabel("no", "7")):
        with pytest.raises(DataError, match="no such drawing"):
            act()


def test_a_half_written_line_costs_nothing_else(own: MyDigits) -> None:
    first = own.add(SEVEN, "7")
    whole = own.path.read_bytes()
    own.add(ONE, "1")
    torn = own.path.read_bytes()[:-20]
    own.path.write_bytes(torn)
    seen = again(own)
    assert [entry.id for entry in seen.entries()] == [first]
    assert seen.skipped == 1
    later = seen.add(ONE, "1")
    assert [entry.id for entry in seen.entries()] == [first, later]
    assert seen.skipped == 1
    assert seen.path.read_bytes().startswith(torn + b"\n")
    assert torn.startswith(whole)


def test_a_last_line_without_its_end_counts_once(own: MyDigits) -> None:
    own.add(SEVEN, "7")
    own.path.write_bytes(own.path.read_bytes().rstrip(b"\n"))
    seen = again(own)
    assert len(seen.entries()) == 1
    seen.add(ONE, "1")
    assert len(seen.entries()) == len(again(own).entries()) == 2
    assert seen.skipped == again(own).skipped == 0


DAMAGED = [
    b"\xff\xfe\x00", b"{}", b"[]", b"null", b"nonsense", b"[" * 100_000,
    b'{"do":"add","id":"a","label":"7","strokes":[[[1,NaN]]]}', b'{"do":"add","id":"b","label":"7","strokes":7}',
    b'{"do":"add","id":7,"label":"7","strokes":[]}', b'{"do":"add","id":"c","label":"","strokes":[]}',
    b'{"do":"add","id":"d","label":"7","strokes":[[[1,' + b"9" * 5000 + b"]]]}",
    b'{"do":"add","id":"e","label":"7","image":"AAAA"}', b'{"do":"delete","id":"unknown"}',
    b'{"do":"paint","id":"x"}', b'{"do":"add","id":"f","label":"7","strokes":[[[1,1e200],[0,0]]]}',
    b'{"do":"add","id":"g","label":"7","pen":1e400,"strokes":[[[1,1],[0,0]]]}',
]  # fmt: skip


@pytest.mark.parametrize("line", DAMAGED, ids=lambda line: line[:40].decode("ascii", "replace"))
def test_damaged_lines_are_skipped_counted_and_left_alone(own: MyDigits, line: bytes) -> None:
    own.add(SEVEN, "7")
    with own.path.open("ab") as stream:
        stream.write(line + b"\n")
    own.add(ONE, "1")
    assert [entry.label for entry in again(own).entries()] == ["7", "1"]
    assert own.skipped == again(own).skipped == 1
    assert line in own.path.read_bytes()


@given(st.lists(st.binary(max_size=40), max_size=5))
def test_no_content_of_the_file_breaks_the_reader(junk: list[bytes]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        own = MyDigits(Path(folder))
        own.path.write_bytes(b"\n".join(junk))
        own.add(SEVEN, "7")
        assert [entry.label for entry in own.entries()] == ["7"]


def test_a_file_put_there_anew_is_read_anew(own: MyDigits) -> None:
    own.add(SEVEN, "7")
    backup = own.path.read_bytes()
    own.add(ONE, "1")
    assert len(own.entries()) == 2
    other = own.path.with_name("other")
    other.write_bytes(backup)
    other.replace(own.path)
    assert len(own.entries()) == 1
    own.path.unlink()
    assert own.entries() == ()


@pytest.mark.slow
def test_several_programs_add_at_once(own: MyDigits) -> None:
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=add_some, args=(str(own.path.parent), label)) for label in "12"]
    for other in others:
        other.start()
    add_some(str(own.path.parent), "3")
    for other in others:
        other.join(60)
    assert own.dataset().class_counts()[1:4].tolist() == [40, 40, 40]
    assert own.skipped == 0


@pytest.mark.slow
def test_drawings_of_two_windows_at_one_instant_are_divided_as_those_of_one(own: MyDigits) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(3)
    others = [
        context.Process(target=add_when_all_are_there, args=(str(own.path.parent), ready)) for _ in range(3)
    ]
    for other in others:
        other.start()
    for other in others:
        other.join(90)
    assert [other.exitcode for other in others] == [0, 0, 0]
    assert [bool(entry.kept_back) for entry in own.entries()] == [place % 5 == 1 for place in range(30)]


def test_the_side_of_a_drawing_follows_what_another_window_added_at_that_moment(
    own: MyDigits, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = again(own)
    locked = saving.descriptor_locked
    came: list[str] = []

    def after_the_other(*args: Any) -> Any:
        if not came:
            came.append("the other")
            other.add(SEVEN, "7")
        return locked(*args)

    monkeypatch.setattr(saving, "descriptor_locked", after_the_other)
    own.add(ONE, "7")
    assert [entry.kept_back for entry in own.entries()] == [False, True]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DataError, match="could not be saved"):
        MyDigits(tmp_path / "file").add(SEVEN, "7")


def test_a_full_disk_leaves_the_file_as_it_was(own: MyDigits, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    own.add(SEVEN, "7")
    before = own.path.read_bytes()
    write = os.write

    def half(descriptor: int, data: bytes) -> int:
        if len(data) < 40:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(descriptor, data[: len(data) - 30])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(DataError, match="No space left"):
        own.add(ONE, "1")
    monkeypatch.undo()
    assert own.path.read_bytes() == before


def test_parts_keep_every_class_learnable(own: MyDigits) -> None:
    assert [len(part) for part in own.parts()] == [0, 0]
    ids = {
        label: [own.add(ONE, label) for _ in range(count)] for label, count in (("1", 1), ("2", 2), ("3", 11))
    }
    train, test = own.parts()
    assert train.class_counts()[1:4].tolist() == [1, 1, 9]
    assert test.class_counts()[1:4].tolist() == [0, 1, 2]
    own.delete(ids["2"][0])  # what is left of the twos was for testing
    train, test = own.parts()
    assert train.class_counts()[2] == 1
    assert test.class_counts()[2] == 0


def test_a_drawing_stays_on_its_side_when_others_go(own: MyDigits) -> None:
    ids = [
        own.add([stroke + np.array([0, 3 * place]) for stroke in SEVEN] + [ONE[0] * place / 20], "7")
        for place in range(12)
    ]
    before = {image.tobytes() for image in own.parts()[1].images}
    own.delete(ids[0], ids[4])
    assert {image.tobytes() for image in own.parts()[1].images} == before


def test_of_one_drawing_each_none_is_kept_back(own: MyDigits) -> None:
    for label in "0123456789":
        own.add(ONE, label)
    assert [len(part) for part in own.parts()] == [10, 0]


def sides(own: MyDigits) -> dict[str, bool]:
    """Whether each drawing is kept back; the file as another program reads it says the same."""
    found = {entry.id: bool(entry.kept_back) for entry in own.entries()}
    assert found == {entry.id: bool(entry.kept_back) for entry in again(own).entries()}
    return found


def write_old(own: MyDigits, lines: list[dict]) -> None:
    """Write a file as programs did that kept no sides."""
    own.path.parent.mkdir(parents=True, exist_ok=True)
    whole = [{"label": "4", "pen": 20.0, "strokes": [[[0.0, 0.0], [9.0, 9.0]]]} | line for line in lines]
    own.path.write_text("".join(json.dumps(line) + "\n" for line in whole))


def test_the_second_and_seventh_of_a_class_are_kept_back(own: MyDigits) -> None:
    ids = [own.add(ONE, "1") for _ in range(12)]
    assert [sides(own)[each] for each in ids] == [place in (1, 6, 11) for place in range(12)]


@pytest.mark.parametrize("place", range(7))
def test_relabelling_and_deleting_move_no_drawing(own: MyDigits, place: int) -> None:
    ids = [own.add(SEVEN, label) for label in "4" * 7 + "9" * 7]
    before = sides(own)
    own.relabel(ids[place], "9")
    assert sides(own) == before
    own.delete(ids[place])
    assert sides(own) == {name: side for name, side in before.items() if name != ids[place]}
    own.restore(ids[place])
    own.relabel(ids[place], "4")
    assert sides(own) == before
    own.add(SEVEN, "4")
    own.add(SEVEN, "9")
    after = sides(own)
    assert {name: after[name] for name in before} == before


def test_a_class_keeps_one_to_learn_from_for_good(own: MyDigits) -> None:
    first, second = own.add(SEVEN, "7"), own.add(SEVEN, "7")
    assert sides(own) == {first: False, second: True}
    own.delete(first)
    assert sides(own) == {second: False}
    own.restore(first)  # the second may have been learnt meanwhile
    assert sides(own) == {first: False, second: False}
    third = own.add(SEVEN, "7")
    assert sides(own)[third]
    own.relabel(third, "1")  # the only one of its new class
    assert not sides(own)[third]


def test_all_of_a_class_go_and_come_back_on_their_sides(own: MyDigits) -> None:
    ids = [own.add(SEVEN, "7") for _ in range(7)]
    before = sides(own)
    own.delete(*ids)
    assert sides(own) == {}
    own.restore(*ids)
    assert sides(own) == before


def test_files_of_older_programs_keep_the_sides_they_had(own: MyDigits) -> None:
    write_old(own, [{"do": "add", "id": f"a{number}"} for number in range(7)]
        + [{"do": "relabel", "id": "a0", "label": "9"}, {"do": "delete", "id": "a3"}])  # fmt: skip
    # Then the second and seventh of what was called a 4 at last were for testing: a2, and no other.
    old = {f"a{number}": number == 2 for number in (0, 1, 2, 4, 5, 6)}
    assert sides(own) == old
    own.relabel("a1", "9")
    assert sides(own) == old
    own.delete("a0")
    own.add(SEVEN, "4")
    assert {name: side for name, side in sides(own).items() if name in old} == {
        name: side for name, side in old.items() if name != "a0"
    }


def test_an_orphan_of_an_older_program_is_learnt_from(own: MyDigits) -> None:
    write_old(own, [{"do": "add", "id": "a"}, {"do": "add", "id": "b"}, {"do": "delete", "id": "a"}])
    assert sides(own) == {"b": False}


def test_a_side_that_is_brought_along_holds_where_the_class_can_be_learnt(own: MyDigits) -> None:
    image = ink.render_strokes(SEVEN)
    wanted = [True, False, True, True, None]
    own.add_all([KeptDrawing("", "7", (), image=image, kept_back=side) for side in wanted])
    assert list(sides(own).values()) == [False, False, True, True, False]


def test_drawings_are_known_by_their_looks(own: MyDigits) -> None:
    ids = [own.add([SEVEN[0] * [1.0, 1.0 + place / 3]], "7") for place in range(3)]
    images = own.dataset().images
    own.delete(ids[1])
    assert own.sides_of(images) == [False, True, False]
    assert own.sides_of(255 - images[:1]) == [None]


def test_as_a_data_set_by_its_name() -> None:
    assert not datasets.is_available("my-digits")
    with pytest.raises(DataError, match="no drawings in My Digits yet"):
        datasets.load("my-digits")
    for _ in range(4):
        my_digits().add(SEVEN, "7")
        my_digits().add(ONE, "1")
    assert datasets.is_available("my-digits")
    parts = datasets.load_split(DataConfig(dataset="my-digits", validation_share=0.2))
    assert [len(part) for part in (parts.train, parts.validation, parts.test)] == [5, 1, 2]
    assert set(parts.train.labels) == {1, 7}
    my_digits().add(SEVEN, "7")
    assert len(datasets.load("my-digits", part="all")) == 9
    assert my_digits().path.name == FILE_NAME
