"""Where the window and its parts stand, kept between sessions in QSettings and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QSplitter

VERSION = 1


class HasLayout:
    """A page with splitters; it stands before Qt's class among the bases."""

    def splitters(self) -> dict[str, QSplitter]:
        """Return the splitters, each under the name it is remembered by."""
        raise NotImplementedError

    def reset_layout(self) -> None:
        """Bring the splitters back to where they were at the first start."""
        raise NotImplementedError

    def save_layout(self) -> None:
        """Remember the splitters."""
        for key, splitter in self.splitters().items():
            save(key, splitter.saveState())

    def restore_layout(self) -> None:
        """Put the splitters where they were."""
        for key, splitter in self.splitters().items():
            restore_splitter(key, splitter)


def save(key: str, value: object) -> None:
    """Keep a value, such as the state of a splitter, under ``key``."""
    settings = QSettings()
    settings.setValue("layout/version", VERSION)
    settings.setValue(f"layout/{key}", value)


def text(key: str, default: str) -> str:
    """Return the text kept under ``key``, or ``default``."""
    return str(QSettings().value(f"layout/{key}", default, type=str)) if _is_ours() else default


def state(key: str) -> QByteArray | None:
    """Return the bytes kept under ``key``, or None where there are none of this version."""
    value = QSettings().value(f"layout/{key}") if _is_ours() else None
    return value if isinstance(value, QByteArray) else None


def restore_splitter(key: str, splitter: QSplitter) -> None:
    """Put a splitter where it stood, if that is known."""
    kept = state(key)
    if kept is not None:
        splitter.restoreState(kept)


def forget() -> None:
    """Forget the layout, so that the next start is like the first."""
    QSettings().remove("layout")


def _is_ours() -> bool:
    return int(str(QSettings().value("layout/version", 0, type=int))) == VERSION
