"""The machine a run works on: its device, how many threads, how much memory, and generators of random numbers."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.config import CHOICE_LABELS, Device
from engine.errors import TrainingError
from engine.words import Phrase

if TYPE_CHECKING:
    import torch

# Multiply-adds in the forward pass of one step. Below, waking a thread costs more than its help is worth.
WORK_PER_THREAD = 32_000_000
# Below, launching kernels costs more than a graphics card saves.
WORK_FOR_ACCELERATOR = 400_000_000

_preferred_threads = 0  # of this program, as PyTorch's own number is; 0 leaves it to the work of a step


def prefer_threads(count: int) -> None:
    """Say how many threads a step uses from the next training on, where its settings leave that open.

    Args:
        count: Threads; 0 lets the number follow from the work of a step again.
    """
    global _preferred_threads
    _preferred_threads = count


def preferred_threads() -> int:
    """Return what was said to ``prefer_threads`` last; 0 where nothing."""
    return _preferred_threads


def choose_threads(work: int, asked: int = 0, cores: int | None = None) -> int:
    """Say how many processor threads work of this kind should use where nobody measures it.

    The answer follows from the work of a step: threads that spin while they wait for a tiny share of it make
    training many times slower, most of all beside a window or another program. Never more than half the cores
    (hyperthreads are counted as cores and add next to nothing) unless asked for.

    Args:
        work: Multiply-adds in the forward pass of one step.
        asked: What the settings say; 0 leaves it to what was preferred, and else to this function.
        cores: Cores of the machine; None looks for itself.
    """
    if asked or _preferred_threads:
        return asked or _preferred_threads
    cores = usable_cores() if cores is None else cores
    return max(1, min(work // WORK_PER_THREAD, cores // 2))


def usable_cores() -> int:
    """Count the cores this process may use: its affinity and a container's quota counted in."""
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    quota = _read_words(Path("/sys/fs/cgroup/cpu.max"))
    if len(quota) == 2 and quota[0].isdigit() and quota[1].isdigit():
        cores = min(cores, max(1, round(int(quota[0]) / int(quota[1]))))
    return cores


def free_threads() -> int:
    """Return how many threads may be tried: the usable cores, or fewer where ``OMP_NUM_THREADS`` says so."""
    asked = os.environ.get("OMP_NUM_THREADS", "")
    return min(usable_cores(), int(asked)) if asked.isdecimal() and int(asked) else usable_cores()


def choose_device(asked: Device, work: int) -> torch.device:
    """Return the device to train on.

    Args:
        asked: The person's choice; automatic takes a graphics card only where a step has work enough for it.
        work: Multiply-adds in the forward pass of one step.

    Raises:
        TrainingError: If the device asked for is not there.
    """
    import torch

    def is_there(device: Device) -> bool:
        return torch.cuda.is_available() if device is Device.CUDA else torch.backends.mps.is_available()

    accelerators = (Device.CUDA, Device.MPS)
    if asked is Device.AUTO:
        chosen = (
            next(filter(is_there, accelerators), Device.CPU) if work >= WORK_FOR_ACCELERATOR else Device.CPU
        )
        return torch.device(chosen.value)
    if asked in accelerators and not is_there(asked):
        raise TrainingError(
            "This computer has no {device} that PyTorch can use.",
            cause="Either there is no such device, or this PyTorch was built without support for it.",
            remedy="Set the device to automatic or CPU, or install the PyTorch made for your device.",
            device=Phrase(CHOICE_LABELS[asked]),
        )
    return torch.device(asked.value)


def generator(seed: int, purpose: str, device: torch.device | str = "cpu") -> torch.Generator:
    """Return a generator of a run's own; torch's global one is never touched.

    Args:
        seed: The run's seed.
        purpose: What it is for, such as ``order``: generators of one seed but other purposes are independent.
        device: Where its numbers are drawn.
    """
    import torch

    sequence = np.random.SeedSequence([seed, *purpose.encode()])
    own_seed = int(sequence.generate_state(1, np.uint64)[0] >> np.uint64(1))
    return torch.Generator(device=device).manual_seed(own_seed)


def available_memory() -> int | None:
    """Return how many bytes of memory can still be taken without swapping, or None where that is unknown."""
    if sys.platform == "win32":
        return _windows_memory()
    found = [memory for memory in (_linux_memory(), _container_memory()) if memory is not None]
    if found:
        return min(found)
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 3 // 4  # the rest is in use already
    except (ValueError, OSError):
        return None


def _read_words(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return []


def _linux_memory() -> int | None:
    words = _read_words(Path("/proc/meminfo"))
    if "MemAvailable:" in words:
        return int(words[words.index("MemAvailable:") + 1]) * 1024
    return None


def _container_memory() -> int | None:
    folder = Path("/sys/fs/cgroup")
    limit, used = _read_words(folder / "memory.max"), _read_words(folder / "memory.current")
    if limit and used and limit[0].isdigit() and used[0].isdigit():
        return max(0, int(limit[0]) - int(used[0]))
    return None


def _windows_memory() -> int | None:
    class MemoryStatus(ctypes.Structure):
        _fields_ = [
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("available", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 5),
        ]

    status = MemoryStatus()
    status.length = ctypes.sizeof(MemoryStatus)
    library = ctypes.CDLL("kernel32")
    return int(status.available) if library.GlobalMemoryStatusEx(ctypes.byref(status)) else None
