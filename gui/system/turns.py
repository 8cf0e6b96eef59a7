"""Several steps in as many turns of the event loop, which is then not held for all of them together."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def in_turns(owner: QObject, *steps: Callable[[], object]) -> None:
    """Do a step in each of the next turns of the event loop; the rest is left out once the owner is deleted."""

    def do(first: Callable[[], object], *others: Callable[[], object]) -> None:
        first()
        in_turns(owner, *others)

    if steps:
        QTimer.singleShot(0, owner, lambda: do(*steps))
