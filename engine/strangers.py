"""What systems put into folders and zips beside a person's own files; every reader leaves it aside by this one list."""

from __future__ import annotations

NAMES = frozenset({
    "__macosx", ".ds_store", ".localized", ".trashes", ".fseventsd", ".spotlight-v100", ".temporaryitems", "icon\r",
    "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "$recycle.bin", "system volume information",
    "@eadir", "lost+found", ".directory", "__pycache__",
})  # fmt: skip


def is_stranger(name: str) -> bool:
    """Say whether a system puts files or folders of this name there: ``.DS_Store``, ``Thumbs.db``, ``__MACOSX``.

    What begins with ``._`` is what macOS notes on a file: ``._7.png`` beside ``7.png``; it is no picture.
    """
    return name.startswith("._") or name.lower() in NAMES


def is_aside(name: str) -> bool:
    """Say whether a file or folder is none of those that a person looks at: a stranger, or hidden by a dot."""
    return name.startswith(".") or is_stranger(name)
