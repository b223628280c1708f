from __future__ import annotations

import io
import json
import os
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save as to_bytes

from engine.config import Experiment
from engine.data.datasets import load_split
from engine.errors import Cancelled, NetSketchError, RunError
from engine.storage.runs.archive import export_run, import_run
from engine.storage.runs.folder import RunFolder
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.training import TrainingControl, train

Entries = dict[str, bytes]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a run that was trained for two epochs, with a name and notes."""
    runs = tmp_path_factory.mktemp("runs")
    experiment = Experiment().with_(
        **{"data.generated_count": 100, "network.hidden": "4", "training.epochs": 2, "training.threads": 1}
    )
    split = load_split(experiment.data)
    control = TrainingControl()
    with RunRecorder.create(experiment, split, runs=runs, preset="article") as recorder:
        for _ in recorder.follow(train(experiment, split, control), control):
            pass
    library = RunLibrary(runs)
    library.rename("article-1", "größer")
    library.set_notes("article-1", "数字\n")
    library.set_baseline("article-1")
    return runs / "article-1"


@pytest.fixture
def entries(trained: Path) -> Entries:
    """Return what a zip file of that run holds."""
    file = io.BytesIO()
    export_run(RunFolder(trained), path := trained.parent / "exported.zip")
    file.write(path.read_bytes())
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def refused(tmp_path: Path, library: RunLibrary) -> Callable[[Path | Entries | bytes], str]:
    """Return a function that sees that a zip is refused and that nothing is left of it, and returns why."""

    def check(content: Path | Entries | bytes) -> str:
        path = content if isinstance(content, Path) else zipped(tmp_path / "in.zip", content)
        with pytest.raises(RunError) as caught:
            import_run(path, library)
        assert not library.folder.exists() or list(library.folder.iterdir()) == []
        assert list(tmp_path.parent.glob("*evil*")) == list(tmp_path.glob("*evil*")) == []
        return str(caught.value)

    return check


def zipped(path: Path, content: Entries | bytes) -> Path:
    if isinstance(content, bytes):
        path.write_bytes(content)
        return path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return path


def files_in(folder: Path) -> Entries:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items()}


# ---------------------------------------------------------------- out and in


def test_a_run_deleted_while_it_is_exported_is_no_export(
    entries: Entries, tmp_path: Path, library: RunLibrary
) -> None:
    name = import_run(zipped(tmp_path / "in.zip", entries), library)

    def delete(_words: str, _share: float) -> None:
        if (library.folder / name).exists():
            RunLibrary(library.folder).delete(name)

    with pytest.raises(RunError, match="is not exported"):
        export_run(library.open(name), tmp_path / "out.zip", progress=delete)
    assert not (tmp_path / "out.zip").exists()


def test_out_and_in_again(trained: Path, tmp_path: Path, library: RunLibrary) -> None:
    shares: list[float] = []
    export_run(RunFolder(trained), tmp_path / "run.zip", progress=lambda _, share: shares.append(share))
    assert shares[-1] == 1.0
    assert (
        import_run(tmp_path / "run.zip", library, progress=lambda _, share: shares.append(share))
        == "article-1"
    )
    assert all(0 <= share <= 1 for share in shares)

    before, after = files_in(trained), files_in(library.folder / "article-1")
    assert before.pop("lock") == b""
    label = json.loads(after["label.json"])
    assert label == json.loads(before.pop("label.json")) | {"baseline": False}
    del after["label.json"]
    assert after == before
    assert sorted(path.name for path in library.folder.iterdir()) == [".lock", "article-1"]

    run = library.get("article-1")
    assert (run.name, library.notes("article-1"), run.epoch) == ("größer", "数字\n", 2)
    assert library.open("article-1").checkpoint() is not None


def test_a_second_time_it_is_another_run(trained: Path, tmp_path: Path, library: RunLibrary) -> None:
    export_run(RunFolder(trained), tmp_path / "run.zip")
    assert [import_run(tmp_path / "run.zip", library) for _ in range(3)] == [
        f"article-{n}" for n in (1, 2, 3)
    ]
    assert {run.name for run in library.summaries()} == {"größer", "größer (2)", "größer (3)"}
    library.delete("article-3")
    assert import_run(tmp_path / "run.zip", library) == "article-4"  # the number may come back from the bin


def test_a_zip_made_by_hand_without_a_folder(entries: Entries, tmp_path: Path, library: RunLibrary) -> None:
    plain = {name.removeprefix("article-1/"): data for name, data in entries.items()}
    assert import_run(zipped(tmp_path / "my run.zip", plain), library) == "my run"
    assert import_run(zipped(tmp_path / "..zip", plain), library) == "run-1"


def test_a_zip_with_entries_for_folders_and_the_lock(
    entries: Entries, tmp_path: Path, library: RunLibrary
) -> None:
    more = {"article-1/": b"", "article-1/snapshots/": b"", "article-1/lock": b"", **entries}
    import_run(zipped(tmp_path / "in.zip", more), library)
    assert not (library.folder / "article-1" / "lock").exists()


def test_a_run_that_was_killed_early(entries: Entries, tmp_path: Path, library: RunLibrary) -> None:
    few = {name: data for name, data in entries.items() if name.endswith((".json", ".jsonl"))}
    few["article-1/history.jsonl"] = few["article-1/history.jsonl"][:-20]
    import_run(zipped(tmp_path / "in.zip", few), library)
    assert library.get("article-1").epoch == 2


def test_stopped_in_between(trained: Path, tmp_path: Path, library: RunLibrary) -> None:
    path = tmp_path / "run.zip"
    with pytest.raises(Cancelled):
        export_run(RunFolder(trained), path, cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == []
    export_run(RunFolder(trained), path)
    asked = []
    import_run(path, library, cancelled=lambda: bool(asked.append(None)))
    library.delete("article-1")
    for last in (1, 2, len(asked) // 2, len(asked) - 1, len(asked)):
        left = iter([False] * (last - 1))
        with pytest.raises(Cancelled):
            import_run(path, library, cancelled=lambda left=left: next(left, True))
        assert sorted(item.name for item in library.folder.iterdir()) == [".bin", ".lock"]


def test_what_cannot_be_written_or_found(trained: Path, tmp_path: Path, library: RunLibrary) -> None:
    with pytest.raises(RunError, match="no run"):
        export_run(RunFolder(tmp_path / "nothing"), tmp_path / "run.zip")
    with pytest.raises(NetSketchError, match="could not be saved"):
        export_run(RunFolder(trained), tmp_path / "no" / "folder" / "run.zip")
    with pytest.raises(RunError, match="no file"):
        import_run(tmp_path / "nothing.zip", library)
    with pytest.raises(RunError):
        import_run(tmp_path, library)
    export_run(RunFolder(trained), tmp_path / "run.zip")
    (tmp_path / "file").touch()
    with pytest.raises(NetSketchError, match="could not be saved"):
        import_run(tmp_path / "run.zip", RunLibrary(tmp_path / "file" / "runs"))


# ---------------------------------------------------------------- evil


@pytest.mark.parametrize(
    "name",
    [
        "/tmp/evil", "../evil", "article-1/../../evil", "article-1/snapshots/../../evil", "article-1/evil.py", "evil",
        "other/run.json", "article-1/model.pkl", "article-1/RUN.JSON", "article-1/snapshots/evil.safetensors",
        "article-1/snapshots/step-1.safetensors", "article-1/snapshots/step-000000001.safetensors", "..\\evil",
        "article-1/snapshots/step-٠٠٠٠٠٠٠١.safetensors", "C:/evil", "article-1/snapshots/x/", "article-1//run.json",
        "article-1/.netsketch-0.tmp", "article-1/lock/evil", "\x1b[2Jevil", "article-1/experiment.json/evil",
    ],
)  # fmt: skip
def test_names_that_no_run_has(entries: Entries, refused: Any, name: str) -> None:
    why = refused({**entries, name: b"evil"})
    assert "no file of a run" in why
    assert "\x1b" not in why


@pytest.mark.parametrize("top", ["../", "/", ".hidden/", "con/", "x./", "a:b/", "..\\..\\", "\n/"])
def test_folders_that_no_run_has(entries: Entries, refused: Any, top: str) -> None:
    refused({name.replace("article-1/", top): data for name, data in entries.items()})


def test_links_twins_and_hidden_ends(entries: Entries, refused: Any, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("article-1/notes.md")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    del entries["article-1/notes.md"]
    path = zipped(tmp_path / "link.zip", entries)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert "link" in refused(path)

    path = zipped(tmp_path / "twin.zip", entries)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("article-1/run.json", b"{}")
    assert "twice" in refused(path)

    data = zipped(tmp_path / "zero.zip", {**entries, "article-1/notes.md": b"x"}).read_bytes()
    refused(data.replace(b"article-1/notes.md", b"article-1/notes.m\0"))


@pytest.mark.slow
def test_a_bomb(entries: Entries, refused: Any, tmp_path: Path) -> None:
    huge = bytes(60 * 2**20)
    assert "too large" in refused(
        {**entries, "article-1/notes.md": huge, "article-1/checkpoint.safetensors": huge}
    )
    # … that says of itself to be small
    path = zipped(tmp_path / "liar.zip", {**entries, "article-1/notes.md": huge})
    data = path.read_bytes().replace(len(huge).to_bytes(4, "little"), (5).to_bytes(4, "little"))
    assert "notes.md" in refused(data)


def test_a_locked_one(entries: Entries, refused: Any, tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", entries).read_bytes())
    for signature, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + place] |= 1  # encrypted
    refused(bytes(data))


def test_cut_off_and_scratched(entries: Entries, refused: Any, tmp_path: Path) -> None:
    data = zipped(tmp_path / "whole.zip", entries).read_bytes()
    for length in (0, 1, 100, len(data) // 2, len(data) - 1):
        refused(data[:length])
    for place in (len(data) // 7, len(data) // 3, len(data) // 2):
        refused(data[:place] + bytes(byte ^ 0xFF for byte in data[place : place + 40]) + data[place + 40 :])
    refused(b"x" * 1000)
    refused({})


PICKLE = b"\x80\x04\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x04true\x94\x85\x94R\x94."
UNEVEN = {"event": "steps", "first_step": 1, "loss": [1, 2], "accuracy": [1], "learning_rate": 1, "epoch": 1,
          "seconds": 1}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("experiment.json", b"{"), ("experiment.json", b'{"training": {"epochs": -3}}'), ("run.json", b"[]"),
        ("run.json", b'{"format": 7}'), ("label.json", b'{"name": 3}'), ("notes.md", b"\xff"),
        ("history.jsonl", b'{"event": "epoch"}\n'), ("history.jsonl", b'{"event": "started", "surprise": 1}\n'),
        ("history.jsonl", json.dumps(UNEVEN).encode()),
        *((f"{name}.safetensors", data) for name in ("model", "best", "checkpoint", "snapshots/step-00000000")
          for data in (b"", PICKLE, to_bytes({"a": torch.zeros(3)}))),
    ],
)  # fmt: skip
def test_files_that_are_damaged(entries: Entries, refused: Any, name: str, data: bytes) -> None:
    assert "damaged" in refused({**entries, f"article-1/{name}": data})


def test_weights_of_another_network(
    entries: Entries, refused: Any, trained: Path, tmp_path: Path, library: RunLibrary
) -> None:
    settings = json.loads(entries["article-1/experiment.json"])
    settings["network"]["hidden"][0]["size"] = 5
    assert "another network" in refused(
        {**entries, "article-1/experiment.json": json.dumps(settings).encode()}
    )


def test_the_settings_must_be_there(entries: Entries, refused: Any) -> None:
    del entries["article-1/experiment.json"]
    assert "experiment.json" in refused(entries)


def test_too_many_files(refused: Any) -> None:
    names = {f"article-1/snapshots/step-{number:08}.safetensors": b"" for number in range(10_001)}
    assert "too many" in refused({"article-1/experiment.json": b"{}", **names})


def test_runs_are_not_harmed(entries: Entries, tmp_path: Path, library: RunLibrary, make_run: Any) -> None:
    folder = make_run("article-1")
    before = files_in(folder)
    assert import_run(zipped(tmp_path / "in.zip", entries), library) == "article-2"
    with pytest.raises(RunError):
        import_run(zipped(tmp_path / "in.zip", {**entries, "article-1/run.json": b"{"}), library)
    assert files_in(folder) == before
    assert {path.name for path in library.folder.iterdir()} == {".lock", "article-1", "article-2"}
    shutil.rmtree(folder)


# ---------------------------------------------------------------- zips that others have made again


def test_a_zip_that_a_mac_made(entries: Entries, tmp_path: Path, library: RunLibrary) -> None:
    forks = {
        f"__MACOSX/{name.rpartition('/')[0]}/._{name.rpartition('/')[2]}": b"\0\5\x16\7" for name in entries
    }
    beside = {f"{name.rpartition('/')[0]}/._{name.rpartition('/')[2]}": b"\0\5\x16\7" for name in entries}
    more = {"article-1/": b"", "__MACOSX/": b"", "article-1/.DS_Store": b"x", ".DS_Store": b"x"}
    assert (
        import_run(zipped(tmp_path / "in.zip", {**more, **entries, **forks, **beside}), library)
        == "article-1"
    )
    kept = files_in(library.folder / "article-1")
    assert not [name for name in kept if "._" in name or "DS_Store" in name]
    assert len(kept) == len(entries)


def test_a_zip_that_windows_made(entries: Entries, tmp_path: Path, library: RunLibrary) -> None:
    more = {"article-1\\Thumbs.db": b"x", "article-1\\desktop.ini": b"x", "article-1\\snapshots\\": b""}
    slashed = {name.replace("/", "\\"): data for name, data in entries.items()}
    assert import_run(zipped(tmp_path / "in.zip", {**more, **slashed}), library) == "article-1"
    assert library.get("article-1").epoch == 2


@pytest.mark.parametrize(
    ("top", "run"),
    [
        ("my runs/article-1/", "article-1"), ("a/b/c/best one/", "best one"), ("article-1 (1)/", "article-1 1"),
        ("Läufe/größer/", "größer"), ("./article-1/", "article-1"),
    ],
)  # fmt: skip
def test_a_run_in_wrapping_folders(
    entries: Entries, tmp_path: Path, library: RunLibrary, top: str, run: str
) -> None:
    parents = {"/".join(top.split("/")[:depth]) + "/": b"" for depth in range(1, top.count("/"))}
    wrapped = {name.replace("article-1/", top): data for name, data in entries.items()}
    assert import_run(zipped(tmp_path / "in.zip", {**parents, **wrapped}), library) == run
    assert library.get(run).epoch == 2


def test_what_is_beside_a_run_is_still_refused(entries: Entries, refused: Any) -> None:
    wrapped = {f"my runs/{name}": data for name, data in entries.items()}
    assert "no file of a run" in refused({**wrapped, "my runs/evil.py": b"evil"})
    assert "cannot be a run" in refused({f"../{name}": data for name, data in entries.items()})


def test_a_small_bomb(entries: Entries, refused: Any) -> None:
    """What unpacks to far more than its size allows is refused before it fills the disk, at any place in the zip."""
    for name in ("notes.md", "history.jsonl", "model.safetensors", "snapshots/step-00000009.safetensors"):
        why = refused({f"article-1/{name}": bytes(24 * 2**20), "article-1/experiment.json": b"{}"})
        assert "far too large for it" in why


def test_a_bomb_in_many_pieces(refused: Any) -> None:
    pieces = {f"article-1/snapshots/step-{number:08}.safetensors": bytes(2**20) for number in range(24)}
    assert "far too large for it" in refused({"article-1/experiment.json": b"{}", **pieces})


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_run_in_a_folder_whose_name_is_no_text(trained: Path, tmp_path: Path, library: RunLibrary) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\x1b[2J"))
    shutil.copytree(trained, folder)

    assert RunFolder(folder).checkpoint() is not None
    export_run(RunFolder(folder), tmp_path / "run.zip")
    name = import_run(tmp_path / "run.zip", library)
    assert name.isprintable()
    assert library.get(name).epoch == 2


def test_a_folder_is_told_to_be_one(library: RunLibrary, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"is a folder\. Choose a file in it\."):
        import_run(tmp_path, library)
