"""A run as one zip file: taken out, and brought in with suspicion. Torch is loaded only when weights are checked."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from engine.atomic import TEMPORARY_PREFIX, TEMPORARY_SUFFIX, replace_file, write_error
from engine.errors import Cancelled, ModelFileError, RunError
from engine.foreign_bytes import reading
from engine.regular_file import open_regular
from engine.storage.runs import moving
from engine.storage.runs.file import snapshots
from engine.storage.runs.file.experiment import EXPERIMENT_NAME
from engine.storage.runs.file.header import HEADER_NAME
from engine.storage.runs.file.history import HISTORY_NAME
from engine.storage.runs.file.label import LABEL_NAME, read_label, write_label
from engine.storage.runs.file.lock import LOCK_NAME
from engine.storage.runs.file.notes import NOTES_NAME
from engine.storage.runs.folder import BEST_NAME, CHECKPOINT_NAME, MODEL_NAME, TEACHER_NAME, RunFolder
from engine.storage.runs.whole_run import check_run
from engine.storage.tensor_file import unreadable
from engine.words import Phrase
from engine.zip_files import BadZip, Unpacking, entries_of, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.storage.runs.library import RunLibrary
    from engine.zip_files import ZipEntry

    Progress = Callable[[str, float], None]
    IsCancelled = Callable[[], bool]

SUFFIX = ".zip"
# The header comes first: where the run goes on meanwhile, its history is then the longer one, as after a kill.
FILES = (
    *(EXPERIMENT_NAME, HEADER_NAME, LABEL_NAME, NOTES_NAME, MODEL_NAME, BEST_NAME, CHECKPOINT_NAME),
    *(TEACHER_NAME, HISTORY_NAME),
)
TEXTS = frozenset({EXPERIMENT_NAME, HEADER_NAME, LABEL_NAME, NOTES_NAME, HISTORY_NAME})
SNAPSHOT = re.compile(rf"{snapshots.FOLDER}/{snapshots.PREFIX}(\d{{8,15}})\{snapshots.SUFFIX}")
UNFIT = re.compile(r"[()\[\]{},;&'!]+")

MOST_ENTRIES = 10_000
CHUNK = 2**20  # bytes

NOTHING_DONE = Phrase("Nothing was brought in.")


def export_run(
    run: RunFolder, path: Path, *, progress: Progress | None = None, cancelled: IsCancelled | None = None
) -> None:
    """Write all of a run into one zip file, whole or not at all; a run under way as far as it is.

    Args:
        run: The run.
        path: The zip file; it is replaced if it exists.
        progress: Told what is done and which share of it, 0 to 1.
        cancelled: Asked many times a second whether to stop.

    Raises:
        RunError: If there is no such run.
        FileWriteError: If the file cannot be written.
        Cancelled: If it was stopped; ``path`` is then as it was.
    """
    if not run.experiment_path.is_file():
        raise RunError("There is no run “{run}”.", remedy="Check its name.", run=run.id)
    found = [(name, run.path / name) for name in FILES if (run.path / name).is_file()]
    thinned = [(f"{snapshots.FOLDER}/{item.path.name}", item.path) for item in run.snapshots()]
    found += thinned
    total = sum(map(_size_of, (path for _, path in found)))
    gauge = _Gauge(Phrase("Exporting the run"), total, progress, cancelled)
    top = (
        run.id if moving.is_id(run.id) else "run"
    )  # a folder that somebody renamed, so that it can be imported again
    with replace_file(path) as file, zipfile.ZipFile(file, "w") as archive:
        for name, source in found:
            try:
                entry = zipfile.ZipInfo.from_file(source, f"{top}/{name}", strict_timestamps=False)
                reader = open_regular(source)
            except FileNotFoundError as error:
                if (name, source) in thinned and run.experiment_path.is_file():
                    continue  # a snapshot that was thinned out at this moment
                raise _gone(run) from error
            entry.compress_type = zipfile.ZIP_DEFLATED if name in TEXTS else zipfile.ZIP_STORED
            with reader, archive.open(entry, "w", force_zip64=True) as writer:
                while chunk := reader.read(CHUNK):
                    writer.write(chunk)
                    gauge.advance(len(chunk))


def import_run(
    path: Path,
    library: RunLibrary,
    *,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> str:
    """Bring in a run from a zip file, and return the id it has here: a new one where its own is taken.

    Nothing in the file is believed: names that are not those of a run's files are refused, what is unpacked is counted
    as it comes out, and every file is read and checked before the run is put among the others.

    Args:
        path: The zip file.
        library: Where the run shall be.
        progress: Told what is done and which share of it, 0 to 1.
        cancelled: Asked many times a second whether to stop.

    Raises:
        RunError: If the file is missing, is no run, or is damaged.
        FileWriteError: If the run cannot be written.
        Cancelled: If it was stopped.
    """
    arriving = library.folder / f"{TEMPORARY_PREFIX}{secrets.token_hex(8)}{TEMPORARY_SUFFIX}"
    try:
        with _opened(path) as file, opened(file) as archive:
            wanted, entries = _checked_entries(path, archive)
            folder = arriving / wanted
            try:
                (folder / snapshots.FOLDER).mkdir(parents=True)
            except OSError as error:
                raise write_error(folder, error) from error
            total = sum(entry.info.file_size for entry in entries.values())
            gauge = _Gauge(Phrase("Unpacking the run"), total, progress, cancelled)
            unpacking = Unpacking(archive, file)
            for name, entry in entries.items():
                _unpack(path, unpacking, entry, folder / name, gauge)
        _check(path, RunFolder(folder), _Gauge(Phrase("Checking the run"), len(entries), progress, cancelled))
        label = read_label(folder)
        if label.baseline:
            write_label(folder, label.model_copy(update={"baseline": False}))
        try:
            return library.add(folder, wanted)
        except OSError as error:
            raise write_error(library.folder / wanted, error) from error
    except BadZip as error:
        raise _foreign(path, error.cause) from error
    finally:
        shutil.rmtree(arriving, ignore_errors=True)


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _gone(run: RunFolder) -> RunError:
    return RunError(
        "The run “{run}” is not exported.",
        cause="It was deleted or moved at this moment.",
        remedy="Bring it back first.",
        run=run.id,
    )


class _Gauge:
    """Says how far a long operation is, and stops it when that is wanted.

    Args:
        words: What is done.
        total: How much there is to do.
        progress: Told what is done and which share of it.
        cancelled: Asked whether to stop.
    """

    def __init__(
        self, words: Phrase, total: int, progress: Progress | None, cancelled: IsCancelled | None
    ) -> None:
        self._words, self._total = words, max(1, total)
        self._done = 0
        self._progress, self._cancelled = progress, cancelled

    def advance(self, amount: int = 1) -> None:
        """Note that so much more is done.

        Raises:
            Cancelled: If it is to stop.
        """
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        self._done += amount
        if self._progress is not None:
            self._progress(self._words, min(1.0, self._done / self._total))


def _opened(path: Path) -> BinaryIO:
    try:
        return open_regular(path)
    except OSError as error:
        raise unreadable(path, error) from error


def _foreign(path: Path, cause: Phrase) -> RunError:
    return RunError(
        "“{path}” is not a run that NetSketch exported.", cause=cause, remedy=NOTHING_DONE, path=path
    )


def _damaged(path: Path, cause: str) -> RunError:
    return RunError("The run in “{path}” is damaged.", cause=cause, remedy=NOTHING_DONE, path=path)


def _checked_entries(path: Path, archive: zipfile.ZipFile) -> tuple[str, dict[str, ZipEntry]]:
    """Return the id of the run in a zip file, and its entries by their names in the run's folder.

    What a system put there is left aside, and so are the folders that somebody wrapped the run in.
    """
    listed = [entry for entry in entries_of(archive, MOST_ENTRIES) if not entry.is_stranger]
    settings = [entry for entry in listed if entry.parts[-1] == EXPERIMENT_NAME and not entry.is_folder]
    if not settings:
        raise _foreign(path, Phrase("It has no file {file}.", file=EXPERIMENT_NAME))
    top = settings[0].name.removesuffix(EXPERIMENT_NAME)  # “article-3/”, or nothing
    found: dict[str, ZipEntry] = {}
    for entry in listed:
        if entry.is_folder and top.startswith(entry.name) and entry.name != top:
            continue
        name = entry.name.removeprefix(top)
        if "\0" in entry.name or not entry.name.startswith(top) or not _is_known(name):
            raise _foreign(path, Phrase("It holds “{name}”, which is no file of a run.", name=entry.shown))
        if name in found:
            raise _foreign(path, Phrase("It holds “{name}” twice.", name=entry.shown))
        if entry.is_link:
            raise _foreign(path, Phrase("“{name}” in it is a link.", name=entry.shown))
        if not entry.is_folder and name != LOCK_NAME:
            found[name] = entry
    if not top:
        return path.stem if moving.is_id(path.stem) else "run-1", found
    wanted = settings[0].parts[-2]
    seemly = " ".join(
        UNFIT.sub(" ", wanted).split()
    )  # “article-3 (1)” is what many systems call a second one
    hidden = any(part.startswith(".") for part in settings[0].parts)
    if settings[0].leads_astray or hidden or not moving.is_id(seemly):
        raise _foreign(path, Phrase("“{name}” in it cannot be a run.", name=settings[0].shown))
    return wanted if moving.is_id(wanted) else seemly, found


def _is_known(name: str) -> bool:
    if name in (*FILES, LOCK_NAME, "", f"{snapshots.FOLDER}/"):
        return True
    match = SNAPSHOT.fullmatch(name)
    return match is not None and name.endswith(f"/{snapshots.file_name(int(match[1]))}")


def _unpack(path: Path, unpacking: Unpacking, entry: ZipEntry, target: Path, gauge: _Gauge) -> None:
    """Write an entry to a file."""
    try:
        with target.open("wb") as file:
            for chunk in unpacking.chunks(entry):
                file.write(chunk)
                gauge.advance(len(chunk))
            file.flush()
            os.fsync(file.fileno())
    except BadZip as error:
        raise _damaged(path, error.cause) from error
    except OSError as error:
        raise write_error(target, error) from error


def _check(path: Path, run: RunFolder, gauge: _Gauge) -> None:
    """Read every file of a run that was unpacked, and see that they belong together."""
    try:
        with reading(lambda _error: _damaged(path, Phrase("It cannot be read."))):
            check_run(run, gauge.advance)
    except (RunError, ModelFileError) as error:
        raise _damaged(path, error.cause or error.what) from error
