"""Libraries that are imported by many and touched by nobody before the window is painted: loaded at the first touch.

NumPy takes a third of the time of a bare window, and plots that are empty need no array; pydantic takes half of it, and
nothing is checked yet; ``secrets`` and ``hashlib`` bring all of OpenSSL, dialogs bring Qt's. A module that was put off
becomes itself when it is touched: who holds it notices nothing, and pays nothing later.

``importlib.util.LazyLoader`` does not do: with it, a second ``import`` of the same module is a touch already.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec, module_from_spec
from types import ModuleType

_waiting: list[ModuleType] = []


class _PutOff(ModuleType):
    """A module that knows where it comes from and nothing else."""

    def __getattr__(self, name: str) -> object:
        _load(self)
        return getattr(self, name)


def put_off(*names: str) -> None:
    """Let libraries be loaded when anything of them is asked for first, where they are not loaded already.

    Args:
        names: Of libraries, or of modules of our own that are imported as a whole (``from gui.widgets import …``); one
            that is not there fails as ever, where it is imported.
    """
    for name in names:
        _put_off(name)


def _put_off(name: str) -> None:
    spec = None if name in sys.modules else find_spec(name)
    if spec is None or spec.loader is None:
        return
    sys.modules[name] = module = module_from_spec(spec)
    if spec.submodule_search_locations is not None:
        del module.__path__  # or a part of it could be imported before the whole
    module.__class__ = _PutOff
    above, _, own = name.rpartition(".")
    if above:
        setattr(sys.modules[above], own, module)
    _waiting.append(module)


def load_what_waits() -> None:
    """Load what was put off and is not touched yet.

    To be called before another thread starts: two that touch such a library in one moment would find half of it.
    """
    while _waiting:
        _load(_waiting[-1])


def _load(module: ModuleType) -> None:
    """Let a module become itself.

    Raises:
        ImportError: If it cannot be loaded; whoever imports it later is told the same.
    """
    _waiting.remove(module)
    module.__class__ = ModuleType
    spec = module.__spec__
    assert spec is not None, "it was made of one"
    assert spec.loader is not None, "likewise"
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(module.__name__, None)
        module.__class__ = _PutOff  # who holds it is told the same at each touch
        _waiting.append(module)
        raise
