"""Fit names and labels to the limits of programs for statistics."""

from collections.abc import Collection, Iterable


def fitting_names(names: Iterable[str], longest: int, reserved: Collection[str]) -> list[str]:
    """Return names that a program accepts, all different, at most `longest` characters long, and not reserved."""
    taken = {*reserved}
    found = []
    for name in names:
        fitting, number = name[:longest], 1
        while fitting in taken:
            number += 1
            end = f"_{number}"
            fitting = name[: longest - len(end)] + end
        taken.add(fitting)
        found.append(fitting)
    return found


def one_line(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())


def shortened(words: str, longest: int) -> str:
    """Return words on one line of at most this many characters, with an ellipsis if some are left out."""
    line = one_line(words)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def shortened_bytes(words: str, longest: int) -> str:
    """Return words on one line of at most this many bytes of UTF-8, with an ellipsis if some are left out."""
    line = one_line(words)
    if len(line.encode()) <= longest:
        return line
    return line.encode()[: longest - len("…".encode())].decode(errors="ignore").rstrip() + "…"
