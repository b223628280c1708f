"""Whether a folder lies on a network share, where locks do not hold and a journal gets damaged."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from engine.errors import ConfigError
from engine.regular_file import read_regular

SHARES = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs"),
        *("ncpfs", "ceph", "glusterfs", "lustre", "beegfs", "gpfs", "pvfs2", "orangefs"),
        *("davfs", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.davfs", "fuse.rclone", "fuse.s3fs"),
    )
)
MOUNTS = Path("/proc/self/mountinfo")
MOST_BYTES = 10_000_000  # of what is mounted
DRIVE_REMOTE = 4  # of Windows


def check_is_local(folder: Path) -> None:
    """See that a folder does not lie on a network share, as far as this system tells.

    Raises:
        ConfigError: If it does.
    """
    kind = share_of(folder)
    if kind:
        raise ConfigError(
            "A sweep cannot be kept on a network share.",
            cause="“{folder}” lies on one ({kind}), where locks do not hold and its journal would be damaged.",
            remedy="Set NETSKETCH_HOME to a folder of this machine; several machines share a sweep by --storage.",
            folder=folder,
            kind=kind,
        )


def share_of(folder: Path, mounts: Path = MOUNTS) -> str:
    """Return the kind of the network share that a folder lies on; empty where it is none, or cannot be told.

    Args:
        folder: The folder.
        mounts: Where Linux tells what is mounted.
    """
    if sys.platform == "win32":
        root = os.path.splitdrive(os.path.realpath(folder))[0] + "\\"
        if root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == DRIVE_REMOTE:
            return "SMB"
        return ""
    place = os.path.realpath(folder)
    try:
        lines = os.fsdecode(read_regular(mounts, MOST_BYTES)).splitlines()
    except OSError:
        return ""
    longest, found = -1, ""
    for line in lines:
        before, separator, after = line.partition(" - ")
        parts, kinds = before.split(), after.split()
        if not separator or len(parts) < 5 or not kinds:
            continue
        point = parts[4].replace("\\040", " ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= longest:  # of several on one point the last one is in sight
            longest, found = len(point), kinds[0]
    return found if found in SHARES else ""
