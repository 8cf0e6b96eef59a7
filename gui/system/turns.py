"""Several steps in as many turns of the event loop, which is then not held for all of them together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SOME = 2_000
"""Objects that are freed in a turn, with what they alone refer to: in some milliseconds."""


def in_turns(owner: QObject, *steps: Callable[[], object]) -> None:
    """Do a step in each of the next turns of the event loop; the rest is left out once the owner is deleted."""

    def do(first: Callable[[], object], *others: Callable[[], object]) -> None:
        first()
        in_turns(owner, *others)

    if steps:
        QTimer.singleShot(0, owner, lambda: do(*steps))


def free_in_turns(objects: list[object]) -> None:
    """Let go of very many objects, some in each of the next turns; Python would free all of them at once."""

    def free() -> None:
        del objects[-SOME:]
        if objects:
            QTimer.singleShot(0, free)

    free()
