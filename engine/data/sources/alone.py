"""What is known of one data set without a look at all the others: a window that opens names the one in its settings."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.data.sources.source import DatasetInfo

ALL = "engine.data.sources.registry"


def info_of(name: str) -> DatasetInfo | None:
    """Return what a person should know of a data set, or None if there is none of that name.

    Args:
        name: As in the settings. Where the file beside this that is called like it holds that data set, no other is
            loaded.
    """
    file = name.replace("-", "_")
    if ALL not in sys.modules and file.isidentifier() and find_spec(f"{__package__}.{file}") is not None:
        source = getattr(import_module(f"{__package__}.{file}"), "SOURCE", None)
        if source is not None and source.info.name == name:
            info: DatasetInfo = source.info
            return info
    source = import_module(ALL).source_of(name)
    return None if source is None else source.info
