"""The files of a published data set: found in the folders, checked, set aside when broken, fetched when missing.

They lie by themselves, or in the one archive that their makers publish; what is there of either is used.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.data.idx import GZIP_START, unpack
from engine.data.saving import make_folder, not_read, save
from engine.errors import Cancelled, DataError
from engine.folders import data_folder, datasets_folder
from engine.records import dataclass
from engine.regular_file import open_regular, read_regular
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

    from engine.data.sources.download import DownloadError
    from engine.data.sources.published_archive import Archive

PACKED_SLACK = 1 << 16  # bytes by which a packed file may exceed what it unpacks to
BROKEN_SUFFIX = ".broken"


@dataclass(frozen=True, slots=True)
class DataFile:
    """One published file.

    Attributes:
        name: Its name without ``.gz``.
        size: Bytes unpacked.
        sha256: Of the unpacked bytes, hexadecimal; the packed ones differ between mirrors. Empty where nobody published
            it: then the size alone is proved of a file that was unpacked by hand.
        packed_size: Bytes to download, about; only progress depends on it.
        packed_sha256: Of the bytes as gzip packed them, where those are the same everywhere.
    """

    name: str
    size: int
    sha256: str = ""
    packed_size: int = 0
    packed_sha256: str = ""

    def check(self, data: bytes) -> bytes:
        """Return the unpacked content of ``data``.

        Raises:
            DataError: If it is not exactly this file.
        """
        content = unpack(data, name=self.name, limit=self.size)
        packed_sum = self.packed_sha256 if data.startswith(GZIP_START) else ""
        if len(content) != self.size or not (_has(data, packed_sum) and _has(content, self.sha256)):
            raise DataError(
                "“{name}” is damaged.",
                cause="Its checksum is not that of the published file.",
                remedy="Fetch the file again.",
                name=self.name,
            )
        return content


@dataclass(frozen=True, slots=True)
class FileSet:
    """The files of one data set and where to get them.

    Attributes:
        name: Name of its folder, such as ``mnist``.
        title: Its name as a person reads it.
        files: What belongs to it.
        mirrors: Addresses, ending in a slash, below which each file lies as ``<name>.gz``; none where there is an
            archive.
        archive: What its makers publish in place of single files.
        folder: Name of its folder where several data sets share one; its own name where that is empty.
        inner: Name of a folder in that, in which the files lie where the archive was unpacked by hand.
    """

    name: str
    title: str
    files: tuple[DataFile, ...]
    mirrors: tuple[str, ...] = ()
    archive: Archive | None = None
    folder: str = ""
    inner: str = ""

    @property
    def cache_folder(self) -> Path:
        """Where downloads are kept; files put there by hand are found, too."""
        return datasets_folder() / (self.folder or self.name)

    @property
    def folders(self) -> tuple[Path, ...]:
        """Where to look, in this order."""
        given = data_folder()
        return (*((given / (self.folder or self.name),) if given else ()), self.cache_folder)

    def found(self) -> tuple[Path, ...] | None:
        """Return where each file seems to lie whole, or None if one does not; a quick look without checksums.

        An archive stands for what is in it.
        """
        paths = [self._found(file) for file in self.files]
        if None in paths and self.archive is not None:
            archives = map(self.archive.found_in, self.folders)
            paths.append(next((path for path in archives if path is not None), None))
            return None if paths[-1] is None else tuple(path for path in paths if path is not None)
        return None if None in paths else tuple(path for path in paths if path is not None)

    def _found(self, file: DataFile) -> Path | None:
        candidates = (path for folder in self.folders for path in self._candidates(folder, file))
        return next((path for path in candidates if _looks_whole(path, file)), None)

    def state(self) -> Hashable | None:
        """Return which files hold the images, and in which state; None where one is missing."""
        paths = self.found()
        if paths is None:
            return None
        try:
            return tuple((path, path.stat().st_size, path.stat().st_mtime_ns) for path in paths)
        except OSError:  # gone in this very moment
            return None

    def read(
        self,
        *,
        progress: Callable[[str, float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> dict[str, bytes]:
        """Return the unpacked content of every file by name, each proved by its checksum.

        A broken file of the cache is set aside as ``<name>.broken``; what is missing is taken from the archive or
        downloaded and kept.

        Args:
            progress: Told what is done and which share of it.
            cancelled: Asked many times a second whether to stop. Files that are whole by then are kept.

        Raises:
            DataError: If a file can neither be found nor fetched, or not be kept.
            Cancelled: If ``cancelled`` said so.
        """
        contents: dict[str, bytes] = {}
        damaged: list[Path] = []
        for number, file in enumerate(self.files):
            if cancelled is not None and cancelled():
                raise Cancelled("Reading the data set was cancelled.")
            if progress is not None:
                progress(Phrase("Reading {title}", title=Phrase(self.title)), number / len(self.files))
            content = self._read_stored(file, damaged)
            if content is not None:
                contents[file.name] = content
        missing = [file for file in self.files if file.name not in contents]
        if missing and self.archive is not None:
            contents |= self._of_archive(self.archive, missing, damaged, progress, cancelled)
        elif missing:
            contents |= self._download(missing, damaged, progress, cancelled)
        return contents

    def _of_archive(
        self,
        archive: Archive,
        missing: list[DataFile],
        damaged: list[Path],
        progress: Callable[[str, float], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> dict[str, bytes]:
        from engine.data.sources.download import DownloadError

        for folder in self.folders:
            path = archive.found_in(folder)
            if path is not None:
                try:
                    return self._taken(archive, path, missing, cancelled)
                except (OSError, DataError):
                    damaged.append(path)

        def report(received: int, announced: int) -> None:
            if progress is not None:
                doing = Phrase("Downloading {title}", title=Phrase(self.title))
                progress(doing, min(1.0, received / (announced or archive.size)))

        report(0, 0)
        try:
            path = archive.fetch_to(self.cache_folder, report, cancelled)
        except DownloadError as error:
            raise self._not_to_be_had(error, [archive.name], damaged) from error
        try:
            return self._taken(archive, path, missing, cancelled)
        except OSError as error:
            raise not_read(path, error) from error

    def _taken(
        self,
        archive: Archive,
        path: Path,
        missing: list[DataFile],
        cancelled: Callable[[], bool] | None,
    ) -> dict[str, bytes]:
        """Return the content of files that lie in an archive, each proved.

        Raises:
            DataError: If one is missing or damaged.
            OSError: If the archive cannot be read.
        """
        names = {name: file for file in missing for name in (file.name, f"{file.name}.gz")}
        most = max(file.size for file in missing) + PACKED_SLACK
        packed = archive.read(path, names, len(missing), most, cancelled)
        contents = {names[name].name: names[name].check(data) for name, data in packed.items()}
        for file in missing:
            if file.name not in contents:
                raise DataError(
                    "“{archive}” is damaged.",
                    cause="“{name}” is not in it.",
                    remedy="Fetch the file again.",
                    archive=archive.name,
                    name=file.name,
                )
        return contents

    def _candidates(self, folder: Path, file: DataFile) -> Iterator[Path]:
        """Name the paths at which ``file`` may lie, unpacked ones first; some publish it with a dot before ``idx``."""
        for place in (folder, folder / self.inner) if self.inner else (folder,):
            for name in dict.fromkeys((file.name, file.name.replace("-idx", ".idx"))):
                yield place / name
                yield place / f"{name}.gz"

    def _read_stored(self, file: DataFile, damaged: list[Path]) -> bytes | None:
        for folder in self.folders:
            for path in self._candidates(folder, file):
                try:
                    if not path.is_file():
                        continue
                    # A glance at the size first: who knows what lies there under this name.
                    if path.stat().st_size <= file.size + PACKED_SLACK:
                        return file.check(read_regular(path))
                except (OSError, DataError):
                    pass
                damaged.append(path)
                if folder == self.cache_folder:
                    with suppress(OSError):  # then the download takes its place
                        path.replace(path.with_name(path.name + BROKEN_SUFFIX))
        return None

    def _download(
        self,
        missing: list[DataFile],
        damaged: list[Path],
        progress: Callable[[str, float], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> dict[str, bytes]:
        # Here, as every start of the window reads the registry, and few download.
        from engine.data.sources.download import DownloadError, fetch

        contents: dict[str, bytes] = {}
        mirrors = list(self.mirrors)
        total = sum(file.packed_size or file.size for file in missing)
        before = 0
        make_folder(self.cache_folder)
        for file in missing:
            weight = file.packed_size or file.size

            def report(received: int, announced: int, before: int = before, weight: int = weight) -> None:
                if progress is not None:
                    share = min(1.0, received / (announced or weight))
                    doing = Phrase("Downloading {title}", title=Phrase(self.title))
                    progress(doing, (before + share * weight) / total)

            report(0, 0)
            try:
                fetched = fetch(
                    f"{file.name}.gz",
                    mirrors,
                    check=file.check,
                    limit=file.size + PACKED_SLACK,
                    progress=report,
                    cancelled=cancelled,
                )
            except DownloadError as error:
                still_missing = [f"{other.name}.gz" for other in missing if other.name not in contents]
                raise self._not_to_be_had(error, still_missing, damaged) from error
            mirrors.remove(fetched.mirror)
            mirrors.insert(0, fetched.mirror)  # the next file shall not wait for a dead server again
            suffix = ".gz" if fetched.data.startswith(GZIP_START) else ""
            save(self.cache_folder / f"{file.name}{suffix}", fetched.data)
            contents[file.name] = fetched.content
            before += weight
        return contents

    def _not_to_be_had(self, error: DownloadError, missing: list[str], damaged: list[Path]) -> DataError:
        what = Phrase("{title} could not be downloaded.", title=Phrase(self.title))
        if damaged:
            what = Phrase(
                "Files of {title} are damaged and could not be downloaded anew: {damaged}.",
                title=Phrase(self.title),
                damaged=Phrase.listed(map(str, damaged)),
            )
        return DataError(
            what,
            cause=error.cause,
            remedy="Use the generated digits, or put {names} into the folder “{folder}” and try again.",
            names=Phrase.listed(missing),
            folder=self.cache_folder,
        )


def _has(data: bytes, sha256: str) -> bool:
    """Say whether bytes have a sum; where none is known, they are believed."""
    return not sha256 or hashlib.sha256(data).hexdigest() == sha256


def _looks_whole(path: Path, file: DataFile) -> bool:
    try:
        with open_regular(path) as stream:
            size = os.fstat(stream.fileno()).st_size
            start = stream.read(len(GZIP_START))
            if start != GZIP_START:
                return size == file.size
            stream.seek(-4, os.SEEK_END)  # where gzip notes the unpacked size
            return int.from_bytes(stream.read(4), "little") == file.size % (1 << 32)
    except OSError:
        return False
