"""Where the stand-alone program begins: the face follows from the name it was called by, as one file can have two."""

import os
import sys
from pathlib import Path

import main

LIBRARIES = "LD_LIBRARY_PATH"


def let_other_programs_be() -> None:
    """Take back what the program's start put before the system's libraries: compilers and browsers want their own."""
    before = os.environ.pop(f"{LIBRARIES}_ORIG", None)
    if not getattr(sys, "frozen", False):
        return
    if before is None:
        os.environ.pop(LIBRARIES, None)
    else:
        os.environ[LIBRARIES] = before


if __name__ == "__main__":
    let_other_programs_be()
    sys.exit(main.window() if Path(sys.argv[0]).stem == "netsketch-gui" else main.main())
