"""Writing images: what goes out comes in again, nothing is overwritten, nothing half written stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cli.lists import export_dataset
from engine.cli.output import Output
from engine.data import datasets
from engine.data.exporting.export_format import ExportFormat
from engine.data.exporting.png_folder import folder_name
from engine.data.exporting.registry import FORMATS, export
from engine.data.import_set import import_set
from engine.errors import Cancelled, DataError, NetSketchError
from tests.engine.data.own_images import sample


@pytest.mark.parametrize("name", [form.name for form in FORMATS])
def test_an_export_can_be_brought_in_again(tmp_path: Path, name: str) -> None:
    data = sample(10, ("Ω/..", "7"))
    target = tmp_path / "out" / {"csv": "x.csv", "npz": "x.npz"}.get(name, "x")
    written = export(data, target, name)
    assert all(path.exists() for path in written)
    import_set(written[0], name="back")
    whole = datasets.load("back", part="all")
    assert sorted(whole.classes[label] for label in whole.labels) == sorted(
        data.classes[label] for label in data.labels
    )
    assert {image.tobytes() for image in whole.images} == {image.tobytes() for image in data.images}


def test_exports_overwrite_no_folder_and_leave_nothing_when_cancelled(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(DataError, match="already"):
        export(sample(), tmp_path / "there", "png")
    with pytest.raises(Cancelled):
        export(sample(), tmp_path / "new", "png", cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    with pytest.raises(DataError, match="no images"):
        export(sample().subset(slice(0, 0)), tmp_path / "x.csv", "csv")


@given(st.text(min_size=1, max_size=60).filter(str.strip))
@settings(max_examples=60)
def test_folder_names_are_safe_and_can_be_undone(label: str) -> None:
    from urllib.parse import unquote

    name = folder_name(label)
    assert not set(name) & set('/\\:*?"<>|\0')
    assert name not in (".", "..")
    assert unquote(name) == label


def test_an_unknown_form_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="“xlsx”") as caught:
        export(sample(), tmp_path / "x.xlsx", "xlsx")
    assert "npz, csv, png, idx" in caught.value.remedy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_path_without_a_name_is_refused(form: ExportFormat) -> None:
    with pytest.raises(DataError, match="names no file"):
        form.completed(Path())


@pytest.mark.parametrize(
    ("name", "form", "cause"),
    [("folder", "npz", "a folder of that name"), ("taken", "png", "already"), ("x" * 300, "idx", "too long")],
)
def test_a_place_is_refused_before_any_image_is_made(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    form: str,
    cause: str,
) -> None:
    monkeypatch.setattr("engine.data.datasets.load", lambda *_a, **_k: pytest.fail("they were fetched"))
    (tmp_path / "folder").mkdir()
    (tmp_path / "taken").mkdir()
    with pytest.raises(NetSketchError, match=cause):
        export_dataset("generated", tmp_path / name, form, Output(as_json=True))
