"""How scripts are laid out: imports in order, empty lines as formatters set them, names that are harmless."""

from __future__ import annotations

OF_OTHERS = ("numpy", "torch", "keras")


def in_order(imports: set[str]) -> list[str]:
    """Return imports as formatters sort them: those of Python first, whole modules in front."""

    def is_foreign(line: str) -> bool:
        return line.split()[1].partition(".")[0] in OF_OTHERS

    own = sorted((line for line in imports if not is_foreign(line)), key=_import_key)
    others = sorted(filter(is_foreign, imports), key=_import_key)
    return [*own, "", *others]


def _import_key(line: str) -> tuple[bool, str]:
    word, name, *_ = line.split()
    return word == "from", name


def spaced(lines: list[str]) -> list[str]:
    """Return lines with no more than two empty ones behind each other."""
    found: list[str] = []
    for line in lines:
        if line or found[-2:] != ["", ""]:
            found.append(line)
    return found


def plain(name: str) -> str:
    """Return the name of a data set as it may stand in a text of Python."""
    return "".join(letter if letter.isalnum() or letter in " -_." else "?" for letter in name)
