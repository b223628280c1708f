"""Every form in which runs leave: each writes each run, whole or not at all, under names that every system takes."""

from __future__ import annotations

import csv
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.atomic import FileWriteError
from engine.cli.run_commands import RUN_FORMAT_NAMES
from engine.errors import Cancelled, ExportError, RunError
from engine.storage.runs.exporting.registry import RUN_FORMATS, run_format_named
from engine.storage.runs.exporting.run_format import RunFormat
from engine.storage.runs.library import RunLibrary
from tests.engine.storage.runs.written import write_run

FORMS = pytest.mark.parametrize("form", RUN_FORMATS, ids=lambda form: form.name)


def test_the_command_line_knows_the_same() -> None:
    assert tuple(form.name for form in RUN_FORMATS) == RUN_FORMAT_NAMES
    with pytest.raises(ExportError, match="“pdf”"):
        run_format_named("pdf")


def all_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_all(form: RunFormat, library: RunLibrary, folder: Path, **options: object) -> tuple[Path, ...]:
    runs = [(run, library.open(run.id)) for run in reversed(library.summaries())]
    return form.write_all(runs, folder, **options)  # type: ignore[arg-type]


@FORMS
def test_each_run_has_a_place_of_its_own_whatever_it_is_called(
    form: RunFormat, library: RunLibrary, tmp_path: Path
) -> None:
    names = ["a/b", "a-b", "..", "CON", "x" * 80, "=1+1", "größer · 数字", "tab\u202eback"]
    for number, name in enumerate(names):
        run = write_run(library.folder / f"article-{number + 1}", created=f"2026-01-0{number + 1}T00:00:00Z")
        (run / "label.json").write_text(f'{{"name": "{name}"}}', encoding="utf-8")
    folder = tmp_path / "out"
    folder.mkdir()
    first = write_all(form, library, folder)
    assert len(set(first)) == len(names)
    assert {path.parent for path in first} == {folder}
    assert all(path.exists() for path in first)
    before = all_files(folder)
    again = write_all(form, library, folder)
    if not form.ending:  # logs of the same run are replaced: TensorBoard would add both up
        assert again == first
        assert all_files(folder).keys() == before.keys()


@FORMS
def test_nothing_half_written_stays(form: RunFormat, library: RunLibrary, tmp_path: Path) -> None:
    write_run(library.folder / "article-1")
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(Cancelled):
        write_all(form, library, folder, cancelled=lambda: True)
    assert list(folder.iterdir()) == []
    shares: list[float] = []
    write_all(form, library, folder, progress=lambda _text, share: shares.append(share))
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    before = all_files(folder)
    with pytest.raises(Cancelled):
        write_all(form, library, folder, cancelled=lambda: True)
    assert all_files(folder) == before


@FORMS
def test_a_run_that_is_gone_is_told(form: RunFormat, library: RunLibrary, tmp_path: Path) -> None:
    run = library.open(write_run(library.folder / "article-1").name)
    shutil.rmtree(run.path)
    with pytest.raises(RunError, match="article-1"):
        form.write(run, tmp_path / f"gone{form.ending}")
    assert [path.name for path in tmp_path.iterdir()] == ["runs"]


@FORMS
def test_a_place_that_cannot_be_written_is_told(form: RunFormat, library: RunLibrary, tmp_path: Path) -> None:
    run = library.open(write_run(library.folder / "article-1").name)
    (tmp_path / "file").touch()
    with pytest.raises(FileWriteError):
        form.write(run, tmp_path / "file" / f"x{form.ending}")


def test_a_table_has_a_row_a_step_and_the_epochs_in_their_last(library: RunLibrary, tmp_path: Path) -> None:
    run = library.open(write_run(library.folder / "article-1", epochs=2).name)
    run_format_named("csv").write(run, tmp_path / "run.csv")
    with (tmp_path / "run.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["step"] for row in rows] == list("12345678")
    assert [row["loss"] for row in rows] == ["2.0"] * 4 + ["1.0"] * 4
    assert [row["epoch"] for row in rows] == ["", "", "", "1", "", "", "", "2"]
    assert [row["validation_loss"] for row in rows if row["epoch"]] == ["3.0", "1.5"]


@pytest.mark.skipif(os.name == "nt", reason="such names are none there")
@FORMS
def test_a_run_whose_history_is_lost_or_partly_told(
    form: RunFormat, library: RunLibrary, tmp_path: Path, make_run: Callable[..., Path]
) -> None:
    lost, partly = make_run("article-1"), make_run("article-2")
    (lost / "history.jsonl").unlink()
    lines = (partly / "history.jsonl").read_text().splitlines(keepends=True)
    (partly / "history.jsonl").write_text("".join(line for line in lines if '"steps"' not in line))
    for run in (lost, partly):
        form.write(library.open(run.name), tmp_path / f"{run.name}{form.ending}")
    if form.name == "csv":
        assert len((tmp_path / "article-1.csv").read_text().splitlines()) == 1
        assert len((tmp_path / "article-2.csv").read_text().splitlines()) == 4
